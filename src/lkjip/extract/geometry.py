"""Boxes on a page, and the turns between the page as stored, as displayed, and as read."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points; y grows downwards, (x0, y0) is the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the box."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def across(self, edges: Sequence[float]) -> "Box":
        """Return the part of the box between the leftmost and the rightmost edge."""
        return Box(min(edges), self.y0, max(edges), self.y1)

    def grown(self, margin: float) -> "Box":
        """Return the box with `margin` points added on each side."""
        return Box(self.x0 - margin, self.y0 - margin, self.x1 + margin, self.y1 + margin)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies in the box, its edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def meets(self, other: "Box") -> bool:
        """Tell whether the two boxes share a point."""
        return self.x0 <= other.x1 and other.x0 <= self.x1 and self.y0 <= other.y1 and other.y0 <= self.y1


def around(boxes: Iterable[tuple[float, float, float, float]]) -> Box:
    """Return the smallest box around `boxes`. Raises ValueError if there are none."""
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return Box(min(x0s), min(y0s), max(x1s), max(y1s))


def askew(box: tuple[float, float, float, float], middle: tuple[float, float], degrees: float) -> Box:
    """Return a box moved to where it comes to lie when the page is turned clockwise by a small angle."""
    x0, y0, x1, y1 = box
    dx, dy = (x0 + x1) / 2 - middle[0], (y0 + y1) / 2 - middle[1]
    cos, sin = math.cos(math.radians(degrees)) - 1, math.sin(math.radians(degrees))
    right, down = dx * cos - dy * sin, dx * sin + dy * cos
    return Box(x0 + right, y0 + down, x1 + right, y1 + down)


class Affine(NamedTuple):
    """The map (x, y) -> (a x + c y + e, b x + d y + f), as in a PDF matrix."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return the box around a rectangle that was mapped (exact for quarter turns)."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        if self.b == 0 == self.c or self.a == 0 == self.d:
            return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        cx, cy = self.point(x0, y1)
        dx, dy = self.point(x1, y0)
        return Box(min(ax, bx, cx, dx), min(ay, by, cy, dy), max(ax, bx, cx, dx), max(ay, by, cy, dy))

    def then(self, after: "Affine") -> "Affine":
        """Return the map that does this one first and `after` second."""
        a, b = after.a * self.a + after.c * self.b, after.b * self.a + after.d * self.b
        c, d = after.a * self.c + after.c * self.d, after.b * self.c + after.d * self.d
        return Affine(a, b, c, d, *after.point(self.e, self.f))


STILL = Affine(1, 0, 0, 1, 0, 0)


def display_map(bounds: Box, turn: int) -> Affine:
    """Map stored page space (y upwards) to the displayed page (top left origin).

    `bounds` is the visible part in page space (y0 is its bottom), `turn` the page's /Rotate, clockwise degrees.
    """
    left, bottom, right, top = bounds
    return {
        0: Affine(1, 0, 0, -1, -left, top),
        90: Affine(0, 1, 1, 0, -bottom, -left),
        180: Affine(-1, 0, 0, 1, right, -bottom),
        270: Affine(0, -1, -1, 0, top, right),
    }[turn % 360]


def reading_map(width: float, height: float, turn: int) -> Affine:
    """Map a displayed page of this size to one on which text that is turned by `turn` degrees clockwise runs upright."""
    return {
        0: STILL,
        90: Affine(0, -1, 1, 0, 0, width),
        180: Affine(-1, 0, 0, -1, width, height),
        270: Affine(0, 1, -1, 0, height, 0),
    }[turn % 360]
