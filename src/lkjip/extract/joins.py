"""Rows that a page break cut in two: the evidence for it, and the joining."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.grid import GridCell
from lkjip.extract.table import TableRow
from lkjip.extract.values import ORDINAL, has_digit, is_value

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
TALL = 3  # printed lines from which on a text is so long that a page break may cut it
USUAL = 0.3  # of the cells of a column: where more of them start in lower case, that says nothing


def flows(rows: Sequence[TableRow], above: GridCell, below: GridCell) -> bool:
    """Tell whether a text goes on from one cell of a table, which has these rows above the page break, into the next."""
    before, after = above.text, below.text
    if not before or not after or is_value(before):
        return False
    if is_unfinished(before) or OPEN_END.search(before):
        return True
    if after[0] in ")],;":
        return True
    return after[0].islower() and not before.endswith((".", ";", ":")) and lower_says(rows, above.column)


def lower_says(rows: Sequence[TableRow], column: int) -> bool:
    """Tell whether cells of a column rarely start in lower case, so that one which does is the rest of another."""
    starts = [cell.text[0] for row in rows if row.kind == "body" for cell in row.filled if cell.column == column]
    return sum(char.islower() for char in starts) <= USUAL * len(starts)


Pair = tuple[GridCell, GridCell]


def rest_of(rows: Sequence[TableRow], after: TableRow, open_rule: bool) -> tuple[list[Pair], bool]:
    """Return the cells of `after`, first on its page, that go on with cells above, each behind the cell it continues.

    All of them where the row is the rest of the last of `rows`, which is told by the second value; else those that go on
    with a cell merged over several rows.
    `open_rule` says that no rule closes the row on at least one side of the page break.
    """
    pairs = [(above, cell) for cell in after.filled if (above := above_of(rows, cell)) is not None]
    flowing = [(a, b) for a, b in pairs if flows(rows, a, b)]
    if is_rest(rows, after, pairs, flowing) or stands_open(rows, after, pairs, open_rule):
        return pairs, True
    last = {id(cell) for cell in rows[-1].cells}
    merged = [b.column for a, b in flowing if b.row_span > 1]
    alone = any(cell.row_span == 1 for cell in after.filled)
    reach = max(merged, default=-1) if alone else -1  # cells merged as that one, left of it, were cut with it
    return [
        (a, b) for a, b in pairs if (b.row_span > 1 and b.column <= reach) or (id(a) not in last and (a, b) in flowing)
    ], False


def is_rest(rows: Sequence[TableRow], after: TableRow, pairs: Sequence[Pair], flowing: Sequence[Pair]) -> bool:
    """Tell whether the texts of `after` go on with those above."""
    values = any(is_value(a.text) and is_value(b.text) for a, b in pairs)
    new = len(after.filled) - len(pairs)
    if flowing:
        cut = any(is_unfinished(a.text) for a, _ in flowing)
        last = {id(cell) for cell in rows[-1].cells}
        merged_alone = not any(id(a) in last for a, _ in flowing) and len(after.filled) > len(flowing)
        return len(flowing) > new and not merged_alone and (not values or len(flowing) > 1 or cut)
    if pairs and not new and not values and lacks_its_number(rows, after, pairs):
        return True
    filled = {cell.column for cell in after.filled}
    return bool(pairs) and not new and not values and any(is_alone(rows, a.column, filled) for a, _ in pairs)


def lacks_its_number(rows: Sequence[TableRow], after: TableRow, pairs: Sequence[Pair]) -> bool:
    """Tell whether a row is the rest of a long text: all rows above are numbered, it is not, and the text is the tallest."""
    body = [row for row in rows if row.kind == "body"]
    numbered = [row for row in body if row.cells[0].column == 0 and ORDINAL.match(row.cells[0].text)]
    tallest = max(len(cell.lines) for cell in rows[-1].cells)
    long = tallest >= TALL and all(len(above.lines) == tallest for above, _ in pairs)
    return long and len(numbered) == len(body) >= 2 and after.filled[0].column > 0


def stands_open(rows: Sequence[TableRow], after: TableRow, pairs: Sequence[Pair], open_rule: bool) -> bool:
    """Tell whether a row without its first cells stands below an open rule, or goes on with a list above."""
    if len(pairs) < len(after.filled) or any(is_value(a.text) and is_value(b.text) for a, b in pairs):
        return False
    if after.filled[0].column <= rows[-1].filled[0].column:
        return False
    return open_rule or any(BULLET.match(b.text) and bullets(a) for a, b in pairs)


def above_of(rows: Sequence[TableRow], cell: GridCell) -> GridCell | None:
    """Return the cell with text that stands above a page break over `cell`, perhaps merged from rows further up."""
    last = rows[-1].cells
    page, bottom = last[0].page, max(c.box.y1 for c in last)
    for row in reversed(rows):
        for c in row.cells:
            if c.page == page and c.column <= cell.column < c.column + c.column_span:
                if c.lines and c.box.y1 > bottom - 2:
                    return c
                if c.lines or row is rows[0]:
                    return None
    return None


def is_unfinished(text: str) -> bool:
    """Tell whether a text stops at a word that ends no phrase, or inside brackets."""
    return text.split()[-1].lower().strip("(") in UNFINISHED or text.count("(") > text.count(")")


def is_alone(rows: Sequence[TableRow], column: int, filled: set[int]) -> bool:
    """Tell whether a row that fills these columns is unlike all rows above that fill `column`: those always have values."""
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


def joined(rows: Sequence[TableRow], pairs: Sequence[Pair]) -> list[TableRow]:
    """Return the rows with each cell's text gone on with the cell paired to it."""
    tails = {id(above): below.lines for above, below in pairs}
    return [
        replace(row, cells=tuple(c._replace(lines=c.lines + tails[id(c)]) if id(c) in tails else c for c in row.cells))
        if any(id(c) in tails for c in row.cells)
        else row
        for row in rows
    ]


def added(row: TableRow, cells: Sequence[GridCell]) -> TableRow:
    """Return a row with cells that the page break had cut off wholly."""
    columns = {cell.column for cell in cells}
    kept = [cell for cell in row.cells if cell.lines or cell.column not in columns]
    return replace(row, cells=tuple(sorted([*kept, *cells], key=lambda cell: cell.column)))


def without(row: TableRow, cells: Sequence[GridCell]) -> TableRow:
    """Return a row in which these cells are empty."""
    gone = {id(cell) for cell in cells}
    return replace(row, cells=tuple(c._replace(lines=()) if id(c) in gone else c for c in row.cells))
