"""A band of a scale says which of its ends belong to it."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, column_name
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Cell
from lkjip.settings import Settings

NUMBER: Final = r"(\d+(?:[.,]\d+)?)\s*%?"
HALF: Final = re.compile(rf"^\s*{NUMBER}\s*(?P<sign>[<>])\s*{NUMBER}\s*$")
NUMBERS: Final = re.compile(r"\d+(?:[.,]\d+)?")
AGAINST: Final = Text("as a comparison it is wrong, too", "sebagai perbandingan pun keliru")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for bands that are two numbers with one sign between them and nothing that is compared."""
    scales = {table.table_id for table in ledger.reading.tables if table.role == "scale"}
    scales |= {row.table_id for row in ledger.subjects if row.kind == "skala"}
    for cell in ledger.reading.cells:
        if cell.table_id in scales and cell.kind == "body" and any(letter.isdigit() for letter in cell.text):
            found = HALF.match(cell.text)
            yield Result("passed") if found is None else problem(ledger, cell, found)


def problem(ledger: Ledger, cell: Cell, found: re.Match[str]) -> Result:
    """Return the result for one band: an end that another band shares, or a comparison that cannot hold."""
    spot = ledger.cell_spot(cell, cell.text.strip(), (column_name(ledger.heading(cell.table_id, cell.column)),))
    low, high = (float(found[at].replace(",", ".")) for at in (1, 3))
    if (low < high) != (found["sign"] == "<"):
        return Result("problem", spot=spot, note=AGAINST)
    column = [other for other in ledger.cells[cell.table_id] if other.column == cell.column and other != cell]
    shared = any(found[at] in NUMBERS.findall(other.text) for other in column for at in (1, 3))
    return Result("problem", spot=spot) if shared else Result("passed")


RULE = Rule(
    id="bands-ends",
    title=Text("A band of a scale says which ends belong to it", "Interval skala menyebut batas yang termasuk"),
    reason="Where two bands share an end, a result on it has two categories or none.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Print both signs, such as 70 ≤ x < 100.", "Tulis kedua tandanya, misalnya 70 ≤ x < 100."),
    message=Text(
        "{place}: “{printed}” does not say which of its ends belong to the band.",
        "{place}: “{printed}” tidak menyebut batas mana yang termasuk interval.",
    ),
    check=check,
)
