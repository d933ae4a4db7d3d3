"""Characters to words and printed lines: spaces come from the gaps that a reader sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lkjip.extract.geometry import Box, around
from lkjip.extract.sheet import Glyph

GAP = 0.16  # of the font size: a gap that separates words where no space is printed
SPACE_GAP = 0.06  # of the font size: what must stay open of a printed space
GLUED = 0.05  # of the font size: characters of two text objects that belong together
SAME_LINE = 0.4  # of the font size: baselines that lie closer are one line
RAISED = 0.55  # of the font size: as far up or down as small print may stand from its line
SMALL = 0.8  # small print is smaller than this part of its line
MARK = 4  # characters of a bullet or number that heads a text
SPACED_OUT = 3  # characters from which on even gaps are letter spacing


@dataclass(frozen=True)
class Word:
    """Characters that are printed together."""

    text: str
    box: Box


@dataclass(frozen=True)
class Line:
    """Words on one baseline, in reading order."""

    words: tuple[Word, ...]
    box: Box
    base: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words with one space between."""
        return " ".join(word.text for word in self.words)


def pieces(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Split characters, in the order they are drawn, where a reader sees a gap; spaces are kept as pieces' ends.

    A piece is the smallest part of a text that belongs to one cell: a rule never cuts it.
    """
    result: list[list[Glyph]] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not follows(current[-1], glyph):
            result.append(current)
            current = []
        current.append(glyph)
    if current:
        result.append(current)
    return result


def follows(left: Glyph, right: Glyph) -> bool:
    """Tell whether `right` continues the piece that `left` ends."""
    if left.text == " ":
        return False
    size = right.run.size
    gap = right.x0 - left.x1
    limit = GAP if left.run is right.run or right.text == " " else GLUED
    return -size < gap < limit * size and abs(left.run.base - right.run.base) < SAME_LINE * size


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the printed lines that the characters form, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.run.base, g.x0)):
        if rows and glyph.run.base - rows[-1][0].run.base <= SAME_LINE * min(glyph.run.size, rows[-1][0].run.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    found = (line_of(row) for row in joined_small_print(rows))
    return [line for line in found if line is not None]


def marks_first(lines: list[Line]) -> list[Line]:
    """Return the lines of a cell with a bullet or number that stands beside the middle of its text put before it.

    Such a mark is in a cell or column of its own and centred, so that it shares no baseline with its text.
    """
    marks = [line for line in lines if len(line.text) <= MARK and len(line.words) == 1]
    if len(marks) != 1 or len(lines) < 2:
        return lines
    mark = marks[0]
    rest = [line for line in lines if line is not mark]
    beside = min(line.box.x0 for line in rest) > mark.box.x1
    if not (beside and rest[0].base - mark.size < mark.base < rest[-1].base + mark.size):
        return lines
    first = rest[0]
    joined = Line(mark.words + first.words, around((mark.box, first.box)), first.base, first.size, first.bold)
    return [joined, *rest[1:]]


def joined_small_print(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Join raised and lowered small print to the line that it belongs to."""
    result: list[list[Glyph]] = []
    for row in rows:
        if result and belongs(row, result[-1]):
            result[-1].extend(row)
        elif result and belongs(result[-1], row):
            result[-1].extend(row)
            result[-1].sort(key=lambda g: -g.run.size)
        else:
            result.append(list(row))
    return result


def belongs(small: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Tell whether `small` is small print that stands raised or lowered beside the characters of `row`."""
    size = row[0].run.size
    if max(g.run.size for g in small) > SMALL * size:
        return False
    if abs(small[0].run.base - row[0].run.base) > RAISED * size:
        return False
    left, right = min(g.x0 for g in small), max(g.x1 for g in small)
    return any(abs(left - g.x1) < 0.5 * size or abs(right - g.x0) < 0.5 * size for g in row if g.text != " ")


def line_of(glyphs: list[Glyph]) -> Line | None:
    """Return the words of one line, or None if nothing is printed there."""
    base = glyphs[0].run.base
    ordered = single(sorted(glyphs, key=lambda g: g.x0))
    words = [Word("".join(g.text for g in part), box_of(part)) for part in word_parts(ordered)]
    if not words:
        return None
    printed = [g for g in ordered if g.text != " "]
    bold = sum(g.run.bold for g in printed) * 2 > len(printed)
    return Line(tuple(words), around(word.box for word in words), base, glyphs[0].run.size, bold)


def box_of(glyphs: Iterable[Glyph]) -> Box:
    """Return the box around characters."""
    return around((g.x0, g.y0, g.x1, g.y1) for g in glyphs)


def single(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop a character that is printed twice at one place, as imitated bold type and shadows do."""
    result: list[Glyph] = []
    for glyph in glyphs:
        if not any(is_again(glyph, other) for other in result[-3:]):
            result.append(glyph)
    return result


def is_again(glyph: Glyph, other: Glyph) -> bool:
    """Tell whether `glyph` is `other` printed once more."""
    return (
        glyph.text == other.text
        and glyph.text != " "
        and abs(glyph.x0 - other.x0) < 0.25 * max(other.x1 - other.x0, 0.1)
        and abs(glyph.run.base - other.run.base) < 0.15 * other.run.size
    )


def word_parts(ordered: list[Glyph]) -> list[list[Glyph]]:
    """Split the characters of a line, from left to right, into words."""
    parts: list[list[Glyph]] = []
    spaced = False
    extra = letter_spacing(ordered)
    right = float("-inf")  # right edge of what is printed so far
    for glyph in ordered:
        if glyph.text == " ":
            spaced = True
            continue
        gap = (glyph.x0 - right) / glyph.run.size - extra
        if not parts or gap > (SPACE_GAP if spaced else GAP):
            parts.append([])
        parts[-1].append(glyph)
        right = max(right, glyph.x1)
        spaced = False
    return parts


def letter_spacing(ordered: list[Glyph]) -> float:
    """Return the even gap between the letters of a line that is spaced out, as a part of the font size."""
    gaps = [(b.x0 - a.x1) / b.run.size for a, b in pairwise(ordered) if " " not in (a.text, b.text)]
    if len(gaps) < SPACED_OUT:
        return 0.0
    usual = median(gaps)
    return usual if usual > GAP / 2 and min(gaps) > 0 else 0.0
