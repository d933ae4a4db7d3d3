"""A row of numbers says what they are about, and a unit of measure stands with a number."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, column_name, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.grouping import grouped
from lkjip.records import Cell
from lkjip.settings import Settings

YEAR: Final = re.compile(r"(?:19|20)\d{2}")
LETTERS: Final = re.compile(r"[^\W\d_]\s*[^\W\d_]")
CURRENCY: Final = re.compile(r"\brp\b\.?", re.I)
COUNTED: Final = re.compile(r"^\s*\d[\d.,]*\s*([^\W\d_][^\d]*?)\s*$")
FEWEST: Final = 2  # numbers of a row that must be about something
SMALLEST: Final = 20  # of numbers that are not just those of columns
USUAL: Final = 3  # cells of a column that print a number with a unit, before a unit alone lacks one
NO_NAME: Final = Text("the row of numbers has no name", "baris angka ini tanpa nama")
NO_NUMBER: Final = Text("a unit without a number", "satuan tanpa angka")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the rows and columns of every table."""
    for table in ledger.reading.tables:
        body = [cell for cell in ledger.cells.get(table.table_id, ()) if cell.kind == "body"]
        yield from nameless(ledger, body)
        for cells in grouped(body, lambda cell: cell.column).values():
            yield from uncounted(ledger, cells)


def nameless(ledger: Ledger, body: list[Cell]) -> Iterator[Result]:
    """Look for rows that print numbers only, and that no name from above reaches."""
    reached = {row for cell in body if is_name(cell) for row in range(cell.row, cell.row + max(cell.row_span, 1))}
    for row, cells in grouped(body, lambda cell: cell.row).items():
        numbers = ledger.of_row.get((cells[0].table_id, row), ())
        columns = {fact.column for fact in numbers}
        if len(columns) < FEWEST or all(fact.value < SMALLEST for fact in numbers if fact.value is not None):
            continue
        if row in reached:
            yield Result("passed")
        else:
            first = next(cell for cell in cells if cell.column in columns)
            yield Result("problem", tuple(numbers), spot=spot(ledger, first), note=NO_NAME)


def is_name(cell: Cell) -> bool:
    """Tell whether a cell holds words, or the year that its row is about."""
    return bool(LETTERS.search(CURRENCY.sub("", cell.text)) or YEAR.fullmatch(cell.text.strip()))


def uncounted(ledger: Ledger, cells: tuple[Cell, ...]) -> Iterator[Result]:
    """Look for a cell that holds nothing but the unit of the others of its column."""
    counted = [found[1].lower() for cell in cells if (found := COUNTED.match(cell.text))]
    for cell in cells if len(counted) >= USUAL and 2 * len(counted) > len(cells) else ():
        if cell.text.strip().lower() in counted:
            yield Result("problem", spot=spot(ledger, cell), note=NO_NUMBER)
        elif COUNTED.match(cell.text):
            yield Result("passed")


def spot(ledger: Ledger, cell: Cell) -> Spot:
    """Return the place of a cell."""
    words = (shortened(cell.text), column_name(ledger.heading(cell.table_id, cell.column)))
    return ledger.cell_spot(cell, cell.text.strip(), words)


RULE = Rule(
    id="rows-named",
    title=Text("Numbers have a name, and units a number", "Angka bernama, dan satuan berangka"),
    reason="A total without a name looks like another row, and a target without its number cannot be met.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu I (since 2014): the data are shown.",
    resolve=Text("Name the row, or print the number.", "Beri nama baris, atau lengkapi angkanya."),
    message=Text("{place}: something is missing beside “{printed}”.", "{place}: keterangan “{printed}” tidak lengkap."),
    check=check,
)
