"""The scanned pages of a document, recognised one beside the other."""

import os
import resource
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pypdfium2
from tqdm import tqdm

from lkjip import deadline
from lkjip.extract.drawing import drawn
from lkjip.extract.reading import PageReading, read_sheet
from lkjip.extract.sheet import Sheet, sheet_of
from lkjip.ocr.installed import missing
from lkjip.ocr.page import recognised
from lkjip.ocr.picture import Photo, photo_of
from lkjip.ocr.tesseract import RecognitionFailed, Tesseract

UNREAD = ("scan", "unreadable")
BYTES = 450.0  # for each square point of a page that is recognised; measured: 390, so that one of A4 takes 200 MB
RESERVED = 320e6  # bytes for the rest of the document
ROOM = 1.5e9  # bytes where no limit is set
TOO_LARGE = "the page is larger than B3; to have it recognised, print it to a smaller page"
LARGEST = 1.45e6  # square points: B3, which takes 600 MB


def read_scans(
    document: pypdfium2.PdfDocument, readings: Sequence[PageReading], answers: Path | None
) -> list[PageReading]:
    """Return the readings with the pages that had no usable text recognised, or with the reason why they were not."""
    if missing():
        return [advised(reading) if is_picture(reading) else reading for reading in readings]
    numbers = [reading.page for reading in readings if is_picture(reading) and not is_large(reading)]
    bar = tqdm(numbers, desc="scanned pages", file=sys.stderr, leave=False, position=1, disable=None)
    scans = {scan.page: scan for scan in side_by_side(document, bar, Tesseract(answers))}
    return [chosen(reading, scans.get(reading.page)) for reading in readings]


def is_large(reading: PageReading) -> bool:
    """Tell whether a page would take more memory than it should: a poster or a map."""
    return reading.width * reading.height > LARGEST


def is_picture(reading: PageReading) -> bool:
    """Tell whether a page has no usable text and can be shown; a damaged one has no size."""
    return reading.status in UNREAD and reading.width > 0


def advised(reading: PageReading) -> PageReading:
    """Return the reading of a page that stays unread, saying what would help."""
    return replace(reading, reason=f"{reading.reason}; {missing()}")


def chosen(before: PageReading, scan: PageReading | None) -> PageReading:
    """Return what was recognised on a page, or the page as it was where nothing was."""
    if scan is None:
        large = is_picture(before) and is_large(before)
        return replace(before, reason=f"{before.reason}; {TOO_LARGE}") if large else before
    if scan.status == "recognised":
        return scan
    return replace(before, reason=f"{before.reason}; {scan.reason}")


def side_by_side(
    document: pypdfium2.PdfDocument, numbers: Iterable[int], tesseract: Tesseract
) -> Iterator[PageReading]:
    """Yield the recognised pages in order; Tesseract's processes use all cores, pdfium only this thread."""
    at_once, room = os.cpu_count() or 1, room_for_pages()
    waiting: deque[tuple[Future[PageReading], float]] = deque()
    with ThreadPoolExecutor(at_once) as pool:
        for number in numbers:
            page = document[number - 1]
            need = BYTES * page.get_width() * page.get_height()
            while waiting and (len(waiting) > at_once or need + sum(taken for _, taken in waiting) > room):
                yield done(waiting.popleft()[0])
            task = pool.submit(read_scan, sheet_of(number, drawn(page)), photo_of(page), tesseract)
            waiting.append((task, need))
        for task, _ in waiting:
            yield done(task)


def room_for_pages() -> float:
    """Return how many bytes pages may take at a time: as many cores as there are, a document keeps to its limit."""
    limit, _ = resource.getrlimit(resource.RLIMIT_DATA)
    return ROOM if limit == resource.RLIM_INFINITY else limit - RESERVED


def done(page: Future[PageReading]) -> PageReading:
    """Wait for a page. Recognising takes its time: the document's time counts anew from each page."""
    reading = page.result()
    deadline.renew()
    return reading


def read_scan(sheet: Sheet, photo: Photo, tesseract: Tesseract) -> PageReading:
    """Return the reading of a scanned page; its status stays as it is where nothing could be recognised."""
    try:
        found = recognised(photo, sheet, tesseract)
    except RecognitionFailed as error:
        return replace(read_sheet(sheet), reason=str(error))
    if not found.chunks:
        return replace(read_sheet(sheet), reason="nothing was recognised")
    sure = mean(chunk.confidence for chunk in found.chunks)
    return replace(read_sheet(found), status="recognised", reason=f"recognised with {sure:.0f} % confidence")
