"""Put right the cells that people found extracted wrongly, and refuse where they no longer are."""

from collections.abc import Iterable
from dataclasses import replace

from lkjip.read.manual import Correction, Manual, ManualError
from lkjip.records import Cell


def corrected(document: str, cells: Iterable[Cell], manual: Manual) -> tuple[Cell, ...]:
    """Return the cells with the corrections of this document. Raises ManualError where a cell is not what one says."""
    due = {place(row): row for row in manual.corrections if row.document == document}
    result = []
    for cell in cells:
        row = due.pop((cell.table_id, cell.row, cell.column), None)
        result.append(changed(cell, row) if row else cell)
    for row in due.values():
        raise ManualError(f"{name(row)}: there is no such cell any more; remove the row or say where the cell is now")
    return tuple(result)


def place(row: Correction) -> tuple[str, int, int]:
    """Return where a correction applies. Raises ManualError."""
    try:
        return row.table, int(row.row), int(row.column)
    except ValueError:
        raise ManualError(f"{name(row)}: row and column are numbers that count from 0") from None


def changed(cell: Cell, row: Correction) -> Cell:
    """Return a cell with its text corrected. Raises ManualError where its text is another than expected."""
    if cell.text != row.was:
        raise ManualError(f"{name(row)}: the cell holds {cell.text!r}, not {row.was!r}; remove or adapt the row")
    return replace(cell, text=row.now, lines="", confidence=100.0)


def name(row: Correction) -> str:
    """Return how to find a correction."""
    return f"data/manual/corrections.csv, {row.document} {row.table} row {row.row} column {row.column}"
