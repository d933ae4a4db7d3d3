"""Names of programs and kegiatan without the words that some tables put before them."""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from lkjip.audit.ledger import LINES
from lkjip.audit.spelling import words
from lkjip.records import Subject

BEFORE: Final = re.compile(r"^(?:(?:terlaksananya|terselenggaranya|pelaksanaan|sub|program|kegiatan)\s+)+(?=\w+\s\w)")
ALIKE: Final = 88.0  # similarity of two spellings of one name, in per cent
LONG: Final = 3  # words of a name that may stand inside a longer one


def bare(name: str) -> str:
    """Return the words of a name that are its own, in lower case."""
    return BEFORE.sub("", " ".join(words(name)))


def is_one(one: str, other: str) -> bool:
    """Tell whether two bare names are one, a slip or a word more at either end aside."""
    short, long = sorted((one, other), key=len)
    if fuzz.ratio(short, long) >= ALIKE:
        return True
    return short.count(" ") + 1 >= LONG and (long.startswith(f"{short} ") or long.endswith(f" {short}"))


def holds(names: Iterable[str], name: str) -> bool:
    """Tell whether a bare name is among others, however spelled."""
    return any(is_one(name, other) for other in names)


def nearest(name: str, rows: Iterable[str]) -> str:
    """Return the bare name that another is most like, or an empty text: two rows may differ by a word only."""
    likeness = {row: fuzz.ratio(name, row) for row in rows}
    best = max(likeness, key=lambda row: likeness[row], default="")
    return best if best and likeness[best] >= ALIKE else ""


def names_of(rows: Iterable[Subject], levels: frozenset[str] = LINES) -> dict[str, Subject]:
    """Return the rows of some levels by their bare name, the first of each."""
    found: dict[str, Subject] = {}
    for row in rows:
        if row.level in levels and row.uraian:
            found.setdefault(bare(row.uraian), row)
    return found
