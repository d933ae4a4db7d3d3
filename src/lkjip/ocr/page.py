"""A scanned page, recognised: the same text and rules that a text page brings itself."""

from dataclasses import replace

import cv2
import numpy as np

from lkjip.extract.chunks import Chunk
from lkjip.extract.geometry import Box
from lkjip.extract.grid import Grid
from lkjip.extract.reading import read_grids
from lkjip.extract.rules import rulings_of
from lkjip.extract.sheet import Sheet
from lkjip.ocr.blots import blots, cleaned, letters_of
from lkjip.ocr.cells import cell_of, read_cells, severed
from lkjip.ocr.numbers import checked, unsure
from lkjip.ocr.picture import SCALE, Grey, Photo, Picture, picture_of
from lkjip.ocr.ruled import rules_on, without_rules
from lkjip.ocr.tesseract import Found, Question, Tesseract
from lkjip.ocr.upright import upright
from lkjip.ocr.words import chunks_of

PAGE = Question(mode=3)  # Tesseract finds the blocks of text itself
SMOOTH = 1.0  # pixels: letters smoothed so are read best
PAPER = 0.9  # of white: what is brighter is noise of the paper; left grey around letters, it reads as their frame
DARKER = 2.0  # the power by which print is kept as dark as it was, above all faint stops
JUNK = 35.0  # per cent: a mark without letter or digit that is less sure is dirt
WHITE = 255


def recognised(photo: Photo, sheet: Sheet, tesseract: Tesseract) -> Sheet:
    """Return the sheet of a scanned page with the text and rules that its photo shows. Raises RecognitionFailed."""
    picture = upright(picture_of(photo), tesseract)
    rules = rules_on(picture)
    bare = without_rules(picture, rules)
    ruled = replace(
        sheet, width=picture.width, height=picture.height, turn=picture.turn, skew=picture.skew,
        horizontal=list(rules.horizontal), vertical=list(rules.vertical), fills=[], turned=[],
    )  # fmt: skip
    letters = letters_of(bare.ink)
    chunks = read(smoothed(bare, letters), replace(ruled, chunks=blots(letters)), tesseract)
    return replace(ruled, chunks=chunks, characters=sum(len(chunk.text) for chunk in chunks))


def smoothed(picture: Picture, letters: Grey) -> Picture:
    """Return a picture without dust, its letters smoothed, on white paper."""
    soft = cv2.GaussianBlur(cleaned(picture.grey, letters), (0, 0), SMOOTH)
    brightness = np.minimum(1.0, np.arange(256) / (PAPER * WHITE)) ** DARKER
    return replace(picture, grey=np.asarray(cv2.LUT(soft, np.rint(WHITE * brightness).astype(np.uint8)), np.uint8))


def read(picture: Picture, sheet: Sheet, tesseract: Tesseract) -> list[Chunk]:
    """Return the text of a picture whose blots of ink are the text of the sheet."""
    grids, *_ = read_grids(sheet, rulings_of(sheet))
    cells = [cell for grid in grids for cell in grid.cells if cell.lines]
    (outside,) = tesseract.words([without_tables(picture.grey, grids)], PAGE)
    words = checked(picture, [*read_cells(picture, cells, tesseract), *outside], tesseract)
    cut = severed(cells)
    whole = [unsure(word) if cell_of(word) in cut else word for word in words]
    return chunks_of([in_points(word) for word in whole if not is_junk(word)])


def without_tables(grey: Grey, grids: list[Grid]) -> Grey:
    """Return a picture with its tables painted over."""
    rest = grey.copy()
    for grid in grids:
        x0, y0, x1, y1 = (max(0, round(value * SCALE)) for value in grid.frame.box)
        rest[y0 : y1 + 1, x0 : x1 + 1] = WHITE
    return rest


def in_points(word: Found) -> Found:
    """Return a word with its box in points."""
    x0, y0, x1, y1 = (value / SCALE for value in word.box)
    return word._replace(box=Box(x0, y0, x1, y1))


def is_junk(word: Found) -> bool:
    """Tell whether a word is dirt: no letter or digit, and not sure."""
    return word.confidence < JUNK and not any(char.isalnum() for char in word.text)
