"""The pages of a PDF, read by one process, by several in turn, or each where it can end no other."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from multiprocessing import Value
from multiprocessing.sharedctypes import Synchronized
from operator import attrgetter
from pathlib import Path

import pypdfium2

from lkjip.apart import Died, apart, beside
from lkjip.extract.document import opened
from lkjip.extract.drawing import Canvas, drawn
from lkjip.extract.errors import UnreadablePdf
from lkjip.extract.reading import PageReading, read_page
from lkjip.records import BEYOND_LIMITS

PAGES_APART = 8  # read in one process where pages may end it
FEW_PAGES = 8  # not worth a second process


def read_all(content: bytes, workers: int, answers: Path | None) -> list[PageReading]:
    """Read all pages, then recognise the scanned ones. Raises UnreadablePdf, and MemoryError where a helper died."""
    count = page_count(content)
    try:
        readings = read_together(content, count, workers if count > FEW_PAGES else 1)
    except Died as error:
        raise MemoryError(f"a process that read some of the pages died: {error}") from error
    return recognised(content, readings, answers)


def page_count(content: bytes) -> int:
    """Count the pages of a PDF. Raises UnreadablePdf."""
    with opened(content) as document:
        return len(document)


def read_together(content: bytes, count: int, workers: int) -> list[PageReading]:
    """Read all pages, forks of this process beside it; each takes the next page as soon as it is done with one.

    Raises Died.
    """
    if workers == 1:
        return read_pages(content, range(count))
    taken: Synchronized[int] = Value("i", 0)
    with ExitStack() as stack:
        work = partial(read_in_turn, content, count, taken)
        others = [stack.enter_context(beside(work)) for _ in range(workers - 1)]
        readings = [*work(), *(reading for other in others for reading in other())]
    return sorted(readings, key=attrgetter("page"))


def read_in_turn(content: bytes, count: int, taken: "Synchronized[int]") -> list[PageReading]:
    """Read the pages that no other process has taken."""
    return read_pages(content, in_turn(count, taken))


def in_turn(count: int, taken: "Synchronized[int]") -> Iterator[int]:
    """Yield the next index that no other process has taken, until all are."""
    while True:
        with taken.get_lock():
            index = taken.value
            taken.value += 1
        if index >= count:
            return
        yield index


def read_pages(content: bytes, indexes: Iterable[int]) -> list[PageReading]:
    """Read the pages with these indexes."""
    with opened(content) as document:
        return [read_or_doubt(document, index) for index in indexes]


def read_or_doubt(document: pypdfium2.PdfDocument, index: int) -> PageReading:
    """Read a page; one that cannot be opened is a page without size, so that the others are read."""
    try:
        return read_page(index + 1, drawn(document[index]))
    except pypdfium2.PdfiumError:
        return unreadable(index, "the page is damaged; open and print the PDF to a new one")


def unreadable(index: int, reason: str) -> PageReading:
    """Return the reading of a page of which nothing is known, not even its size."""
    return replace(read_page(index + 1, Canvas()), status="unreadable", reason=reason)


def recognised(content: bytes, readings: list[PageReading], answers: Path | None) -> list[PageReading]:
    """Return the readings with the pages that have no usable text recognised, or told why they are not."""
    if all(reading.status in ("text", "blank") for reading in readings):
        return readings
    from lkjip.ocr.scans import read_scans  # imported late: it builds on this package

    with opened(content) as document:
        return read_scans(document, readings, answers)


def read_carefully(content: bytes, answers: Path | None) -> list[PageReading]:
    """Read a few pages at a time, each time in a process of its own. Raises UnreadablePdf if all end it."""
    count = page_count(content)
    parts = [range(start, min(start + PAGES_APART, count)) for start in range(0, count, PAGES_APART)]
    readings = [reading for part in parts for reading in read_apart(content, part, answers)]
    if all(reading.reason == BEYOND_LIMITS for reading in readings):
        raise UnreadablePdf(BEYOND_LIMITS, "raise the limits with MEMORY=... or SECONDS=...")
    return readings


def read_apart(content: bytes, indexes: Sequence[int], answers: Path | None) -> list[PageReading]:
    """Read pages in a process of their own; one by one where they end it, and without the one that ends its own."""
    try:
        return apart(lambda: recognised(content, read_pages(content, indexes), answers))
    except Died:
        if len(indexes) == 1:
            return [unreadable(indexes[0], BEYOND_LIMITS)]
        return [reading for index in indexes for reading in read_apart(content, [index], answers)]
