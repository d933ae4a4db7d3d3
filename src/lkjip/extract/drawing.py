"""One pass over a page with pdfium: every character, line, filled area and image, in stored page space."""

import ctypes
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from lkjip.extract.bindings import (
    address,
    count_segments,
    form_count,
    form_object,
    get_bounds,
    get_close,
    get_draw_mode,
    get_fill_colour,
    get_matrix,
    get_point,
    get_segment,
    get_segment_type,
    get_stroke_colour,
    get_type,
    page_count,
    page_object,
)
from lkjip.extract.geometry import STILL, Affine, Box
from lkjip.extract.letters import Letters
from lkjip.extract.writing import written

THIN = 3.5  # a filled area not thicker than this is a line
STRAIGHT = 0.7  # a line that drifts less than this is horizontal or vertical
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
class Canvas:
    """Everything drawn on a page."""

    bounds: Box = field(default_factory=lambda: Box(0, 0, 0, 0))  # visible part; y0 is the bottom
    rotation: int = 0
    letters: Letters = field(default_factory=Letters)
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


def drawn(page: pypdfium2.PdfPage) -> Canvas:
    """Return everything drawn on a page."""
    letters, hidden, nonsense = written(page)
    bounds = Box(*page.get_bbox())
    canvas = Canvas(bounds, page.get_rotation(), letters, hidden=hidden, nonsense=nonsense)
    collect_objects(canvas, page_object, address(page), page_count(address(page)))
    return canvas


def collect_objects(canvas: Canvas, get: Callable[[int, int], int], owner: int, count: int) -> None:
    """Add lines, filled areas and images of a page to the canvas, those inside forms too."""
    scratch = Scratch()
    todo: list[tuple[Callable[[int, int], int], int, int, Affine, int]] = [(get, owner, count, STILL, 0)]
    while todo:
        get, owner, count, matrix, depth = todo.pop()
        for index in range(count):
            item = get(owner, index)
            kind = get_type(item) if item else None
            if kind == pdfium.FPDF_PAGEOBJ_PATH and not canvas.crowded:
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
