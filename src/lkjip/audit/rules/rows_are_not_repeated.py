"""A table prints no row twice."""

from collections.abc import Iterator

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Cell
from lkjip.settings import Settings

FEWEST_CELLS = 3  # filled cells of a row that can be called repeated
FEWEST_LETTERS = 12  # of its longest cell


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the rows of every table that holds numbers."""
    for table_id, cells in ledger.cells.items():
        body = [cell for cell in cells if cell.kind == "body"]
        rows = grouped(body, lambda cell: cell.row)
        seen: dict[tuple[tuple[int, str], ...], int] = {}
        for row, held in sorted(rows.items()):
            text = content(held)
            if not is_telling(ledger, table_id, row, held):
                continue
            first = seen.setdefault(text, row)
            yield result(ledger, held, row - first)


def content(cells: tuple[Cell, ...]) -> tuple[tuple[int, str], ...]:
    """Return what a row prints, without its list number."""
    return tuple((cell.column, " ".join(cell.text.lower().split())) for cell in cells if len(cell.text) > 3)


def is_telling(ledger: Ledger, table_id: str, row: int, cells: tuple[Cell, ...]) -> bool:
    """Tell whether a row holds a name and several numbers, so that it does not repeat by chance."""
    named = max((len(cell.text) for cell in cells), default=0) >= FEWEST_LETTERS
    return named and len(cells) >= FEWEST_CELLS and len(ledger.of_row.get((table_id, row), ())) > 1


def result(ledger: Ledger, cells: tuple[Cell, ...], apart: int) -> Result:
    """Return whether a row is new; `apart` is how many rows lie between it and its first print."""
    facts = ledger.of_row[cells[0].table_id, cells[0].row]
    if apart == 0:
        return Result(verdict(True), facts)
    name = max(cells, key=lambda cell: len(cell.text))
    return Result("problem", facts, spot=ledger.cell_spot(name, shortened(name.text)))


RULE = Rule(
    id="rows-not-repeated",
    title=Text("A table prints no row twice", "Tidak ada baris yang tercetak dua kali"),
    reason="A repeated row is counted twice, or stands where another row should.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Delete the row, or print the one that belongs here.", "Hapus atau ganti baris itu."),
    message=Text(
        "{place}: this row stands in the table twice, with the same numbers.",
        "{place}: baris ini tercetak dua kali dengan angka yang sama.",
    ),
    check=check,
)
