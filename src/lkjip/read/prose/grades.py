"""The grades that a sentence gives a number: "98,30 % atau kategori Cukup Berhasil", "72,45 (BB)"."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lkjip import measures
from lkjip.read.prose.parsed import Parsed
from lkjip.read.words import fold
from lkjip.records import Subject

RATED: Final = (measures.CAPAIAN, measures.NILAI_SAKIP, measures.NILAI_SKM)
REACH: Final = 110  # characters behind a number in which its grade is named
LETTERS: Final = 2  # of a grade such as "BB", which is told from a list's "b" by its capitals
QUALITY: Final = re.compile(r"\s*(?:nilai )?(?:mutu|kinerja unit)", re.I)
INTRODUCED: Final = re.compile(
    r"(?:kategori|katagori|predikat|kriteria|interpretasi|(?:nilai )?mutu(?: pelayanan)?|kinerja(?: unit)? pelayanan)"
    r"[\s:\"“”'(]*",
    re.I,
)
BRACKET: Final = re.compile(r"\s*\(\s*[\"“”']?")
CLOSED: Final = re.compile(r"[\"“”']?\s*\)")


def grade_words(spellings: Iterable[str], subjects: Iterable[Subject]) -> re.Pattern[str]:
    """Return a pattern of all grades: those in use, and those of the scales that the report prints."""
    printed = (fold(subject.uraian) for subject in subjects if subject.kind == "skala")
    words = sorted({word for word in (*spellings, *printed) if word}, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) + r"\b" for word in words), re.I)


def classes(parsed: Parsed, index: int, known: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names the class of a survey whose index is figure `index`: "mutu pelayanan B"."""
    for start, end in grades(parsed, index, known):
        words = list(INTRODUCED.finditer(parsed.text, 0, start))
        if words and words[-1].end() == start and QUALITY.match(words[-1].group()):
            yield start, end


def grades(parsed: Parsed, index: int, known: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names the grades of figure `index`, before it goes on to the next figure."""
    figures = parsed.figures
    start = figures[index].end
    stop = figures[index + 1].start if index + 1 < len(figures) else len(parsed.text)
    bracket = BRACKET.match(parsed.text, start)
    alone = known.match(parsed.text, bracket.end()) if bracket else None
    if alone and CLOSED.match(parsed.text, alone.end()) and not alone.group().islower():
        yield alone.span()
    for word in INTRODUCED.finditer(parsed.text, start, min(stop, start + REACH)):
        found = known.match(parsed.text, word.end())
        if found and (len(found.group()) > LETTERS or found.group().isupper()):
            yield found.span()
