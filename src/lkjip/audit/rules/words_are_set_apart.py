"""Two words of the text or of a table do not run together."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.read.doubt import CERTAIN
from lkjip.read.prose.passages import READ
from lkjip.records import Cell, Line
from lkjip.settings import Settings

TOGETHER: Final = re.compile(r"\b([^\W\d_]*[a-z]{2})([A-Z][a-z]{3,})\b")
WORD: Final = re.compile(r"[^\W\d_]{7,}")
FEWEST: Final = 2  # times that the report prints each of the two words by itself: else it is a name
OFTEN: Final = 3  # times that it prints the two words side by side
MOST: Final = 2  # times that it prints them as one: oftener, it is a way of writing
SHORTEST: Final = 3  # letters of either word
USUAL: Final = frozenset(("kerjasama", "peranserta", "tandatangan", "tanggungjawab", "tatakelola", "tatacara"))
BREAK: Final = "\u2028"


class Known(NamedTuple):
    """How often the report prints each word, and each two words side by side."""

    words: Counter[str]
    pairs: Counter[tuple[str, str]]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a capital inside a word of the text, and for two usual neighbours that a cell prints as one."""
    known = counted(ledger)
    for line in ledger.reading.lines:
        if line.kind in READ and line.confidence >= CERTAIN:
            found = [f"{match[1]} {match[2]}" for match in TOGETHER.finditer(line.text)]
            two = [text for text in found if all(known.words[part] >= FEWEST for part in text.lower().split())]
            yield from results(two, spot_of(line))
    for cells in ledger.cells.values():
        torn = [(cell, list(in_cell(cell, known))) for cell in cells if cell.confidence >= CERTAIN]
        for cell, two in torn:
            yield from results(two, ledger.cell_spot(cell)) if two else ()
        if torn and not any(two for _, two in torn):
            yield Result("passed")


def counted(ledger: Ledger) -> Known:
    """Count the words and neighbours of a report."""
    known = Known(Counter(), Counter())
    for text in (*(line.text for line in ledger.reading.lines), *(cell.text for cell in ledger.reading.cells)):
        every = words(text)
        known.words.update(every)
        known.pairs.update(pairwise(every))
    return known


def in_cell(cell: Cell, known: Known) -> Iterator[str]:
    """Return the words within the printed lines of a cell that are two, with a space between them."""
    for line in (cell.lines or cell.text).split(BREAK):
        for word in WORD.findall(line):
            plain = word.lower()
            ways = (
                range(SHORTEST, len(word) - SHORTEST + 1) if plain not in USUAL and known.words[plain] <= MOST else ()
            )
            at = max(ways, key=lambda at: known.pairs[plain[:at], plain[at:]], default=0)
            if at and known.pairs[plain[:at], plain[at:]] >= OFTEN:
                yield f"{word[:at]} {word[at:]}"


def spot_of(line: Line) -> Spot:
    """Return the place of a line."""
    return Spot(line.page, place=page_place(line.page, shortened(line.text)))


def results(two: list[str], spot: Spot) -> Iterator[Result]:
    """Return a problem for each two words that run together, else that there are none."""
    for text in two:
        yield Result("problem", spot=replace(spot, printed=text.replace(" ", "")), expected=Text(text, text))
    if not two:
        yield Result("passed")


RULE = Rule(
    id="words-apart",
    title=Text("A space stands between two words", "Antara dua kata ada spasi"),
    reason="Two items of a list that run together are counted as one, and a search finds neither word.",
    severity="info",
    basis="EYD V (since 2022) and its predecessors.",
    resolve=Text("Put a space, or start a new item.", "Beri spasi, atau mulai butir baru."),
    message=Text("{place}: “{printed}” is “{expected}”.", "{place}: “{printed}” seharusnya “{expected}”."),
    check=check,
)
