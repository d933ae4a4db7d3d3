"""Rows that a page break cut in two: the evidence for it, and the joining."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.grid import GridCell
from lkjip.extract.table import TableRow
from lkjip.extract.values import has_digit, is_value

# Words that end no phrase: a text that stops here goes on in the next line.
UNFINISHED = frozenset(
    [
        "dan",
        "dengan",
        "yang",
        "di",
        "ke",
        "dari",
        "pada",
        "untuk",
        "oleh",
        "dalam",
        "serta",
        "atau",
        "secara",
        "sesuai",
        "terhadap",
        "bagi",
        "antara",
        "sebagai",
        "atas",
        "kepada",
        "tentang",
        "guna",
        "para",
        "per",
        "melalui",
        "agar",
        "akan",
        "telah",
        "tidak",
        "adalah",
        "sub",
        "of",
        "the",
        "and",
    ]
)
OPEN_END = re.compile(r"[-,/&(]$")
BULLET = re.compile(r"^[-–•▪●■➢✓]")
ENOUGH = 3  # rows from which on a table's habits are known
USUAL = 0.3  # of the cells of a column: where more of them start in lower case, that says nothing


def flows(before: str, after: str, lower_says: bool) -> bool:
    """Tell whether a text goes on from one cell into the next."""
    if not before or not after or is_value(before):
        return False
    if is_unfinished(before) or OPEN_END.search(before):
        return True
    if after[0] in ")],;":
        return True
    return lower_says and after[0].islower() and not before.endswith((".", ";", ":"))


def lower_says(rows: Sequence[TableRow], column: int) -> bool:
    """Tell whether cells of a column rarely start in lower case, so that one which does is the rest of another."""
    starts = [cell.text[0] for row in rows if row.kind == "body" for cell in row.filled if cell.column == column]
    return sum(char.islower() for char in starts) <= USUAL * len(starts)


def goes_on(rows: Sequence[TableRow], after: TableRow, open_rule: bool) -> bool:
    """Tell whether `after`, first on its page, is the rest of the last of `rows`.

    `open_rule` says that no rule closes the row on at least one side of the page break.
    """
    pairs = paired(rows[-1], after)
    new = len(after.filled) - len(pairs)
    flowing = [(a, b) for a, b in pairs if flows(a.text, b.text, lower_says(rows, a.column))]
    values = any(is_value(a.text) and is_value(b.text) for a, b in pairs)
    if flowing:
        cut = any(is_unfinished(a.text) for a, _ in flowing)
        return len(flowing) > new and (not values or len(flowing) > 1 or cut)
    if new or values or not pairs:
        return False
    filled = {cell.column for cell in after.filled}
    if any(is_rest(rows, a.column, filled) for a, _ in pairs):
        return True
    if min(filled) <= min(cell.column for cell in rows[-1].filled):
        return False
    listed = any(BULLET.match(b.text) and bullets(a) for a, b in pairs)
    return open_rule or listed


def paired(before: TableRow, after: TableRow) -> list[tuple[GridCell, GridCell]]:
    """Return the cells of `after` with the cells with text that they stand under."""
    pairs: list[tuple[GridCell, GridCell]] = []
    for cell in after.filled:
        above = [c for c in before.filled if c.column <= cell.column < c.column + c.column_span]
        pairs.extend((c, cell) for c in above[:1])
    return pairs


def is_unfinished(text: str) -> bool:
    """Tell whether a text stops at a word that ends no phrase, or inside brackets."""
    return text.split()[-1].lower().strip("(") in UNFINISHED or text.count("(") > text.count(")")


def is_rest(rows: Sequence[TableRow], column: int, filled: set[int]) -> bool:
    """Tell whether a row that fills these columns is unlike all rows above that fill `column`.

    Their texts are numbered and this one is not (the caller knows that it starts no list), or they always have values.
    """
    like = [row for row in rows if row.kind == "body" and any(cell.column == column for cell in row.filled)]
    if len(like) < ENOUGH or any(
        cell.text.endswith((".", ";", ":")) for cell in like[-1].filled if cell.column == column
    ):
        return False
    valued = [{cell.column for cell in row.filled if has_digit(cell.text)} - {column} for row in like]
    return all(len(columns) > 0 and not columns & filled for columns in valued)


def bullets(cell: GridCell) -> bool:
    """Tell whether a cell holds a list."""
    return any(BULLET.match(line.text) for line in cell.lines)


def joined(before: TableRow, after: TableRow) -> TableRow:
    """Return one row of the two, each cell's text going on in the cell below it."""
    tails = {id(cell): tail for cell, tail in paired(before, after)}
    placed = {id(tail) for tail in tails.values()}
    cells = [replace(c, lines=c.lines + tails[id(c)].lines) if id(c) in tails else c for c in before.cells]
    new = [cell for cell in after.filled if id(cell) not in placed]
    columns = {cell.column for cell in new}
    cells = [cell for cell in cells if cell.lines or cell.column not in columns] + new
    return replace(before, cells=tuple(sorted(cells, key=lambda cell: cell.column)))


def carried(rows: Sequence[TableRow], after: TableRow) -> tuple[int, GridCell] | None:
    """Return the row and the cell, merged over rows above, whose text goes on in the first cell of `after`."""
    head = after.filled[0]
    for index in range(len(rows) - 1, -1, -1):
        for cell in rows[index].filled:
            if cell.column == head.column:
                merged = cell.row_span > 1 and index < len(rows)
                return (index, cell) if merged and flows(cell.text, head.text, lower_says(rows, head.column)) else None
    return None
