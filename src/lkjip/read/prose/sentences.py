"""Passages become sentences whose every character knows its place on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lkjip.read.prose.passages import BULLETS, MARKER, Passage, Word
from lkjip.records import LineKind

STOP: Final = re.compile(r"(?:(?P<mark>[.!?;])[)\"\u201d\u2019']*(?P<bare>,?))(?P<space>\s+)")
INLINE_MARKER: Final = re.compile(
    rf"(?:(?<=[:;.])\s(?=\(?(?:\d{{1,2}}|[a-z])[.)]\s+[A-Za-z\u201c\"(]|[-\u2013{BULLETS}]\s)|"
    rf"(?<=\s)(?<!dan\s)(?<!ayat\s)(?<!atau\s)(?=\(?\d{{1,2}}\),?\s+[A-Z])|(?<=\s)(?=[{BULLETS}]\s))"
)
ABBREVIATED: Final = re.compile(
    r"^(?:rp|nip|no|nomor|kec|kab|kel|prov|ds|jl|jln|tk|gol|thn|th|ta|hal|tel|telp|drs?|dra|ir|hj?|m|s|prof|sdr?|s\.d|s/d|"
    r"a\.n|u\.b|d\.h|c\.q|cq|up|tgl|ttg|psl|vol|bpk)$"
)
SMALL_NUMBER: Final = re.compile(r"^\(?\d{1,3}$")
LETTER: Final = re.compile(r"^\(?(?:[a-zA-Z]|[ivxIVX]{2,4})$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word in the text of a sentence, from `start` to `end`, with its place on the page."""

    start: int
    end: int
    word: Word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `passage` is the position of its passage in the document."""

    text: str
    placed: tuple[Placed, ...]
    block_id: str
    kind: LineKind
    marker: str
    passage: int
    first: bool  # of its passage

    @property
    def page(self) -> int:
        """Return the page that it starts on."""
        return self.placed[0].word.page

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words that the characters from `start` to `end` touch."""
        return [item.word for item in self.placed if item.start < end and start < item.end]

    def boxes(self, start: int, end: int) -> list[tuple[int, float, float, float, float]]:
        """Return a box (page, x0, y0, x1, y1) for each printed line that the characters touch."""
        found: dict[tuple[int, float], list[Word]] = {}
        for word in self.words(start, end):
            found.setdefault((word.page, word.y0), []).append(word)
        return [
            (page, min(w.x0 for w in line), y0, max(w.x1 for w in line), line[0].y1)
            for (page, y0), line in found.items()
        ]


def sentences_of(passage: Passage, at: int) -> Iterator[Sentence]:
    """Yield the sentences of a passage."""
    text, placed = joined(passage.words)
    starts = [0, *ends(text)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        piece = text[start:end]
        marker = MARKER.match(piece) if number else None
        start += marker.end() if marker and marker.end() < len(piece.rstrip()) else 0
        piece = text[start:end].rstrip()
        inside = tuple(
            Placed(max(item.start - start, 0), item.end - start, item.word)
            for item in placed
            if start < item.end and item.start < start + len(piece)
        )
        if piece and inside:
            name = passage.marker if number == 0 else marker[0].strip() if marker else ""
            yield Sentence(piece, inside, passage.block_id, passage.kind, name, at, number == 0)


def joined(words: Sequence[Word]) -> tuple[str, list[Placed]]:
    """Return the running text of words, words that a line end cut in two joined, and where each word went."""
    text, placed = "", []
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        if before and cut(before, word):
            text = text if keeps_hyphen(before.text, word.text) else text[:-1]
        elif text:
            text += " "
        placed.append(Placed(len(text), len(text) + len(word.text), word))
        text += word.text
    return text, placed


def cut(before: Word, word: Word) -> bool:
    """Tell whether a line end cut one word into `before` and `word`."""
    hyphen = before.last and before.text.endswith("-") and before.text[-2:-1].isalpha()
    return hyphen and word.text[:1].isalpha()


def keeps_hyphen(before: str, after: str) -> bool:
    """Tell whether the hyphen at a line end belongs to the word: "isu-isu", "Perundang-Undangan"."""
    stem = re.split(r"[^\w]", before[:-1])[-1].casefold()
    return after[:1].isupper() or (len(stem) > 2 and after.casefold().startswith(stem))


def ends(text: str) -> list[int]:
    """Return where sentences start inside `text`: after a full stop or semicolon, and at an item of a list."""
    stops = {stop.end() for stop in STOP.finditer(text) if is_end(text, stop)}
    items = {item.end() for item in INLINE_MARKER.finditer(text)}
    return sorted(stops | items)


def is_end(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence: not behind an abbreviation, a list number or inside a number."""
    if stop["mark"] == ";":
        return True
    before = text[: stop.start()].split(" ")[-1]
    after = text[stop.end() :]
    if stop["bare"] or not after or after[0].islower():
        return False
    bare = before.strip("().,").casefold()
    if ABBREVIATED.match(bare) or LETTER.match(before):
        return False
    return not (SMALL_NUMBER.match(before) and (after[0].isdigit() or MARKER.match(before + ". x")))
