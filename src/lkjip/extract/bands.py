"""Rows that only the colour behind them shows."""

from collections.abc import Sequence

from lkjip.extract.chunks import Chunk
from lkjip.extract.frame import Frame
from lkjip.extract.sheet import Fill

INSIDE = 2.5  # points inside its column's boundaries at which the colour of a row is looked at: marked words end before


def band_boundaries(frame: Frame, chunks: Sequence[Chunk], fills: Sequence[Fill]) -> list[float]:
    """Return where the colour behind the lines of one ruled row changes."""
    coloured = [fill for fill in fills if fill.box.meets(frame.box)]
    if not coloured:
        return []
    found: list[float] = []
    for row in range(frame.rows):
        top, bottom = frame.ys[row], frame.ys[row + 1]
        inside = [chunk for chunk in chunks if top <= chunk.middle[1] < bottom]
        found.extend(colour_changes(frame, levels(inside), coloured))
    return found


def levels(chunks: Sequence[Chunk]) -> list[tuple[float, float]]:
    """Return the (top, bottom) of the lines that the chunks form, those that overlap made one."""
    merged: list[tuple[float, float]] = []
    for chunk in sorted(chunks, key=lambda c: c.base):
        top, bottom = chunk.base - 0.7 * chunk.size, chunk.base + 0.15 * chunk.size
        if merged and top < merged[-1][1]:
            merged[-1] = (min(merged[-1][0], top), max(merged[-1][1], bottom))
        else:
            merged.append((top, bottom))
    return merged


def colour_changes(frame: Frame, lines: Sequence[tuple[float, float]], fills: Sequence[Fill]) -> list[float]:
    """Return the places between lines where the colour behind them changes over most of the frame's width."""
    if len(lines) < 2:
        return []
    colours = [colours_behind(frame, (top + bottom) / 2, fills) for top, bottom in lines]
    found = []
    for (upper, first), (lower, second) in zip(
        zip(lines, colours, strict=True), zip(lines[1:], colours[1:], strict=True), strict=False
    ):
        changed = sum(a != b for a, b in zip(first, second, strict=True))
        if changed > 0.6 * len(first):
            found.append(edge_between(upper[1], lower[0], fills))
    return found


def edge_between(low: float, high: float, fills: Sequence[Fill]) -> float:
    """Return the edge of a filled area between two lines, or the middle between them."""
    middle = (low + high) / 2
    edges = [y for fill in fills for y in (fill.box.y0, fill.box.y1) if low - 2 <= y <= high + 2]
    return min(edges, key=lambda y: abs(y - middle), default=middle)


def colours_behind(frame: Frame, y: float, fills: Sequence[Fill]) -> list[int]:
    """Return the colours at both ends of every column at the height of a line, 0 for paper."""
    at_line = [fill for fill in fills if fill.box.y0 <= y <= fill.box.y1]
    places = [
        x + side * INSIDE
        for x, side in zip(frame.xs[:-1] + frame.xs[1:], [1] * frame.columns + [-1] * frame.columns, strict=True)
    ]
    return [colour_at(x, at_line) for x in places]


def colour_at(x: float, fills: Sequence[Fill]) -> int:
    """Return the colour of the last area painted at `x`, 0 for paper."""
    return next((fill.colour for fill in reversed(fills) if fill.box.x0 <= x <= fill.box.x1), 0)
