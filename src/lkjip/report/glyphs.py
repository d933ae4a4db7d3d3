"""Find where exactly a printed text stands inside a box of a page, so that marks hug the digits and not the cell."""

import re
from collections.abc import Iterator
from ctypes import byref, c_int
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

FINE: Final = 16  # steps per point when pdfium turns page coordinates into displayed ones
DIGITS: Final = re.compile(r"\d[\d.,]*\d|\d")


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left as displayed."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.y1 - self.y0

    def holds(self, other: "Box") -> bool:
        """Tell whether the middle of another box lies inside."""
        x, y = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
        return self.x0 - 1 <= x <= self.x1 + 1 and self.y0 - 1 <= y <= self.y1 + 1

    def grown(self, by: float) -> "Box":
        """Return the box with a margin on all sides."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)


def wordings(printed: str) -> list[str]:
    """Return what to look for: the printed text, or its longest number where a line break or a gap splits it."""
    numbers = sorted(DIGITS.findall(printed), key=len, reverse=True)
    return list(dict.fromkeys([printed.strip(), *numbers[:1]]))


class Glyphs:
    """The text of one PDF, searched page by page. Raises pdfium.PdfiumError for what is no PDF."""

    def __init__(self, pdf: Path) -> None:
        self.document = pdfium.PdfDocument(pdf)
        self.page = cache(self.document.get_page)
        self.text = cache(lambda number: self.page(number).get_textpage())

    def find(self, page: int, printed: str, within: Box) -> Box:
        """Return the box of a printed text within a box of a page (from 1), or that box where it is not found."""
        for wording in wordings(printed):
            found = next((box for box in self.occurrences(page - 1, wording) if within.holds(box)), None)
            if found:
                return found
        return within

    def occurrences(self, index: int, wording: str) -> Iterator[Box]:
        """Yield the boxes of a text on a page, in reading order."""
        searcher = self.text(index).search(wording, match_case=True)
        while (found := searcher.get_next()) is not None:
            boxes = [self.displayed(index, n) for n in self.rectangles(index, found)]
            if boxes:
                yield around(boxes)

    def rectangles(self, index: int, found: tuple[int, int]) -> list[tuple[float, float, float, float]]:
        """Return the rectangles (left, bottom, right, top) of characters, in page coordinates."""
        text = self.text(index)
        return [text.get_rect(n) for n in range(text.count_rects(*found))]

    def displayed(self, index: int, rectangle: tuple[float, float, float, float]) -> Box:
        """Turn page coordinates into points from the top left of the displayed page."""
        page = self.page(index)
        width, height = (round(length * FINE) for length in page.get_size())
        x, y, points = c_int(), c_int(), []
        for px, py in (rectangle[:2], rectangle[2:]):
            raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, px, py, byref(x), byref(y))
            points.append((x.value / FINE, y.value / FINE))
        (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*points, strict=True))
        return Box(x0, y0, x1, y1)


def around(boxes: list[Box]) -> Box:
    """Return the smallest box around several."""
    return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))
