"""Spellings of one name: which of two words is a slip of the other, by how often the document prints them."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

SHORTEST: Final = 5  # letters of a word that can be told from another by one of them
VARIANTS: Final = frozenset(
    ("presentase", "prosentase", "persentasi", "prosentasi", "public", "sistim", "system", "standard", "index", "indek",
     "table", "propinsi", "perijinan", "pedesaan", "perdesaan", "ketenteraman", "ketentraman", "medic",
     "staf", "staff", "strategik", "stratejik")
)  # fmt: skip
LONGEST_ENDING: Final = 3  # letters of an ending that one name has and another lacks: tersedia, tersedianya
OFTEN: Final = 3  # times as often as its slip that the right spelling must stand


def words(text: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without numbering and marks."""
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))


def counts(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in texts."""
    return Counter(word for text in texts for word in words(text))


def is_slip(word: str, right: str, known: Counter[str]) -> bool:
    """Tell whether a word is another one with a letter wrong, left out, doubled or swapped."""
    short, long = sorted((len(word), len(right)))
    if word == right or long < SHORTEST or short < SHORTEST - 1 or known[right] < OFTEN * known[word]:
        return False
    return OSA.distance(word, right) == 1 and not are_forms(word, right)


def are_forms(word: str, other: str) -> bool:
    """Tell whether two words that differ in a letter are both in use: persentase, prosentase; penerapan, menerapan."""
    return word in VARIANTS or {word[0], other[0]} == {"m", "p"}


def is_shorter(word: str, other: str) -> bool:
    """Tell whether a word is another one without or with a short ending: pemerintah, pemerintahan."""
    short, long = sorted((word, other), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and 0 < len(long) - len(short) <= LONGEST_ENDING


def slips(one: tuple[str, ...], other: tuple[str, ...], known: Counter[str]) -> list[tuple[str, str]]:
    """Return the (wrong, right) words by which `one` slips from `other`, none where they are other names.

    Words run together are no slip: where a page sets them tightly, reading may lose the space.
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return pairs if all(is_slip(a, b, known) for a, b in pairs) else []
