"""A row that others of its table give an indikator, a unit or a policy has one, too; a kegiatan's name is no indikator."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from lkjip.audit.ledger import KEGIATAN, LINES, Ledger, column_name, shortened
from lkjip.audit.lines import bare
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Cell, Table
from lkjip.settings import Settings

SAID: Final = re.compile(
    r"\b(?:indikator|strategi|arah\s+kebijakan|satuan|penanggung\s?jawab|formulasi|definisi)\b", re.I
)
OWNER: Final = re.compile(r"\b(?:sasaran|tujuan|kegiatan|program|indikator|uraian)\b", re.I)
FEWEST: Final = 4  # rows with a name before one can be odd
MOST: Final = 0.7  # of the rows that must say something before it is missed in the others
SHORTEST: Final = 8  # characters of a name
INDIKATOR: Final = re.compile(r"\bindikator\b(?!.*\buraian\b)", re.I)
STATE: Final = re.compile(r"^\W*(?:terlaksana|terselenggara|pelaksanaan)", re.I)  # a kegiatan that was done is a result
FEWEST_WORDS: Final = 4  # of the name of a kegiatan that no indikator has by chance
MOST_APART: Final = 3  # of a table that are told one by one
EMPTY: Final = Text("the cell is empty, those of other rows are not", "sel ini kosong, sedangkan baris lain terisi")
NAMED: Final = Text("it holds the name of a program or kegiatan", "isinya nama program atau kegiatan")
ALSO: Final = Text(
    "it holds the name of a program or kegiatan, and so do {count} more",
    "isinya nama program atau kegiatan, begitu pula {count} sel lainnya",
)


class Block(NamedTuple):
    """A name of a table and the rows down to the next name."""

    cell: Cell
    end: int


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look down every column that says something of the names to its left."""
    for table in ledger.reading.tables:
        for column in range(1, table.columns):
            owner = owner_of(ledger, table, column)
            if owner is not None and SAID.search(ledger.heading(table.table_id, column)):
                yield from examine(ledger, blocks(ledger, table, owner), column)
    for cells in grouped(names_of_kegiatan(ledger), lambda cell: cell.table_id).values():
        many = len(cells) > MOST_APART
        note = both(ALSO, count=str(len(cells) - 1)) if many else NAMED
        for cell in cells[:1] if many else cells:
            words = (column_name(ledger.heading(cell.table_id, cell.column)), shortened(cell.text))
            yield Result("problem", spot=ledger.cell_spot(cell, cell.text, words), note=note)


def names_of_kegiatan(ledger: Ledger) -> Iterator[Cell]:
    """Return the cells of columns of indikator that hold the name of a program, kegiatan or sub kegiatan of another row."""
    lines = (row for row in ledger.subjects if row.table_id and row.kind == "anggaran" and row.level in LINES)
    places = grouped(lines, lambda row: bare(row.uraian))
    for cell in ledger.reading.cells:
        heading = ledger.heading(cell.table_id, cell.column) if cell.kind == "body" else ""
        if not INDIKATOR.search(heading) or STATE.match(cell.text):
            continue
        name = bare(cell.text)
        elsewhere = any((row.table_id, row.row) != (cell.table_id, cell.row) for row in places.get(name, ()))
        if elsewhere and name.count(" ") + 1 >= FEWEST_WORDS:
            yield cell


def owner_of(ledger: Ledger, table: Table, column: int) -> int | None:
    """Return the nearest column to the left that holds names, or None."""
    own = ledger.heading(table.table_id, column)
    headings = ((at, ledger.heading(table.table_id, at)) for at in range(column - 1, -1, -1))
    return next((at for at, heading in headings if OWNER.search(heading) and heading != own), None)


def blocks(ledger: Ledger, table: Table, column: int) -> list[Block]:
    """Return the names of a column; where the table has numbers, the kegiatan and sub kegiatan that have some."""
    cells = [cell for cell in ledger.cells[table.table_id] if cell.kind == "body"]
    names = [cell for cell in cells if cell.column == column and is_name(cell)]
    last = max((cell.row for cell in cells), default=0)
    ends = [*(cell.row for cell in names[1:]), last + 1]
    counted = any((table.table_id, cell.row) in ledger.of_row for cell in names)
    measured = {row.row for row in ledger.rows.get(table.table_id, ()) if row.level in KEGIATAN}
    every = [Block(cell, end) for cell, end in zip(names, ends, strict=False)]
    return [block for block in every if not counted or is_counted(ledger, block, measured)]


def is_name(cell: Cell) -> bool:
    """Tell whether a cell is a name; one that starts with a small letter goes on with the row above."""
    return len(cell.text) >= SHORTEST and cell.column_span <= 1 and not cell.text[0].islower()


def is_counted(ledger: Ledger, block: Block, measured: set[int | None]) -> bool:
    """Tell whether a name is that of a kegiatan with numbers; a group or a unit above others has no own indikator."""
    return block.cell.row in measured and (block.cell.table_id, block.cell.row) in ledger.of_row


def examine(ledger: Ledger, rows: list[Block], column: int) -> Iterator[Result]:
    """Return for every name whether a cell of the column reaches its rows."""
    filled = [block for block in rows if is_filled(ledger, block, column)]
    if len(rows) < FEWEST or len(filled) < MOST * len(rows):
        return
    for block in rows:
        held = block in filled
        yield Result("passed") if held else Result("problem", spot=spot(ledger, block.cell, column), note=EMPTY)


def is_filled(ledger: Ledger, block: Block, column: int) -> bool:
    """Tell whether a cell of a column stands in a block, or reaches into it from above."""
    cells = (cell for cell in ledger.cells[block.cell.table_id] if cell.kind == "body")
    inside = (cell for cell in cells if cell.column <= column < cell.column + max(cell.column_span, 1))
    return any(cell.row < block.end and cell.row + max(cell.row_span, 1) > block.cell.row for cell in inside)


def spot(ledger: Ledger, cell: Cell, column: int) -> Spot:
    """Return the place of an empty cell."""
    words = (shortened(cell.text), column_name(ledger.heading(cell.table_id, column)))
    return replace(ledger.cell_spot(cell, words=words), column=column)


RULE = Rule(
    id="rows-measured",
    title=Text("Every row says how it is measured", "Setiap baris memuat indikator dan satuannya"),
    reason="An amount without an indikator cannot be held against a result.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran I and II (since 2014): kegiatan have indikator and targets.",
    resolve=Text("Fill the cell in.", "Lengkapi sel itu."),
    message=Text("{place}: the row does not say this.", "{place}: baris ini tidak menyebutkannya."),
    check=check,
)
