"""The words that tie numbers to measures and subjects, as people wrote them down in data/manual."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from lkjip.read.manual import Manual
from lkjip.read.prose.rows import Cue
from lkjip.read.prose.tokens import Phrases, Token, words

NEAR: Final = 88.0  # "realiasi" is realisasi
NEAR_FROM: Final = 6  # letters: shorter words have too many neighbours


@dataclass(frozen=True)
class Grammar:
    """All cues, terms and units by their words."""

    manual: Manual

    @cached_property
    def cues(self) -> Phrases[tuple[Cue, ...]]:
        """Rows of every cue by its words."""
        found: dict[tuple[str, ...], list[Cue]] = defaultdict(list)
        for row in self.manual.cues:
            found[words(row.phrase)].append(row)
        return Phrases({phrase: tuple(group) for phrase, group in found.items()})

    @cached_property
    def roles(self) -> dict[str, Phrases[str]]:
        """Meanings of the words of every role."""
        found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        for row in self.manual.terms:
            found[row.role][words(row.words)] = row.meaning
        return {role: Phrases(meanings) for role, meanings in found.items()}

    def plays(self, role: str, word: str) -> bool:
        """Tell whether a single word plays a part."""
        return (word,) in self.roles[role].meanings

    @cached_property
    def units(self) -> Phrases[str]:
        """Units by their words; what sentences count is a unit too."""
        spelled = {words(row.spelling): row.unit for row in self.manual.unit_rows if words(row.spelling)}
        counted = {words(row.words): row.meaning for row in self.manual.terms if row.role == "counted"}
        return Phrases({**spelled, **counted})

    @cached_property
    def cue_words(self) -> frozenset[str]:
        """Every word of a cue."""
        return frozenset(word for phrase in self.cues.meanings for word in phrase)

    @cached_property
    def repairs(self) -> dict[str, str]:
        """What misspelled words were taken for; grows as sentences are read."""
        return {}

    def repaired(self, found: Iterable[Token]) -> list[Token]:
        """Return the tokens, a word that is a cue with a letter or two wrong spelled right."""
        return [token if token.word in self.cue_words else self.spelled(token) for token in found]

    def spelled(self, token: Token) -> Token:
        """Return a token with its word spelled right."""
        word = self.repair(token.word)
        return token if word == token.word else replace(token, word=word)

    def repair(self, word: str) -> str:
        """Return the one word of a cue that `word` misspells, or `word`."""
        if word in self.cue_words or len(word) < NEAR_FROM:
            return word
        if word not in self.repairs:
            near = process.extractOne(word, self.cue_words, scorer=fuzz.ratio, score_cutoff=NEAR)
            same = near is not None and near[0][0] == word[0]
            self.repairs[word] = near[0] if near and same else word
        return self.repairs[word]
