"""The characters of a page, read from pdfium in as few calls as it allows."""

import ctypes
import math
from collections import deque
from itertools import repeat

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from lkjip.extract.bindings import (
    address,
    get_font,
    get_font_name,
    get_font_size,
    get_loose_box,
    get_origin,
    get_render_mode,
    get_text,
    get_text_matrix,
    get_text_object,
    get_unicode,
    has_no_meaning,
)
from lkjip.extract.characters import PLAIN, SPACE, UNKNOWN, printed
from lkjip.extract.letters import Letters, TextRun

INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
BOLD_NAMES = ("bold", "black", "heavy", "demi")
STRIDE = 8  # characters skipped in search of the end of a text object, which holds some 16
HYPHEN = 0xFFFE  # pdfium's text has this where a hyphen ends a line
SURROGATE = 0x1B  # the upper bits of half a character
RECTANGLE = 4  # floats of pdfium's FS_RECTF: left, top, right, bottom


def written(page: pypdfium2.PdfPage) -> tuple[Letters, int, int]:
    """Return the characters of a page, how many invisible ones were left out, and how many have no meaning."""
    textpage = page.get_textpage()
    try:
        writing = Writing(address(textpage), textpage.count_chars())
        return writing.letters(), writing.hidden, writing.nonsense
    finally:
        textpage.close()


class Writing:
    """Collects the `count` characters of a text page; spaces made up by pdfium are left out."""

    def __init__(self, textpage: int, count: int) -> None:
        self.textpage = textpage
        self.count = count
        self.texts = [PLAIN[code] if code < len(PLAIN) else printed(code) for code in codes_of(textpage, count)]
        self.runs: list[TextRun] = []
        self.kept: list[int] = []
        self.owners: list[int] = []
        self.fonts: dict[int, bool] = {}
        self.hidden = self.nonsense = 0
        self.matrix, self.point = (ctypes.c_float * 6)(), (ctypes.c_double * 2)()  # pdfium writes into these
        self.matrix_at, start = ctypes.addressof(self.matrix), ctypes.addressof(self.point)
        self.point_at = (start, start + ctypes.sizeof(ctypes.c_double))

    def letters(self) -> Letters:
        """Return the visible characters."""
        index = 0
        while index < self.count:
            owner = get_text_object(self.textpage, index)
            after = self.end_of(owner, index) if owner else index + 1
            if owner:
                self.add(owner, index, after)
            index = after
        rectangles = (ctypes.c_float * (RECTANGLE * len(self.kept)))()
        start, size = ctypes.addressof(rectangles), RECTANGLE * ctypes.sizeof(ctypes.c_float)
        places = range(start, start + size * len(self.kept), size)
        deque(map(get_loose_box, repeat(self.textpage), self.kept, places), maxlen=0)
        boxes = np.ctypeslib.as_array(rectangles).reshape(-1, RECTANGLE)[:, (0, 3, 2, 1)].astype(np.float64)
        owners = np.array(self.owners, np.int64)
        return Letters([self.texts[index] for index in self.kept], boxes, owners, self.runs)

    def end_of(self, owner: int, first: int) -> int:
        """Return the index behind the last character of a text object; its characters follow each other."""
        low, high = first, first + 1
        while high < self.count and get_text_object(self.textpage, high) == owner:
            low, high = high, high + STRIDE
        high = min(high, self.count)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if get_text_object(self.textpage, middle) == owner else (low, middle)
        return high

    def add(self, owner: int, first: int, after: int) -> None:
        """Keep the characters of a text object, or count them if it is invisible."""
        mode = get_render_mode(owner)
        texts = self.texts[first:after]
        if mode in INVISIBLE:
            self.hidden += sum(text not in ("", SPACE) for text in texts)
            return
        if self.is_riddle(first, after):
            texts = self.texts[first:after] = [self.sure(index) for index in range(first, after)]
        kept = range(first, after) if all(texts) else [first + offset for offset, text in enumerate(texts) if text]
        self.nonsense += texts.count(UNKNOWN)
        self.kept.extend(kept)
        self.owners.extend(repeat(len(self.runs), len(kept)))
        self.runs.append(self.described(owner, first, mode))

    def is_riddle(self, first: int, after: int) -> bool:
        """Tell whether the font of a text object may not say what it shows: pdfium then gives the numbers of glyphs."""
        return 1 in (has_no_meaning(self.textpage, first), has_no_meaning(self.textpage, after - 1))

    def sure(self, index: int) -> str:
        """Return a character, or U+FFFD for a letter or digit of which only the glyph's number is known."""
        text = self.texts[index]
        return UNKNOWN if text.isalnum() and has_no_meaning(self.textpage, index) == 1 else text

    def described(self, owner: int, index: int, mode: int) -> TextRun:
        """Return the place, direction, size and weight of a text object."""
        get_text_matrix(self.textpage, index, self.matrix_at)
        get_origin(self.textpage, index, *self.point_at)
        a, b, c, d, _e, _f = self.matrix
        x, y = self.point
        size = get_font_size(self.textpage, index)
        sign = math.copysign(1, size)
        bold = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE or self.is_bold(get_font(owner))
        return TextRun(x, y, a * sign, b * sign, max(abs(size) * math.hypot(c, d), 0.1), bold)

    def is_bold(self, font: int | None) -> bool:
        """Tell whether a font's name says that it is bold."""
        if not font:
            return False
        if font not in self.fonts:
            name = ctypes.create_string_buffer(256)
            get_font_name(font, name, 256)
            self.fonts[font] = any(word in name.value.decode("latin-1").lower() for word in BOLD_NAMES)
        return self.fonts[font]


def codes_of(textpage: int, count: int) -> list[int]:
    """Return the Unicode code of each character: in one call where pdfium's text has one code for each."""
    buffer = (ctypes.c_ushort * (count + 2))()
    found = get_text(textpage, 0, count, ctypes.addressof(buffer)) - 1  # it counts the final zero
    units = np.ctypeslib.as_array(buffer)[:count]
    if found != count or bool((units >> 11 == SURROGATE).any()):
        return [get_unicode(textpage, index) for index in range(count)]
    codes: list[int] = np.where(units == HYPHEN, ord("-"), units).tolist()
    return codes
