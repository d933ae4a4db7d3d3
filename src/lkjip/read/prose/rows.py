"""The rows of the grammar that people keep in data/manual."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that says what a number measures."""

    FILE: ClassVar[str] = "cues.csv"
    phrase: str
    unit: str  # rupiah, persen, number (neither), not rupiah, any
    beside: str  # rupiah: behind an amount; other words: one of them stands in the sentence; empty: anywhere
    measure: str  # empty where the phrase only looks like a cue
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the grammar and the part it plays."""

    FILE: ClassVar[str] = "prose_words.csv"
    words: str
    role: str  # level, boundary, link, ratio, same, after, whole, change, compared, counted, irrelevant, ordinal, category
    meaning: str
    reason: str
