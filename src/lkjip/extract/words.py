"""Chunks to words and printed lines: spaces come from the gaps that a reader sees."""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lkjip.extract.chunks import GAP, GLUED, SAME_LINE, Chunk
from lkjip.extract.geometry import Box, around

SPACE_GAP = 0.06  # of the font size: what must stay open of a printed space
RAISED = 0.55  # of the font size: as far up or down as small print may stand from its line
SMALL = 0.8  # small print is smaller than this part of its line
MARK = 4  # characters of a bullet or number that heads a text
SPACED_OUT = 3  # characters from which on even gaps are letter spacing


class Line(NamedTuple):
    """Words on one baseline, in reading order; plain values, because a document has very many lines and words."""

    text: str  # the words with one space between
    words: tuple[str, ...]
    edges: tuple[float, ...]  # of the words: left and right of the first, left and right of the second ...
    box: Box
    base: float
    size: float
    bold: bool
    confidence: float = 100.0  # per cent, of the least sure word

    def part(self, first: int, after: int) -> "Line":
        """Return the line of some of its words; at least one."""
        words, edges = self.words[first:after], self.edges[2 * first : 2 * after]
        return self._replace(text=" ".join(words), words=words, edges=edges, box=self.box.across(edges))

    def before(self, other: "Line", base: "Line") -> "Line":
        """Return the words of this line and then those of another as one line, otherwise like `base`."""
        return base._replace(
            text=f"{self.text} {other.text}",
            words=self.words + other.words,
            edges=self.edges + other.edges,
            box=around((self.box, other.box)),
        )


def lines_of(chunks: Iterable[Chunk]) -> list[Line]:
    """Return the printed lines that the chunks form, from top to bottom."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: (c.base, c.x0)):
        if rows and chunk.base - rows[-1][0].base <= SAME_LINE * min(chunk.size, rows[-1][0].size):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [line_of(row) for row in with_small_print(rows)]


def with_small_print(rows: list[list[Chunk]]) -> list[list[Chunk]]:
    """Join raised and lowered small print to the line that it belongs to."""
    result: list[list[Chunk]] = []
    for row in rows:
        if result and belongs(row, result[-1]):
            result[-1].extend(row)
        elif result and belongs(result[-1], row):
            result[-1] = row + result[-1]
        else:
            result.append(list(row))
    return result


def belongs(small: Sequence[Chunk], row: Sequence[Chunk]) -> bool:
    """Tell whether `small` is small print that stands raised or lowered beside the chunks of `row`."""
    size = row[0].size
    if max(c.size for c in small) > SMALL * size or abs(small[0].base - row[0].base) > RAISED * size:
        return False
    return all(any(abs(c.x0 - r.x1) < 0.5 * size or abs(c.x1 - r.x0) < 0.5 * size for r in row) for c in small)


def line_of(row: list[Chunk]) -> Line:
    """Return the words of one line."""
    ordered = single(sorted(row, key=left_of))
    words: list[str] = []
    edges: list[float] = []
    for part in word_parts(ordered):
        words.append("".join([chunk.text for chunk in part]))
        edges += (part[0].x0, max([chunk.x1 for chunk in part]))
    box = Box(edges[0], min([c.y0 for c in ordered]), max(edges), max([c.y1 for c in ordered]))
    bold = sum([len(c.text) if c.bold else -len(c.text) for c in ordered]) > 0
    sure = min([chunk.confidence for chunk in ordered])
    return Line(" ".join(words), tuple(words), tuple(edges), box, row[0].base, row[0].size, bold, sure)


def left_of(chunk: Chunk) -> float:
    """Return where a chunk starts."""
    return chunk.x0


def single(ordered: list[Chunk]) -> list[Chunk]:
    """Drop chunks that are printed once more over others, as imitated bold type and shadows are."""
    result: list[Chunk] = []
    for chunk in ordered:
        if not any(other.x1 > chunk.x0 and is_again(chunk, other) for other in result[-3:]):
            result.append(chunk)
    return result


def is_again(chunk: Chunk, other: Chunk) -> bool:
    """Tell whether `chunk` repeats what `other` prints in the same place."""
    overlap = min(chunk.x1, other.x1) - max(chunk.x0, other.x0)
    if overlap <= 0.5 * (chunk.x1 - chunk.x0) or chunk.text not in other.text:
        return False
    letter = (other.x1 - other.x0) / len(other.text)
    start = other.x0 + other.text.index(chunk.text) * letter
    return abs(chunk.x0 - start) < 0.6 * letter and abs(chunk.base - other.base) < 0.15 * other.size


def word_parts(ordered: list[Chunk]) -> list[list[Chunk]]:
    """Split the chunks of a line, from left to right, into words."""
    parts: list[list[Chunk]] = []
    extra = letter_spacing(ordered)
    right = 0.0  # right edge of what is printed so far
    for chunk in ordered:
        gap = (chunk.x0 - right) / chunk.size - extra
        spaced = parts and (parts[-1][-1].space or chunk.spaced)
        if not parts or gap > (SPACE_GAP if spaced else GLUED):
            parts.append([])
            right = chunk.x1
        parts[-1].append(chunk)
        right = max(right, chunk.x1)
    return parts


def letter_spacing(ordered: list[Chunk]) -> float:
    """Return the even gap between the letters of a line that is spaced out, as a part of the font size."""
    if sum(len(chunk.text) == 1 for chunk in ordered) < 0.8 * len(ordered):
        return 0.0
    gaps = [(b.x0 - a.x1) / b.size for a, b in pairwise(ordered) if not (a.space or b.spaced)]
    if len(gaps) < SPACED_OUT:
        return 0.0
    usual = median(gaps)
    return usual if usual > GAP / 2 and min(gaps) > 0.5 * usual else 0.0


def marks_first(lines: list[Line]) -> list[Line]:
    """Return the lines of a cell with a bullet or number that stands beside the middle of its text put before it.

    Such a mark is in a cell or column of its own and centred, so that it shares no baseline with its text.
    """
    if len(lines) < 2:
        return lines
    mark = min(lines, key=lambda line: line.box.x0)
    rest = [line for line in lines if line is not mark]
    if len(mark.text) > MARK or len(mark.words) > 1 or min(line.box.x0 for line in rest) <= mark.box.x1:
        return lines
    if not rest[0].base - mark.size < mark.base < rest[-1].base + mark.size:
        return lines
    return [mark.before(rest[0], base=rest[0]), *rest[1:]]


def lines_across(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of cells side by side as lines over their whole width."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: (item.base, item.box.x0)):
        if rows and line.base - rows[-1][0].base <= SAME_LINE * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [beside(sorted(row, key=lambda item: item.box.x0)) for row in rows]


def beside(row: Sequence[Line]) -> Line:
    """Return lines that stand side by side as one."""
    return reduce(lambda left, right: left.before(right, base=left), row)
