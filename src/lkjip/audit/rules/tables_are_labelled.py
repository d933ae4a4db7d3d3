"""A table has a number and a title, where most tables have them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Table
from lkjip.settings import Settings

MOST: Final = 0.6  # of the tables that must have a label before one without it is missed
FEWEST: Final = 5  # such tables
ANNEXED: Final = frozenset(("perjanjian_kinerja",))  # a signed form, set in as it is
TABLE_LINE: Final = re.compile(r"^\s*tab(?:el|le)[.:]?\s*[\dIVX]", re.I)
ROLES: Final = frozenset(("budget", "lra", "indicator", "comparison"))  # of tables that the text refers to
FEWEST_SHARED: Final = 2  # headings of a table that goes on
NO_LABEL: Final = Text("it has neither number nor title", "tanpa nomor dan judul")
NO_NUMBER: Final = Text("it has no number", "tidak bernomor")
PARTED: Final = re.compile(r"(?:\d+|\b[IVX]+\b)(?:[.\-]\d+)*")
FEWEST_ALIKE: Final = 4  # labels written alike before others are odd
OTHERWISE: Final = Text("most labels are written “{usual}”", "label lain ditulis “{usual}”")
NO_TITLE: Final = Text("it has a number but no title", "bernomor tetapi tanpa judul")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the label of every table."""
    tables = [table for table in ledger.reading.tables if table.role not in ANNEXED]
    numbered = [table for table in tables if table.number]
    titled = [table for table in numbered if table.caption]
    with_number = len(numbered) >= max(FEWEST, MOST * len(tables))
    with_title = len(titled) >= max(FEWEST, MOST * len(numbered))
    for table in tables:
        note = fault(ledger, table, (with_number, with_title))
        yield Result("problem", spot=spot(ledger, table), note=note) if note else Result("passed")
    yield from written(ledger, numbered)


def written(ledger: Ledger, tables: list[Table]) -> Iterator[Result]:
    """Compare how labels are written where most are written alike: "Tabel 3.1", not "Tabel. 3. 1"."""
    counted = Counter(form_of(table) for table in tables).most_common(1)
    if not counted or counted[0][1] < max(FEWEST_ALIKE, MOST * len(tables)):
        return
    usual = next(table.number for table in tables if form_of(table) == counted[0][0])
    for table in tables:
        fits = form_of(table) == counted[0][0]
        note = both(OTHERWISE, usual=usual)
        yield Result("passed") if fits else Result("problem", spot=spot(ledger, table), note=note)


def form_of(table: Table) -> str:
    """Return how a label is written: the same for all numbers, letter cases and a full stop behind."""
    return PARTED.sub("0", table.number).strip(" .").lower()


def fault(ledger: Ledger, table: Table, usual: tuple[bool, bool]) -> Text | None:
    """Return what a table's label lacks, or None."""
    with_number, with_title = usual
    if table.number:
        return NO_TITLE if with_title and not table.caption else None
    if with_number and not table.caption:
        return NO_LABEL if stands_alone(ledger, table) else None
    loose = TABLE_LINE.match(table.caption) or has_loose_label(ledger, table)
    return NO_NUMBER if with_number and table.caption and not loose else None


def stands_alone(ledger: Ledger, table: Table) -> bool:
    """Tell whether a table of numbers without any label is no continuation: it has other headings than the last."""
    every = list(ledger.table)
    at = every.index(table.table_id)
    heads = [ledger.heading(table.table_id, column) for column in range(table.columns)]
    last = ledger.table[every[at - 1]] if at else table
    known = {ledger.heading(last.table_id, column) for column in range(last.columns)} if at else set()
    usual = table.role in ROLES and all(heads) and len(known & set(heads)) < FEWEST_SHARED
    return usual and not has_loose_label(ledger, table)


def has_loose_label(ledger: Ledger, table: Table) -> bool:
    """Tell whether a line of the table's page names a table: its label may have been read as text."""
    used = {other.number for other in ledger.reading.tables if other.number}
    near = (line for line in ledger.reading.lines if line.page in (table.page - 1, table.page))
    return any(TABLE_LINE.match(line.text) and not any(line.text.startswith(u) for u in used) for line in near)


def spot(ledger: Ledger, table: Table) -> Spot:
    """Return the place of a table."""
    printed = table.number or shortened(table.caption)
    place = Text(printed, printed) if printed else ledger.cell_place(table.table_id, table.page, ())
    return Spot(table.page, table.table_id, printed=printed, place=place)


RULE = Rule(
    id="table-labels",
    title=Text("Tables have a number and a title", "Tabel bernomor dan berjudul"),
    reason="The text cannot refer to a table without a number, and a reader cannot tell what one without title shows.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Give the table a number and a title.", "Beri nomor dan judul tabel."),
    message=Text("{place}: the table's label is incomplete.", "{place}: label tabel tidak lengkap."),
    check=check,
)
