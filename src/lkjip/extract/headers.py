"""Header rows of a table, and rows that only number the columns."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.grid import GridCell
from lkjip.extract.table import TableRow
from lkjip.extract.values import ORDINAL, column_number, has_digit, is_amount
from lkjip.records import CellKind

DEEPEST = 8  # rows within which a header ends
TINY = 6  # characters of a label such as K, Rp, (%), Target
UNSURE = 70.0  # per cent: what is recognised with less may be another character
RECOGNISED = 4  # column numbers for each that was not recognised
LABEL = 30  # characters: the name of a column under a wide header is not longer


def marked(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows with their kinds: header and numbering at the top, then the body."""
    kinds = header_kinds(rows)
    kinds += ["body"] * (len(rows) - len(kinds))
    return [replace(row, kind=kind) for row, kind in zip(rows, kinds, strict=True)]


def header_kinds(rows: Sequence[TableRow]) -> list[CellKind]:
    """Return the kinds of the rows that are a table's head."""
    numbering = next((i for i, row in enumerate(rows[:DEEPEST]) if is_numbering(row)), None)
    if numbering is not None and not any(is_data(row) for row in rows[:numbering]):
        head: list[CellKind] = [*(["header"] * numbering), "numbering"]  # type: ignore[list-item]
        return head + after_numbering(rows, numbering)
    if not rows or is_data(rows[0]) or is_numbering(rows[0]):
        return []
    count = 1
    while count < min(len(rows) - 1, DEEPEST) and in_header(rows, count):
        count += 1
    return ["header"] * count


def after_numbering(rows: Sequence[TableRow], numbering: int) -> list[CellKind]:
    """Return "header" for short labels below a numbering row of a few columns, as K and Rp under a year."""
    row = rows[numbering]
    if numbering + 2 >= len(rows):
        return []
    below = rows[numbering + 1].filled
    columns = {c for cell in row.filled for c in range(cell.column, cell.column + cell.column_span)}
    few = len(row.filled) * 2 <= len(row.cells) + 1 and all(
        cell.column in columns and is_label(cell.text) for cell in below
    )
    tiny = len(below) > 1 and all(len(cell.text) <= TINY and not has_digit(cell.text) for cell in below)
    return ["header"] if few or (tiny and below[0].column > 0) else []


def is_label(text: str) -> bool:
    """Tell whether a text can name a column under a wide header."""
    return len(text) <= LABEL and not is_amount(text) and not ORDINAL.match(text)


def is_numbering(row: TableRow) -> bool:
    """Tell whether a row only numbers columns: 1 2 3, (1) (2) (3), a "4=3/2" among them, numbers left out."""
    numbers = [column_number(cell.text) for cell in row.filled]
    found = [number for number in numbers if number is not None]
    lost = [cell for cell, number in zip(row.filled, numbers, strict=True) if number is None]
    if not (len(lost) * RECOGNISED <= len(found) and all(is_unsure(cell) for cell in lost)):
        return False
    if len(found) < 2 or found[-1] > len(row.cells) * 3:
        return False
    if any(a >= b for a, b in itertools.pairwise(found)):
        return False
    if len(found) == 2:  # two numbers are a numbering where they stand under a wide header, away from the first column
        return row.filled[0].column > 0 and len(row.cells) > 2
    covered = sum(cell.column_span for cell in row.filled)
    return covered >= 0.5 * sum(cell.column_span for cell in row.cells)


def is_unsure(cell: GridCell) -> bool:
    """Tell whether a cell of a scan holds one character that was hardly recognised: it may be any digit."""
    return len(cell.text) == 1 and all(line.confidence < UNSURE for line in cell.lines)


def is_data(row: TableRow) -> bool:
    """Tell whether a row holds data, so that it is no header."""
    filled = row.filled
    if any(is_amount(cell.text) for cell in filled):
        return True
    return len(filled) > 1 and ORDINAL.match(filled[0].text) is not None and not is_numbering(row)


def in_header(rows: Sequence[TableRow], index: int) -> bool:
    """Tell whether a row continues the header above it."""
    row, above = rows[index], rows[index - 1]
    if is_data(row):
        return False
    number = row.cells[0].row
    if any(cell.row + cell.row_span > number for r in rows[:index] for cell in r.filled):
        return True
    if index == 1 and wide_row(above):  # a title over the whole table
        return same_style(above, row) or all(is_label(cell.text) for cell in row.filled)
    if any(cell.column_span > 1 for cell in above.filled) and under_wide(above, row):
        return True
    colour = coloured(above)
    return colour is not None and coloured(row) == colour and same_style(above, row) and not wide_row(row)


def under_wide(above: TableRow, row: TableRow) -> bool:
    """Tell whether a row's texts all stand under cells over several columns, as short labels."""
    wide = {
        c for cell in above.filled if cell.column_span > 1 for c in range(cell.column, cell.column + cell.column_span)
    }
    return all(cell.column in wide and is_label(cell.text) for cell in row.filled)


def wide_row(row: TableRow) -> bool:
    """Tell whether a row is one cell over several columns."""
    return len(row.cells) == 1 and row.cells[0].column_span > 1


def coloured(row: TableRow) -> int | None:
    """Return the colour behind a row, None for paper or for several."""
    colours = {cell.colour for cell in row.cells}
    return colours.pop() if len(colours) == 1 else None


def same_style(above: TableRow, row: TableRow) -> bool:
    """Tell whether two rows are as bold as each other."""
    return all(cell.bold for cell in row.filled) == all(cell.bold for cell in above.filled)


def same_head(head: Sequence[TableRow], rows: Sequence[TableRow]) -> bool:
    """Tell whether rows repeat a header, perhaps cut into rows otherwise: the texts column by column are the same."""
    left, right = by_column(head), by_column(rows)
    if not left or len(left) < 2:
        return False
    same = sum(left[column] == right.get(column) for column in left)
    return same >= 0.75 * max(len(left), len(right))


def by_column(rows: Sequence[TableRow]) -> dict[int, str]:
    """Return the texts of each column from top to bottom, folded."""
    texts: dict[int, str] = {}
    for row in rows:
        if row.kind != "numbering":
            for cell in row.filled:
                texts[cell.column] = texts.get(cell.column, "") + "".join(cell.text.split()).casefold()
    return texts


def numbering_cut(rows: Sequence[TableRow]) -> list[TableRow]:
    """Cut off the column numbers where no rule, or a broken one, parts them from the row below."""
    result: list[TableRow] = []
    for index, row in enumerate(rows):
        later = rows[index + 1] if index + 1 < len(rows) else None
        long = [cell for cell in row.filled if len(cell.lines) > 1] if index < DEEPEST else []
        first = replace(row, cells=tuple(cell._replace(lines=cell.lines[:1]) for cell in row.cells)) if long else row
        if len(long) < 2 or not is_numbering(first):
            result.append(row)
            continue
        rest = tuple(cell._replace(lines=cell.lines[1:]) for cell in row.cells if cell in long or later is None)
        if later is None or not all(cell.row_span > 1 for cell in long):
            return [*result, first, replace(row, cells=rest), *rows[index + 1 :]]
        together = sorted([*rest, *later.cells], key=lambda cell: cell.column)
        return [*result, first, replace(later, cells=tuple(together)), *rows[index + 2 :]]
    return result


def same_words(head: Sequence[TableRow], rows: Sequence[TableRow]) -> bool:
    """Tell whether rows start with the words of a header, however they are shared out over its cells."""
    wanted = words_in(head)
    return any(words_in(rows[: count + 1]) == wanted for count in range(min(len(rows), DEEPEST)))


def words_in(rows: Sequence[TableRow]) -> Counter[str]:
    """Count the words of rows, without column numbers."""
    return Counter(
        word.casefold() for row in rows if not is_numbering(row) for cell in row.filled for word in cell.text.split()
    )
