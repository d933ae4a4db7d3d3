"""Where something is printed on a picture: dust told from dots, and words as blots of ink."""

import cv2
import numpy as np

from lkjip.extract.chunks import RISE, Chunk
from lkjip.ocr.picture import SCALE, Grey

DOT = 2.1  # points: what is smaller both ways is a dot or dust
HALO = (2.8, 1.8)  # points beside and above letters in which dots, commas and accents belong to them
COLON = 4.5  # points between the dots of a colon
LETTER = 40.0  # points: what is larger is a picture or a shadow
JOIN = 2.2  # points between letters of a word

INK = "\u2588"


def blots(letters: Grey) -> list[Chunk]:
    """Return the words of a page, of which the letters' ink is given, as blots in points: a character for each."""
    joined = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((1, round(JOIN * SCALE)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = (tuple(side / SCALE for side in box[:4]) for box in stats[1:].tolist())
    return [blot(left, top, width, height) for left, top, width, height in found if height <= LETTER]


def blot(left: float, top: float, width: float, height: float) -> Chunk:
    """Return a blot as text of its height."""
    return Chunk(INK, left, left + width, top + RISE * height, height, False, True, True)


def letters_of(ink: Grey) -> Grey:
    """Return the ink of letters, digits, dashes and colons; dots are left out."""
    letters, dots = parted(ink)
    column = np.ones((round(COLON * SCALE), 1), np.uint8)
    colons, _ = parted(np.asarray(cv2.morphologyEx(dots, cv2.MORPH_CLOSE, column), np.uint8))
    return letters | (colons & dots)


def parted(ink: Grey) -> tuple[Grey, Grey]:
    """Return the ink that is larger than dots, and the rest."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    large = np.maximum(stats[:, 2], stats[:, 3]) >= DOT * SCALE
    large[0] = False
    letters = np.where(large, 255, 0).astype(np.uint8)[labels]
    return letters, np.asarray(cv2.subtract(ink, letters), np.uint8)


def cleaned(grey: Grey, letters: Grey) -> Grey:
    """Return a picture in which dust and noise away from letters became white paper."""
    across, up = (2 * round(reach * SCALE) + 1 for reach in HALO)
    near = cv2.dilate(letters, np.ones((up, across), np.uint8))
    return np.where(near > 0, grey, 255).astype(np.uint8)
