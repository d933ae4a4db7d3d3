"""What the ink of a number shows: where its digits stand, and the stops and commas between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np

from lkjip.extract.geometry import Box
from lkjip.ocr.picture import SCALE, Grey

FORM = re.compile(r"0(?:[., ]?0)*[.,]?$")  # digits with single separators
GAP = " "  # where a separator should be and none is seen
WIDE = 1.25  # of the pitch: measured, digits stand at most 1.07 apart, with a separator between them at least 1.34
DUST = (0.4 * SCALE) ** 2  # pixels
MARK = 0.5  # of the height of a digit: separators are lower
HANGS = 0.12  # of the height of a digit: as far below the digits' foot reaches a comma
FEW = 2  # digits of a number whose stop is easily left out of its box: the number of an item
REACH = 0.45  # of its height: as far behind it that stop is looked for

Shape = Sequence[int]  # left, top, width, height, area


def marks_seen(ink: Grey, box: Box, digits: int) -> str:
    """Return the form of a number, "0" for each digit, or nothing where digits touch or dust lies between them."""
    reach = box._replace(x1=box.x1 + REACH * box.height) if digits <= FEW else box
    form = marks_of(ink, reach)
    return form if form.count("0") == digits and FORM.match(form) else ""


def marks_of(ink: Grey, box: Box) -> str:
    """Return what the ink of a number shows from left to right: "0" for each digit, its marks, and gaps."""
    x0, y0, x1, y1 = (round(value) for value in box)
    part = np.ascontiguousarray(ink[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2])
    _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    shapes = sorted(shape for shape in stats[1:].tolist() if shape[4] > DUST)
    height = max((shape[3] for shape in shapes), default=0)
    tall = [shape for shape in shapes if shape[3] >= MARK * height]
    foot = float(np.median([top + high for _, top, _, high, _ in tall])) if tall else 0.0
    marks = [mark_of(shape, height, foot) for shape in shapes]
    return "".join(with_gaps([(shape, mark) for shape, mark in zip(shapes, marks, strict=True) if mark]))


def mark_of(shape: Shape, height: int, foot: float) -> str:
    """Return what one shape of ink is: a digit, a stop, a comma, or nothing."""
    _, top, width, high, _ = shape
    if high >= MARK * height:
        return "0"
    if top + high / 2 < foot - MARK * height:
        return ""
    return "," if top + high - foot > HANGS * height and high > width else "."


def with_gaps(marked: Sequence[tuple[Shape, str]]) -> Iterator[str]:
    """Yield the marks, and a gap where two digits stand as far apart as if one stood between them: it has faded."""
    yield from (mark for _, mark in marked[:1])
    middles = [left + width / 2 for (left, _, width, _, _), mark in marked if mark == "0"]
    pitch = float(np.percentile(np.diff(middles), 25)) if len(middles) > 1 else 0.0
    for (before, mark), (after, other) in pairwise(marked):
        apart = after[0] + after[2] / 2 - before[0] - before[2] / 2
        yield GAP + other if mark == other == "0" and apart > WIDE * pitch else other
