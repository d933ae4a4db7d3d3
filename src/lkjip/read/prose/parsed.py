"""A sentence taken apart: its figures, its words, its cues, and the gaps between figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lkjip.read.prose.figures import Figure, figures
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.rows import Cue
from lkjip.read.prose.sentences import Sentence
from lkjip.read.prose.tokens import Hit, Token, tokens

MARKS: Final = frozenset(",;:()")


@dataclass(frozen=True)
class Parsed:
    """A sentence with its figures and words."""

    sentence: Sentence
    grammar: Grammar
    figures: tuple[Figure, ...]
    irrelevant: int  # numbers that are no quantity
    tokens: tuple[Token, ...]  # without the words of figures, misspelled cues repaired

    @property
    def text(self) -> str:
        """Return the sentence as printed."""
        return self.sentence.text

    @cached_property
    def cues(self) -> tuple[Hit[tuple[Cue, ...]], ...]:
        """Return the cues from left to right."""
        return tuple(self.grammar.cues.all(self.tokens))

    @cached_property
    def pieces(self) -> tuple[int, ...]:
        """Return for every token the number of the piece it stands in; "dengan", "dari", commas part pieces."""
        numbers: list[int] = []
        piece = 0
        for at, token in enumerate(self.tokens):
            before = self.tokens[at - 1] if at else None
            between = self.text[before.end : token.start] if before else ""
            if self.breaks(at) or any(mark in between for mark in MARKS) or any(c.isdigit() for c in between):
                piece += 1
            numbers.append(piece)
        return tuple(numbers)

    def breaks(self, at: int) -> bool:
        """Tell whether a word parts pieces."""
        roles = self.grammar.roles
        return any(roles[role].at(self.tokens, at) for role in ("boundary", "break"))

    def gap(self, index: int) -> list[Token]:
        """Return the words between the figure before and figure `index`."""
        return self.between(self.gap_start(index), self.figures[index].start)

    def gap_start(self, index: int) -> int:
        """Return where the words before figure `index` start: behind the unit of the figure before."""
        return self.figures[index - 1].unit_end if index else 0

    def between(self, start: int, end: int) -> list[Token]:
        """Return the words that stand wholly between two places."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]

    def cues_between(self, start: int, end: int) -> list[Hit[tuple[Cue, ...]]]:
        """Return the cues that stand wholly between two places."""
        return [hit for hit in self.cues if start <= hit.start and hit.end <= end]

    def is_role(self, role: str, words: Sequence[Token]) -> bool:
        """Tell whether words are one phrase of a role and nothing else."""
        hit = self.grammar.roles[role].at(words, 0)
        return hit is not None and hit.after == len(words)


def parse(sentence: Sentence, grammar: Grammar) -> Parsed:
    """Take a sentence apart."""
    found = grammar.repaired(tokens(sentence.text))
    counted = figures(sentence.text, found, grammar)
    outside = [t for t in found if not any(f.start <= t.start < f.end for f in counted.figures)]
    return Parsed(sentence, grammar, counted.figures, counted.irrelevant, tuple(outside))
