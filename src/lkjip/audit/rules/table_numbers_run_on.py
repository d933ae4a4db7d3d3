"""Tables are numbered one after the other: no number twice, none left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lkjip.audit.ledger import Ledger, grouped, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Table
from lkjip.settings import Settings

NUMBER: Final = re.compile(r"(\d+|[IVX]+)\s*[.\-]\s*(\d+)(?:\s*[.\-]\s*(\d+))?|(\d+)")
TWICE: Final = Text("the number stands above two tables", "nomor ini dipakai dua tabel")
LEFT_OUT: Final = Text("no table has the number {number} before it", "tidak ada tabel bernomor {number}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table with its number in parts: the series that it belongs to, and its place in it."""

    table: Table
    series: str
    place: int


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Follow the numbers of every series of tables."""
    known = [numbered for table in ledger.reading.tables if (numbered := parsed(table)) is not None]
    for series in grouped(known, lambda item: item.series).values():
        for at, item in enumerate(series):
            yield examine(item, series[at - 1] if at else None, {other.place for other in series})


def parsed(table: Table) -> Numbered | None:
    """Return a table's number in parts, or None where it has none."""
    found = NUMBER.search(table.number)
    if found is None:
        return None
    parts = [part for part in found.groups() if part]
    return Numbered(table, ".".join(parts[:-1]), int(parts[-1])) if parts[-1].isdigit() else None


def examine(item: Numbered, before: Numbered | None, places: set[int]) -> Result:
    """Return whether a table's number follows the one before it."""
    previous = before.place if before else 0
    if item.place == previous:
        return Result("problem", spot=spot(item), note=TWICE)
    if item.place == previous + 2 and item.place - 1 not in places:
        number = f"{item.series}.{item.place - 1}".lstrip(".")
        return Result("problem", spot=spot(item), note=both(LEFT_OUT, number=number))
    return Result("passed")


def spot(item: Numbered) -> Spot:
    """Return the place of a table."""
    table = item.table
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
