"""Parts of tables to whole tables: a table that goes on over pages becomes one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip.extract.columns import (
    SAME_BOUNDARY,
    agree,
    nearest,
    offset_between,
    renumbered,
    split_where_rule_is_missing,
    united,
)
from lkjip.extract.grid import GridCell
from lkjip.extract.headers import is_data, is_numbering, marked, numbering_cut, same_head, same_words
from lkjip.extract.joins import added, joined, rest_of, without
from lkjip.extract.table import Part, TableRow, rows_of

FUZZY = 15.0  # points that the left edge of a table without vertical rules may differ from page to page
MOST = 0.7  # of the cells of a row filled: it can head a table
LAST_PARTS = 50  # tell the columns of a table, however long it is
LAST_ROWS = 200  # tell the habits of a table


@dataclass
class Joined:
    """A table over one or more pages."""

    parts: list[Part]
    rows: list[TableRow]
    spans: list[tuple[int, int]]  # first and last row of each part
    header_rows: int
    columns: int = 0
    notes: list[str] = field(default_factory=list)


def merged(parts: Sequence[Part]) -> list[Joined]:
    """Return the tables that the parts form, in reading order."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and continues(groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [table_of(group) for group in groups]


def continues(group: Sequence[Part], part: Part) -> bool:
    """Tell whether a part continues a table from the page before, or from right above it."""
    before = group[-1]
    if part.page == before.page:
        return part.close and agree(before.grid.frame.xs, part.grid.frame.xs) and is_data(rows_of(part)[0])
    if not (before.last and part.first and part.page == before.page + 1):
        return False
    head, rows = header_of(rows_of(group[0])), rows_of(part)
    if head and len(head[0].filled) > 1 and same_words(head, rows):
        return True
    if heads_another(head, rows):
        return False
    master = united([likened(p, part.grid.frame.xs) for p in group[-LAST_PARTS:]])[0]
    return agree(master, likened(part, master))


def header_of(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the header rows at the top of a part, numbering included."""
    return [row for row in marked(rows) if row.kind != "body"]


def heads_another(head: Sequence[TableRow], rows: Sequence[TableRow]) -> bool:
    """Tell whether the rows start with a header of their own."""
    if not head or not rows or is_data(rows[0]):
        return False
    top, full = rows[0], len(rows[0].filled) >= max(2, MOST * len(rows[0].cells))
    styled = all(cell.bold for cell in top.filled) == all(cell.bold for cell in head[0].filled)
    coloured = {c.colour for c in top.cells} == {c.colour for c in head[0].cells}
    return full and styled and coloured and any(c.bold or c.colour is not None for c in head[0].filled)


def table_of(group: list[Part]) -> Joined:
    """Return one table made of parts on consecutive pages."""
    ruled = next((part for part in group if not part.grid.parted), group[0]).grid.frame.xs
    boundaries = [aligned(part, ruled) for part in group]
    master, offsets = united(boundaries)
    table = Joined(list(group), [], [], 0, len(master) - 1)
    for part, xs, offset in zip(group, boundaries, offsets, strict=True):
        rows = placed(part, xs, master, offset)
        first = len(table.rows)
        if table.rows:
            append(table, part, rows)
        else:
            table.rows = marked(rows)
            table.header_rows = sum(row.kind == "header" for row in table.rows)
        last = len(table.rows) - 1
        table.spans.append((min(first, max(last, 0)), last))
    return table


def aligned(part: Part, master: Sequence[float]) -> Sequence[float]:
    """Return the column boundaries of a part; those of the table where its header alone says that they are the same."""
    xs = likened(part, master)
    return master if len(xs) == len(master) and not agree(master, xs) else xs


def likened(part: Part, master: Sequence[float]) -> Sequence[float]:
    """Return the column boundaries of a part, those that no rules draw put where the table has them."""
    xs = part.grid.frame.xs
    if part.grid.fuzzy:
        return master if len(xs) == len(master) and abs(xs[0] - master[0]) < FUZZY else xs
    if not part.grid.parted:
        return xs
    offset = offset_between(master, xs)
    at = [boundary + offset for boundary in master]
    return [snapped(part, x, at) if x in part.grid.parted else x for x in xs]


def snapped(part: Part, x: float, master: Sequence[float]) -> float:
    """Return the nearest of the boundaries `master` that lies in the same white space as `x`, or `x`."""
    xs = part.grid.frame.xs
    low = max(
        (line.box.x1 for cell in part.grid.cells if cell_end(cell, xs) == x for line in cell.lines), default=xs[0]
    )
    high = min((line.box.x0 for cell in part.grid.cells if xs[cell.column] == x for line in cell.lines), default=xs[-1])
    return min((at for at in master if low - 1 <= at <= high + 1), key=lambda at: abs(at - x), default=x)


def cell_end(cell: GridCell, xs: Sequence[float]) -> float:
    """Return the boundary on which a cell ends."""
    return xs[cell.column + cell.column_span]


def placed(part: Part, xs: Sequence[float], master: Sequence[float], offset: float) -> list[TableRow]:
    """Return the rows of a part, which has the boundaries `xs`, with the columns of the whole table."""
    at = [boundary + offset for boundary in master]
    lacking = [i for i, x in enumerate(at) if all(abs(x - own) > SAME_BOUNDARY for own in xs)]
    spots = [nearest(master, x - offset) for x in xs]
    rows = [renumbered(row, spots) for row in rows_of(part)]
    return numbering_cut([split_where_rule_is_missing(row, lacking, at) for row in rows])


def append(table: Joined, part: Part, rows: list[TableRow]) -> None:
    """Add a continuation: its repeated header and numbering rows are dropped, a row cut by the page break is joined."""
    head = [row for row in table.rows[: table.spans[0][1] + 1] if row.kind != "body"]
    body = rows[repeated(head, rows) :]
    if len(rows) > len(body):
        table.notes.append(f"page {part.page}: repeated header dropped")
    if body and table.rows[-1].kind == "body" and not part.close:
        body = continued(table, part, body)
    table.rows.extend(body)


def repeated(head: Sequence[TableRow], rows: Sequence[TableRow]) -> int:
    """Return how many rows at the top repeat the table's header or number its columns."""
    own = [row for row in marked(rows) if row.kind != "body"]
    if own and same_head(head, own):
        return len(own)
    count = 0
    while count < min(len(head), len(rows)) and rows[count].texts == head[count].texts:
        count += 1
    while count < len(rows) and is_numbering(rows[count]) and any(row.kind == "numbering" for row in head):
        count += 1
    return count


def continued(table: Joined, part: Part, body: list[TableRow]) -> list[TableRow]:
    """Join what the page break cut off to the rows above it; return the other rows."""
    before = table.parts[len(table.spans) - 1]
    recent = table.rows[-LAST_ROWS:]
    pairs, whole = rest_of(recent, body[0], before.grid.open_bottom or part.grid.open_top)
    if not pairs:
        return body
    rest = without(body[0], [below for _, below in pairs])
    table.rows[-len(recent) :] = joined(recent, pairs)
    if whole or not rest.filled:
        table.rows[-1] = added(table.rows[-1], rest.filled)
        table.notes.append(f"page {part.page}: first row joined to the row above")
        return body[1:]
    table.notes.append(f"page {part.page}: text of merged cells joined to rows above")
    return [rest, *body[1:]]
