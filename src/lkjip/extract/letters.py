"""What is written on a page: every printed character with its place, as columns, in the order it is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from lkjip.extract.characters import SPACE
from lkjip.extract.geometry import Affine, Box

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEFT, BOTTOM, RIGHT, TOP = range(4)


@dataclass
class TextRun:
    """A text object: where it starts, its direction, its font size in points."""

    x: float
    y: float
    dx: float
    dy: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Letters:
    """The n printed characters of a page, spaces included."""

    texts: list[str] = field(default_factory=list)
    boxes: Floats = field(default_factory=lambda: np.empty((0, 4)))  # n x 4: left, bottom, right, top as stored
    owners: Integers = field(default_factory=lambda: np.empty(0, np.int64))  # n: the character's place in `runs`
    runs: list[TextRun] = field(default_factory=list)

    @property
    def printed(self) -> int:
        """Count the characters that leave ink."""
        return len(self.texts) - self.texts.count(SPACE)

    def where(self, chosen: Flags) -> "Letters":
        """Return the characters for which `chosen` is true."""
        if chosen.all():
            return self
        return Letters(list(compress(self.texts, chosen.tolist())), self.boxes[chosen], self.owners[chosen], self.runs)

    def inside(self, bounds: Box) -> "Letters":
        """Return the characters whose middle lies on the visible page."""
        x = (self.boxes[:, LEFT] + self.boxes[:, RIGHT]) / 2
        y = (self.boxes[:, BOTTOM] + self.boxes[:, TOP]) / 2
        across, along = (x >= bounds.x0) & (x <= bounds.x1), (y >= bounds.y0) & (y <= bounds.y1)
        return self.where(across & along)

    def of_runs(self, chosen: Iterable[bool]) -> "Letters":
        """Return the characters of the text objects for which `chosen` is true, one flag a text object."""
        return self.where(np.fromiter(chosen, np.bool_, len(self.runs))[self.owners])

    def by_run(self) -> Iterator["Letters"]:
        """Yield the characters of each text object."""
        ends = [0, *(np.flatnonzero(np.diff(self.owners)) + 1).tolist(), len(self.texts)]
        for first, after in pairwise(ends):
            part = slice(first, after)
            yield Letters(self.texts[part], self.boxes[part], self.owners[part], self.runs)

    def lengths(self) -> list[int]:
        """Return how many characters each text object has."""
        lengths: list[int] = np.bincount(self.owners, minlength=len(self.runs)).tolist()
        return lengths

    def extents(self, place: Affine) -> tuple[Floats, Floats]:
        """Return where each character starts and ends along the direction of reading that `place` turns upright."""
        lying = abs(place.a) < abs(place.c)  # the direction of reading is the stored page's y
        scale = place.c if lying else place.a
        low, high = (BOTTOM, TOP) if lying else (LEFT, RIGHT)
        a, b = scale * self.boxes[:, low] + place.e, scale * self.boxes[:, high] + place.e
        return np.minimum(a, b), np.maximum(a, b)
