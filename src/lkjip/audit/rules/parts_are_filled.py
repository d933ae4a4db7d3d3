"""No table stands without rows, no summary row without a value, no "Sumber :" without a source."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import below_table
from lkjip.records import Cell, Table
from lkjip.settings import Settings

SUMMARY: Final = re.compile(
    r"^\s*(?:rata\s?-?\s?rata\s+(?:capaian|realisasi|kinerja)[\w\s()%]*|predikat\s+kinerja|"
    r"(?:jumlah|total)(?:\s+(?:anggaran|belanja|keseluruhan|seluruhnya))?)\s*:?\s*$",
    re.I,
)
SOURCE: Final = re.compile(r"^\s*sumber(?:\s+data)?\s*:\s*$", re.I)
FEWEST: Final = 3  # columns of a table in which a row can lack its values
NO_ROWS: Final = Text("the table has no rows", "tabel ini tidak berisi baris")
NO_VALUE: Final = Text("the row has no value", "baris ini tidak berisi nilai")
NO_SOURCE: Final = Text("no source is named", "sumbernya tidak disebutkan")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every table, at its summary rows, and at the lines below it."""
    for table in ledger.reading.tables:
        yield from rows(ledger, table)
    yield from sources(ledger)


def sources(ledger: Ledger) -> Iterator[Result]:
    """Look for a line that announces a source and names none, there or in the next line."""
    for line, following in zip_longest(ledger.reading.lines, ledger.reading.lines[1:]):
        if line is None or (line.kind != "source" and not SOURCE.match(line.text)):
            continue
        goes_on = following is not None and following.kind == "source"
        if SOURCE.match(line.text) and not goes_on:
            yield Result("problem", spot=below_table(ledger, line), note=NO_SOURCE, severity="info")
        else:
            yield Result("passed")


def rows(ledger: Ledger, table: Table) -> Iterator[Result]:
    """Look for a table without a body, and for summary rows that hold nothing but their name."""
    cells = ledger.cells.get(table.table_id, ())
    body = [cell for cell in cells if cell.kind == "body"]
    if not body and len(cells) >= FEWEST:
        place = ledger.cell_place(table.table_id, table.page, (shortened(table.caption),))
        where = Spot(table.page, table.table_id, printed=table.number, place=place)
        yield Result("problem", spot=where, note=NO_ROWS)
    filled = {cell.row for cell in body if not SUMMARY.match(cell.text)}
    for cell in body:
        if table.columns >= FEWEST and SUMMARY.match(cell.text):
            fits = cell.row in filled
            where = replace(ledger.cell_spot(cell, cell.text), column=value_column(ledger, cell))
            yield Result("passed") if fits else Result("problem", spot=where, note=NO_VALUE, severity="info")


def value_column(ledger: Ledger, cell: Cell) -> int:
    """Return the column in which most rows of a cell's table print their numbers: the value should stand there."""
    columns = Counter(fact.column for fact in ledger.of_table.get(cell.table_id, ()))
    return next((column for column, _ in columns.most_common(1) if column is not None), cell.column)


RULE = Rule(
    id="parts-filled",
    title=Text("Nothing that is announced is left empty", "Tidak ada bagian yang dibiarkan kosong"),
    reason="An empty table or row shows that the part was prepared and never finished.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu I (since 2014): the data are shown.",
    resolve=Text("Fill it in, or say why there is nothing.", "Lengkapi, atau jelaskan mengapa kosong."),
    message=Text("{place}: the part is not complete.", "{place}: bagian ini tidak lengkap."),
    check=check,
)
