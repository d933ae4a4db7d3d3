"""Rules to frames: where the columns and rows of a table end, and which of its cell sides are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

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
    for index, (start, end) in enumerate(pairwise(positions)):
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
