"""A tujuan is not listed as a sasaran."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, column_name, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.records import Cell
from lkjip.settings import Settings

TUJUAN: Final = re.compile(r"^\s*tujuan(?:\s+strategis)?\s*$", re.I)
SASARAN: Final = re.compile(r"^\s*sasaran(?:\s+strategis)?\s*$", re.I)
PLANS: Final = frozenset(("iku", "perjanjian_kinerja", "renstra", "text"))  # roles of tables that set the sasaran
FEWEST: Final = 3  # words of a name that says what it aims at


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every cell of a column of sasaran against the tujuan that no plan lists as a sasaran."""
    tujuan = {words(cell.text): cell for cell in under(ledger, TUJUAN)}
    planned = {words(cell.text) for cell in under(ledger, SASARAN) if ledger.table[cell.table_id].role in PLANS}
    for known in planned:
        tujuan.pop(known, None)
    for cell in under(ledger, SASARAN) if tujuan else ():
        other = tujuan.get(words(cell.text))
        if other is None:
            yield Result("passed")
        elif other.table_id != cell.table_id:
            name = ledger.table_name(other.table_id)
            yield Result("problem", spot=spot(ledger, cell), expected=Text(name, name))


def under(ledger: Ledger, heading: re.Pattern[str]) -> Iterator[Cell]:
    """Return the names that stand in columns with a heading."""
    for cell in ledger.reading.cells:
        named = cell.kind == "body" and len(words(cell.text)) >= FEWEST
        if named and heading.match(ledger.heading(cell.table_id, cell.column)):
            yield cell


def spot(ledger: Ledger, cell: Cell) -> Spot:
    """Return the place of a cell."""
    heading = column_name(ledger.heading(cell.table_id, cell.column))
    return ledger.cell_spot(cell, shortened(cell.text), (heading,))


RULE = Rule(
    id="tujuan-no-sasaran",
    title=Text("A tujuan is not listed as a sasaran", "Tujuan tidak dicantumkan sebagai sasaran"),
    reason="Tujuan and sasaran have their own indikator; who mixes them reports one result twice.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran I and II (since 2014); Permendagri 86/2017 (since 2017).",
    resolve=Text("Name the sasaran, or change the heading.", "Tuliskan sasarannya, atau ubah judul kolomnya."),
    message=Text(
        "{place}: “{printed}” is a tujuan according to {expected}.",
        "{place}: “{printed}” adalah tujuan menurut {expected}.",
    ),
    check=check,
)
