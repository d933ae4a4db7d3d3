"""Ruling lines on a picture, by Camelot's raster route, and the picture without them."""

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from lkjip.extract.grid import lines_on
from lkjip.extract.sheet import Piece
from lkjip.ocr.blots import parted
from lkjip.ocr.picture import SCALE, Grey, Picture

SHORTEST = 11.0  # points: a rule is longer than a letter is high
LONG = 26.0  # points: a shorter line is a rule only where it meets others, or it is a stroke of a letter
THICK = 4.0  # points: what is thicker is an area
DENSE = 0.62  # of a neighbourhood that is ink: more is an area, not text
AREA = 14.0  # points: an area is at least so wide and high
MEET = 2.0  # points
SAME = 1.3  # points: as far apart lie the pieces of one rule
BREAK = 10.0  # points: as far a rule of a poor scan may be broken
BREAK_PART = 0.4  # of the shorter piece: as far again
SIDE = (1.0, 2.4)  # points beside a line in which letters have ink, if it is a stroke of theirs
CROWDED = 0.22  # of that is ink: the line is a stroke of letters that touch
SPECKLED = 0.02  # dots for each square point of an area: more, and it is shaded so that nothing on it can be read
GAP = 3  # pixels that noise may interrupt a rule
STEP = 3  # pixels: a rule that lies askew in a coarse scan goes on so much higher or lower
WHITE = 255

Segments = list[tuple[int, int, int, int]]


@dataclass(frozen=True)
class Rules:
    """Rules in points, where their ink is, and where areas are filled."""

    horizontal: tuple[Piece, ...]
    vertical: tuple[Piece, ...]
    mask: Grey
    areas: Grey


def rules_on(picture: Picture) -> Rules:
    """Return the rules of a page; the sides of filled areas count as rules."""
    areas = filled(picture.ink)
    thin = np.asarray(cv2.subtract(picture.ink, areas), np.uint8)
    across, level = lines(thin, "horizontal")
    down, upright = lines(thin, "vertical")
    edges = list(edges_of(areas))
    rest = np.asarray(cv2.subtract(thin, cv2.max(level, upright)), np.uint8)
    rows = [Piece((y0 + y1) / 2 / SCALE, x0 / SCALE, x1 / SCALE) for x0, y0, x1, y1 in across]
    columns = [Piece((x0 + x1) / 2 / SCALE, y1 / SCALE, y0 / SCALE) for x0, y0, x1, y1 in down]
    horizontal = linked(piece for piece in rows if max(beside(piece, rest)) < CROWDED)
    vertical = linked(piece for piece in columns if min(beside(piece, rest.T)) < CROWDED)
    horizontal += [edge for sides, _ in edges for edge in sides]
    vertical += [edge for _, sides in edges for edge in sides]
    kept = sure(horizontal, vertical), sure(vertical, horizontal)
    return Rules(tuple(kept[0]), tuple(kept[1]), drawn(kept, level, upright), areas)


def filled(ink: Grey) -> Grey:
    """Return where the ink fills areas, such as the dark heading of a table."""
    size = int(THICK * SCALE) | 1
    dense = cv2.threshold(cv2.blur(ink, (size, size)), 255 * DENSE, 255, cv2.THRESH_BINARY)[1]
    side = int(AREA * SCALE)
    whole = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    return np.asarray(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((side // 2, side), np.uint8)), np.uint8)


def edges_of(areas: Grey) -> Iterable[tuple[list[Piece], list[Piece]]]:
    """Yield the horizontal and vertical sides of each filled area."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(areas, connectivity=4)
    for x, y, width, height, size in (stats[1:] / [SCALE, SCALE, SCALE, SCALE, SCALE**2]).tolist():
        if size > 0.8 * width * height:
            yield (
                [Piece(y, x, x + width), Piece(y + height, x, x + width)],
                [Piece(x, y, y + height), Piece(x + width, y, y + height)],
            )


def lines(ink: Grey, direction: str) -> tuple[Segments, Grey]:
    """Return the straight lines of one direction, and a mask of them."""
    along, across = (1, GAP), (STEP, 1)
    if direction == "vertical":
        along, across = along[::-1], across[::-1]
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(along, np.uint8))
    stepless = cv2.dilate(closed, np.ones(across, np.uint8))
    return lines_on(np.asarray(stepless, np.uint8), direction, int(SHORTEST * SCALE))


def beside(piece: Piece, rest: Grey) -> tuple[float, float]:
    """Return how much ink that belongs to no line stands on both sides of a line: beside a stroke of letters, much."""
    along = slice(max(0, round(piece.start * SCALE)), max(1, round(piece.end * SCALE)))
    near, far = (reach * SCALE for reach in SIDE)
    at = piece.at * SCALE
    return filling(rest[max(0, round(at - far)) : max(0, round(at - near)), along]), filling(
        rest[round(at + near) : round(at + far), along]
    )


def filling(ink: Grey) -> float:
    """Return which part of a picture is ink."""
    return float(ink.mean()) / WHITE if ink.size else 0.0


def linked(pieces: Iterable[Piece]) -> list[Piece]:
    """Join the pieces of rules that a poor scan broke."""
    whole: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        before = next((index for index, rule in enumerate(whole) if broken(rule, piece)), None)
        if before is None:
            whole.append(piece)
        else:
            whole[before] = joint(whole[before], piece)
    return whole


def broken(rule: Piece, piece: Piece) -> bool:
    """Tell whether a piece goes on with a rule."""
    shorter = min(rule.end - rule.start, piece.end - piece.start)
    return abs(rule.at - piece.at) <= SAME and piece.start - rule.end <= min(BREAK, BREAK_PART * shorter)


def joint(rule: Piece, piece: Piece) -> Piece:
    """Return a rule with a piece added to its end."""
    left, right = rule.end - rule.start, piece.end - piece.start
    return Piece((rule.at * left + piece.at * right) / (left + right), rule.start, max(rule.end, piece.end))


def sure(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """Return the lines that are rules: long ones, and short ones that meet rules across at both ends."""
    return [piece for piece in pieces if piece.end - piece.start >= LONG or ends_met(piece, others)]


def ends_met(piece: Piece, others: list[Piece]) -> bool:
    """Tell whether a line ends at lines across, on both sides."""
    return all(
        any(abs(other.at - end) <= MEET and other.start - MEET <= piece.at <= other.end + MEET for other in others)
        for end in (piece.start, piece.end)
    )


def drawn(kept: tuple[list[Piece], list[Piece]], level: Grey, upright: Grey) -> Grey:
    """Return where the ink of the kept rules is."""
    mask = np.zeros_like(level)
    reach = int(THICK * SCALE / 2)
    for at, start, end in kept[0]:
        around, along = band(at, reach), band((start + end) / 2, int((end - start) / 2 * SCALE) + 1)
        mask[around, along] |= level[around, along]
    for at, start, end in kept[1]:
        around, along = band(at, reach), band((start + end) / 2, int((end - start) / 2 * SCALE) + 1)
        mask[along, around] |= upright[along, around]
    return np.asarray(cv2.dilate(mask, np.ones((3, 3), np.uint8)), np.uint8)


def band(at: float, reach: int) -> slice:
    """Return the pixels around a position in points."""
    return slice(max(0, round(at * SCALE) - reach), round(at * SCALE) + reach + 1)


def without_rules(picture: Picture, rules: Rules) -> Picture:
    """Return the picture with its rules painted over, dark areas made light, and what is illegible on them gone."""
    dark = rules.areas > 0
    grey, ink = picture.grey.copy(), picture.ink.copy()
    grey[dark], ink[dark] = WHITE - grey[dark], WHITE - ink[dark]
    for hidden in (rules.mask > 0, speckled(ink, rules.areas) > 0):
        grey[hidden], ink[hidden] = WHITE, 0
    return Picture(grey, ink, picture.skew, picture.turn)


def speckled(ink: Grey, areas: Grey) -> Grey:
    """Return the areas that are shaded with dots so that letters cannot be told from them."""
    if not areas.any():
        return areas
    count, labels = cv2.connectedComponents(areas, connectivity=4)
    dots = cv2.bitwise_and(parted(ink)[1], areas)
    _, _, _, centres = cv2.connectedComponentsWithStats(dots, connectivity=8)
    owners = labels[centres[1:, 1].astype(int), centres[1:, 0].astype(int)]
    density = np.bincount(owners, minlength=count) / np.maximum(np.bincount(labels.ravel(), minlength=count), 1)
    density[0] = 0.0
    return np.where(density[labels] * SCALE**2 > SPECKLED, WHITE, 0).astype(np.uint8)
