"""Lines become passages: one heading, paragraph or list item each, every word with its place on the page."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lkjip.records import Line, LineKind

READ: Final = ("heading", "paragraph", "item")
ENDS: Final = (".", ":", ";", "!", "?")
BULLETS: Final = "•▪●■◻◼➢➤✓❖❑→⇨*·○▶\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d"
BULLET: Final = re.compile(rf"^(?:[{BULLETS}]|\.(?=\s))\s*\S")
MARKER: Final = re.compile(
    rf"^(?:[-\u2013{BULLETS}o]|\.(?=\s)|\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]+,?|\d{{3}}\)|\(?[a-zA-Z][.)]|\(?[ivxIVX]{{1,5}}[.)]|"
    rf"[A-Z]\.\d{{1,2}}\.?|\d{{1,2}}(?:\.\d{{1,2}})+|\d{{1,2}}(?=\s+[A-Z][a-z]))\s+(?=\S)"
)
CONTINUES: Final = re.compile(r"^(?:[a-z(%]|Rp\b|\d)")
DASH: Final = re.compile(r"^[-\u2013]\s")  # of "Aluh - Aluh" at a line end, unless it is a bullet
SOURCE: Final = re.compile(r"^\(?\s*sumber\b", re.I)
ABBREVIATED: Final = re.compile(r"\b(?:rp|no|nomor|kec|kab|kel|prov|thn|th|tgl)\.$", re.I)
FULL_LINE: Final = 5  # words of a line that the next one may go on with
LONG: Final = 40  # characters of a line that shows where the text ends on the right


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with its box in PDF points."""

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    last: bool  # of its printed line


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph or list item; `marker` is its bullet or number as printed."""

    block_id: str
    kind: LineKind
    marker: str
    indent: float  # where its first line starts, in points from the left
    words: tuple[Word, ...]

    @property
    def page(self) -> int:
        """Return the page that it starts on."""
        return self.words[0].page

    @property
    def plain(self) -> str:
        """Return its words with single spaces."""
        return " ".join(word.text for word in self.words)


def passages(lines: Iterable[Line]) -> list[Passage]:
    """Return the passages of a document, in reading order; what extraction cut apart is joined again."""
    printed = [line for line in lines if line.text.strip()]
    body = [line for line in freed(printed, right_edges(printed)) if line.kind in READ]
    return [passage(group) for group in grouped(body)]


def freed(lines: Iterable[Line], rights: Mapping[int, float]) -> Iterator[Line]:
    """Yield the lines; text below the source of a table that was taken for part of it becomes a paragraph."""
    last: Line | None = None
    for line in lines:
        if line.kind == "source" and not SOURCE.match(line.text):
            goes_on = last and last.kind == "source" and not fits(last, line, rights.get(last.page, 0.0))
            line = line if goes_on else replace(line, kind="paragraph")
        last = line
        yield line


def grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of one passage together."""
    rights = right_edges(lines)
    group: list[Line] = []
    for line in lines:
        if group and not belongs(group, line, rights.get(group[-1].page, 0.0)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def right_edges(lines: Iterable[Line]) -> dict[int, float]:
    """Return where the running text of every page ends on the right."""
    edges: dict[int, float] = {}
    for line in lines:
        if line.kind != "heading" and len(line.text) >= LONG:
            edges[line.page] = max(edges.get(line.page, 0.0), line.x1)
    return edges


def belongs(group: Sequence[Line], line: Line, right: float) -> bool:
    """Tell whether a line goes on with the passage of the lines before it; `right` is where its page's text ends."""
    last = group[-1]
    ended, full = is_ended(last), not fits(last, line, right)
    alone = ended or not full or last.kind == "heading" or aligned(group[0], line)
    if BULLET.match(line.text) or (alone and MARKER.match(line.text)):
        return False
    if last.block_id == line.block_id:
        return last.kind == "heading" or full or not line.text[:1].isupper()
    if ended or last.kind == "heading" or len(last.text.split()) < FULL_LINE:
        return False
    across = line.kind == "heading" or line.page != last.page
    if DASH.match(line.text):
        return full and not across
    return bool(CONTINUES.match(line.text)) or (full and across)


def is_ended(line: Line) -> bool:
    """Tell whether a line closes a sentence; an abbreviation at its end does not."""
    text = line.text.rstrip()
    return text.endswith(ENDS) and not ABBREVIATED.search(text)


def aligned(first: Line, line: Line) -> bool:
    """Tell whether a line opens a list item below another one, at the same indent."""
    return bool(MARKER.match(first.text)) and abs(first.x0 - line.x0) < 2


def fits(last: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of `line` had room on the line before: its break was meant, and a text ended."""
    x0, x1 = edges_of(line, line.text.split())[0]
    return last.x1 + (x1 - x0) + 6 < right


def passage(lines: Sequence[Line]) -> Passage:
    """Build a passage from its lines."""
    first = lines[0]
    marker = MARKER.match(first.text)
    words = [word for line in lines for word in words_of(line)]
    skipped = len(marker[0].split()) if marker and len(words) > len(marker[0].split()) else 0
    kind: LineKind = "item" if skipped and first.kind == "paragraph" else first.kind
    return Passage(
        first.block_id, kind, marker[0].strip() if marker and skipped else "", first.x0, tuple(words[skipped:])
    )


def words_of(line: Line) -> list[Word]:
    """Return the words of a line with their boxes."""
    texts = line.text.split()
    edges = edges_of(line, texts)
    count = len(texts)
    return [
        Word(text, line.page, x0, line.y0, x1, line.y1, at == count - 1)
        for at, (text, (x0, x1)) in enumerate(zip(texts, edges, strict=True))
    ]


def printed_edges(line: Line) -> list[tuple[float, float]]:
    """Return the left and right edge of every word, as far as the line says."""
    pairs = (pair.split() for pair in line.word_edges.split(";") if pair.strip())
    return [(float(left), float(right)) for left, right in pairs]


def edges_of(line: Line, texts: Sequence[str]) -> list[tuple[float, float]]:
    """Return the left and right edge of every word; where they are not known, shares of the line."""
    printed = printed_edges(line)
    if len(printed) == len(texts):
        return printed
    width = (line.x1 - line.x0) / max(sum(len(text) + 1 for text in texts) - 1, 1)
    edges, at = [], line.x0
    for text in texts:
        edges.append((at, at + width * len(text)))
        at += width * (len(text) + 1)
    return edges
