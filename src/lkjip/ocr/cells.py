"""Tables on a picture, cell by cell: far surer than whole pages, above all on numbers."""

from collections.abc import Sequence
from itertools import product

from lkjip.extract.geometry import Box, around
from lkjip.extract.grid import GridCell
from lkjip.ocr.crops import EDGE, corner, cut
from lkjip.ocr.picture import SCALE, Grey, Picture
from lkjip.ocr.tesseract import Found, Question, Tesseract

CELL = Question(mode=6)  # a block of text
LONE = Question(mode=10)  # a single character, in which no block of text is seen
NARROW = 1.3  # of its height: print that is not wider is one character, or two
ONE_LOOK = 80.0  # per cent: more sure is no character that only this look saw
DASH = 90.0  # per cent: a dash alone in a cell cannot be much else
OUTSIDE = 3  # parts of a line's number; within cells it begins with that of the cell
FLAT, LONGEST, HIGHEST = 1.6, 12.0, 3.0  # a dash is so much wider than high, and no longer or higher, in points
TOUCH = 1.4  # points: print that ends so close to the side of its cell may go on behind it
BESIDE = 0.9  # of its height: what goes on stands no further away
INSIDE = 0.6  # points that are left out at the sides of a cell: what is left of its rules


def read_cells(picture: Picture, cells: Sequence[GridCell], tesseract: Tesseract) -> list[Found]:
    """Return the words of cells, their boxes in pixels of the picture, each cell's lines with numbers of their own."""
    boxes = [print_of(cell) for cell in cells]
    crops = [cut(picture.grey, box) for box in boxes]
    answers = with_lone_characters(tesseract.words(crops, CELL), crops, tesseract)
    found: list[Found] = []
    for index, (cell, box, words) in enumerate(zip(cells, boxes, answers, strict=True)):
        found += [dash(box, index)] if is_dash(cell) else [placed(word, box, index) for word in words]
    return found


def with_lone_characters(answers: list[list[Found]], crops: Sequence[Grey], tesseract: Tesseract) -> list[list[Found]]:
    """Return the words of cells, narrow ones in which nothing was seen looked at once more as a single character."""
    paper = 4 * EDGE  # the paper and the margin around the print, on both sides
    empty = [
        index
        for index, (words, crop) in enumerate(zip(answers, crops, strict=True))
        if not words and crop.shape[1] - paper <= NARROW * (crop.shape[0] - paper)
    ]
    again = tesseract.words([crops[index] for index in empty], LONE)
    seen = {
        index: [word._replace(confidence=min(word.confidence, ONE_LOOK)) for word in words]
        for index, words in zip(empty, again, strict=True)
    }
    return [seen.get(index, words) for index, words in enumerate(answers)]


def is_dash(cell: GridCell) -> bool:
    """Tell whether all that is printed in a cell is a dash, too little for Tesseract to see a line of text in it."""
    if len(cell.lines) != 1 or len(cell.lines[0].words) != 1:
        return False
    box = cell.lines[0].box
    return box.width > FLAT * box.height and box.width < LONGEST and box.height < HIGHEST


def dash(box: Box, cell: int) -> Found:
    """Return a dash that stands for no number."""
    return Found("-", box, (cell, 1, 1, 1), DASH)


def print_of(cell: GridCell) -> Box:
    """Return the box around what is printed in a cell, in pixels."""
    ink, inner = around(line.box for line in cell.lines), cell.box.grown(-INSIDE)
    x0, y0 = max(ink.x0, inner.x0), max(ink.y0, inner.y0)
    return Box(
        *(value * SCALE for value in (x0, y0, max(x0 + 1, min(ink.x1, inner.x1)), max(y0 + 1, min(ink.y1, inner.y1))))
    )


def severed(cells: Sequence[GridCell]) -> set[int]:
    """Return the cells, by their place in the list, whose print goes on in the cell beside them."""
    lines = [(line.box, index) for index, cell in enumerate(cells) for line in cell.lines]
    found = set[int]()
    for (left, one), (right, other) in product(lines, lines):
        if (
            one != other
            and goes_on(left, right)
            and min(cells[one].box.x1 - left.x1, right.x0 - cells[other].box.x0) < TOUCH
        ):
            found |= {one, other}
    return found


def goes_on(left: Box, right: Box) -> bool:
    """Tell whether print stands right beside other print, on its level."""
    near = -INSIDE < right.x0 - left.x1 < BESIDE * left.height
    return near and left.y0 < right.middle[1] < left.y1 and right.y0 < left.middle[1] < right.y1


def placed(word: Found, box: Box, cell: int) -> Found:
    """Return a word of a cut-out cell where it stands on the picture."""
    left, top = corner(box)
    x0, y0, x1, y1 = word.box
    return word._replace(box=Box(x0 + left, y0 + top, x1 + left, y1 + top), line=(cell, *word.line))


def cell_of(word: Found) -> int | None:
    """Return the place in the list of the cell in which a word stands, None for one outside of tables."""
    return word.line[0] if len(word.line) > OUTSIDE else None
