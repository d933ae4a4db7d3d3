"""A page as data: the chunks of text, lines, filled areas and images that are drawn on it, turned to be read."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lkjip.extract.chunks import Chunk, chunked
from lkjip.extract.drawing import Canvas, Stroke
from lkjip.extract.geometry import Affine, Box, around, display_map, reading_map
from lkjip.extract.letters import Letters, TextRun
from lkjip.extract.words import Line, lines_of

PAPER = 0xF8  # a colour whose parts are all at least this is taken for paper
SLANT = -1
UPRIGHT_ENOUGH = 8  # degrees


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
    characters: int  # printed ones
    chunks: list[Chunk]  # upright text
    turned: list[Line]  # text that stands a quarter or half turn from upright on the sheet
    slanted: list[Line]  # text at any other angle, such as a watermark
    horizontal: list[Piece]
    vertical: list[Piece]
    fills: list[Fill]  # coloured ones
    images: list[Box]
    hidden: int  # characters left out: invisible, or outside the page
    doubled: int  # characters printed again in their place
    nonsense: int  # characters of which the PDF does not say what they are
    crowded: bool  # so many strokes that not all were looked at
    skew: float = 0.0  # clockwise degrees by which a scanned page lies askew


def sheet_of(page: int, canvas: Canvas) -> Sheet:
    """Return what is drawn on page number `page` as a sheet that can be read."""
    bounds = canvas.bounds
    display = display_map(bounds, canvas.rotation)
    lying = canvas.rotation % 180 == 90
    shown = (bounds.height, bounds.width) if lying else (bounds.width, bounds.height)
    inside = canvas.letters.inside(bounds)
    turn = main_turn(inside, display)
    place = display.then(reading_map(*shown, turn))
    width, height = reversed(shown) if turn % 180 else shown
    by_turn = sorted_by_turn(inside, place)
    chunks, doubled = chunked(by_turn.pop(0, Letters()), place)
    coloured = [(box, colour) for box, colour in canvas.fills if not is_paper(colour)]
    horizontal, vertical = pieces_of(canvas.strokes, coloured, place)
    return Sheet(
        page=page,
        width=width,
        height=height,
        turn=turn,
        shown_width=shown[0],
        shown_height=shown[1],
        characters=inside.printed,
        chunks=chunks,
        turned=[
            line
            for angle, found in sorted(by_turn.items())
            if angle != SLANT
            for line in turned_lines(found, place, angle, (width, height))
        ],
        slanted=slanted_lines(by_turn.get(SLANT, Letters()), place),
        horizontal=horizontal,
        vertical=vertical,
        fills=[Fill(place.box(*box), colour) for box, colour in coloured],
        images=[place.box(*box) for box in canvas.images],
        hidden=canvas.hidden + canvas.letters.printed - inside.printed,
        doubled=doubled,
        nonsense=canvas.nonsense,
        crowded=canvas.crowded,
    )


def turn_of(run: TextRun, place: Affine) -> int:
    """Return the clockwise degrees that a text object stands turned after `place`, or SLANT."""
    dx = place.a * run.dx + place.c * run.dy
    dy = place.b * run.dx + place.d * run.dy
    angle = math.degrees(math.atan2(dy, dx)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < UPRIGHT_ENOUGH else SLANT


def turns_of(runs: Sequence[TextRun], place: Affine) -> list[int]:
    """Return how each text object stands turned; few directions occur on a page, so each is worked out once."""
    known: dict[tuple[float, float], int] = {}
    for run in runs:
        if (run.dx, run.dy) not in known:
            known[run.dx, run.dy] = turn_of(run, place)
    return [known[run.dx, run.dy] for run in runs]


def main_turn(letters: Letters, display: Affine) -> int:
    """Return how most of the text stands turned on the displayed page."""
    votes: Counter[int] = Counter()
    for turn, length in zip(turns_of(letters.runs, display), letters.lengths(), strict=True):
        votes[turn] += length
    del votes[SLANT]
    return max(votes, key=lambda turn: (votes[turn], -turn)) if votes else 0


def sorted_by_turn(letters: Letters, place: Affine) -> dict[int, Letters]:
    """Return the characters by how they stand turned after `place`, in drawing order."""
    turns = turns_of(letters.runs, place)
    return {turn: letters.of_runs(other == turn for other in turns) for turn in sorted(set(turns))}


def turned_lines(letters: Letters, place: Affine, turn: int, size: tuple[float, float]) -> list[Line]:
    """Return the lines of text that is turned on the sheet, with their boxes as they stand there."""
    upright = place.then(reading_map(*size, turn))
    width, height = reversed(size) if turn % 180 else size
    back = reading_map(width, height, (360 - turn) % 360)
    chunks, _ = chunked(letters, upright)
    return [moved(line, back) for line in lines_of(chunks)]


def moved(line: Line, place: Affine) -> Line:
    """Return a line with its boxes moved."""
    _, top, _, bottom = line.box
    box = place.box(*line.box)
    boxes = [place.box(x0, top, x1, bottom) for x0, x1 in zip(line.edges[::2], line.edges[1::2], strict=True)]
    edges = tuple(edge for word in boxes for edge in (word.x0, word.x1))
    return line._replace(edges=edges, box=box, base=box.y1)


def slanted_lines(letters: Letters, place: Affine) -> list[Line]:
    """Return each slanted text object, such as a watermark, as one line."""
    return [slanted_line(part, place) for part in letters.by_run() if "".join(part.texts).strip()]


def slanted_line(letters: Letters, place: Affine) -> Line:
    """Return the characters of one slanted text object as a line."""
    run = letters.runs[letters.owners[0]]
    box = around(place.box(*corners) for corners in letters.boxes.tolist())
    text = "".join(letters.texts).strip()
    return Line(text, (text,), (box.x0, box.x1), box, box.y1, run.size, run.bold)


def is_paper(colour: int) -> bool:
    """Tell whether a colour is white or nearly so."""
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= PAPER


def is_seen(stroke: Stroke, coloured: list[tuple[Box, int]]) -> bool:
    """Tell whether a reader sees a line: a white one shows on a coloured area alone."""
    if not is_paper(stroke.colour):
        return True
    x, y = (stroke.x0 + stroke.x1) / 2, (stroke.y0 + stroke.y1) / 2
    return any(box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1 for box, _ in coloured)


def pieces_of(strokes: list[Stroke], coloured: list[tuple[Box, int]], place: Affine) -> tuple[list[Piece], list[Piece]]:
    """Return the lines that a reader sees, horizontal and vertical."""
    horizontal: list[Piece] = []
    vertical: list[Piece] = []
    for stroke in strokes:
        if not is_seen(stroke, coloured):
            continue
        x0, y0, x1, y1 = place.box(stroke.x0, stroke.y0, stroke.x1, stroke.y1)
        if x1 - x0 >= y1 - y0:
            horizontal.append(Piece((y0 + y1) / 2, x0, x1))
        else:
            vertical.append(Piece((x0 + x1) / 2, y0, y1))
    return horizontal, vertical
