"""Fold names so that spellings of one thing are equal, and find near ones."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeVar

from rapidfuzz import fuzz, process

Meaning = TypeVar("Meaning")

NEAR: Final = 88.0  # one wrong letter in eight: "relisasi" is realisasi, "sasaran" is not satuan
CLEARLY: Final = 3.0  # by how much the nearest spelling has to lead one of another meaning
NEAR_FROM: Final = 6  # letters: shorter words have too many neighbours
SAME_NAME: Final = 95.0  # names of program and kegiatan differ in a letter or two by typing, in a word by meaning
SPACED_LETTERS: Final = re.compile(r"\b(?:\w (?=\w\b)){3,}\w\b")
NUMBERING: Final = re.compile(
    r"^\s*(?:[-•▪*➢❖◦·]+\s*|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s*|\d{1,2}(?:\.\d{1,2})+\.?\s+|\d{1,2}\s+(?=[a-z]{4})|"
    r"(?-i:[a-z]\s+(?=[A-Z])))+",
    re.I,
)
CODE: Final = re.compile(r"^\s*(?:\d{1,2}|x{1,2})(?:\.(?:\d{1,4}|x{1,2}))+\.?\s+(?=[a-z])", re.I)
LEVEL_WORDS: Final = re.compile(r"^(?:sub ?kegiatan|kegiatan|program|urusan|bidang)\b(?! \w+$|$)")
SPELLINGS: Final = (
    (re.compile(r"\bketentraman\b"), "ketenteraman"),
    (re.compile(r"\b(pe\w*?)kordinas"), r"\1koordinas"),
    (re.compile(r"\bkordinas"), "koordinas"),
    (re.compile(r"\b(?:dan|serta|dan atau|atau)\b"), " "),
    (re.compile(r"\bprosentase\b|\bpersentase\b"), "persentase"),
    (re.compile(r"\bkab\b"), "kabupaten"),
    (re.compile(r"\bkec\b"), "kecamatan"),
    (re.compile(r"\bindex\b"), "indeks"),
    (re.compile(r"\bnkri\b"), "negara kesatuan republik indonesia"),
)


@lru_cache(maxsize=20000)
def fold(text: str) -> str:
    """Return `text` in small letters, with punctuation as single spaces and "J U M L A H" joined."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = " ".join(re.sub(r"[^\w%]+|_", " ", plain).split())
    return SPACED_LETTERS.sub(lambda found: found[0].replace(" ", ""), plain)


def without_numbering(text: str) -> str:
    """Return `text` without the list numbers, bullets and codes at its start."""
    return NUMBERING.sub("", CODE.sub("", text), count=1).strip()


@lru_cache(maxsize=20000)
def key(text: str) -> str:
    """Return the name that equal subjects share: folded, without numbering, level words and spelling variants."""
    name = fold(without_numbering(text))
    name = LEVEL_WORDS.sub("", name).strip() if len(name.split()) > 2 else name
    for pattern, replacement in SPELLINGS:
        name = pattern.sub(replacement, name)
    return " ".join(name.split())


def nearest(text: str, known: Mapping[str, Meaning]) -> tuple[Meaning, bool] | None:
    """Return what `text` means in `known` (both folded), and whether it is spelled exactly; None if nothing is near."""
    if text in known:
        return known[text], True
    if len(text) < NEAR_FROM:
        return None
    found = process.extract(text, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
    if not found:
        return None
    best = known[found[0][0]]
    rivals = [score for name, score, _ in found if known[name] != best]
    return (best, False) if not rivals or found[0][1] - max(rivals) >= CLEARLY else None


def same_name(one: str, other: str) -> bool:
    """Tell whether two keys are one name with a letter typed wrong: no figure and no short word differs."""
    if one == other:
        return True
    digits = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    return digits and min(len(one), len(other)) >= 12 and fuzz.ratio(one, other) >= SAME_NAME
