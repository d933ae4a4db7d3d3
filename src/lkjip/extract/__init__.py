"""From a PDF to its pages, tables, regions, cells, lines, and what stayed unread."""

import math
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2

from lkjip.apart import Died, apart
from lkjip.extract.assemble import assembled
from lkjip.extract.document import opened, read_bytes, sha256_of
from lkjip.extract.drawing import Canvas, drawn
from lkjip.extract.errors import UnreadablePdf
from lkjip.extract.garbage import rarely_collected
from lkjip.extract.reading import PageReading, read_page
from lkjip.records import BEYOND_LIMITS, Cell, Line, Page, Region, Table, Unread
from lkjip.store import load, save, save_text

__all__ = ["Extraction", "UnreadablePdf", "extract"]

SHA256_FILE = "sha256.txt"
PAGES_PER_TASK = 8  # at most: what a process has read waits in memory
TASKS_PER_WORKER = 6  # at least, so that all end at nearly the same time
FEW_PAGES = 8  # not worth a second process


@dataclass(frozen=True)
class Extraction:
    """Everything read from a PDF, as rows of `lkjip.records`; roles of tables are left for reading."""

    pages: tuple[Page, ...]
    tables: tuple[Table, ...]
    regions: tuple[Region, ...]
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    unread: tuple[Unread, ...]
    sha256: str

    def save(self, folder: Path) -> None:
        """Write one CSV per kind of row, and the hash of the PDF, to `folder`."""
        for kind, rows in zip(KINDS, self.by_kind(), strict=True):
            save(folder, kind, rows)
        save_text(folder / SHA256_FILE, self.sha256 + "\n")

    def by_kind(self) -> tuple[tuple[Any, ...], ...]:
        """Return the rows in the order of KINDS."""
        return self.pages, self.tables, self.regions, self.cells, self.lines, self.unread

    @staticmethod
    def load(folder: Path) -> "Extraction":
        """Read what `save` wrote. Raises FileNotFoundError, or ValueError for files of another shape."""
        rows: tuple[Any, ...] = tuple(tuple(load(folder, kind)) for kind in KINDS)
        pages, tables, regions, cells, lines, unread = rows
        sha256 = (folder / SHA256_FILE).read_text(encoding="utf-8").strip()
        return Extraction(pages, tables, regions, cells, lines, unread, sha256)


KINDS: tuple[type[Any], ...] = (Page, Table, Region, Cell, Line, Unread)


def extract(pdf: Path, workers: int = 1, answers: Path | None = None, careful: bool = False) -> Extraction:
    """Read a PDF with that many processes; the result does not depend on their number. Raises UnreadablePdf.

    Scanned pages are recognised where Tesseract is installed; its answers are kept in the folder `answers`, if given.
    A careful reading outlives pages that end its process, and costs more.
    """
    content = read_bytes(pdf)
    with opened(content) as document:
        count = len(document)
    with rarely_collected():
        if careful:
            readings = read_carefully(content, count, answers)
        elif workers > 1 and count > FEW_PAGES:
            readings = read_in_pool(content, count, workers, answers)
        else:
            readings = read_pages(content, range(count), answers)
        return Extraction(*assembled(readings), sha256_of(content))


def read_pages(content: bytes, indexes: range, answers: Path | None) -> list[PageReading]:
    """Read the pages with these indexes."""
    with opened(content) as document:
        readings = [read_or_doubt(document, index) for index in indexes]
        if all(reading.status in ("text", "blank") for reading in readings):
            return readings
        from lkjip.ocr.scans import read_scans  # imported late: it builds on this package

        return read_scans(document, readings, answers)


def read_or_doubt(document: pypdfium2.PdfDocument, index: int) -> PageReading:
    """Read a page; one that cannot be opened is a page without size, so that the others are read."""
    try:
        return read_page(index + 1, drawn(document[index]))
    except pypdfium2.PdfiumError:
        return unreadable(index, "the page is damaged; open and print the PDF to a new one")


def unreadable(index: int, reason: str) -> PageReading:
    """Return the reading of a page of which nothing is known, not even its size."""
    return replace(read_page(index + 1, Canvas()), status="unreadable", reason=reason)


def read_carefully(content: bytes, count: int, answers: Path | None) -> list[PageReading]:
    """Read a few pages at a time, each time in a process of its own. Raises UnreadablePdf if all end it."""
    parts = [range(start, min(start + PAGES_PER_TASK, count)) for start in range(0, count, PAGES_PER_TASK)]
    readings = [reading for part in parts for reading in read_apart(content, part, answers)]
    if all(reading.reason == BEYOND_LIMITS for reading in readings):
        raise UnreadablePdf(BEYOND_LIMITS, "raise the limits with MEMORY=... or SECONDS=...")
    return readings


def read_apart(content: bytes, indexes: range, answers: Path | None) -> list[PageReading]:
    """Read pages in a process of their own; one by one where they end it, and without the one that ends its own."""
    try:
        return apart(partial(read_pages, content, indexes, answers))
    except Died:
        if len(indexes) == 1:
            return [unreadable(indexes[0], BEYOND_LIMITS)]
        alone = [range(index, index + 1) for index in indexes]
        return [reading for page in alone for reading in read_apart(content, page, answers)]


def read_in_pool(content: bytes, count: int, workers: int, answers: Path | None) -> list[PageReading]:
    """Read all pages with several processes, each opening the PDF for itself."""
    size = min(PAGES_PER_TASK, math.ceil(count / (workers * TASKS_PER_WORKER)))
    tasks = [range(start, min(start + size, count)) for start in range(0, count, size)]
    with ProcessPoolExecutor(workers) as pool:
        results = pool.map(read_pages, [content] * len(tasks), tasks, [answers] * len(tasks))
        return [reading for part in results for reading in part]
