"""Parts of tables to whole tables: a table that goes on over pages becomes one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lkjip.extract.grid import Grid, GridCell
from lkjip.records import CellKind

SAME_COLUMN = 4.0  # points that a column boundary may shift from page to page


@dataclass(frozen=True)
class Part:
    """A grid on its page."""

    page: int
    grid: Grid
    first: bool  # nothing but running lines above it on its page
    last: bool  # nothing but running lines below it


@dataclass(frozen=True)
class TableRow:
    """A row of a table: its cells by column, and where it comes from."""

    page: int
    kind: CellKind
    cells: tuple[GridCell, ...]  # non-empty and empty ones

    @property
    def texts(self) -> tuple[str, ...]:
        """The printed texts, folded for comparison."""
        return tuple("".join(cell.text.split()).casefold() for cell in self.cells)

    @property
    def filled(self) -> list[GridCell]:
        """The cells with text."""
        return [cell for cell in self.cells if cell.lines]


@dataclass
class Joined:
    """A table over one or more pages."""

    parts: list[Part]
    rows: list[TableRow] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)  # first and last row of each part
    header_rows: int = 0
    notes: list[str] = field(default_factory=list)


def merged(parts: Sequence[Part]) -> list[Joined]:
    """Return the tables that the parts form, in reading order."""
    tables: list[Joined] = []
    for part in parts:
        rows = rows_of(part)
        if tables and goes_on(tables[-1], part):
            append(tables[-1], part, rows)
        else:
            tables.append(started(part, rows))
    return tables


def rows_of(part: Part) -> list[TableRow]:
    """Return the rows of a part; every row is body for now. Rows without text are dropped."""
    rows = []
    for index in range(part.grid.frame.rows):
        cells = tuple(cell for cell in part.grid.cells if cell.row == index)
        rows.append(TableRow(part.page, "body", cells))
    return [row for row in rows if row.filled]


def goes_on(table: Joined, part: Part) -> bool:
    """Tell whether a part continues a table from the page before."""
    before = table.parts[-1]
    if not (before.last and part.first and part.page == before.page + 1):
        return False
    return same_columns(before.grid.frame.xs, part.grid.frame.xs)


def same_columns(left: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether two tables have the same columns, perhaps shifted as a whole."""
    if len(left) != len(right):
        return False
    return all(abs((a - left[0]) - (b - right[0])) <= SAME_COLUMN for a, b in zip(left, right, strict=True))


def started(part: Part, rows: list[TableRow]) -> Joined:
    """Return the table that a part opens, its header and numbering rows marked."""
    count = header_count(rows)
    kinds: list[CellKind] = ["header"] * count + ["body"] * (len(rows) - count)
    if count < len(rows) and is_numbering(rows[count]):
        kinds[count] = "numbering"
    marked = [replace(row, kind=kind) for row, kind in zip(rows, kinds, strict=True)]
    return Joined([part], marked, [(0, len(marked) - 1)], count)


def append(table: Joined, part: Part, rows: list[TableRow]) -> None:
    """Add a continuation: its repeated header and numbering rows are dropped."""
    head = [row for row in table.rows if row.kind != "body"]
    repeated = 0
    while repeated < min(len(head), len(rows)) and rows[repeated].texts == head[repeated].texts:
        repeated += 1
    if repeated:
        table.notes.append(f"page {part.page}: {repeated} repeated header rows dropped")
    body = rows[repeated:]
    if body and is_numbering(body[0]) and any(row.kind == "numbering" for row in head):
        body = body[1:]
    first = len(table.rows)
    table.rows.extend(body)
    table.parts.append(part)
    table.spans.append((first, len(table.rows) - 1))


def is_numbering(row: TableRow) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3, (1) (2) (3)."""
    texts = [cell.text.strip("() .") for cell in row.filled]
    if len(texts) < 3 or len(texts) < len(row.cells) - 1:
        return False
    numbers = [int(text) for text in texts if text.isdigit() and len(text) < 3]
    return (
        len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] < 3
    )


def header_count(rows: Sequence[TableRow]) -> int:
    """Return how many rows at the top are the header."""
    for index, row in enumerate(rows[:6]):
        if index and is_numbering(row):
            return index
    return spanned(rows) if rows and not has_amount(rows[0]) else 0


def spanned(rows: Sequence[TableRow]) -> int:
    """Return how many rows the cells of the first row reach over, rows below cells over columns included."""
    top = rows[0].cells[0].row
    end = max(cell.row + cell.row_span for cell in rows[0].cells)
    count = sum(row.cells[0].row < end for row in rows)
    wide = any(1 < cell.column_span for cell in rows[0].filled) and len(rows[0].filled) > 1
    if wide and end == top + 1 and len(rows) > 1:
        return min(len(rows), count + 1)
    return count


def has_amount(row: TableRow) -> bool:
    """Tell whether a row holds amounts such as 1.234.567 or 98,5: then it is no header."""
    return any(cell.text.replace(".", "").replace(",", "").isdigit() and len(cell.text) > 4 for cell in row.filled)


def texts(rows: Iterable[TableRow]) -> list[tuple[str, ...]]:
    """Return the texts of the rows."""
    return [row.texts for row in rows]
