"""Characters to chunks: what is printed without a gap, the smallest part of a text that no rule cuts."""

from collections.abc import Iterator
from dataclasses import dataclass
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


class Stretch(NamedTuple):
    """Characters of one text object without a gap, each after the other; a space stands alone."""

    texts: list[str]
    starts: list[float]
    ends: list[float]
    axis: Axis

    @property
    def is_space(self) -> bool:
        """Tell whether it is a printed space."""
        return self.texts[0] == SPACE

    def single(self) -> "Iterator[Stretch]":
        """Yield the characters one by one."""
        for text, start, end in zip(self.texts, self.starts, self.ends, strict=True):
            yield Stretch([text], [start], [end], self.axis)


class Chunker:
    """Collects stretches, in the order they are drawn, into chunks."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.doubled = 0  # characters that were printed again in their place
        self.letters: list[str] = []
        self.x0 = self.x1 = self.last_x0 = 0.0
        self.axis: Axis | None = None  # of the open chunk
        self.last: Axis | None = None  # of the last character
        self.spaced = False

    def add(self, stretch: Stretch) -> None:
        """Add what is printed without a gap."""
        x0, axis = stretch.starts[0], stretch.axis
        if axis is self.last and self.last_x0 < x0 < self.x1:
            self.x1 = x0  # the advance says where a character ends; its width in the font can be another
        if stretch.is_space:
            self.close(space=True)
            self.spaced = True
        elif self.letters and self.is_again(stretch):
            self.doubled += 1
            for character in list(stretch.single())[1:]:
                self.add(character)
        else:
            if self.letters and not self.follows(x0, axis):
                self.close(space=False)
            self.extend(stretch)

    def extend(self, stretch: Stretch) -> None:
        """Put a stretch to the open chunk, or open one with it."""
        if not self.letters:
            self.x0, self.x1, self.axis = stretch.starts[0], stretch.ends[0], stretch.axis
        self.letters.extend(stretch.texts)
        self.last, self.last_x0 = stretch.axis, stretch.starts[-1]
        single = len(stretch.texts) == 1
        self.x1 = max(self.x1, stretch.ends[-1]) if single else stretch.ends[-1]

    def is_again(self, stretch: Stretch) -> bool:
        """Tell whether a stretch opens with the last character, printed once more to look bold."""
        assert self.last is not None
        x0, x1 = stretch.starts[0], stretch.ends[0]
        level = abs(stretch.axis.base - self.last.base) < AGAIN * stretch.axis.size
        return level and stretch.texts[0] == self.letters[-1] and abs(x0 - self.last_x0) < AGAIN * (x1 - x0)

    def follows(self, x0: float, axis: Axis) -> bool:
        """Tell whether a character that starts at `x0` continues the open chunk."""
        assert self.axis is not None
        size = axis.size
        if axis is self.last:
            return -size < x0 - self.x1 < GAP * size
        return -GAP * size < x0 - self.x1 < GLUED * size and abs(axis.base - self.axis.base) < 0.1 * size

    def close(self, space: bool) -> None:
        """End the open chunk."""
        if self.letters and self.axis is not None:
            axis, text = self.axis, "".join(self.letters)
            self.chunks.append(Chunk(text, self.x0, self.x1, axis.base, axis.size, axis.bold, space, self.spaced))
            self.letters = []
        self.spaced = False


def chunked(letters: Letters, place: Affine) -> tuple[list[Chunk], int]:
    """Return the chunks of characters that `place` turns upright, and how many were printed twice."""
    chunker = Chunker()
    for stretch in stretches(letters, place):
        chunker.add(stretch)
    chunker.close(space=False)
    return chunker.chunks, chunker.doubled


def stretches(letters: Letters, place: Affine) -> Iterator[Stretch]:
    """Yield what is printed without a gap, in the order it is drawn."""
    if not letters.texts:
        return
    low, high = letters.extents(place)
    axes = [Axis(run, place) for run in letters.runs]
    breaks = [0, *(np.flatnonzero(~continues(letters, low, high)) + 1).tolist(), len(letters.texts)]
    starts, ends, owners = low.tolist(), high.tolist(), letters.owners.tolist()
    for first, after in pairwise(breaks):
        yield Stretch(letters.texts[first:after], starts[first:after], ends[first:after], axes[owners[first]])


def continues(letters: Letters, low: Floats, high: Floats) -> Flags:
    """Tell for each character but the first whether it surely goes on from the one before."""
    glyphs, owners = np.array(letters.texts), letters.owners
    sizes = np.array([run.size for run in letters.runs])[owners]
    ink = glyphs != SPACE
    step = low[1:] - low[:-1]
    near = (step > 0) & (low[1:] - high[:-1] < GAP * sizes[1:])
    again = (glyphs[1:] == glyphs[:-1]) & (step < AGAIN * (high - low)[1:])
    surely: Flags = near & ~again & ink[1:] & ink[:-1] & (owners[1:] == owners[:-1])
    return surely
