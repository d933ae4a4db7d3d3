"""Rows of a table while it is being put together from its parts."""

from dataclasses import dataclass

from lkjip.extract.grid import Grid, GridCell
from lkjip.records import CellKind


@dataclass(frozen=True)
class Part:
    """A grid on its page."""

    page: int
    grid: Grid
    first: bool  # nothing but running lines above it on its page
    last: bool  # nothing but running lines below it
    close: bool = False  # it stands directly below another on its page


@dataclass(frozen=True)
class TableRow:
    """A row of a table with all its cells, empty ones too."""

    kind: CellKind
    cells: tuple[GridCell, ...]

    @property
    def filled(self) -> list[GridCell]:
        """The cells with text."""
        return [cell for cell in self.cells if cell.lines]

    @property
    def texts(self) -> tuple[str, ...]:
        """The printed texts, folded for comparison."""
        return tuple(folded(cell.text) for cell in self.filled)


def folded(text: str) -> str:
    """Return a text without white space and case."""
    return "".join(text.split()).casefold()


def rows_of(part: Part) -> list[TableRow]:
    """Return the rows of a part that hold text; all are body for now."""
    by_row: dict[int, list[GridCell]] = {}
    for cell in part.grid.cells:
        by_row.setdefault(cell.row, []).append(cell)
    return [row for _, cells in sorted(by_row.items()) if (row := TableRow("body", tuple(cells))).filled]
