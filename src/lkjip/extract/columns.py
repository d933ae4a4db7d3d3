"""Columns of the parts of a table brought together: one set of boundaries for all pages."""

from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.geometry import Box
from lkjip.extract.grid import GridCell
from lkjip.extract.table import TableRow
from lkjip.extract.words import Line

SAME_BOUNDARY = 5.0  # points that a column boundary may shift from page to page
WIDE_GAP = 0.7  # of the font size: a gap between words that a missing rule would stand in


def offset_between(left: Sequence[float], right: Sequence[float]) -> float:
    """Return how far the boundaries `right` are shifted from `left` as a whole: the shift that matches most."""
    offsets = (0.0, right[0] - left[0], right[-1] - left[-1])
    return max(offsets, key=lambda offset: (matches(left, right, offset), -abs(offset)))


def matches(left: Sequence[float], right: Sequence[float], offset: float) -> int:
    """Return how many boundaries of `right`, shifted back by `offset`, are boundaries of `left`."""
    return sum(any(abs(b - offset - a) <= SAME_BOUNDARY for a in left) for b in right)


def agree(left: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether two parts have the same columns, but for boundaries that one of them lacks."""
    offset = offset_between(left, right)
    ends = abs(right[0] - offset - left[0]) <= SAME_BOUNDARY and abs(right[-1] - offset - left[-1]) <= SAME_BOUNDARY
    found = min(matches(left, right, offset), matches([b - offset for b in right], left, 0.0))
    fewer, more = sorted((len(left), len(right)))
    return ends and found == fewer and (fewer > 2 or more == 2)


def united(parts: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    """Return the boundaries of all parts together, on the place of the first, and the shift of each part."""
    master = list(parts[0])
    offsets = [0.0]
    for boundaries in parts[1:]:
        offset = offset_between(master, boundaries)
        offsets.append(offset)
        for at in boundaries:
            if all(abs(at - offset - known) > SAME_BOUNDARY for known in master):
                master.append(at - offset)
        master.sort()
    return master, offsets


def nearest(master: Sequence[float], at: float) -> int:
    """Return the index of the boundary nearest to `at`."""
    return min(range(len(master)), key=lambda index: abs(master[index] - at))


def renumbered(row: TableRow, spots: Sequence[int]) -> TableRow:
    """Return a row with the columns of the whole table; `spots` says which boundary each of its part's is there."""
    cells = []
    for cell in row.cells:
        first, last = spots[cell.column], spots[cell.column + cell.column_span]
        cells.append(cell._replace(column=first, column_span=max(last - first, 1)))
    return replace(row, cells=tuple(cells))


def split_where_rule_is_missing(row: TableRow, lacking: Sequence[int], at: Sequence[float]) -> TableRow:
    """Cut cells at the boundaries that their page lacks, where all words keep clear of them.

    `lacking` are indexes of boundaries of the whole table, `at` the boundaries' places on the row's page.
    """
    cells: list[GridCell] = []
    for cell in row.cells:
        cells.extend(cut(cell, [i for i in lacking if cell.column < i < cell.column + cell.column_span], at))
    return replace(row, cells=tuple(cells))


def cut(cell: GridCell, boundaries: Sequence[int], at: Sequence[float]) -> list[GridCell]:
    """Cut one cell from left to right."""
    done: list[GridCell] = []
    for index in boundaries:
        parts = [split_line(line, at[index]) for line in cell.lines]
        if not all(clear for _, _, clear in parts) or not any(left and right for left, right, _ in parts):
            continue
        left = [line for line, _, _ in parts if line]
        right = [line for _, line, _ in parts if line]
        box = Box(*cell.box)
        width = index - cell.column
        done.append(cell._replace(column_span=width, box=box._replace(x1=at[index]), lines=tuple(left)))
        span = cell.column_span - width
        cell = cell._replace(column=index, column_span=span, box=box._replace(x0=at[index]), lines=tuple(right))
    return [*done, cell]


def split_line(line: Line, at: float) -> tuple[Line | None, Line | None, bool]:
    """Return the words left and right of a boundary, and whether the gap there is as wide as between columns."""
    count = len(line.words)
    first = next((i for i in range(count) if (line.edges[2 * i] + line.edges[2 * i + 1]) / 2 >= at), count)
    if first in (0, count):
        inside = line.box.x1 <= at + 1 or line.box.x0 >= at - 1
        return (line, None, inside) if first else (None, line, inside)
    end, start = line.edges[2 * first - 1 : 2 * first + 1]
    clear = start - end > WIDE_GAP * line.size and end <= at + 1 <= start + 2
    return line.part(0, first), line.part(first, count), clear
