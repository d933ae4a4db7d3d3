"""Where a passage stands on a page: its words are found in the printed lines, whatever breaks them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lkjip.extract.geometry import Box, around
from lkjip.read.prose.passages import printed_edges
from lkjip.records import Line


class Placed(NamedTuple):
    """A printed word: its letters and digits, and its box."""

    letters: str
    box: Box


def boxes_of(passage: str, lines: Sequence[Line]) -> list[Box]:
    """Return a box for each printed line that a passage touches, at its first place; none where it is not found."""
    words = [word for line in lines for word in words_of(line)]
    wanted, text = letters_of(passage), "".join(word.letters for word in words)
    start = text.find(wanted) if wanted else -1
    if start < 0:
        return []
    touched, at = [], 0
    for word in words:
        if at < start + len(wanted) and start < at + len(word.letters):
            touched.append(word.box)
        at += len(word.letters)
    by_line = groupby(touched, key=lambda box: (box.y0, box.y1))
    return [around(list(boxes)) for _, boxes in by_line]


def words_of(line: Line) -> Iterator[Placed]:
    """Yield the words of a line; each has the whole line's box where the line does not say where its words are."""
    words = line.text.split()
    edges = printed_edges(line)
    for index, word in enumerate(words):
        x0, x1 = edges[index] if len(edges) == len(words) else (line.x0, line.x1)
        yield Placed(letters_of(word), Box(x0, line.y0, x1, line.y1))


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, without case."""
    return "".join(char for char in text.casefold() if char.isalnum())
