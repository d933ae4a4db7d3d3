"""Captions and sections: what stands around a table and says what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.extract.geometry import Box
from lkjip.extract.patterns import CHAPTER, ITEM, NUMBERED, PICTURE, TABLE_NUMBER
from lkjip.extract.text import TextLine

ABOVE = 6  # lines above a table in which its caption may begin
BELOW = 2  # lines below a table in which a caption may begin
TITLE_LINES = 5
TITLE_LENGTH = 160  # characters
NEAR = 3.2  # of the font size: a title is not further from its table
FOLLOWS = 2.4  # of the font size: the lines of a title are not further from each other
TIGHT = 1.6  # of the font size: the line of a sentence is not further from the one before
FULL = 100.0  # points that a wrapped line reaches further right than the short rest below it
CENTRED = 20.0  # points by which the middles of the lines of a title may differ


@dataclass(frozen=True)
class Caption:
    """A table's number and caption as printed, and the lines that they stand on."""

    number: str = ""
    text: str = ""
    lines: tuple[TextLine, ...] = ()


def caption_of(above: Sequence[TextLine], below: Sequence[TextLine], box: Box) -> Caption:
    """Return the caption of a table from the lines above it (the nearest last) and below it (the nearest first)."""
    return numbered_above(above) or numbered_below(below, box) or title_above(above, box) or Caption()


def numbered_above(above: Sequence[TextLine]) -> Caption | None:
    """Return the caption that opens with a table number in the lines above."""
    near = list(above[-ABOVE:])
    for index in range(len(near) - 1, -1, -1):
        match = TABLE_NUMBER.match(near[index].line.text)
        if match and not is_sentence(match["rest"]):
            return numbered(match, near[index:])
    return None


def is_sentence(rest: str) -> bool:
    """Tell whether the words after a table number go on as a sentence does."""
    return rest[:1].islower()


def numbered(match: re.Match[str], lines: Sequence[TextLine]) -> Caption:
    """Return a caption with a table number and the lines that it takes."""
    words = [match["rest"], *(text.line.text for text in lines[1:])]
    return Caption(match["number"].strip(), " ".join(" ".join(words).split()), tuple(lines))


def numbered_below(below: Sequence[TextLine], box: Box) -> Caption | None:
    """Return the caption that opens with a table number right below a table."""
    for index, text in enumerate(below[:BELOW]):
        match = TABLE_NUMBER.match(text.line.text)
        if match and not is_sentence(match["rest"]) and text.line.box.y0 - box.y1 < 2 * NEAR * text.line.size:
            return numbered(match, titled(below[index:]))
    return None


def titled(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the first line and those that follow it in the same style."""
    block = [lines[0]]
    for text in lines[1:TITLE_LINES]:
        if not together(block[-1], text):
            break
        block.append(text)
    return block


def title_above(above: Sequence[TextLine], box: Box) -> Caption | None:
    """Return the title directly above a table without a number: short lines in bold or capitals."""
    if not above or box.y0 - above[-1].line.box.y1 > NEAR * above[-1].line.size:
        return None
    block = [above[-1]]
    for text in reversed(above[:-1]):
        if not together(text, block[0]) or len(block) > TITLE_LINES:
            break
        block.insert(0, text)
    words = " ".join(text.line.text for text in block)
    if not is_title(block, words) or goes_on_from(above[: -len(block)], block[0]):
        return None
    return Caption("", words, tuple(block))


def is_title(block: Sequence[TextLine], words: str) -> bool:
    """Tell whether lines above a table are its title, and no sentence, heading or item of a list."""
    first = block[0].line.text
    if len(block) > TITLE_LINES or len(words) > TITLE_LENGTH or words.endswith((".", ":", ";", ",")):
        return False
    if words[0].islower():
        return False
    if any(pattern.match(first) for pattern in (CHAPTER, ITEM, NUMBERED, PICTURE)):
        return False
    return all(text.line.bold or text.line.text.isupper() for text in block) or (len(block) == 1 and words.istitle())


def goes_on_from(before: Sequence[TextLine], first: TextLine) -> bool:
    """Tell whether the first line of a block ends the sentence of a line right above it."""
    if not before or before[-1].page != first.page:
        return False
    line = before[-1].line
    gap = (first.line.base - line.base) / max(line.size, first.line.size)
    full = line.box.x1 > first.line.box.x1 + FULL  # it ran on to the right edge and wrapped
    return gap < (FOLLOWS if full else TIGHT) and not line.text.endswith((".", ":", ";"))


def together(upper: TextLine, lower: TextLine) -> bool:
    """Tell whether two lines are of one title: same page, style and middle, or same left edge."""
    a, b = upper.line, lower.line
    if upper.page != lower.page or a.bold != b.bold or (a.text.isupper() != b.text.isupper() and not a.bold):
        return False
    if not 0 < b.base - a.base < FOLLOWS * max(a.size, b.size):
        return False
    return abs(a.box.middle[0] - b.box.middle[0]) < CENTRED or abs(a.box.x0 - b.box.x0) < 2
