"""A page as data: the characters, lines, filled areas and images that are drawn on it, turned to be read."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from lkjip.extract.drawing import Canvas, Stroke, TextRun
from lkjip.extract.geometry import Affine, Box, display_map, reading_map

WHITE = 0xF8  # a colour whose parts are all at least this is taken for paper
RISE, DROP = 0.78, 0.22  # parts of the font size above and below the baseline
SLANT = -1


class Run(NamedTuple):
    """What the characters of one text object share."""

    base: float  # baseline: y of upright text, x of text that is turned a quarter
    size: float
    bold: bool
    turn: int  # clockwise degrees on the sheet: 0, 90, 180, 270, or SLANT
    confidence: float = 100.0  # per cent; less only on recognised pages


class Glyph(NamedTuple):
    """A printed character; its box is as wide as its advance and as high as its font size."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    run: Run


class Piece(NamedTuple):
    """A straight line as drawn: at `at` (y of a horizontal, x of a vertical one), from `start` to `end`."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A filled rectangle with its colour as 0xRRGGBB."""

    box: Box
    colour: int


@dataclass(frozen=True)
class Sheet:
    """A page, turned so that most of its text is upright; in points from the top left, y downwards."""

    page: int
    width: float
    height: float
    turn: int  # clockwise degrees that the text stands turned on the displayed page
    shown_width: float
    shown_height: float
    glyphs: list[Glyph]  # upright
    turned: list[Glyph]  # all others
    horizontal: list[Piece]
    vertical: list[Piece]
    fills: list[Fill]
    images: list[Box]
    hidden: int  # invisible characters that were left out
    nonsense: int  # characters of which the PDF does not say what they are

    def shown(self, box: tuple[float, float, float, float]) -> Box:
        """Return a box of the sheet as it stands on the displayed page."""
        return reading_map(self.width, self.height, (360 - self.turn) % 360).box(*box)


def sheet_of(page: int, canvas: Canvas) -> Sheet:
    """Return what is drawn on page number `page` as a sheet that can be read."""
    bounds = canvas.bounds
    display = display_map(bounds, canvas.rotation)
    lying = canvas.rotation % 180 == 90
    width, height = (bounds.height, bounds.width) if lying else (bounds.width, bounds.height)
    turn = main_turn(canvas, display)
    place = display.then(reading_map(width, height, turn))
    upright, turned = glyphs_of(canvas, place)
    horizontal, vertical = pieces_of(canvas, place)
    return Sheet(
        page=page,
        width=height if turn % 180 else width,
        height=width if turn % 180 else height,
        turn=turn,
        shown_width=width,
        shown_height=height,
        glyphs=upright,
        turned=turned,
        horizontal=horizontal,
        vertical=vertical,
        fills=[Fill(place.box(*box), colour) for box, colour in canvas.fills],
        images=[place.box(*box) for box in canvas.images],
        hidden=canvas.hidden,
        nonsense=canvas.nonsense,
    )


def turn_of(run: TextRun, place: Affine) -> int:
    """Return the clockwise degrees that a text object stands turned after `place`, or SLANT."""
    dx = place.a * run.dx + place.c * run.dy
    dy = place.b * run.dx + place.d * run.dy
    angle = math.degrees(math.atan2(dy, dx)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < 8 else SLANT


def main_turn(canvas: Canvas, display: Affine) -> int:
    """Return how most of the text stands turned on the displayed page."""
    lengths = Counter(id(run) for *_, run in canvas.characters)
    runs = {id(run): run for *_, run in canvas.characters}
    votes: Counter[int] = Counter()
    for key, length in lengths.items():
        votes[turn_of(runs[key], display)] += length
    del votes[SLANT]
    return max(votes, key=lambda turn: (votes[turn], -turn)) if votes else 0


def run_of(run: TextRun, place: Affine) -> Run:
    """Return a text object's shared properties on the sheet."""
    x, y = place.point(run.x, run.y)
    turn = turn_of(run, place)
    return Run(x if turn in (90, 270) else y, run.size, run.bold, turn)


def glyphs_of(canvas: Canvas, place: Affine) -> tuple[list[Glyph], list[Glyph]]:
    """Return the characters in the visible part of the page: upright ones, and others."""
    runs: dict[int, Run] = {}
    upright: list[Glyph] = []
    turned: list[Glyph] = []
    left, bottom, right, top = canvas.bounds
    for text, x0, y0, x1, y1, source in canvas.characters:
        if not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top):
            continue
        run = runs.get(id(source))
        if run is None:
            run = runs[id(source)] = run_of(source, place)
        box = place.box(x0, y0, x1, y1)
        if run.turn == 0:
            upright.append(Glyph(text, box.x0, run.base - RISE * run.size, box.x1, run.base + DROP * run.size, run))
        else:
            turned.append(Glyph(text, *sized(box, run), run))
    return upright, turned


def sized(box: Box, run: Run) -> Box:
    """Return the box of a turned character, as thick as its font size."""
    base, rise, drop = run.base, RISE * run.size, DROP * run.size
    match run.turn:
        case 90:
            return Box(base - drop, box.y0, base + rise, box.y1)
        case 270:
            return Box(base - rise, box.y0, base + drop, box.y1)
        case 180:
            return Box(box.x0, base - drop, box.x1, base + rise)
    return box


def is_paper(colour: int) -> bool:
    """Tell whether a colour is white or nearly so."""
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= WHITE


def is_seen(stroke: Stroke, fills: list[tuple[Box, int]]) -> bool:
    """Tell whether a reader sees the line: a white one shows on a coloured area alone."""
    if not is_paper(stroke.colour):
        return True
    x, y = (stroke.x0 + stroke.x1) / 2, (stroke.y0 + stroke.y1) / 2
    return any(not is_paper(colour) and box.grown(1).holds(x, y) for box, colour in fills)


def pieces_of(canvas: Canvas, place: Affine) -> tuple[list[Piece], list[Piece]]:
    """Return the lines that a reader sees, horizontal and vertical."""
    horizontal: list[Piece] = []
    vertical: list[Piece] = []
    for stroke in canvas.strokes:
        if not is_seen(stroke, canvas.fills):
            continue
        box = place.box(stroke.x0, stroke.y0, stroke.x1, stroke.y1)
        x, y = box.middle
        if box.width >= box.height:
            horizontal.append(Piece(y, box.x0, box.x1))
        else:
            vertical.append(Piece(x, box.y0, box.y1))
    return horizontal, vertical
