"""Names that mean one thing: an acronym and its words, a long name and its misprint."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Levenshtein

ACRONYM: Final = re.compile(r"\(\s*([A-Z]{3,6})\s*\)")
WORD: Final = re.compile(r"[^\W\d_]+")
SMALL: Final = frozenset({"dan", "di", "ke", "pada", "atas", "untuk", "dengan", "yang"})  # words without an initial
USUAL: Final = {"ikm": "indeks kepuasan masyarakat"}  # PermenPAN-RB 14/2017; few reports spell it out
LONGEST: Final = 12  # words before a bracket that can spell an acronym
FEWEST_LETTERS: Final = 30  # of a name that two letters more or less leave the same name
MOST_SLIPS: Final = 2


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Return what the acronyms of a report stand for: "Indeks Kepuasan Masyarakat (IKM)"; both in lower case.

    One that the report spells out in two ways stands for neither.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for bracket in ACRONYM.finditer(text):
            words = spelled(bracket[1].lower(), WORD.findall(text[: bracket.start()].lower())[-LONGEST:])
            if words:
                found[bracket[1].lower()].add(words)
    own = {acronym: next(iter(words)) for acronym, words in found.items() if len(words) == 1}
    return {acronym: words for acronym, words in USUAL.items() if acronym not in found} | own


def spelled(acronym: str, words: list[str]) -> str:
    """Return the last words whose initials are the acronym, or an empty text."""
    kept: list[str] = []
    for word in reversed(words):
        kept.insert(0, word)
        initials = "".join(part[0] for part in kept if part not in SMALL)
        if initials == acronym:
            return " ".join(part for part in kept if part not in SMALL)
        if not acronym.endswith(initials):
            return ""
    return ""


def spellings(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each long name that is another but for a slip or two, the usual one; names come with their table.

    Two names in one table are two things, however alike. Names with other numbers are others.
    """
    pairs = [(name, table) for name, table in names if len(name) >= FEWEST_LETTERS]
    tables: dict[str, set[str]] = defaultdict(set)
    for name, table in pairs:
        tables[name].add(table)
    often = Counter(name for name, _ in pairs)
    order = sorted(often, key=lambda name: (-often[name], name))
    found: dict[str, str] = {}
    for usual, other in combinations(order, 2):
        apart = not (tables[usual] & tables[other] - {""})
        if usual not in found and other not in found and apart and alike(usual, other):
            found[other] = usual
    return found


def alike(one: str, other: str) -> bool:
    """Tell whether two names are the same but for spaces, or but for a slip or two within their words."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    if one.count(" ") != other.count(" ") or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return bool(Levenshtein.distance(one, other, score_cutoff=MOST_SLIPS) <= MOST_SLIPS)
