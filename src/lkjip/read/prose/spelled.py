"""Read numbers written in Indonesian words: "empat miliar tujuh ratus juta", "dua belas"."""

import re
from functools import lru_cache
from typing import Final

from num2words import num2words  # type: ignore[import-untyped]

SCALES: Final = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6), ("ribu", 10**3))
SPELLINGS: Final = ((r"trilyun|trilliun", "triliun"), (r"milyar|milliar|millyar", "miliar"), (r"\bnol\b", ""))
NUMBER_WORD: Final = re.compile(
    r"\b(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|"
    r"puluh|belas|ratus|ribu|juta|mil[iy]ar|tril[iy]un)\b",
    re.I,
)
MOST_BELOW: Final = 1000


@lru_cache(maxsize=1)
def small() -> dict[str, int]:
    """Return the numbers below a thousand by their words without spaces."""
    return {squeezed(num2words(number, lang="id")): number for number in range(1, MOST_BELOW)}


def squeezed(words: str) -> str:
    """Return the letters of words alone."""
    return re.sub(r"[^a-z]", "", words.lower())


def spells(words: str) -> bool:
    """Tell whether a text holds a number word."""
    return bool(NUMBER_WORD.search(words))


def value_of(words: str) -> int | None:
    """Return the whole number that words spell, or None where they cannot be read."""
    text = words.lower()
    if re.fullmatch(r"\W*nol\W*", text):
        return 0
    for pattern, right in SPELLINGS:
        text = re.sub(pattern, right, text)
    rest = re.sub(r"(?:rupiah|persen|rp)$", "", squeezed(text))
    total = 0
    for scale, worth in SCALES:
        if scale in rest:
            count, rest = rest.split(scale, 1)
            part = 1 if count == "se" else small().get(count)
            if part is None:
                return None
            total += part * worth
    if rest and rest not in small():
        return None
    return total + small().get(rest, 0) if total or rest else None
