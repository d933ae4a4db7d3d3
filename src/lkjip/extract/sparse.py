"""Tables without vertical rules, or without rules at all: lines above and below, or coloured bands, frame them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lkjip.extract.bands import levels
from lkjip.extract.chunks import Chunk
from lkjip.extract.frame import Frame
from lkjip.extract.geometry import Box
from lkjip.extract.infer import LINES, SAME_BASE, index_of, white_gaps
from lkjip.extract.rules import ANCHOR, Ruling
from lkjip.extract.sheet import Fill, Piece, Sheet
from lkjip.extract.values import is_value

CURRENCY = re.compile(r"^rp\.?$", re.IGNORECASE)
WIDE = 80.0  # points: a line or band as short frames no table
SAME_END = 9.0  # points by which the ends of lines or bands of one table may differ
BAND_HEIGHT = 7.0  # points: a coloured band lower than this is an ornament
FAR = 45.0  # points: a line of text further below ends a table without a bottom
BESIDE = 0.4  # of the lines of a table at least have text in two columns
ROOM = 1.2  # of the tallest white row between bands: a white last row is not taller
VALUED = 0.3  # of the chunks right of the first column at least are values, in a table of two columns


def sparse_frames(
    sheet: Sheet, rulings: Sequence[Ruling], taken: Sequence[Box], chunks: Sequence[Chunk]
) -> list[Frame]:
    """Return frames around text that lines or bands mark as a table, outside the places that are taken."""
    lines = [(h.at, h.start, h.end) for ruling in rulings if not ruling.vertical for h in ruling.horizontal]
    frames = [frame for stack in stacks(lines) if (frame := framed(stack, taken, chunks))]
    bands = [
        edge for band in bands_of(sheet.fills) for edge in ((band.y0, band.x0, band.x1), (band.y1, band.x0, band.x1))
    ]
    blocked = [*taken, *(frame.box for frame in frames)]
    several = [stack for stack in stacks(bands) if len(distinct(y for y, _, _ in stack)) > 2]
    banded = [frame for stack in several if (frame := framed(stack, blocked, chunks))]
    return frames + [unbanded(frame, sheet.fills, chunks) for frame in banded]


def stacks(lines: Iterable[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    """Return the (y, x0, x1) in groups that lie above one another with the same ends."""
    groups: list[list[tuple[float, float, float]]] = []
    for line in sorted(line for line in lines if line[2] - line[1] > WIDE):
        for group in groups:
            last = group[-1]
            if abs(last[1] - line[1]) < SAME_END and abs(last[2] - line[2]) < SAME_END:
                group.append(line)
                break
        else:
            groups.append([line])
    return [group for group in groups if len(group) > 1]


def bands_of(fills: Sequence[Fill]) -> list[Box]:
    """Return the coloured bands: filled areas of one colour side by side made one, those inside others left out."""
    bands: list[tuple[Box, int]] = []
    for fill in sorted(fills, key=lambda f: (round(f.box.y0), round(f.box.y1), f.box.x0)):
        box = fill.box
        if box.height < BAND_HEIGHT:
            continue
        if bands:
            last, colour = bands[-1]
            level = abs(last.y0 - box.y0) < 1.5 and abs(last.y1 - box.y1) < 1.5
            if level and colour == fill.colour and box.x0 - last.x1 < ANCHOR:
                bands[-1] = (last._replace(x1=max(last.x1, box.x1)), colour)
                continue
        bands.append((box, fill.colour))
    return merged_down([(box, colour) for box, colour in bands if box.width > WIDE])


def merged_down(bands: Sequence[tuple[Box, int]]) -> list[Box]:
    """Return the bands with those of one colour that touch, one below the other, made one: lines of a coloured text."""
    result: list[tuple[Box, int]] = []
    for box, colour in bands:
        for index, (other, known) in enumerate(result):
            if colour == known and abs(other.x0 - box.x0) < SAME_END and box.y0 - other.y1 < 1.5 and box.y1 > other.y0:
                joined = Box(min(other.x0, box.x0), min(other.y0, box.y0), max(other.x1, box.x1), max(other.y1, box.y1))
                result[index] = (joined, colour)
                break
        else:
            result.append((box, colour))
    return [box for box, _ in result]


def framed(stack: Sequence[tuple[float, float, float]], taken: Sequence[Box], chunks: Sequence[Chunk]) -> Frame | None:
    """Return the frame of the largest run of lines that encloses a table."""
    ys = distinct([y for y, _, _ in stack])
    x0, x1 = min(line[1] for line in stack), max(line[2] for line in stack)
    for first in range(len(ys) - 1):
        for last in range(len(ys) - 1, first, -1):
            box = Box(x0, ys[first], x1, ys[last])
            if not any(box.meets(other) for other in taken):
                inside = [c for c in chunks if box.grown(2).holds(*c.middle)]
                columns = column_gaps(inside, ys[first : last + 1])
                if columns:
                    return opened(box, ys[first : last + 1], columns, inside)
    return None


def distinct(ys: Iterable[float]) -> list[float]:
    """Return heights in order, those of one line made one."""
    result: list[float] = []
    for y in sorted(ys):
        if not result or y - result[-1] > ANCHOR:
            result.append(y)
    return result


def column_gaps(chunks: Sequence[Chunk], ys: Sequence[float]) -> list[float]:
    """Return the white gaps between columns, or nothing where the text does not stand in columns.

    The fullest band between two lines shows the gaps: headers reach over several columns.
    """
    chunks = with_currency(chunks)
    bands = [[c for c in chunks if low < c.middle[1] < high] for low, high in pairwise(ys)]
    body = fullest(bands)
    lines = levels(body)
    head = next((band for band in bands if band), [])
    gaps = headed_gaps(white_gaps(body), head)
    if not gaps or (len(lines) < LINES and len(gaps) < 2):
        return []
    ends = (float("-inf"), *gaps, float("inf"))
    beside = sum(
        len({index_of(ends, c.middle[0]) for c in body if low <= c.base <= high + 1}) > 1 for low, high in lines
    )
    right = [c for c in body if c.x0 > gaps[0]]
    valued = sum(is_value(c.text) for c in right) >= VALUED * len(right)
    return gaps if beside >= max(1, BESIDE * len(lines)) and (valued or len(gaps) > 1) else []


def fullest(bands: Sequence[list[Chunk]]) -> list[Chunk]:
    """Return the text that shows the columns: as many bands as leave the gaps open that the one with most lines shows."""
    most = max(bands, key=lambda band: len(levels(band)), default=[])
    count = len(white_gaps(most))
    for first in (0, 1):  # a header of several levels can close gaps
        text = [chunk for band in bands[first:] for chunk in band]
        if len(white_gaps(text)) >= count:
            return text
    return most


def with_currency(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with each "Rp" drawn out to its amount, which can stand at the other end of the column."""
    result = []
    for chunk in chunks:
        if CURRENCY.match(chunk.text):
            right = [c.x0 for c in chunks if c.x0 > chunk.x0 and abs(c.base - chunk.base) < SAME_BASE]
            chunk = chunk._replace(x1=min(right, default=chunk.x1))
        result.append(chunk)
    return result


def headed_gaps(gaps: Sequence[float], head: Sequence[Chunk]) -> list[float]:
    """Return the gaps without those beside which no text heads the column."""
    kept: list[float] = []
    for gap in gaps:
        left = kept[-1] if kept else float("-inf")
        if any(left < c.middle[0] < gap for c in head):
            kept.append(gap)
    while kept and not any(c.middle[0] > kept[-1] for c in head):
        kept.pop()
    return kept


def extended(frame: Frame, chunks: Sequence[Chunk], limit: float) -> Frame:
    """Return a frame that holds only a header with the lines below it added that keep to its columns.

    `limit` is the height at which something else begins.
    """
    below = [c for c in chunks if frame.box.y1 - 2 < c.middle[1] < limit]
    bottom = frame.box.y1
    inner = frame.xs[1:-1]
    used: set[int] = set()
    count = 0
    for top, end in levels(below):
        line = [c for c in below if top <= c.base <= end + 1]
        outside = any(c.x1 < frame.box.x0 - 2 or c.x0 > frame.box.x1 + 2 for c in line)
        if outside or top - bottom > FAR or any(c.x0 < x - 2 and x + 2 < c.x1 for c in line for x in inner):
            break
        used |= {index_of(frame.xs, c.middle[0]) for c in line}
        bottom, count = end, count + 1
    if count < LINES or len(used) < max(2, 0.6 * frame.columns):
        return frame
    ys = (*frame.ys, bottom + 3)
    vertical = frame.vertical | {(frame.rows, x) for x in range(len(frame.xs))}
    horizontal = frame.horizontal | {(y, c) for y in (frame.rows, frame.rows + 1) for c in range(frame.columns)}
    return Frame(frame.xs, ys, vertical, horizontal)


def headed(ruling: Ruling, fills: Sequence[Fill], chunks: Sequence[Chunk]) -> Ruling:
    """Return the rules of a table with those of a header added that is only a coloured band on top of it."""
    box = ruling.box
    touching = [fill for fill in fills if abs(fill.box.y1 - box.y0) < ANCHOR]
    on_top = [b for b in bands_of(touching) if abs(b.x0 - box.x0) < SAME_END > abs(b.x1 - box.x1)]
    if not on_top:
        return ruling
    top = on_top[0].y0
    inside = [c for c in chunks if top < c.middle[1] < box.y0]
    sides = [
        v for v in ruling.vertical if v.start - box.y0 < ANCHOR and not any(c.x0 + 2 < v.at < c.x1 - 2 for c in inside)
    ]
    if not inside or len(sides) < 2:
        return ruling
    vertical = (*ruling.vertical, *(Piece(v.at, top, box.y0) for v in sides))
    return Ruling((*ruling.horizontal, Piece(top, box.x0, box.x1)), vertical, box._replace(y0=top))


def unbanded(frame: Frame, fills: Sequence[Fill], chunks: Sequence[Chunk]) -> Frame:
    """Return a frame of bands with the last row added, where every other row is white and it is one of those."""
    white = [b - a for a, b in pairwise(frame.ys) if not is_painted(frame, (a + b) / 2, fills)]
    if not white:
        return frame
    bottom, limit = frame.box.y1, frame.box.y1 + ROOM * max(white)
    below = [c for c in chunks if bottom < c.middle[1] < limit and frame.box.x0 < c.middle[0] < frame.box.x1]
    kept = all(index_of(frame.xs, c.x0 + 1) == index_of(frame.xs, c.x1 - 1) for c in below)
    columns = {index_of(frame.xs, c.middle[0]) for c in below}
    if not kept or len(columns) < max(2, BESIDE * frame.columns):
        return frame
    row, end = frame.rows, max(c.y1 for c in below) + 1
    vertical = frame.vertical | {(row, x) for x in range(len(frame.xs))}
    horizontal = frame.horizontal | {(row + 1, column) for column in range(frame.columns)}
    return Frame(frame.xs, (*frame.ys, end), vertical, horizontal)


def is_painted(frame: Frame, y: float, fills: Sequence[Fill]) -> bool:
    """Tell whether a coloured area lies behind the first column of a frame at a height."""
    x = (frame.xs[0] + frame.xs[1]) / 2
    return any(fill.box.holds(x, y) for fill in fills)


def opened(box: Box, ys: Sequence[float], columns: Sequence[float], chunks: Sequence[Chunk]) -> Frame:
    """Return a frame with all sides drawn but for those that text crosses."""
    xs = (box.x0, *columns, box.x1)
    crossed = {(index_of(ys, c.middle[1]), x) for c in chunks for x, at in enumerate(xs) if c.x0 + 2 < at < c.x1 - 2}
    vertical = {(row, x) for row in range(len(ys) - 1) for x in range(len(xs))} - crossed
    horizontal = {(y, column) for y in range(len(ys)) for column in range(len(xs) - 1)}
    return Frame(xs, tuple(ys), frozenset(vertical), frozenset(horizontal))
