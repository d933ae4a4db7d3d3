"""Names that mean one thing: an acronym and its words, a long name and its misprint."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

ACRONYM: Final = re.compile(r"\(\s*([A-Z]{3,6})\s*\)")
WORD: Final = re.compile(r"[^\W\d_]+")
SMALL: Final = frozenset({"dan", "di", "ke", "pada", "atas", "untuk", "dengan", "yang"})  # words without an initial
USUAL: Final = {"ikm": "indeks kepuasan masyarakat"}  # PermenPAN-RB 14/2017; few reports spell it out
LONGEST: Final = 12  # words before a bracket that can spell an acronym
FEWEST_LETTERS: Final = 30  # of a name that two letters more or less leave the same name
MOST_SLIPS: Final = 2
SAME_WORD: Final = 85.0  # similarity in per cent from which two words are one, misspelled
SHORT: Final = 3  # letters of a word that may be an acronym
AND: Final = "dan"
FEWEST_WORDS: Final = 3  # of a name that another one continues by a word
FOR_EACH_ODD: Final = 4  # words that two names have to share for each one in which they differ


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
    tables = tables_of(names)
    found: dict[str, str] = {}
    for usual, other in combinations(tables, 2):
        apart = not (tables[usual] & tables[other] - {""})
        if usual not in found and other not in found and apart and alike(usual, other):
            found[other] = usual
    return found


def tables_of(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the tables of every long name, the most frequent name first; names come with their table."""
    pairs = [(name, table) for name, table in names if len(name) >= FEWEST_LETTERS]
    often = Counter(name for name, _ in pairs)
    tables: dict[str, set[str]] = {name: set() for name in sorted(often, key=lambda name: (-often[name], name))}
    for name, table in pairs:
        tables[name].add(table)
    return tables


def alike(one: str, other: str) -> bool:
    """Tell whether two names are the same but for spaces, or but for a slip or two within their words."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    if one.count(" ") != other.count(" ") or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return bool(Levenshtein.distance(one, other, score_cutoff=MOST_SLIPS) <= MOST_SLIPS)


def namesakes(names: Iterable[tuple[str, str]], *, continued: bool) -> dict[str, str]:
    """Return, for each name that is almost alike to names in other tables, the usual one of them.

    Names come with their table. Names of which one is near to yet another are left alone. Where names may be `continued`,
    one that goes on by a word where the other ends is almost alike.
    """
    tables = tables_of(names)
    near: dict[str, set[str]] = {name: {name} for name in tables}
    words = {name: set(telling(name)) for name in tables}
    likely = ((one, other) for one, other in combinations(tables, 2) if share_most(words[one], words[other]))
    for one, other in likely:
        if almost_alike(one, other, continued=continued):
            near[one].add(other)
            near[other].add(one)
    rank = {name: at for at, name in enumerate(tables)}
    usual = {name: min(group, key=rank.__getitem__) for name, group in near.items()}
    return {name: usual[name] for name in near if name != usual[name] and is_one(near[name], near, tables)}


def is_one(group: set[str], near: dict[str, set[str]], tables: dict[str, set[str]]) -> bool:
    """Tell whether names are all almost alike, with no further one, and no table has two of them."""
    apart = all(not (tables[one] & tables[other] - {""}) for one, other in combinations(group, 2))
    return apart and all(near[name] == group for name in group)


def share_most(one: set[str], other: set[str]) -> bool:
    """Tell whether names share so many words that they may be almost alike: comparing every pair takes long."""
    return FOR_EACH_ODD * len(one & other) >= (FOR_EACH_ODD - 1) * max(len(one), len(other))


def almost_alike(one: str, other: str, *, continued: bool) -> bool:
    """Tell whether names have the same words but for spelling, or one, if it may, goes on where the other ends."""
    shorter, longer = sorted((telling(one), telling(other)), key=len)
    odd = [pair for pair in zip(shorter, longer, strict=False) if pair[0] != pair[1]]
    if len(longer) > len(shorter):
        rest = longer[len(shorter) :]
        longer_by_one = len(shorter) >= FEWEST_WORDS and len(rest) == 1 and len(rest[0]) > SHORT
        return continued and longer_by_one and not odd and numbers_fit(one, other)
    few = len(odd) * FOR_EACH_ODD < len(longer)
    return few and all(fuzz.ratio(*pair) >= SAME_WORD for pair in odd) and numbers_fit(one, other)


def telling(name: str) -> list[str]:
    """Return the words of a name without numbers and without what is a misprinted "dan"; nothing ends in that."""
    *words, last = name.split()
    return [*(word for word in words if not word.isdigit() and not is_and(word)), last]


def is_and(word: str) -> bool:
    """Tell whether a word is "dan" but for a letter."""
    return len(word) == len(AND) and Levenshtein.distance(word, AND) <= 1


def numbers_fit(one: str, other: str) -> bool:
    """Tell whether two names have the same numbers, or one of them none."""
    first, second = (re.findall(r"\d+", name) for name in (one, other))
    return not first or not second or first == second
