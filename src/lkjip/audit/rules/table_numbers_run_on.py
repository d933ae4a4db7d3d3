"""Tables are numbered one after the other: no number twice, none left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import label_numbers
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Table
from lkjip.settings import Settings

NUMBER: Final = re.compile(r"(?:(\d+|[IVX]+)\s*[.\-]\s*(\d+)(?:\s*[.\-]\s*(\d+))?|(\d+))\s*(?P<letter>[a-z]\b)?")
ALONE: Final = re.compile(r"\b[IVX]+$")
CHAPTERED: Final = re.compile(r"(?:\d+|[IVX]+)\s*[.\-]\s*\d")
TWICE: Final = Text("the number stands above two tables", "nomor ini dipakai dua tabel")
OTHERWISE: Final = Text("the other tables are numbered by chapter", "tabel lain dinomori menurut bab")
MOST: Final = 0.8  # of the tables that must carry a chapter in their number before one without is missed
FEWEST: Final = 4  # such tables
LEFT_OUT: Final = Text("no table has the number {number} before it", "tidak ada tabel bernomor {number}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table with its number in parts: the series that it belongs to, its place in it, and a letter behind."""

    table: Table
    series: str
    place: int
    letter: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Follow the numbers of every series of tables."""
    known = [numbered for table in ledger.reading.tables if (numbered := parsed(table)) is not None]
    yield from by_chapter(ledger)
    printed = label_numbers(ledger)
    for series in grouped(known, lambda item: item.series).values():
        lettered = any(item.letter for item in series) or series[0].series.count(".") > 0
        places = None if lettered else {other.place for other in series} | places_of(series[0].series, printed)
        for at, item in enumerate(series):
            yield examine(item, series[at - 1] if at else None, places)


def places_of(series: str, printed: set[str]) -> set[int]:
    """Return the places of a series that labels name, those of pictures included."""
    start = f"{series}." if series else ""
    rest = (number.removeprefix(start) for number in printed if number.startswith(start))
    return {int(number) for number in rest if number.isdigit()}


def by_chapter(ledger: Ledger) -> Iterator[Result]:
    """Look for a table without a chapter in its number, where nearly all others have one."""
    tables = [table for table in ledger.reading.tables if NUMBER.search(table.number) or ALONE.search(table.number)]
    lacking = [table for table in tables if not CHAPTERED.search(table.number)]
    rest = len(tables) - len(lacking)
    for table in lacking if rest >= FEWEST and rest >= MOST * len(tables) else ():
        yield Result("problem", spot=place_of(table), note=OTHERWISE)


def parsed(table: Table) -> Numbered | None:
    """Return a table's number in parts, or None where it has none."""
    found = NUMBER.search(table.number)
    if found is None:
        return None
    parts = [part for part in found.groups()[:4] if part]
    return Numbered(table, ".".join(parts[:-1]), int(parts[-1]), found["letter"] or "")


def examine(item: Numbered, before: Numbered | None, places: set[int] | None) -> Result:
    """Return whether a table's number follows the one before it; `places` is None where a series may leave some out."""
    previous = before.place if before else 0
    if before and item.place == previous and item.letter == before.letter:
        return Result("problem", spot=spot(item), note=TWICE)
    if places is not None and item.place == previous + 2 and item.place - 1 not in places:
        number = f"{item.series}.{item.place - 1}".lstrip(".")
        return Result("problem", spot=spot(item), note=both(LEFT_OUT, number=number))
    return Result("passed")


def spot(item: Numbered) -> Spot:
    """Return the place of a table."""
    return place_of(item.table)


def place_of(table: Table) -> Spot:
    """Return the place of a table's label."""
    words = f"{table.number}, {shortened(table.caption)}".rstrip(", ")
    return Spot(table.page, table.table_id, printed=table.number, place=Text(words, words))


RULE = Rule(
    id="table-numbers",
    title=Text("Tables are numbered one after the other", "Nomor tabel berurutan"),
    reason="A number used twice or left out makes references ambiguous, and may hide a missing table.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Number the tables again.", "Urutkan kembali nomor tabel."),
    message=Text("{place}: the table number is out of order.", "{place}: nomor tabel tidak berurutan."),
    check=check,
)
