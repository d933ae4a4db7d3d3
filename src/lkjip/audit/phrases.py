"""Compare two wordings of one name: which words one has and the other lacks, and what they measure."""

import re
from typing import Final

from rapidfuzz import fuzz

MISSPELLED: Final = 85.0  # similarity in per cent from which two words are one, misspelled
KINDS: Final = ("persentase", "jumlah", "indeks", "rata", "rasio", "predikat")  # first words that say how to measure
EMPTY: Final = frozenset(  # words that leave a name what it is
    ("yang", "dan", "di", "pada", "dari", "untuk", "oleh", "ke", "atas", "dengan", "terhadap", "nilai", "poin", "persen",
     "indikator", "sasaran", "kecamatan", "hasil", "angka", "tingkat")
)  # fmt: skip
WORD: Final = re.compile(r"[^\W\d_]+")
SHARE: Final = re.compile(r"\bp(?:er|ro|re)sentas[ei]\b")
FEWEST_WORDS: Final = 2  # of a name that says enough to be worded in two ways


def words(name: str) -> list[str]:
    """Return the words that make a name what it is, in lower case."""
    return [word for word in WORD.findall(SHARE.sub(KINDS[0], name.lower())) if word not in EMPTY]


def odd_words(one: str, other: str) -> list[str]:
    """Return the words of either name that the other lacks, however spelled; a word may be torn in two."""
    first, second = words(one), words(other)
    if min(len(first), len(second)) < FEWEST_WORDS or "".join(first) == "".join(second):
        return []
    return lacking(first, second) + lacking(second, first)


def lacking(ours: list[str], theirs: list[str]) -> list[str]:
    """Return our words that they have in no spelling."""
    return [word for word in ours if not any(fuzz.ratio(word, other) >= MISSPELLED for other in theirs)]


def kind_of(name: str) -> str:
    """Return how a name says it is measured, or an empty text: an index, a share, a count."""
    first = WORD.findall(SHARE.sub(KINDS[0], name.lower()))[:1]
    return next((kind for kind in KINDS if first and fuzz.ratio(first[0], kind) >= MISSPELLED), "")


def shared(one: str, other: str) -> float:
    """Return the part of the words of the longer name, beyond how it is measured, that the other has too."""
    first, second = ([word for word in words(name) if word not in KINDS] for name in (one, other))
    longest = max(len(first), len(second))
    return 1.0 if not longest else 1 - max(len(lacking(first, second)), len(lacking(second, first))) / longest
