"""A page as data: the chunks of text, lines, filled areas and images that are drawn on it, turned to be read."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from lkjip.extract.characters import SPACE
from lkjip.extract.chunks import Chunk, chunked
from lkjip.extract.drawing import Canvas, Character, Stroke, TextRun
from lkjip.extract.geometry import Affine, Box, display_map, reading_map
from lkjip.extract.words import Line, Word, lines_of

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
    turned: list[Line]  # text that is not upright on the sheet
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
    inside = [c for c in canvas.characters if is_inside(c, bounds)]
    turn = main_turn(inside, display)
    place = display.then(reading_map(*shown, turn))
    width, height = reversed(shown) if turn % 180 else shown
    by_turn = sorted_by_turn(inside, place)
    chunks, doubled = chunked(by_turn.pop(0, []), place)
    coloured = [(box, colour) for box, colour in canvas.fills if not is_paper(colour)]
    horizontal, vertical = pieces_of(canvas.strokes, coloured, place)
    return Sheet(
        page=page,
        width=width,
        height=height,
        turn=turn,
        shown_width=shown[0],
        shown_height=shown[1],
        characters=sum(c[0] != SPACE for c in inside),
        chunks=chunks,
        turned=[
            line
            for angle, found in sorted(by_turn.items())
            for line in turned_lines(found, place, angle, (width, height))
        ],
        horizontal=horizontal,
        vertical=vertical,
        fills=[Fill(place.box(*box), colour) for box, colour in coloured],
        images=[place.box(*box) for box in canvas.images],
        hidden=canvas.hidden + sum(c[0] != SPACE for c in canvas.characters) - sum(c[0] != SPACE for c in inside),
        doubled=doubled,
        nonsense=canvas.nonsense,
        crowded=canvas.crowded,
    )


def is_inside(character: Character, bounds: Box) -> bool:
    """Tell whether the middle of a character lies on the visible page."""
    _, left, bottom, right, top, _ = character
    return bounds.x0 <= (left + right) / 2 <= bounds.x1 and bounds.y0 <= (bottom + top) / 2 <= bounds.y1


def turn_of(run: TextRun, place: Affine) -> int:
    """Return the clockwise degrees that a text object stands turned after `place`, or SLANT."""
    dx = place.a * run.dx + place.c * run.dy
    dy = place.b * run.dx + place.d * run.dy
    angle = math.degrees(math.atan2(dy, dx)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < UPRIGHT_ENOUGH else SLANT


def main_turn(characters: list[Character], display: Affine) -> int:
    """Return how most of the text stands turned on the displayed page."""
    lengths = Counter(id(character[5]) for character in characters)
    runs = {id(character[5]): character[5] for character in characters}
    votes: Counter[int] = Counter()
    for key, length in lengths.items():
        votes[turn_of(runs[key], display)] += length
    del votes[SLANT]
    return max(votes, key=lambda turn: (votes[turn], -turn)) if votes else 0


def sorted_by_turn(characters: list[Character], place: Affine) -> dict[int, list[Character]]:
    """Return the characters by how they stand turned after `place`, each list in drawing order."""
    turns: dict[int, int] = {}
    found: dict[int, list[Character]] = defaultdict(list)
    for character in characters:
        run = character[5]
        turn = turns.get(id(run))
        if turn is None:
            turn = turns[id(run)] = turn_of(run, place)
        found[turn].append(character)
    return dict(found)


def turned_lines(characters: list[Character], place: Affine, turn: int, size: tuple[float, float]) -> list[Line]:
    """Return the lines of text that is turned on the sheet, with their boxes as they stand there."""
    if turn == SLANT:
        return slanted_lines(characters, place)
    upright = place.then(reading_map(*size, turn))
    width, height = reversed(size) if turn % 180 else size
    back = reading_map(width, height, (360 - turn) % 360)
    chunks, _ = chunked(characters, upright)
    return [moved(line, back) for line in lines_of(chunks)]


def moved(line: Line, place: Affine) -> Line:
    """Return a line with its boxes moved."""
    box = place.box(*line.box)
    words = tuple(Word(word.text, place.box(*word.box)) for word in line.words)
    return Line(words, box, box.y1, line.size, line.bold)


def slanted_lines(characters: list[Character], place: Affine) -> list[Line]:
    """Return each slanted text object, such as a watermark, as one line."""
    runs: dict[int, list[Character]] = defaultdict(list)
    for character in characters:
        runs[id(character[5])].append(character)
    lines = []
    for found in runs.values():
        text = "".join(character[0] for character in found).strip()
        boxes = [place.box(*character[1:5]) for character in found]
        if text:
            box = Box(
                min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes)
            )
            lines.append(Line((Word(text, box),), box, box.y1, found[0][5].size, found[0][5].bold))
    return lines


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
