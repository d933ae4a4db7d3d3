"""Measure how exactly tables are read, against tables that people read from the page.

Truth comes from `tests/hand_read/<slug>/` with `data/raw/<slug>.pdf`, and from `../shared/real/` where that folder is
present. A row counts as read when one row of one merged table holds the same non-empty cells in the same order, without
white space and case.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip import __version__
from lkjip.extract import Extraction, extract

ROOT = Path(__file__).resolve().parent.parent
HISTORY = ROOT / "benchmarks" / "score-history.csv"
REAL = ROOT.parent / "shared" / "real"
HISTORY_COLUMNS = [
    "date", "version", "source", "tables", "missed", "rows", "rows_read", "extra_rows", "numbers", "numbers_wrong",
    "headers_read", "captions_read",
]  # fmt: skip
DIGIT = re.compile(r"\d")

Row = tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """A table that a person read."""

    source: str
    document: str
    name: str
    pdf: Path
    number: str
    caption: str
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Score:
    """How a table was read."""

    truth: Truth
    table_id: str
    rows_read: int
    numbers: int
    numbers_wrong: int
    header_read: bool
    caption_read: bool
    caption: str
    wrong: tuple[Row, ...]
    extra: tuple[Row, ...]


def folded(text: str) -> str:
    """Return a cell's text without white space and case."""
    return "".join(text.split()).casefold()


def row_key(cells: Sequence[str]) -> Row:
    """Return the non-empty cells of a row in order, folded."""
    return tuple(text for text in map(folded, cells) if text)


def read_truth(path: Path) -> tuple[Row, tuple[Row, ...]]:
    """Return the header and the rows of a hand-read table."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    return tuple(header), tuple(key for row in rows if (key := row_key(row)))


def truths() -> Iterator[Truth]:
    """Yield all hand-read tables that are present."""
    for folder in sorted((ROOT / "tests" / "hand_read").glob("*/")):
        entries = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
        yield from tables_in("hand_read", folder / "tables", ROOT / "data" / "raw" / f"{folder.name}.pdf", entries)
    for meta in sorted(REAL.glob("*/meta.json")):
        content = json.loads(meta.read_text(encoding="utf-8"))
        yield from tables_in("real", meta.parent, REAL / "pdf" / content["pdf"], content["tables"])


def tables_in(source: str, folder: Path, pdf: Path, entries: list[dict[str, str]]) -> Iterator[Truth]:
    """Yield the hand-read tables of one report."""
    for entry in entries:
        header, rows = read_truth(folder / entry["csv"])
        number = "" if entry["number"].startswith("(") else entry["number"]
        yield Truth(source, pdf.stem, Path(entry["csv"]).stem, pdf, number, entry["caption"], header, rows)


def rows_of(extraction: Extraction) -> dict[str, list[Row]]:
    """Return the body rows of each table, folded."""
    rows: dict[str, dict[int, list[str]]] = {table.table_id: {} for table in extraction.tables}
    for cell in extraction.cells:
        if cell.kind == "body":
            rows[cell.table_id].setdefault(cell.row, []).append(cell.text)
    return {table_id: [row_key(cells) for _, cells in sorted(found.items())] for table_id, found in rows.items()}


def header_of(extraction: Extraction, table_id: str) -> Row:
    """Return the header as one row: the levels of each column joined by " / "."""
    columns: dict[int, list[str]] = {}
    for cell in sorted(
        (c for c in extraction.cells if c.table_id == table_id and c.kind == "header"), key=lambda c: c.row
    ):
        for column in range(cell.column, cell.column + cell.column_span):
            columns.setdefault(column, []).append(cell.text)
    return tuple(" / ".join(parts) for _, parts in sorted(columns.items()))


def overlap(left: Sequence[Row], right: Sequence[Row]) -> int:
    """Return how many of the rows of `left` stand in `right`, each used once."""
    pool = list(right)
    count = 0
    for row in left:
        if row in pool:
            pool.remove(row)
            count += 1
    return count


def score(truth: Truth, extraction: Extraction) -> Score:
    """Compare one hand-read table with the table that reads most of its rows."""
    candidates = rows_of(extraction)
    best = max(candidates, key=lambda table_id: likeness(truth, candidates[table_id], extraction, table_id), default="")
    rows = candidates.get(best, [])
    table = next((table for table in extraction.tables if table.table_id == best), None)
    wrong = unmatched(truth.rows, rows)
    numbers = [(row, cell) for row in truth.rows for cell in row if DIGIT.search(cell)]
    lost = sum(lost_numbers(row, rows) for row in wrong)
    return Score(
        truth=truth,
        table_id=best,
        rows_read=len(truth.rows) - len(wrong),
        numbers=len(numbers),
        numbers_wrong=lost,
        header_read=row_key(header_of(extraction, best)) == row_key(truth.header),
        caption_read=table is not None and same_caption(truth, table.number, table.caption),
        caption=f"{table.number} {table.caption}" if table else "",
        wrong=tuple(wrong),
        extra=tuple(unmatched(rows, truth.rows)),
    )


def likeness(truth: Truth, rows: list[Row], extraction: Extraction, table_id: str) -> tuple[int, int]:
    """Return how well a table fits: rows read, then header cells shared."""
    header = {folded(cell) for cell in header_of(extraction, table_id)}
    cells = {cell for row in truth.rows for cell in row}
    shared = sum(cell in cells for row in rows for cell in row)
    return overlap(truth.rows, rows), shared + sum(folded(cell) in header for cell in truth.header)


def unmatched(left: Sequence[Row], right: Sequence[Row]) -> list[Row]:
    """Return the rows of `left` that do not stand in `right`."""
    pool = list(right)
    missing = []
    for row in left:
        if row in pool:
            pool.remove(row)
        else:
            missing.append(row)
    return missing


def lost_numbers(row: Row, rows: Sequence[Row]) -> int:
    """Return how many number cells of a row are not in the row that is read most like it."""
    nearest = max(rows, key=lambda other: len(set(row) & set(other)), default=())
    return sum(cell not in nearest for cell in row if DIGIT.search(cell))


def same_caption(truth: Truth, number: str, caption: str) -> bool:
    """Tell whether number and caption are as printed, but for white space, case and stops."""

    def plain(text: str) -> str:
        return re.sub(r"[\s.:]+", "", text).casefold()

    return plain(number) == plain(truth.number) and plain(caption) == plain(truth.caption)


def report(scores: Sequence[Score], detail: bool) -> None:
    """Print one line per table."""
    print(
        f"{'document':28} {'table':36} {'id':4} {'rows':>5} {'read':>5} {'extra':>5} {'numbers':>7} {'wrong':>5}",
        end=" ",
    )
    print("header caption")
    for s in scores:
        print(f"{s.truth.document[:28]:28} {s.truth.name[:36]:36} {s.table_id:4} {len(s.truth.rows):5}", end=" ")
        print(f"{s.rows_read:5} {len(s.extra):5} {s.numbers:7} {s.numbers_wrong:5}", end=" ")
        print(f"{'yes' if s.header_read else 'NO':6} {'yes' if s.caption_read else 'NO'}")
        if detail and not s.caption_read:
            print(f"      caption: {s.truth.number} {s.truth.caption}\n         ours: {s.caption}")
        for row in s.wrong if detail else ():
            print("      not read:", " | ".join(row))
        for row in s.extra if detail else ():
            print("      only ours:", " | ".join(row))


def totals(source: str, scores: Sequence[Score], date: str) -> list[str]:
    """Return a line of the history for the tables of one source."""
    sums = (
        len(scores),
        sum(s.rows_read == 0 and len(s.truth.rows) > 0 for s in scores),
        sum(len(s.truth.rows) for s in scores),
        sum(s.rows_read for s in scores),
        sum(len(s.extra) for s in scores),
        sum(s.numbers for s in scores),
        sum(s.numbers_wrong for s in scores),
        sum(s.header_read for s in scores),
        sum(s.caption_read for s in scores),
    )
    return [date, __version__, source, *map(str, sums)]


def append_history(lines: Sequence[Sequence[str]]) -> None:
    """Add the totals to the history file."""
    new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        if new:
            writer.writerow(HISTORY_COLUMNS)
        writer.writerows(lines)


def commit() -> str:
    """Return the short name of the current commit, or nothing outside a repository."""
    result = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return result.stdout.strip()


def main() -> None:
    """Score every table, print the figures, and append the totals to the history if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--date", default=commit(), help="what names this line of the history; the commit by default")
    parser.add_argument("--keep", action="store_true", help="append the totals to the history")
    parser.add_argument("--detail", action="store_true", help="print the rows that were not read")
    parser.add_argument("--only", default="", help="documents whose name holds this")
    options = parser.parse_args()
    start = time.perf_counter()
    read: dict[Path, Extraction] = {}
    scores = []
    for truth in truths():
        if options.only in truth.document:
            read[truth.pdf] = read.get(truth.pdf) or extract(truth.pdf)
            scores.append(score(truth, read[truth.pdf]))
    report(scores, options.detail)
    sources = dict.fromkeys(s.truth.source for s in scores)
    lines = [totals(source, [s for s in scores if s.truth.source == source], options.date) for source in sources]
    csv.writer(sys.stdout).writerows([HISTORY_COLUMNS, *lines])
    pages = sum(len(extraction.pages) for extraction in read.values())
    print(f"{pages} pages in {time.perf_counter() - start:.1f} s")
    if options.keep:
        append_history(lines)


if __name__ == "__main__":
    main()
