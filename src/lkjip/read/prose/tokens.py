"""A sentence as folded words that know where they stand."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

Meaning = TypeVar("Meaning")

TOKEN: Final = re.compile(r"[^\W_]+|%")
POSSESSIVE: Final = "nya"  # realisasinya, capaiannya
SHORTEST_STEM: Final = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word of a text, from `start` to `end`."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text in small letters, without accents and without "nya" at their end."""
    return [Token(stem(found[0]), found.start(), found.end()) for found in TOKEN.finditer(text)]


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """Fold one word."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    bare = plain.removesuffix(POSSESSIVE)
    return bare if len(bare) >= SHORTEST_STEM else plain


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(token.word for token in tokens(text))


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase found in a sentence: tokens from `first` up to `after`, characters from `start` to `end`."""

    meaning: Meaning
    first: int
    after: int
    start: int
    end: int


class Phrases(Generic[Meaning]):
    """Phrases of folded words with their meanings, found longest first."""

    def __init__(self, meanings: Mapping[tuple[str, ...], Meaning]) -> None:
        self.meanings = dict(meanings)
        self.longest = max((len(phrase) for phrase in meanings), default=0)
        self.openings = {phrase[0] for phrase in meanings if phrase}

    def at(self, found: Sequence[Token], first: int) -> Hit[Meaning] | None:
        """Return the longest phrase that starts at a token."""
        if first >= len(found) or found[first].word not in self.openings:
            return None
        for length in range(min(self.longest, len(found) - first), 0, -1):
            phrase = tuple(token.word for token in found[first : first + length])
            if phrase in self.meanings:
                after = first + length
                return Hit(self.meanings[phrase], first, after, found[first].start, found[after - 1].end)
        return None

    def ending(self, found: Sequence[Token], after: int) -> Hit[Meaning] | None:
        """Return the longest phrase whose last token stands right before the token `after`."""
        for first in range(max(after - self.longest, 0), after):
            hit = self.at(found, first)
            if hit and hit.after == after:
                return hit
        return None

    def all(self, found: Sequence[Token]) -> Iterator[Hit[Meaning]]:
        """Yield the phrases from left to right; none overlaps another."""
        at = 0
        while at < len(found):
            hit = self.at(found, at)
            if hit:
                yield hit
            at = hit.after if hit else at + 1
