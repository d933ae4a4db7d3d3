"""Words that were recognised, as the chunks of text that a text page would bring."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from lkjip.extract.chunks import Chunk
from lkjip.ocr.tesseract import Found

DESCENDING = set("gjpqyQ,;()[]{}|/_$@")
LOW = set("acegmnopqrsuvwxyz.,-:;_")  # no higher than an x
X_HEIGHT, CAPITAL, DESCENT = 0.50, 0.70, 0.21  # parts of the font size
SMALLEST = 4.0  # points of a font
APART = 0.1  # of the font size: what stays open between two words


def chunks_of(words: Sequence[Found]) -> list[Chunk]:
    """Return words, whose boxes are in points, as text: words of one line get its baseline and font size."""
    ordered = sorted(words, key=lambda word: (word.line, word.box.x0))
    return [chunk for _, line in groupby(ordered, key=lambda word: word.line) for chunk in line_chunks(list(line))]


def line_chunks(words: Sequence[Found]) -> Iterator[Chunk]:
    """Yield the words of one line as text."""
    base, size = base_of(words), size_of(words)
    for word, after in zip(words, [*words[1:], None], strict=True):
        limit = word.box.x1 if after is None else min(word.box.x1, after.box.x0 - APART * size)
        yield Chunk(word.text, word.box.x0, max(limit, word.box.x0 + 1), base, size, False, True, True, word.confidence)


def size_of(words: Iterable[Found]) -> float:
    """Return the font size of a line from the heights of its words."""
    return max(SMALLEST, median(word.box.height / height_of(word.text) for word in words))


def height_of(text: str) -> float:
    """Return the height of a printed word as a part of its font size."""
    letters = set(text)
    return (X_HEIGHT if letters <= LOW else CAPITAL) + (DESCENT if letters & DESCENDING else 0)


def base_of(words: Sequence[Found]) -> float:
    """Return the baseline of a line: the foot of words without letters that hang below it."""
    standing = [word.box.y1 for word in words if not set(word.text) & DESCENDING]
    hanging = [word.box.y1 - DESCENT / height_of(word.text) * word.box.height for word in words]
    return median(standing or hanging)
