"""One pass over a page with pdfium: every character, line, filled area and image, in stored page space."""

import ctypes
import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from lkjip.extract.characters import PLAIN, SPACE, UNKNOWN, printed
from lkjip.extract.geometry import STILL, Affine, Box

THIN = 3.5  # a filled area not thicker than this is a line
STRAIGHT = 0.7  # a line that drifts less than this is horizontal or vertical
INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
BOLD_NAMES = ("bold", "black", "heavy", "demi")
FORM_DEPTH = 12  # forms inside forms, beyond which a file is malformed
SEGMENTS_MAX = 40_000  # drawn strokes of one page that are looked at; beyond, it is a map or a chart


@dataclass
class Stroke:
    """A straight line between two points, or a thin filled area; `colour` as 0xRRGGBB."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: int


@dataclass
class TextRun:
    """A text object: where it starts, its direction, its font size in points."""

    x: float
    y: float
    dx: float
    dy: float
    size: float
    bold: bool


# Text, left, bottom, right, top in stored page space, and the text object.
Character = tuple[str, float, float, float, float, TextRun]


@dataclass
class Canvas:
    """Everything drawn on a page."""

    bounds: Box = field(default_factory=lambda: Box(0, 0, 0, 0))  # visible part; y0 is the bottom
    rotation: int = 0
    characters: list[Character] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    fills: list[tuple[Box, int]] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    hidden: int = 0  # invisible characters
    nonsense: int = 0  # characters without a meaning
    segments: int = 0

    @property
    def crowded(self) -> bool:
        """Tell whether strokes were left out because there are too many."""
        return self.segments > SEGMENTS_MAX


def direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes and gives plain addresses: twice as fast per call."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


PTR, INT = ctypes.c_void_p, ctypes.c_int
get_unicode = direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, PTR, INT)
get_text_object = direct(pdfium.FPDFText_GetTextObject, PTR, PTR, INT)
get_loose_box = direct(pdfium.FPDFText_GetLooseCharBox, INT, PTR, INT, PTR)
get_text_matrix = direct(pdfium.FPDFText_GetMatrix, INT, PTR, INT, PTR)
get_origin = direct(pdfium.FPDFText_GetCharOrigin, INT, PTR, INT, PTR, PTR)
get_font_size = direct(pdfium.FPDFText_GetFontSize, ctypes.c_double, PTR, INT)
get_type = direct(pdfium.FPDFPageObj_GetType, INT, PTR)
get_bounds = direct(pdfium.FPDFPageObj_GetBounds, INT, PTR, PTR, PTR, PTR, PTR)
get_matrix = direct(pdfium.FPDFPageObj_GetMatrix, INT, PTR, PTR)
get_draw_mode = direct(pdfium.FPDFPath_GetDrawMode, INT, PTR, PTR, PTR)
count_segments = direct(pdfium.FPDFPath_CountSegments, INT, PTR)
get_segment = direct(pdfium.FPDFPath_GetPathSegment, PTR, PTR, INT)
get_point = direct(pdfium.FPDFPathSegment_GetPoint, INT, PTR, PTR, PTR)
get_segment_type = direct(pdfium.FPDFPathSegment_GetType, INT, PTR)
get_close = direct(pdfium.FPDFPathSegment_GetClose, INT, PTR)
get_fill_colour = direct(pdfium.FPDFPageObj_GetFillColor, INT, PTR, PTR, PTR, PTR, PTR)
get_stroke_colour = direct(pdfium.FPDFPageObj_GetStrokeColor, INT, PTR, PTR, PTR, PTR, PTR)
page_count = direct(pdfium.FPDFPage_CountObjects, INT, PTR)
page_object = direct(pdfium.FPDFPage_GetObject, PTR, PTR, INT)
form_count = direct(pdfium.FPDFFormObj_CountObjects, INT, PTR)
form_object = direct(pdfium.FPDFFormObj_GetObject, PTR, PTR, ctypes.c_ulong)
get_render_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode, INT, PTR)
get_font = direct(pdfium.FPDFTextObj_GetFont, PTR, PTR)
get_font_name = direct(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, PTR, PTR, ctypes.c_size_t)


def address(handle: Any) -> int:
    """Return the plain address of a pypdfium2 object."""
    return ctypes.cast(handle.raw, ctypes.c_void_p).value or 0


def drawn(page: pypdfium2.PdfPage) -> Canvas:
    """Return everything drawn on a page."""
    canvas = Canvas(bounds=Box(*page.get_bbox()), rotation=page.get_rotation())
    textpage = page.get_textpage()
    try:
        Writing(address(textpage), canvas).collect(textpage.count_chars())
    finally:
        textpage.close()
    count = page_count(address(page))
    collect_objects(canvas, page_object, address(page), count)
    return canvas


class Writing:
    """Collects the characters of a text page."""

    def __init__(self, textpage: int, canvas: Canvas) -> None:
        self.textpage = textpage
        self.canvas = canvas
        self.runs: dict[int, TextRun | None] = {}
        self.fonts: dict[int, bool] = {}

    def collect(self, count: int) -> None:
        """Add the `count` characters to the canvas; spaces made up by pdfium are left out."""
        textpage, add = self.textpage, self.canvas.characters.append
        rectangle = (ctypes.c_float * 4)()  # an FS_RECTF: left, top, right, bottom
        place = ctypes.addressof(rectangle)
        last, run = 0, None
        for index in range(count):
            owner = get_text_object(textpage, index)
            if owner is None:
                continue
            if owner != last:
                last, run = owner, self.runs[owner] if owner in self.runs else self.open_run(owner, index)
            code = get_unicode(textpage, index)
            text = PLAIN[code] if code < 128 else printed(code)
            if run is None or not text:
                self.canvas.hidden += run is None and text not in ("", SPACE)
                continue
            if text == UNKNOWN:
                self.canvas.nonsense += 1
            get_loose_box(textpage, index, place)
            left, top, right, bottom = rectangle
            add((text, left, bottom, right, top, run))

    def open_run(self, owner: int, index: int) -> TextRun | None:
        """Describe the text object that the character at `index` opens; None if it is invisible."""
        mode = get_render_mode(owner)
        self.runs[owner] = None if mode in INVISIBLE else self.described(owner, index, mode)
        return self.runs[owner]

    def described(self, owner: int, index: int, mode: int) -> TextRun:
        """Return the place, direction, size and weight of a text object."""
        matrix = pdfium.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        get_text_matrix(self.textpage, index, ctypes.byref(matrix))
        get_origin(self.textpage, index, ctypes.byref(x), ctypes.byref(y))
        size = get_font_size(self.textpage, index)
        height = abs(size) * math.hypot(matrix.c, matrix.d)
        sign = math.copysign(1, size)
        bold = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE or self.is_bold(get_font(owner))
        return TextRun(x.value, y.value, matrix.a * sign, matrix.b * sign, max(height, 0.1), bold)

    def is_bold(self, font: int | None) -> bool:
        """Tell whether a font's name says that it is bold."""
        if not font:
            return False
        if font not in self.fonts:
            name = ctypes.create_string_buffer(256)
            get_font_name(font, name, 256)
            self.fonts[font] = any(word in name.value.decode("latin-1").lower() for word in BOLD_NAMES)
        return self.fonts[font]


def collect_objects(canvas: Canvas, get: Callable[[int, int], int], owner: int, count: int) -> None:
    """Add lines, filled areas and images of a page to the canvas, those inside forms too."""
    scratch = Scratch()
    todo: list[tuple[Callable[[int, int], int], int, int, Affine, int]] = [(get, owner, count, STILL, 0)]
    while todo:
        get, owner, count, matrix, depth = todo.pop()
        for index in range(count):
            item = get(owner, index)
            kind = get_type(item) if item else None
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                PathReader(canvas, item, matrix, scratch).collect()
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                collect_image(canvas, scratch.bounds_of(item, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
                todo.append((form_object, item, form_count(item), matrix_of(item).then(matrix), depth + 1))


def matrix_of(item: int) -> Affine:
    """Return the matrix of a page object."""
    matrix = pdfium.FS_MATRIX()
    get_matrix(item, ctypes.addressof(matrix))
    return Affine(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


class Scratch:
    """Memory for the values that pdfium writes back."""

    def __init__(self) -> None:
        self.floats = (ctypes.c_float * 4)()
        self.floats_at = tuple(ctypes.addressof(self.floats) + 4 * index for index in range(4))
        self.numbers = (ctypes.c_uint * 4)()
        self.numbers_at = tuple(ctypes.addressof(self.numbers) + 4 * index for index in range(4))

    def bounds_of(self, item: int, matrix: Affine) -> Box:
        """Return the bounds of a page object in page space (y0 is the bottom)."""
        get_bounds(item, *self.floats_at)
        left, bottom, right, top = self.floats
        return Box(left, bottom, right, top) if matrix is STILL else matrix.box(left, bottom, right, top)

    def colour_of(self, item: int, stroked: bool) -> int | None:
        """Return the colour of a path as 0xRRGGBB, or None if it is wholly transparent."""
        (get_stroke_colour if stroked else get_fill_colour)(item, *self.numbers_at)
        red, green, blue, alpha = self.numbers
        return None if alpha == 0 else red << 16 | green << 8 | blue

    def draw_mode_of(self, item: int) -> tuple[bool, bool]:
        """Tell whether a path is filled, and whether it is stroked."""
        get_draw_mode(item, *self.numbers_at[:2])
        return bool(self.numbers[0]), bool(self.numbers[1])


def collect_image(canvas: Canvas, box: Box) -> None:
    """Add an image; a thin one is a line."""
    if min(box.width, box.height) <= THIN:
        add_thin(canvas, box, 0)
    else:
        canvas.images.append(box)


def add_thin(canvas: Canvas, box: Box, colour: int) -> None:
    """Add a thin filled area as the line through its middle; a dot counts both ways."""
    x, y = box.middle
    if box.width >= box.height or box.width > THIN:
        canvas.strokes.append(Stroke(box.x0, y, box.x1, y, colour))
    if box.height >= box.width or box.height > THIN:
        canvas.strokes.append(Stroke(x, box.y0, x, box.y1, colour))


@dataclass
class PathReader:
    """Reads one path object into lines and filled areas."""

    canvas: Canvas
    item: int
    matrix: Affine
    scratch: Scratch

    def collect(self) -> None:
        """Add the path's lines and filled areas to the canvas."""
        count = count_segments(self.item)
        self.canvas.segments += count
        filled, stroked = self.scratch.draw_mode_of(self.item)
        if count < 2 or not (filled or stroked) or self.canvas.crowded:
            return
        if filled and not stroked and count <= 6:
            self.add_area(self.scratch.bounds_of(self.item, self.matrix))
        else:
            self.collect_outline(count, filled, stroked)

    def collect_outline(self, count: int, filled: bool, stroked: bool) -> None:
        """Add the path part by part: strokes as lines, filled parts by their bounds."""
        for part in self.parts(count):
            if filled and 4 <= len(part) <= 6:
                xs, ys = [x for x, _ in part], [y for _, y in part]
                self.add_area(Box(min(xs), min(ys), max(xs), max(ys)))
            if stroked:
                self.add_strokes(part)

    def parts(self, count: int) -> Iterator[list[tuple[float, float]]]:
        """Yield the points of each part of the path; parts with curves are left out."""
        matrix = matrix_of(self.item).then(self.matrix)
        floats, (x_at, y_at, *_) = self.scratch.floats, self.scratch.floats_at
        points: list[tuple[float, float]] = []
        curved = False
        for index in range(count):
            segment = get_segment(self.item, index)
            kind = get_segment_type(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if not curved:
                    yield points
                points, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            get_point(segment, x_at, y_at)
            points.append(matrix.point(floats[0], floats[1]))
            if get_close(segment):
                points.append(points[0])
        if not curved:
            yield points

    def add_strokes(self, part: list[tuple[float, float]]) -> None:
        """Add the straight strokes between the points of a part."""
        colour = self.scratch.colour_of(self.item, stroked=True)
        for (ax, ay), (bx, by) in itertools.pairwise(part):
            if colour is not None and (abs(ax - bx) <= STRAIGHT or abs(ay - by) <= STRAIGHT):
                self.canvas.strokes.append(Stroke(ax, ay, bx, by, colour))

    def add_area(self, box: Box) -> None:
        """Add a filled rectangle, as a line if it is thin."""
        colour = self.scratch.colour_of(self.item, stroked=False)
        if colour is None:
            return
        if min(box.width, box.height) <= THIN:
            add_thin(self.canvas, box, colour)
        else:
            self.canvas.fills.append((box, colour))
