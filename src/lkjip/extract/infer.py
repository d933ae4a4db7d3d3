"""Boundaries that no rule draws: columns that values keep, rows that colours or lined-up values show."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip.extract.chunks import Chunk
from lkjip.extract.frame import Frame
from lkjip.extract.sheet import Fill
from lkjip.extract.values import is_value

GUTTER = 9.0  # points: white space narrower than this over all rows parts no columns
LINED_UP = 0.6  # of the lines of a row: as many stand side by side with a line of another column
LINES = 3  # lines from which on values can line up
SAMPLES = 9  # places over the width of a frame at which the colour behind a line is looked at
ENUMERATOR = re.compile(
    r"^(?:[-\u2013\u2022\u25aa\u25cf\u25a0\u27a2\u2713*]|\(?\w{1,3}[.)]|rp\.?|\d{1,2})$", re.IGNORECASE
)


@dataclass(frozen=True)
class Completed:
    """A frame with the boundaries that were added, and how."""

    frame: Frame
    flavor: str
    note: str


def completed(frame: Frame, chunks: Sequence[Chunk], fills: Sequence[Fill]) -> Completed:
    """Add to a frame the boundaries that no rule draws."""
    rows = band_boundaries(frame, chunks, fills)
    banded = with_rows(frame, rows)
    columns = gutters(banded, chunks)
    parted = with_columns(banded, columns)
    lines = line_boundaries(parted, chunks)
    final = with_rows(parted, lines)
    notes = [
        f"{len(rows)} rows parted by colour" if rows else "",
        f"{len(columns)} columns parted by white space" if columns else "",
        f"{len(lines)} rows parted by lined-up values" if lines else "",
    ]
    flavor = "frame" if lines or columns else "bands" if rows else "lattice"
    return Completed(final, flavor, "; ".join(note for note in notes if note))


def index_of(positions: Sequence[float], at: float) -> int:
    """Return the interval in which `at` lies; outside, the nearest."""
    for index, end in enumerate(positions[1:]):
        if at < end:
            return index
    return len(positions) - 2


def with_rows(frame: Frame, added: Sequence[float]) -> Frame:
    """Return the frame with row boundaries over its whole width added."""
    if not added:
        return frame
    ys = sorted({*frame.ys, *added})
    source = [index_of(frame.ys, (a + b) / 2) for a, b in pairwise(ys)]
    vertical = {(row, x) for row, old in enumerate(source) for r, x in frame.vertical if r == old}
    horizontal = {(ys.index(frame.ys[y]), column) for y, column in frame.horizontal}
    horizontal |= {(ys.index(y), column) for y in added for column in range(frame.columns)}
    return Frame(frame.xs, tuple(ys), frozenset(vertical), frozenset(horizontal))


def with_columns(frame: Frame, added: Sequence[float]) -> Frame:
    """Return the frame with column boundaries over its whole height added, left open in cells that reach over them."""
    if not added:
        return frame
    xs = sorted({*frame.xs, *added})
    source = [index_of(frame.xs, (a + b) / 2) for a, b in pairwise(xs)]
    horizontal = {(y, column) for column, old in enumerate(source) for y, c in frame.horizontal if c == old}
    vertical = {(row, xs.index(frame.xs[x])) for row, x in frame.vertical}
    vertical |= {(row, xs.index(x)) for x in added for row in range(frame.rows)}
    return Frame(tuple(xs), frame.ys, frozenset(vertical), frozenset(horizontal))


def gutters(frame: Frame, chunks: Sequence[Chunk]) -> list[float]:
    """Return where white space over all rows parts the text of one ruled column into several."""
    by_column: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        column, row = index_of(frame.xs, chunk.middle[0]), index_of(frame.ys, chunk.middle[1])
        if is_single(frame, row, column):
            by_column[column].append(chunk)
    found: list[float] = []
    for column, members in by_column.items():
        if frame.xs[column + 1] - frame.xs[column] > 4 * GUTTER:
            found.extend(parting(frame, members, white_gaps(members)))
    return found


def is_single(frame: Frame, row: int, column: int) -> bool:
    """Tell whether the cell at a place reaches over one column only."""
    left = column == 0 or (row, column) in frame.vertical
    return left and (column + 1 == frame.columns or (row, column + 1) in frame.vertical)


def white_gaps(chunks: Sequence[Chunk]) -> list[float]:
    """Return the middles of the gaps that no chunk touches."""
    gaps = []
    reach = float("inf")
    for chunk in sorted(chunks, key=lambda c: c.x0):
        if chunk.x0 - reach > GUTTER:
            gaps.append((chunk.x0 + reach) / 2)
        reach = chunk.x1 if reach == float("inf") else max(reach, chunk.x1)
    return gaps


def parting(frame: Frame, chunks: Sequence[Chunk], gaps: Sequence[float]) -> list[float]:
    """Return the gaps that part columns: the header has text on both sides, and so have most rows.

    Where one gap parts columns, the others need text of the header alone: a column of remarks is mostly empty.
    """
    rows: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        rows[index_of(frame.ys, chunk.middle[1])].append(chunk)
    header, *body = [row for _, row in sorted(rows.items())] or [[]]
    heads = [c.middle[0] for c in header]
    ends = [float("-inf"), *gaps, float("inf")]
    headed = [x for low, x, high in zip(ends, gaps, ends[2:], strict=False)
              if any(low < h < x for h in heads) and any(x < h < high for h in heads)]  # fmt: skip
    if len(body) < 1 or not any(is_filled(body, x) for x in headed):
        return []
    return headed


def is_filled(rows: Sequence[Sequence[Chunk]], x: float) -> bool:
    """Tell whether most rows have text on both sides of a gap, and more than marks before it."""
    both = [row for row in rows if min(c.x0 for c in row) < x < max(c.x1 for c in row)]
    left = [chunk.text for row in rows for chunk in row if chunk.x1 < x]
    return len(both) >= 0.5 * len(rows) and not all(ENUMERATOR.match(text) for text in left)


def band_boundaries(frame: Frame, chunks: Sequence[Chunk], fills: Sequence[Fill]) -> list[float]:
    """Return where the colour behind the lines of one ruled row changes."""
    coloured = [fill for fill in fills if fill.box.meets(frame.box)]
    if not coloured:
        return []
    found = []
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
        if changed > 0.6 * SAMPLES:
            found.append(edge_between(upper[1], lower[0], fills))
    return found


def edge_between(low: float, high: float, fills: Sequence[Fill]) -> float:
    """Return the edge of a filled area between two lines, or the middle between them."""
    middle = (low + high) / 2
    edges = [y for fill in fills for y in (fill.box.y0, fill.box.y1) if low - 2 <= y <= high + 2]
    return min(edges, key=lambda y: abs(y - middle), default=middle)


def colours_behind(frame: Frame, y: float, fills: Sequence[Fill]) -> list[int]:
    """Return the colours at evenly spaced places of a line, 0 for paper."""
    at_line = [fill for fill in fills if fill.box.y0 <= y <= fill.box.y1]
    step = frame.box.width / SAMPLES
    return [colour_at(frame.box.x0 + (k + 0.5) * step, at_line) for k in range(SAMPLES)]


def colour_at(x: float, fills: Sequence[Fill]) -> int:
    """Return the colour of the last area painted at `x`, 0 for paper."""
    return next((fill.colour for fill in reversed(fills) if fill.box.x0 <= x <= fill.box.x1), 0)


def line_boundaries(frame: Frame, chunks: Sequence[Chunk]) -> list[float]:
    """Return the boundaries between the lines of a body that no rule parts, where the lines' values line up."""
    by_row: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        by_row[index_of(frame.ys, chunk.middle[1])].append(chunk)
    if not by_row or frame.columns < 2:
        return []
    total = len(levels(chunks))
    largest = max(by_row, key=lambda row: len(levels(by_row[row])))
    lines = levels(by_row[largest])
    # Only a body that is one ruled row is parted: among other ruled rows, several values in a cell are one row.
    if largest == 0 or len(lines) < LINES or len(lines) < 0.6 * total or frame.rows - largest > 2:
        return []
    starts = row_starts(frame, by_row[largest], lines)
    return [] if len(starts) < LINES else [gap_above(lines, index) for index in starts[1:]]


def row_starts(frame: Frame, chunks: Sequence[Chunk], lines: Sequence[tuple[float, float]]) -> list[int]:
    """Return the lines that open a row, or nothing if no values line up."""
    filled: list[set[int]] = []
    values: Counter[int] = Counter()
    for top, bottom in lines:
        here = [c for c in chunks if top <= c.base - 0.3 * c.size <= bottom]
        filled.append({index_of(frame.xs, c.middle[0]) for c in here})
        values.update({index_of(frame.xs, c.middle[0]) for c in here if is_value(c.text)})
    main = {column for column, count in values.items() if column > 0 and count >= max(LINES, LINED_UP * len(lines))}
    if not main or sum(len(here) >= 2 for here in filled) < LINED_UP * len(lines):
        return []
    return [index for index, here in enumerate(filled) if index == 0 or here & main or opens(index, filled)]


def opens(index: int, filled: Sequence[set[int]]) -> bool:
    """Tell whether a line with text in one column opens a row: only where that is the first column."""
    return min(filled[index], default=1) == 0


def gap_above(lines: Sequence[tuple[float, float]], index: int) -> float:
    """Return the middle between a line and the one above it."""
    return (lines[index - 1][1] + lines[index][0]) / 2
