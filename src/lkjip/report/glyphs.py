"""Find where exactly a printed text stands inside a box of a page, so that marks hug the digits and not the cell."""

import re
from collections.abc import Iterable, Iterator
from ctypes import byref, c_int
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from lkjip.extract.geometry import Box, around

FINE: Final = 16  # steps per point when pdfium turns page coordinates into displayed ones
Rectangle = tuple[float, float, float, float]  # left, bottom, right, top in page coordinates
DIGITS: Final = re.compile(r"\d[\d.,]*\d|\d")


def wordings(printed: str) -> list[str]:
    """Return what to look for: the printed text, or its longest number where a line break or a gap splits it."""
    numbers = sorted(DIGITS.findall(printed), key=len, reverse=True)
    return list(dict.fromkeys([printed.strip(), *numbers[:1]]))


class Wanted(NamedTuple):
    """A printed text to find on a page (from 1), and the box that it stands in."""

    page: int
    printed: str
    within: Box


def find_all(pdf: Path, wanted: Iterable[Wanted]) -> dict[Wanted, Box]:
    """Return where each text stands, or the box given where it is not found. Raises pdfium.PdfiumError for no PDF."""
    found: dict[Wanted, Box] = {}
    document = pdfium.PdfDocument(pdf)
    try:
        for page, items in groupby(sorted(set(wanted)), key=lambda item: item.page):
            found.update(on_page(document[page - 1], items))
    finally:
        document.close()
    return found


def on_page(page: pdfium.PdfPage, wanted: Iterable[Wanted]) -> dict[Wanted, Box]:
    """Return where each text stands on one page, and close the page."""
    text = page.get_textpage()
    try:
        return {item: find(page, text, item) for item in wanted}
    finally:
        text.close()
        page.close()


def find(page: pdfium.PdfPage, text: pdfium.PdfTextPage, wanted: Wanted) -> Box:
    """Return the box of a text within the box wanted, or that box where it is not found."""
    for wording in wordings(wanted.printed):
        boxes = (around([displayed(page, rectangle) for rectangle in each]) for each in occurrences(text, wording))
        found = next((box for box in boxes if near_middle(box, wanted.within)), None)
        if found:
            return found
    return wanted.within


def occurrences(text: pdfium.PdfTextPage, wording: str) -> Iterator[list[Rectangle]]:
    """Yield the rectangles of each occurrence of a text, in reading order and page coordinates."""
    searcher = text.search(wording, match_case=True)
    while (place := searcher.get_next()) is not None:
        rectangles = [text.get_rect(number) for number in range(text.count_rects(*place))]
        if rectangles:
            yield rectangles
    searcher.close()


def displayed(page: pdfium.PdfPage, rectangle: Rectangle) -> Box:
    """Turn page coordinates into points from the top left of the displayed page."""
    width, height = (round(length * FINE) for length in page.get_size())
    x, y, points = c_int(), c_int(), []
    for px, py in (rectangle[:2], rectangle[2:]):
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, px, py, byref(x), byref(y))
        points.append((x.value / FINE, y.value / FINE))
    (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*points, strict=True))
    return Box(x0, y0, x1, y1)


def near_middle(box: Box, within: Box) -> bool:
    """Tell whether the middle of a box lies inside another one, or a point beside it."""
    return within.grown(1).holds(*box.middle)
