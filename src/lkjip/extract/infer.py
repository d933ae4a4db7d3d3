"""Boundaries that no rule draws: columns that values keep, rows that numbers or lined-up values show."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip.extract.bands import band_boundaries, levels
from lkjip.extract.chunks import Chunk
from lkjip.extract.frame import Frame
from lkjip.extract.sheet import Piece, Sheet
from lkjip.extract.values import ORDINAL, is_value

GUTTER = 9.0  # points: white space narrower than this over all rows parts no columns
LINED_UP = 0.6  # of the lines of a row: as many stand side by side with a line of another column
SAME_BASE = 3.0  # points: baselines of two columns that stand side by side
BLOCK = 0.9  # of the height of a line: white space that parts blocks of text
LINES = 3  # lines from which on values can line up
ENUMERATOR = re.compile(
    r"^(?:[-\u2013\u2022\u25aa\u25cf\u25a0\u27a2\u2713*]|\(?\w{1,3}[.)]|rp\.?|\d{1,2})$", re.IGNORECASE
)


@dataclass(frozen=True)
class Completed:
    """A frame with the boundaries that were added, and how."""

    frame: Frame
    flavor: str
    note: str
    fuzzy: bool = False  # no rules say where the columns end
    parted: tuple[float, ...] = ()  # the column boundaries that only white space shows


def completed(frame: Frame, chunks: Sequence[Chunk], sheet: Sheet, unruled: bool = False) -> Completed:
    """Add to a frame the boundaries that no rule draws; `unruled` says that its body has no rules at all."""
    rows = band_boundaries(frame, chunks, sheet.fills)
    breaks = break_boundaries(frame, chunks, sheet.vertical, rows)
    banded = with_rows(frame, rows + breaks)
    columns = gutters(banded, chunks)
    parted = with_columns(banded, columns)
    lines = line_boundaries(parted, chunks, unruled)
    final = with_rows(parted, lines)
    notes = [
        f"{len(rows)} rows parted by colour" if rows else "",
        f"{len(breaks)} rows parted where the vertical rules break" if breaks else "",
        f"{len(columns)} columns parted by white space" if columns else "",
        f"{len(lines)} rows parted by lined-up values" if lines else "",
    ]
    flavor = "frame" if lines or columns else "bands" if rows or breaks else "lattice"
    return Completed(final, flavor, "; ".join(note for note in notes if note), parted=tuple(columns))


def index_of(positions: Sequence[float], at: float) -> int:
    """Return the interval between ascending positions in which `at` lies; outside, the nearest."""
    return bisect_right(positions, at, 1, len(positions) - 1) - 1


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


def break_boundaries(
    frame: Frame, chunks: Sequence[Chunk], pieces: Sequence[Piece], known: Sequence[float]
) -> list[float]:
    """Return where all vertical rules of a ruled row break between values that stand above one another.

    Word processors draw vertical rules row by row, so that they show a row whose horizontal rule is missing.
    """
    found: list[float] = []
    values = [(c.middle[1], c) for c in chunks if is_value(c.text)]
    for row in range(frame.rows):
        top, bottom = frame.ys[row], frame.ys[row + 1]
        inside = [c for middle, c in values if top <= middle < bottom]
        if len(inside) > 1 and not any(top < y < bottom for y in known):
            found.extend(y for y in breaks_in(frame, row, pieces) if parts_values(frame, inside, y))
    return found


def breaks_in(frame: Frame, row: int, pieces: Sequence[Piece]) -> list[float]:
    """Return the heights inside a row at which every drawn vertical side of it is drawn anew."""
    top, bottom = frame.ys[row] + 5, frame.ys[row + 1] - 5
    sides = [frame.xs[x] for r, x in frame.vertical if r == row]
    anew = [p for p in pieces if top < p.start < bottom]
    broken = [[p.start for p in anew if abs(p.at - at) < 2] for at in sides]
    if len(sides) < 2 or not all(broken):
        return []
    return [y for y in broken[0] if all(any(abs(y - other) < 1 for other in others) for others in broken)]


def parts_values(frame: Frame, values: Sequence[Chunk], y: float) -> bool:
    """Tell whether a height parts two values of one column."""
    above = {index_of(frame.xs, c.middle[0]) for c in values if c.base < y}
    return any(index_of(frame.xs, c.middle[0]) in above for c in values if c.base > y)


def line_boundaries(frame: Frame, chunks: Sequence[Chunk], unruled: bool) -> list[float]:
    """Return the boundaries between the rows of a body that no rule parts, where numbers or values show the rows.

    Only a body that is one ruled row is parted: among other ruled rows, several values in a cell are one row.
    """
    by_row: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        by_row[index_of(frame.ys, chunk.middle[1])].append(chunk)
    if not by_row or frame.columns < 2:
        return []
    if unruled:
        return sorted(y for row in by_row if row or frame.rows == 1 for y in unruled_rows(frame, by_row[row]))
    largest = max(by_row, key=lambda row: len(levels(by_row[row])))
    lines = levels(by_row[largest])
    few = len(lines) < LINES or len(lines) < 0.6 * len(levels(chunks))
    if largest == 0 or few or frame.rows - largest > 2:
        return []
    return parted_rows(frame, by_row[largest], lines)


def unruled_rows(frame: Frame, chunks: Sequence[Chunk]) -> list[float]:
    """Return the boundaries between the rows of a part of a table that no rules part at all."""
    lines = levels(chunks)
    if len(lines) < 2:
        return []
    found = parted_rows(frame, chunks, lines)
    return found or (blocks(frame, chunks, lines) if len(lines) >= LINES else [])


def blocks(frame: Frame, chunks: Sequence[Chunk], lines: Sequence[tuple[float, float]]) -> list[float]:
    """Return the boundaries above each block of text of the first column, in a body of text without rules."""
    first = levels([c for c in chunks if index_of(frame.xs, c.middle[0]) == 0])
    starts = [(a, b) for a, b in pairwise(first) if b[0] - a[1] > BLOCK * (a[1] - a[0])]
    return [widest_gap(lines, a[1], b[0] + 1) for a, b in starts]


def parted_rows(frame: Frame, chunks: Sequence[Chunk], lines: Sequence[tuple[float, float]]) -> list[float]:
    """Return the boundaries of rows: between the numbers of a first column, and between values that line up."""
    numbers = ordinals(frame, chunks)
    values = valued(frame, chunks, lines)
    cuts = [widest_gap(lines, a, b) for a, b in pairwise(numbers)]
    ends = [float("-inf"), *cuts, float("inf")]
    for low, high in pairwise(ends):
        inside = [y for y in values if low < y < high]
        cuts.extend(widest_gap(lines, a, b) for a, b in pairwise(inside))
    return sorted(cuts)


def ordinals(frame: Frame, chunks: Sequence[Chunk]) -> list[float]:
    """Return the heights of the numbers 1, 2, 3 ... that the first column counts its rows with, if it does."""
    first = sorted((c for c in chunks if index_of(frame.xs, c.middle[0]) == 0), key=lambda c: c.base)
    found = [(int(c.text.strip("().")), c.base) for c in first if ORDINAL.match(c.text)]
    counts = len(found) >= LINES and all(b[0] - a[0] == 1 for a, b in pairwise(found))
    return [base for _, base in found] if counts and len(found) >= 0.7 * len(first) else []


def valued(frame: Frame, chunks: Sequence[Chunk], lines: Sequence[tuple[float, float]]) -> list[float]:
    """Return the heights of the lines on which the values of the fullest column of values stand, if they line up."""
    columns: dict[int, list[float]] = defaultdict(list)
    texts: Counter[int] = Counter()
    for chunk in chunks:
        column = index_of(frame.xs, chunk.middle[0])
        texts[column] += 1
        if column > 0 and is_value(chunk.text):
            columns[column].append(chunk.base)
    fit = {c: ys for c, ys in columns.items() if len(ys) > 1 and len(ys) >= LINED_UP * texts[c]}
    if not fit:
        return []
    best = max(fit, key=lambda column: (len(fit[column]), -column))
    beside = sum(
        any(abs(c.base - y) < SAME_BASE and index_of(frame.xs, c.middle[0]) != best for c in chunks) for y in fit[best]
    )
    return sorted(fit[best]) if beside >= LINED_UP * len(fit[best]) else []


def widest_gap(lines: Sequence[tuple[float, float]], upper: float, lower: float) -> float:
    """Return the middle of the widest white gap between the lines at two heights."""
    gaps = [(b[0] - a[1], (a[1] + b[0]) / 2) for a, b in pairwise(lines) if a[0] < lower and b[1] > upper]
    inside = [(gap, y) for gap, y in gaps if upper < y < lower]
    return max(inside)[1] if inside else (upper + lower) / 2
