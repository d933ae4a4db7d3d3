"""Characters to chunks: what is printed without a gap, the smallest part of a text that no rule cuts."""

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.extract.characters import SPACE
from lkjip.extract.drawing import Character, TextRun
from lkjip.extract.geometry import Affine, Box

RISE, DROP = 0.78, 0.22  # parts of the font size above and below the baseline
# Measured over 18 reports: inside words gaps stay below 0.13 of the font size within a text object and below 0.085 between
# two, and words without a printed space stand at least 0.16 and 0.09 apart.
GAP = 0.16  # of the font size: a gap in a text object that separates words where no space is printed
GLUED = 0.088  # of the font size: a gap across which two text objects go on
SAME_LINE = 0.4  # of the font size: baselines that lie closer are one line
AGAIN = 0.25  # of a character's width: printed again so near, it only imitates bold type


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters without a gap between them, on a page turned so that they run upright."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    space: bool  # a printed space follows
    spaced: bool  # a printed space goes before
    confidence: float = 100.0  # per cent; below 100 on recognised pages

    @property
    def y0(self) -> float:
        """Top of the line of print."""
        return self.base - RISE * self.size

    @property
    def y1(self) -> float:
        """Bottom of the line of print."""
        return self.base + DROP * self.size

    @property
    def box(self) -> Box:
        """The box around the chunk, as high as its font size."""
        return Box(self.x0, self.y0, self.x1, self.y1)

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the box."""
        return (self.x0 + self.x1) / 2, self.base - (RISE - DROP) / 2 * self.size


class Axis:
    """How a text object's characters lie along the direction of reading."""

    def __init__(self, run: TextRun, place: Affine) -> None:
        _x, self.base = place.point(run.x, run.y)
        self.lying = abs(place.a) < abs(place.c)  # the direction of reading is the stored page's y
        self.scale = place.c if self.lying else place.a
        self.shift = place.e
        self.size = run.size
        self.bold = run.bold


class Chunker:
    """Collects characters, in the order they are drawn, into chunks."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.doubled = 0  # characters that were printed again in their place
        self.letters: list[str] = []
        self.x0 = self.x1 = self.last_x0 = 0.0
        self.axis: Axis | None = None
        self.spaced = False

    def add(self, text: str, x0: float, x1: float, axis: Axis) -> None:
        """Add a character that reaches from `x0` to `x1` along its line."""
        if axis is self.axis and self.last_x0 < x0 < self.x1:
            self.x1 = x0  # the advance says where a character ends; its width in the font can be another
        if text == SPACE:
            self.close(space=True)
            self.spaced = True
            return
        if self.letters and self.axis is not None:
            if self.is_again(text, x0, x1):
                self.doubled += 1
                return
            if not self.follows(x0, axis):
                self.close(space=False)
        if not self.letters:
            self.x0, self.x1, self.axis = x0, x1, axis
        self.letters.append(text)
        self.last_x0 = x0
        if x1 > self.x1:
            self.x1 = x1

    def is_again(self, text: str, x0: float, x1: float) -> bool:
        """Tell whether a character is the last one, printed once more to look bold."""
        return text == self.letters[-1] and abs(x0 - self.last_x0) < AGAIN * (x1 - x0)

    def follows(self, x0: float, axis: Axis) -> bool:
        """Tell whether a character that starts at `x0` continues the open chunk."""
        assert self.axis is not None
        size = axis.size
        if axis is self.axis:
            return -size < x0 - self.x1 < GAP * size
        return -GAP * size < x0 - self.x1 < GLUED * size and abs(axis.base - self.axis.base) < 0.1 * size

    def close(self, space: bool) -> None:
        """End the open chunk."""
        if self.letters and self.axis is not None:
            axis, text = self.axis, "".join(self.letters)
            self.chunks.append(Chunk(text, self.x0, self.x1, axis.base, axis.size, axis.bold, space, self.spaced))
            self.letters = []
        self.spaced = False


def chunked(characters: Iterable[Character], place: Affine) -> tuple[list[Chunk], int]:
    """Return the chunks of characters that `place` turns upright, and how many were printed twice."""
    chunker = Chunker()
    add = chunker.add
    axis: Axis | None = None
    last: TextRun | None = None
    for text, left, bottom, right, top, run in characters:
        if axis is None or run is not last:
            axis, last = Axis(run, place), run
        low, high = (bottom, top) if axis.lying else (left, right)
        start, end = axis.scale * low + axis.shift, axis.scale * high + axis.shift
        if start > end:
            start, end = end, start
        add(text, start, end, axis)
    chunker.close(space=False)
    return chunker.chunks, chunker.doubled
