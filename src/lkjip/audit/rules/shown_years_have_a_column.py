"""A year that a caption promises, or that a sentence reads from a table, has a column in that table."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.references_lead_somewhere import REFERENCE, numbered_tables
from lkjip.audit.text import folded_number, matches, spot
from lkjip.audit.wording import both, enumerated
from lkjip.records import Table
from lkjip.settings import Settings

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_BEFORE: Final = re.compile(r"\btahun\s+(?:sebelum(?:nya)?|(?:yang\s+)?lalu)\b", re.I)
SHOWS: Final = re.compile(
    rf"{REFERENCE.pattern}\s[^;]{{0,160}}?\b(?:menunjukk?an|memperlihatkan|terlihat|(?:dapat\s+)?di\s?lihat|diketahui)"
    r"\s+bahwa\s+(?:pada\s+|di\s+|untuk\s+|dari\s+)?(?P<years>tahun\s+(?:19|20)\d\d(?:\s*(?:,|dan|,\s*dan)\s*(?:19|20)\d\d)*)",
    re.I,
)
FEWEST: Final = 2  # years with a column of a table that goes through years
COLUMNS: Final = Text("its columns are {years}", "kolomnya {years}")
PROMISED: Final = Text(
    "the caption promises {year}, its columns are {years}", "judulnya menyebut {year}, kolomnya {years}"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold captions about the year before, and sentences that read years from a table, against its columns."""
    columns = {table.table_id: years_of(ledger, table) for table in ledger.reading.tables}
    for table in ledger.reading.tables:
        if len(columns[table.table_id]) >= FEWEST and ledger.year.isdigit() and YEAR_BEFORE.search(table.caption):
            yield promised(ledger, table, columns[table.table_id])
    numbered = dict(numbered_tables(ledger))
    for paragraph, found in matches(ledger, SHOWS):
        table_of = numbered.get(folded_number(found[1]))
        years = columns[table_of.table_id] if table_of else []
        if table_of and len(years) >= FEWEST:
            lost = [
                year for year in YEAR.findall(found["years"]) if year not in [*years, *YEAR.findall(table_of.caption)]
            ]
            note = both(COLUMNS, years=enumerated(years))
            yield Result("problem", spot=spot(paragraph, found, "years"), note=note) if lost else Result("passed")


def years_of(ledger: Ledger, table: Table) -> list[str]:
    """Return the years that a table's headings name, in order."""
    headings = (ledger.heading(table.table_id, column) for column in range(table.columns))
    return sorted({year for heading in headings for year in YEAR.findall(heading)})


def promised(ledger: Ledger, table: Table, years: list[str]) -> Result:
    """Return whether a table that promises the year before has a column of it, if it has one of the report's year."""
    before = str(int(ledger.year) - 1)
    earlier = [year for year in years if year < ledger.year]
    if ledger.year not in years or not earlier or before in years:
        return Result("passed")
    head = next(cell for cell in ledger.cells[table.table_id] if cell.kind == "header" and earlier[-1] in cell.text)
    place = ledger.cell_place(table.table_id, head.page, (head.text,))
    at = Spot(head.page, table.table_id, head.row, head.column, head.text, place)
    return Result("problem", spot=at, note=both(PROMISED, year=before, years=enumerated(years)))


RULE = Rule(
    id="years-shown",
    title=Text("A year that a table is said to show has a column", "Tahun yang disebut ada kolomnya di tabel"),
    reason="A reader looks for the year before, or for the year of the sentence, and does not find it.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): comparison with the year before.",
    resolve=Text("Add the column, or correct the year.", "Tambahkan kolomnya, atau perbaiki tahunnya."),
    message=Text(
        "{place}: the table lacks a column for a year: {printed}.",
        "{place}: tabel tidak memuat kolom untuk satu tahun: {printed}.",
    ),
    check=check,
    guess_matters=False,
)
