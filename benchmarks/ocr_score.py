"""Measure how exactly scanned pages are recognised: both shipped reports, scanned by `scans.py`.

Only the pages with tables are scanned, the others are left blank, so that page numbers stay. Truth for tables comes
from `tests/hand_read`; cell by cell, and for findings, the scan is held against the report's own text layer.
A number is right when its digits and marks are as printed; each resolution takes some ten minutes of a processor.
"""

import argparse
import csv
import re
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scans import Grey, Scanner, printed_pages, scanned, write_scan
from score import DIGIT, Truth, commit, folded, lost_numbers, rows_of, score, truths

from lkjip import __version__
from lkjip.audit import audit
from lkjip.extract import Extraction, extract
from lkjip.ocr.numbers import digits
from lkjip.paths import PROJECT
from lkjip.read import Manual, read
from lkjip.read.doubt import SURE
from lkjip.records import Cell, Finding
from lkjip.settings import Settings

HISTORY = PROJECT / "benchmarks" / "ocr-history.csv"
NUMBER_ALONE = re.compile(r"^(?:rp\.?)?[\d.,()%\-\s]*\d[\d.,()%\-\s]*$", re.IGNORECASE)
STRAY = re.compile(r"(?<!\d)[.,:;](?!\d)")  # dust beside a word; a mark beside a digit may change a number
NEAR = 9.0  # points: as far may the middle of a scanned cell lie from its true place
COLUMNS = ["date", "version", "document", "dpi", "pages", "cells_with_digits", "right", "right_from_text_layer",
           "number_cells", "numbers_right", "digits_right", "sure_and_wrong", "doubtful", "doubtful_and_wrong",
           "false_errors", "seconds"]  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A number in the text layer, and the cell of the scan in its place."""

    printed: Cell
    recognised: Cell | None

    @property
    def right(self) -> bool:
        """Tell whether the scan was read as the text layer has it."""
        return self.recognised is not None and folded(self.printed.text) == folded(self.recognised.text)

    @property
    def digits_right(self) -> bool:
        """Tell whether every digit was read as the text layer has it, whatever stands between or behind them."""
        return self.recognised is not None and digits(self.printed.text) == digits(self.recognised.text)


def scan_tables(pdf: Path, wanted: set[int], scanner: Scanner, folder: Path) -> Path:
    """Scan some pages of a report, and leave the others blank."""
    target = folder / f"{pdf.stem}-{scanner.dpi}-{len(wanted)}.pdf"
    seed = zlib.crc32(pdf.stem.encode())

    def pages() -> Iterator[Grey]:
        for number, page in enumerate(printed_pages(pdf, scanner.dpi), 1):
            yield scanned(page, scanner, seed + number) if number in wanted else np.full_like(page, 255)

    if not target.exists():
        write_scan(pages(), target, scanner.dpi)
    return target


def digit_cells(truth: Sequence[Truth], extraction: Extraction) -> tuple[int, int]:
    """Return how many hand-read cells hold digits, and how many of them were read."""
    total = wrong = 0
    for table in truth:
        result = score(table, extraction)
        rows = rows_of(extraction).get(result.table_id, [])
        total += sum(bool(DIGIT.search(cell)) for row in table.rows for cell in row)
        wrong += sum(lost_numbers(row, rows) for row in result.wrong)
    return total, total - wrong


def pairs(printed: Extraction, recognised: Extraction) -> Iterator[Pair]:
    """Yield each number that stands alone in a cell of the text layer with its place on the scan."""
    for cell in printed.cells:
        if NUMBER_ALONE.match(cell.text):
            here = [other for other in recognised.cells if other.page == cell.page]
            nearest = min(here, key=lambda other: distance(cell, other), default=None)
            yield Pair(cell, nearest if nearest and distance(cell, nearest) < NEAR else None)


def distance(left: Cell, right: Cell) -> float:
    """Return how far the middles of two cells lie apart."""
    dx, dy = left.x0 + left.x1 - right.x0 - right.x1, left.y0 + left.y1 - right.y0 - right.y1
    return (abs(dx) + abs(dy)) / 2


def errors(name: str, extraction: Extraction) -> dict[tuple[str, int, str, str], Finding]:
    """Return the errors that the audit finds, by what they say."""
    found = audit(read(name, extraction, Manual.load(PROJECT / "data" / "manual")), Settings()).findings
    return {(f.rule, f.page, said(f.printed), said(f.expected)): f for f in found if f.severity == "error"}


def said(text: str) -> str:
    """Return what a text says: its letters and digits with the marks of its numbers."""
    return folded(STRAY.sub("", text))


def measured(pdf: Path, dpi: int, options: argparse.Namespace) -> list[object]:
    """Return a line of the table of figures, and print what went wrong."""
    printed = extract(pdf)
    wanted = set(sorted({cell.page for cell in printed.cells})[:: options.every])
    scan = scan_tables(pdf, wanted, Scanner(dpi), options.folder)
    start = time.perf_counter()
    recognised = extract(scan, answers=options.folder / "answers")
    seconds = round(time.perf_counter() - start)
    truth = [table for table in truths() if table.pdf == pdf] if options.every == 1 else []
    found = [pair for pair in pairs(printed, recognised) if pair.printed.page in wanted]
    known = errors(pdf.stem, printed)
    false = [finding for key, finding in errors(pdf.stem, recognised).items() if key not in known]
    tell(found, false)
    read_of_text = digit_cells(truth, printed)[1]
    return [
        options.date,
        __version__,
        pdf.stem,
        dpi,
        len(wanted),
        *digit_cells(truth, recognised),
        read_of_text,
        *counts(found),
        len(false),
        seconds,
    ]


def counts(found: Sequence[Pair]) -> tuple[int, int, int, int, int, int]:
    """Return how many numbers there are, are right, in their digits, are wrong and yet sure, doubtful, and wrong so."""
    sure = [pair for pair in found if pair.recognised and pair.recognised.confidence >= SURE]
    doubtful = [pair for pair in found if pair.recognised and pair.recognised.confidence < SURE]
    wrong = sum(not pair.right for pair in sure), sum(not pair.right for pair in doubtful)
    right, in_digits = sum(pair.right for pair in found), sum(pair.digits_right for pair in found)
    return len(found), right, in_digits, wrong[0], len(doubtful), wrong[1]


def tell(found: Sequence[Pair], false: Sequence[Finding]) -> None:
    """Print what was read wrongly."""
    for pair in found:
        if not pair.right:
            seen = f"{pair.recognised.text!r} with {pair.recognised.confidence:.0f} %" if pair.recognised else "nothing"
            print(f"  page {pair.printed.page}: {pair.printed.text!r} read as {seen}")
    for finding in false:
        print("  false error:", finding.rule, finding.page, finding.place, finding.printed, finding.expected)


def append(line: Sequence[object]) -> None:
    """Add a line to the history at once: a run that is ended keeps what it measured."""
    with HISTORY.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerow(line)


def main() -> None:
    """Measure the shipped reports at each resolution and print the figures as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    parser.add_argument("--every", type=int, default=1, help="scan one of so many pages with tables: a sample")
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--date", default=commit(), help="what names these lines of the history; the commit by default")
    parser.add_argument("--keep", action="store_true", help="append the figures to the history")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/lkjip-scans"), help="for scans and answers")
    options = parser.parse_args()
    writer = csv.writer(sys.stdout)
    for dpi in options.dpi:
        for pdf in sorted((PROJECT / "data" / "raw").glob("*.pdf")):
            if options.only in pdf.stem:
                line = measured(pdf, dpi, options)
                writer.writerows([COLUMNS, line])
                sys.stdout.flush()
                if options.keep:
                    append(line)


if __name__ == "__main__":
    main()
