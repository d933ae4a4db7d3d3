"""The numbers of a table's rows and columns follow one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lkjip.audit.ledger import KEGIATAN, Ledger, column_name, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Cell, Subject, Table
from lkjip.settings import Settings

COUNTING: Final = re.compile(r"^\s*(?:no|nomor)\b[\s.]*(?:urut)?\s*$", re.I)
NUMBER: Final = re.compile(r"^\(?(\d{1,3})(\.?\)?)$")
LETTER: Final = re.compile(r"^l[.)]?$")
WIDEST: Final = 1  # columns from the left in which rows are numbered
FEWEST: Final = 3  # numbers that are written alike before another way is odd
PROGRAM: Final = "program"
LEVELS: Final = KEGIATAN | {PROGRAM}
MOST: Final = 0.7  # of the rows of a kind that must have a number before it is missed in the others
UNNUMBERED: Final = Text(
    "others of its kind have a number, this row has none", "baris sejenis bernomor, baris ini tidak"
)
TWICE: Final = Text("the row before has the same number", "baris sebelumnya bernomor sama")
LEFT_OUT: Final = Text("no row is numbered {number}", "tidak ada baris bernomor {number}")
COLUMNS: Final = Text("no column is numbered {number}", "tidak ada kolom bernomor {number}")
OTHERWISE: Final = Text("rows are numbered with and without a full stop", "nomor baris ditulis dengan dan tanpa titik")
NOT_DIGIT: Final = Text("it is the letter l, not the digit 1", "ini huruf l, bukan angka 1")


class Numbered(NamedTuple):
    """A cell with the number it holds and what stands behind that."""

    cell: Cell
    number: int
    tail: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Follow the numbers of every table, down its rows and along its columns."""
    for table in ledger.reading.tables:
        cells = ledger.cells.get(table.table_id, ())
        for column in range(WIDEST + 1):
            if COUNTING.match(ledger.heading(table.table_id, column)):
                yield from down(ledger, [cell for cell in cells if cell.column == column and cell.kind == "body"])
        yield from along(ledger, table, [cell for cell in cells if cell.kind == "numbering"])
        yield from beside(ledger, table)


def down(ledger: Ledger, cells: Sequence[Cell]) -> Iterator[Result]:
    """Compare the number of every row with that of the row before, where no row stands between them."""
    rows = sorted(numbered(cells), key=lambda item: item.cell.row)
    yield from letters(ledger, cells)
    for before, item in pairwise(rows):
        touching = before.cell.row + max(before.cell.row_span, 1) >= item.cell.row
        if touching and item.number == before.number:
            yield problem(ledger, item.cell, TWICE)
        elif touching and item.number == before.number + 2 and not holds(cells, item.number - 1):
            yield problem(ledger, item.cell, both(LEFT_OUT, number=str(item.number - 1)))
        else:
            yield Result("passed")
    odd = other_style(rows)
    if odd:
        yield problem(ledger, odd.cell, OTHERWISE)


def letters(ledger: Ledger, cells: Sequence[Cell]) -> Iterator[Result]:
    """Look for an l that stands for a 1: no k stands before it."""
    marks = {cell.text.strip().lower().rstrip(".)") for cell in cells}
    for cell in cells:
        if LETTER.match(cell.text.strip()) and "k" not in marks:
            yield problem(ledger, cell, NOT_DIGIT)


def other_style(rows: Sequence[Numbered]) -> Numbered | None:
    """Return the first row whose number is written otherwise than the first one's, or None."""
    return next((item for item in rows if item.tail != rows[0].tail), None) if len(rows) >= FEWEST else None


def along(ledger: Ledger, table: Table, cells: Sequence[Cell]) -> Iterator[Result]:
    """Compare the numbers of columns that stand side by side; the first jump is enough to say."""
    columns = sorted(numbered(cells), key=lambda item: (item.cell.row, item.cell.column))
    for before, item in pairwise(columns):
        beside = before.cell.column + max(before.cell.column_span, 1) >= item.cell.column
        if beside and before.cell.row == item.cell.row and item.number > before.number + 1:
            yield problem(ledger, item.cell, both(COLUMNS, number=str(before.number + 1)))
            return
    if len(columns) >= FEWEST:
        yield Result("passed")


def beside(ledger: Ledger, table: Table) -> Iterator[Result]:
    """Look for programs and kegiatan without a number where others in their place have a cell with one."""
    lines = {row.row: row for row in ledger.rows.get(table.table_id, ()) if row.level in LEVELS}
    rows = [lines[at] for at in sorted(lines, key=lambda at: at or 0)]
    columns = {row.row: column for row in rows if (column := number_column(ledger, row)) is not None}
    groups = {above.row for above, row in pairwise(rows) if above.level == row.level == PROGRAM}
    programs = [row for row in rows if row.level == PROGRAM and row.row not in groups]
    first = [row for above, row in pairwise(rows) if above.level == PROGRAM and row.level in KEGIATAN]
    bare = [*without(programs, columns), *without(first, columns), *after(rows, columns)]
    for row in sorted(bare, key=lambda row: row.row or 0):
        column = columns[min(columns, key=lambda at: abs((at or 0) - (row.row or 0)))]
        if not is_reached(ledger, row, column):
            words = (shortened(row.uraian), column_name(ledger.heading(table.table_id, column)))
            place = ledger.cell_place(table.table_id, row.page, words)
            yield Result("problem", spot=Spot(row.page, table.table_id, row.row, column, "", place), note=UNNUMBERED)


def is_reached(ledger: Ledger, row: Subject, column: int) -> bool:
    """Tell whether a cell of a column stands in a row or reaches it from above."""
    own = row.row or 0
    cells = (cell for cell in ledger.cells[row.table_id] if cell.column == column and cell.row <= own)
    return any(cell.row + max(cell.row_span, 1) > own for cell in cells)


def without(rows: Sequence[Subject], columns: Mapping[int | None, int]) -> list[Subject]:
    """Return the rows without a number, where nearly all of their kind have one."""
    held = [row for row in rows if row.row in columns]
    usual = len(held) >= FEWEST and len(held) >= MOST * len(rows)
    return [row for row in rows if not row.number and row.row not in columns] if usual else []


def after(rows: Sequence[Subject], columns: Mapping[int | None, int]) -> list[Subject]:
    """Return the kegiatan without a number right below one that has one, where their level has numbers."""
    levels = {row.level for row in rows if row.row in columns}
    pairs = ((above, row) for above, row in pairwise(rows) if {above.level, row.level} <= KEGIATAN & levels)
    return [row for above, row in pairs if above.row in columns and not row.number]


def number_column(ledger: Ledger, row: Subject) -> int | None:
    """Return the column whose cell holds the number of a row and nothing else, or None."""
    number = row.number.strip(" .)")
    cells = (cell for cell in ledger.cells[row.table_id] if cell.row == row.row and number)
    return next((cell.column for cell in cells if cell.text.strip(" .)") == number), None)


def numbered(cells: Sequence[Cell]) -> list[Numbered]:
    """Return the cells that hold a number and nothing else."""
    found = ((cell, NUMBER.match(cell.text.strip())) for cell in cells)
    return [Numbered(cell, int(match[1]), match[2]) for cell, match in found if match]


def holds(cells: Sequence[Cell], number: int) -> bool:
    """Tell whether a cell holds a number among other things: two rows may have been read as one."""
    return any(str(number) in re.findall(r"\d+", cell.text) for cell in cells)


def problem(ledger: Ledger, cell: Cell, note: Text) -> Result:
    """Return the result for one number."""
    words = (shortened(cell.text), column_name(ledger.heading(cell.table_id, cell.column)))
    return Result("problem", spot=ledger.cell_spot(cell, cell.text.strip(), words), note=note)


RULE = Rule(
    id="row-numbers",
    title=Text("Rows and columns are numbered one after the other", "Nomor baris dan kolom berurutan"),
    reason="A number left out may hide a missing row, and one that stands twice makes references ambiguous.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Number the rows or columns again.", "Urutkan kembali nomor baris atau kolom."),
    message=Text("{place}: the numbers do not follow one another.", "{place}: nomornya tidak berurutan."),
    check=check,
)
