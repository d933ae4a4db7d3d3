"""Drawn lines to rules: pieces joined, dots and dashes too, and gathered into the grids that they form."""

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.extract.geometry import Box, around
from lkjip.extract.sheet import Piece, Sheet

COLLINEAR = 0.9  # pieces whose positions differ less lie on one rule
BRIDGE = 2.6  # a gap in a rule that a reader does not see
DASH = 12.0  # a piece shorter than this can be a dash
DASH_GAP = 6.5  # the largest gap between dashes
SHORTEST = 5.0  # a rule shorter than this rules nothing
TOUCH = 3.0  # rules that come this close meet
ANCHOR = 3.0  # rules closer than this (double lines, thick lines) bound the same row or column
RULES_MAX = 3_000  # rules of one direction on a page, beyond which it is a drawing


@dataclass(frozen=True)
class Ruling:
    """Rules that meet one another, and the box around them."""

    horizontal: tuple[Piece, ...]
    vertical: tuple[Piece, ...]
    box: Box


def rulings_of(sheet: Sheet) -> list[Ruling]:
    """Return the groups of meeting rules on a page, from top to bottom; a lone rule is a group too."""
    horizontal, vertical = joined(sheet.horizontal), joined(sheet.vertical)
    if len(horizontal) > RULES_MAX or len(vertical) > RULES_MAX:
        return []
    groups = gathered(horizontal, vertical)
    return sorted(groups, key=lambda ruling: (ruling.box.y0, ruling.box.x0))


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Join the pieces that a reader sees as one rule, and drop what is too short to be one."""
    rules: list[Piece] = []
    for group in collinear(sorted(pieces)):
        rules.extend(bridged(group))
    return [rule for rule in rules if rule.end - rule.start >= SHORTEST]


def collinear(ordered: list[Piece]) -> Iterable[list[Piece]]:
    """Yield the pieces in groups that lie on one straight line."""
    group: list[Piece] = []
    for piece in ordered:
        if group and piece.at - group[-1].at > COLLINEAR:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def bridged(group: list[Piece]) -> Iterable[Piece]:
    """Yield the rules that the pieces on one line form."""
    at = sum(piece.at * length(piece) for piece in group) / sum(length(piece) for piece in group)
    current: Piece | None = None
    last = 0.0  # length of the last piece
    for piece in sorted(group, key=lambda p: p.start):
        if current and piece.start - current.end <= reach(last, length(piece)):
            current = Piece(at, current.start, max(current.end, piece.end))
        else:
            if current:
                yield current
            current = Piece(at, piece.start, piece.end)
        last = length(piece)
    if current:
        yield current


def length(piece: Piece) -> float:
    """Return the length of a piece, never zero."""
    return max(piece.end - piece.start, 0.01)


def reach(before: float, after: float) -> float:
    """Return the gap that may lie between two pieces of one rule, given their lengths."""
    if max(before, after) > DASH:
        return BRIDGE
    return min(DASH_GAP, max(BRIDGE, 1.6 * min(before, after)))


def meet(horizontal: Piece, vertical: Piece) -> bool:
    """Tell whether two rules cross or touch."""
    return (
        horizontal.start - TOUCH <= vertical.at <= horizontal.end + TOUCH
        and vertical.start - TOUCH <= horizontal.at <= vertical.end + TOUCH
    )


def gathered(horizontal: list[Piece], vertical: list[Piece]) -> list[Ruling]:
    """Gather the rules into groups that meet."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for v, rule in enumerate(vertical, len(horizontal)):
        for h, other in enumerate(horizontal):
            if meet(other, rule):
                parent[root(v)] = root(h)
    groups: dict[int, tuple[list[Piece], list[Piece]]] = {}
    for index, rule in enumerate(horizontal + vertical):
        groups.setdefault(root(index), ([], []))[index >= len(horizontal)].append(rule)
    return [ruling_of(hs, vs) for hs, vs in groups.values()]


def ruling_of(horizontal: list[Piece], vertical: list[Piece]) -> Ruling:
    """Return a group of rules with its box."""
    boxes = [(h.start, h.at, h.end, h.at) for h in horizontal] + [(v.at, v.start, v.at, v.end) for v in vertical]
    return Ruling(tuple(horizontal), tuple(vertical), around(boxes))


def anchors(positions: Iterable[float]) -> list[float]:
    """Return the positions with those that bound the same row or column made one."""
    result: list[list[float]] = []
    for position in sorted(positions):
        if result and position - result[-1][0] <= ANCHOR:
            result[-1].append(position)
        else:
            result.append([position])
    return [sum(group) / len(group) for group in result]
