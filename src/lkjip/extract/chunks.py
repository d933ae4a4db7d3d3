"""Characters to chunks: what is printed without a gap, the smallest part of a text that no rule cuts."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from lkjip.extract.characters import SPACE
from lkjip.extract.geometry import Affine, Box
from lkjip.extract.letters import Flags, Floats, Letters, TextRun

RISE, DROP = 0.78, 0.22  # parts of the font size above and below the baseline
# Measured over 18 reports: inside words gaps stay below 0.13 of the font size within a text object and below 0.085 between
# two, and words without a printed space stand at least 0.16 and 0.09 apart.
GAP = 0.16  # of the font size: a gap in a text object that separates words where no space is printed
GLUED = 0.088  # of the font size: a gap across which two text objects go on
SAME_LINE = 0.4  # of the font size: baselines that lie closer are one line
AGAIN = 0.25  # of a character's width: printed again so near, it only imitates bold type


class Chunk(NamedTuple):
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
    """Collects the characters of a page, in the order they are drawn, into chunks; `place` turns them upright."""

    def __init__(self, letters: Letters, place: Affine) -> None:
        low, high = letters.extents(place)
        self.breaks = [0, *(np.flatnonzero(~continues(letters, low, high)) + 1).tolist(), len(letters.texts)]
        self.texts = letters.texts
        self.starts: list[float] = low.tolist()
        self.ends: list[float] = high.tolist()
        axes = [Axis(run, place) for run in letters.runs]
        self.axes = [axes[owner] for owner in letters.owners.tolist()]
        self.chunks: list[Chunk] = []
        self.doubled = 0  # characters that were printed again in their place
        self.open: list[str] = []  # the characters of the open chunk
        self.x0 = self.x1 = self.last_x0 = 0.0
        self.axis: Axis | None = None  # of the open chunk
        self.last: Axis | None = None  # of the last character
        self.spaced = False

    def collect(self) -> None:
        """Go through the page stretch by stretch: what is printed without a gap; a space stands alone."""
        for first, after in pairwise(self.breaks):
            self.end_before(first)
            if self.texts[first] == SPACE:
                self.close(space=True)
                self.spaced = True
            else:
                self.add(first, after)
        self.close(space=False)

    def end_before(self, index: int) -> None:
        """Let the last character end where the next one starts: its width in the font can be another than its advance."""
        if self.axes[index] is self.last and self.last_x0 < self.starts[index] < self.x1:
            self.x1 = self.starts[index]

    def add(self, first: int, after: int) -> None:
        """Add the characters of a stretch, but for one that is printed again."""
        if self.open and self.is_again(first):
            self.doubled += 1
            for index in range(first + 1, after):
                self.end_before(index)
                self.add(index, index + 1)
            return
        if self.open and not self.follows(self.starts[first], self.axes[first]):
            self.close(space=False)
        self.extend(first, after)

    def extend(self, first: int, after: int) -> None:
        """Put a stretch to the open chunk, or open one with it."""
        last = after - 1
        if not self.open:
            self.x0, self.x1, self.axis = self.starts[first], self.ends[first], self.axes[first]
        self.open += self.texts[first:after]
        self.last, self.last_x0 = self.axes[last], self.starts[last]
        self.x1 = max(self.x1, self.ends[last]) if first == last else self.ends[last]

    def is_again(self, index: int) -> bool:
        """Tell whether a character repeats the last one, printed once more to look bold."""
        if self.texts[index] != self.open[-1] or self.last is None:
            return False
        x0, axis = self.starts[index], self.axes[index]
        level = abs(axis.base - self.last.base) < AGAIN * axis.size
        return level and abs(x0 - self.last_x0) < AGAIN * (self.ends[index] - x0)

    def follows(self, x0: float, axis: Axis) -> bool:
        """Tell whether a character that starts at `x0` continues the open chunk."""
        size = axis.size
        if axis is self.last:
            return -size < x0 - self.x1 < GAP * size
        near = self.axis is not None and abs(axis.base - self.axis.base) < 0.1 * size
        return near and -GAP * size < x0 - self.x1 < GLUED * size

    def close(self, space: bool) -> None:
        """End the open chunk."""
        if self.open and self.axis is not None:
            axis, text = self.axis, "".join(self.open)
            self.chunks.append(Chunk(text, self.x0, self.x1, axis.base, axis.size, axis.bold, space, self.spaced))
            self.open = []
        self.spaced = False


def chunked(letters: Letters, place: Affine) -> tuple[list[Chunk], int]:
    """Return the chunks of characters that `place` turns upright, and how many were printed twice."""
    if not letters.texts:
        return [], 0
    chunker = Chunker(letters, place)
    chunker.collect()
    return chunker.chunks, chunker.doubled


def continues(letters: Letters, low: Floats, high: Floats) -> Flags:
    """Tell for each character but the first whether it surely goes on from the one before."""
    texts, owners = letters.texts, letters.owners
    sizes = np.array([run.size for run in letters.runs])[owners]
    ink = np.array([text != SPACE for text in texts])
    step = low[1:] - low[:-1]
    near = (step > 0) & (low[1:] - high[:-1] < GAP * sizes[1:])
    surely: Flags = near & ink[1:] & ink[:-1] & (owners[1:] == owners[:-1])
    for index in np.flatnonzero(surely & (step < AGAIN * (high - low)[1:])).tolist():
        surely[index] = texts[index] != texts[index + 1]
    return surely
