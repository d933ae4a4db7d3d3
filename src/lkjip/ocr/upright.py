"""Which way text stands on a picture: found from how letters follow each other, and by reading some of it."""

from collections.abc import Sequence
from statistics import mean

import cv2
import numpy as np

from lkjip.extract.geometry import Box
from lkjip.ocr.blots import letters_of as print_of
from lkjip.ocr.crops import cut
from lkjip.ocr.installed import LANGUAGE
from lkjip.ocr.picture import SCALE, Grey, Picture
from lkjip.ocr.tesseract import Question, Tesseract

LETTERS = (3.5, 20.0)  # points: from x-height of small print to capitals of a title
STEP = 2.0  # points: letters of a word lie closer, lines of text do not
SAMPLES = 6  # words read to tell up from down
LONGEST = 120.0  # points of a sample
ONE_WORD = Question(mode=7, language=LANGUAGE)
SURE = 70.0  # per cent: so well is no text read upside down


def upright(picture: Picture, tesseract: Tesseract) -> Picture:
    """Return the picture turned so that its text can be read."""
    lying = not runs_across(picture.ink)
    first, second = (picture.turned(90), picture.turned(270)) if lying else (picture, picture.turned(180))
    read = read_well(first, tesseract)
    return first if read >= SURE or read >= read_well(second, tesseract) else second


def runs_across(ink: Grey) -> bool:
    """Tell whether lines of text run across the picture: letters then join sideways more than downwards."""
    letters = letters_of(ink)
    step = round(STEP * SCALE)
    across = cv2.connectedComponents(cv2.dilate(letters, np.ones((1, step), np.uint8)))[0]
    down = cv2.connectedComponents(cv2.dilate(letters, np.ones((step, 1), np.uint8)))[0]
    return across <= down


def letters_of(ink: Grey) -> Grey:
    """Return the ink that has the size of letters."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    least, most = (size * SCALE for size in LETTERS)
    sides = np.maximum(stats[:, 2], stats[:, 3])
    fitting = (sides >= least) & (sides <= most)
    fitting[0] = False
    return np.asarray(np.where(fitting, 255, 0).astype(np.uint8)[labels], np.uint8)


def read_well(picture: Picture, tesseract: Tesseract) -> float:
    """Return how surely some long words of the picture are read, in per cent."""
    found = tesseract.words(samples(picture), ONE_WORD)
    sure = [word.confidence for words in found for word in words if len(word.text) > 2]
    return mean(sure) * min(1.0, len(sure) / SAMPLES) if sure else 0.0


def samples(picture: Picture) -> Sequence[Grey]:
    """Return the longest words of a picture that are no longer than text is."""
    letters = letters_of(print_of(picture.ink))
    joined = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((1, round(3 * STEP * SCALE)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    fitting = [box for box in stats[1:, :4].tolist() if box[3] <= LETTERS[1] * SCALE and box[2] <= LONGEST * SCALE]
    longest = sorted(fitting, key=lambda box: (-box[2], box))[:SAMPLES]
    return [cut(picture.grey, Box(x, y, x + width, y + height)) for x, y, width, height in longest]
