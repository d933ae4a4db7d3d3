"""A list that explains the kegiatan of a table names those of the table, and all of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from lkjip.audit.ledger import LINES, Ledger, page_place, shortened
from lkjip.audit.lines import ALIKE, bare, holds, names_of
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.lists_run_on import numbered
from lkjip.audit.spelling import words
from lkjip.audit.text import passages_of
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Subject
from lkjip.settings import Settings

FEWEST: Final = 4  # kegiatan that a list and a table both name
MOST: Final = 0.7  # of the kegiatan of a list that its table has, and of those of the table that the list has
UNTOLD: Final = Text(
    "the list on page {page} explains the others of the table", "daftar di halaman {page} menjelaskan yang lain"
)
UNLISTED: Final = Text(
    "page {page} explains it together with those of the table", "halaman {page} menjelaskannya bersama yang di tabel"
)
Names = Mapping[str, Subject]


class Explained(NamedTuple):
    """A list that explains kegiatan, and the table that holds most of them."""

    names: Names
    table_id: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every list of explanations with its table, in both directions."""
    tables = {table: names for table, rows in ledger.rows.items() if (names := explained_rows(ledger, rows))}
    for names in lists(ledger):
        above = [table for table in tables if names and stands_above(ledger, table, names)]
        best = max(above, key=lambda table: shared(names, tables[table]), default="")
        if best and shared(names, tables[best]) >= max(FEWEST, MOST * len(names)):
            yield from examine(ledger, Explained(names, best), tables[best])


def explained_rows(ledger: Ledger, rows: Sequence[Subject]) -> Names:
    """Return the rows of a table that are kegiatan with numbers, by name."""
    return names_of(row for row in rows if ledger.of_row.get((row.table_id, row.row)))


def lists(ledger: Ledger) -> Iterator[Names]:
    """Return the kegiatan that the items of every list give numbers for."""
    said = [row for row in ledger.subjects if row.source == "prose" and row.level in LINES]
    of_block = grouped((row for row in said if ledger.of_subject[row.subject_id]), lambda row: row.block_id)
    found: dict[str, Subject] = {}
    for passage in passages_of(ledger):
        item = numbered(passage)
        if passage.kind == "heading" or (item is not None and item.place == 1):
            yield found
            found = {}
        if item is not None and passage.block_id in of_block:
            row = of_block[passage.block_id][0]
            found[bare(row.uraian)] = row
    yield found


def stands_above(ledger: Ledger, table_id: str, names: Names) -> bool:
    """Tell whether a table ends on the page of a list or on the page before."""
    last = max(cell.page for cell in ledger.cells[table_id])
    return 0 <= next(iter(names.values())).page - last <= 1


def shared(names: Names, rows: Names) -> int:
    """Return how many names of a list are rows of a table."""
    return sum(holds(rows, name) for name in names)


def examine(ledger: Ledger, explained: Explained, rows: Names) -> Iterator[Result]:
    """Look for kegiatan of a list that its table lacks, and for those of the table that the list lacks."""
    names, table_id = explained
    table, first = ledger.table[table_id], next(iter(names.values()))
    cells = " ".join(cell.text for cell in ledger.cells[table_id])
    for name, row in names.items():
        if holds(rows, name) or is_said(name, cells):
            yield Result("passed")
        else:
            place = ledger.cell_place(table_id, table.page, ())
            spot = Spot(table.page, table_id, printed=shortened(row.uraian), place=place)
            yield Result("problem", spot=spot, note=both(UNLISTED, page=str(row.page)))
    for row in untold(ledger, explained, rows):
        spot = Spot(first.page, printed=row.uraian, place=page_place(row.page, ledger.table_name(table_id)))
        yield Result("problem", spot=spot, note=both(UNTOLD, page=str(first.page)))


def untold(ledger: Ledger, explained: Explained, rows: Names) -> Iterator[Subject]:
    """Return the rows of the levels that a list explains nearly all of, and that its pages do not name."""
    names = explained.names
    pages = {row.page for row in names.values()}
    text = " ".join(line.text for line in ledger.reading.lines if line.page in pages)
    for level in sorted({row.level for name, row in rows.items() if holds(names, name)}):
        of_level = [name for name, row in rows.items() if row.level == level]
        missing = [name for name in of_level if not holds(names, name)]
        if len(of_level) - len(missing) >= max(FEWEST, MOST * len(of_level)):
            yield from (rows[name] for name in missing if not is_said(name, text))


def is_said(name: str, text: str) -> bool:
    """Tell whether a text holds a name."""
    return fuzz.partial_ratio(name, " ".join(words(text))) >= ALIKE


RULE = Rule(
    id="explanations-match",
    title=Text("The explanations of a table are about its rows", "Penjelasan tabel sesuai dengan barisnya"),
    reason="A kegiatan that is explained and not listed, or listed and not explained, cannot be followed.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Complete the table, or the explanations.", "Lengkapi tabelnya, atau penjelasannya."),
    message=Text(
        "{place}: “{printed}” stands in the table or in its explanations only.",
        "{place}: “{printed}” hanya ada di tabel atau hanya di penjelasannya.",
    ),
    check=check,
)
