"""Rules to frames: where the columns and rows of a table end, and which of its cell sides are drawn."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.extract.geometry import Box
from lkjip.extract.rules import Ruling, anchors
from lkjip.extract.sheet import Piece

COVERED = 0.5  # a side is drawn where this part of it is covered by rules
SLIVER = 10.0  # two boundaries closer than this that bound no cell together are one, drawn unevenly


@dataclass(frozen=True)
class Frame:
    """The boundaries of columns (`xs`) and rows (`ys`), and the drawn sides between them.

    `vertical` holds (row, boundary) and `horizontal` holds (boundary, column) of every drawn side.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    vertical: frozenset[tuple[int, int]]
    horizontal: frozenset[tuple[int, int]]

    @property
    def box(self) -> Box:
        """The box around the frame."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1


def frame_of(ruling: Ruling, texts: list[Box]) -> Frame | None:
    """Return the frame that rules draw around `texts`, or None if they bound no cells."""
    xs = boundaries(ruling.vertical, ruling.horizontal, [(t.x0 + t.x1) / 2 for t in texts])
    ys = boundaries(ruling.horizontal, ruling.vertical, [(t.y0 + t.y1) / 2 for t in texts])
    for _ in range(3):  # joining boundaries can leave others without a side
        if len(xs) < 2 or len(ys) < 2:
            return None
        frame = sides(xs, ys, ruling)
        xs, ys = kept(frame)
        if (len(xs), len(ys)) == (len(frame.xs), len(frame.ys)):
            return frame
    return sides(xs, ys, ruling)


def boundaries(along: Iterable[Piece], across: Iterable[Piece], texts: list[float]) -> list[float]:
    """Return where rules along an axis lie, and where the rules across end with text in between."""
    found = anchors(rule.at for rule in along)
    starts = [rule.start for rule in across]
    ends = [rule.end for rule in across]
    if starts and (not found or any(min(starts) + 1 < t < found[0] for t in texts)):
        found.insert(0, min(starts))
    if ends and any(found[-1] < t < max(ends) - 1 for t in texts):
        found.append(max(ends))
    return found


def sides(xs: list[float], ys: list[float], ruling: Ruling) -> Frame:
    """Return the frame of these boundaries with the sides that are drawn."""
    vertical = {(row, x) for rule in ruling.vertical for x in near(xs, rule.at) for row in covered(ys, rule)}
    horizontal = {(y, column) for rule in ruling.horizontal for y in near(ys, rule.at) for column in covered(xs, rule)}
    return Frame(tuple(xs), tuple(ys), frozenset(vertical), frozenset(horizontal))


def near(positions: list[float], at: float) -> list[int]:
    """Return the index of the boundary on which a rule lies."""
    index = min(range(len(positions)), key=lambda i: abs(positions[i] - at))
    return [index] if abs(positions[index] - at) < SLIVER else []


def covered(positions: list[float], rule: Piece) -> list[int]:
    """Return the intervals between boundaries that the rule covers."""
    found = []
    for index, (start, end) in enumerate(itertools.pairwise(positions)):
        if min(end, rule.end) - max(start, rule.start) > COVERED * (end - start):
            found.append(index)
    return found


def kept(frame: Frame) -> tuple[list[float], list[float]]:
    """Return the boundaries without those that bound nothing, and with uneven ones joined."""
    by_x: list[set[int]] = [{row for row, x in frame.vertical if x == index} for index in range(len(frame.xs))]
    by_y: list[set[int]] = [{column for y, column in frame.horizontal if y == i} for i in range(len(frame.ys))]
    return evened(frame.xs, by_x), evened(frame.ys, by_y)


def evened(positions: tuple[float, ...], bounded: list[set[int]]) -> list[float]:
    """Return the positions without those that bound nothing; close ones that never bound together are joined."""
    last = len(positions) - 1
    result: list[float] = []
    before: set[int] = set()
    for index, (position, rows) in enumerate(zip(positions, bounded, strict=True)):
        if not rows and index not in (0, last):
            continue
        if result and position - result[-1] < SLIVER and not before & rows:
            result[-1] = result[-1] if len(before) >= len(rows) else position
            before |= rows
            continue
        result.append(position)
        before = set(rows)
    return result


def irregular(frame: Frame) -> float:
    """Return the part of the area that lies in cells which are no rectangles: much in a chart, next to none in a table."""
    total = frame.box.width * frame.box.height
    crooked = sum(area(frame, cells) for cells in regions(frame) if not is_rectangle(cells))
    return crooked / total if total else 0.0


def regions(frame: Frame) -> list[list[tuple[int, int]]]:
    """Return the groups of (row, column) that no drawn side parts."""
    seen: set[tuple[int, int]] = set()
    found = []
    for start in ((row, column) for row in range(frame.rows) for column in range(frame.columns)):
        if start not in seen:
            seen.add(start)
            group = [start]
            for spot in group:  # grows while it is walked
                new = [other for other in open_neighbours(frame, *spot) if other not in seen]
                seen.update(new)
                group.extend(new)
            found.append(group)
    return found


def open_neighbours(frame: Frame, row: int, column: int) -> list[tuple[int, int]]:
    """Return the places that no side parts from this one."""
    found = []
    if column + 1 < frame.columns and (row, column + 1) not in frame.vertical:
        found.append((row, column + 1))
    if column > 0 and (row, column) not in frame.vertical:
        found.append((row, column - 1))
    if row + 1 < frame.rows and (row + 1, column) not in frame.horizontal:
        found.append((row + 1, column))
    if row > 0 and (row, column) not in frame.horizontal:
        found.append((row - 1, column))
    return found


def is_rectangle(cells: list[tuple[int, int]]) -> bool:
    """Tell whether places fill a rectangle."""
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) == len(cells)


def area(frame: Frame, cells: list[tuple[int, int]]) -> float:
    """Return the area of places."""
    return sum((frame.xs[c + 1] - frame.xs[c]) * (frame.ys[r + 1] - frame.ys[r]) for r, c in cells)
