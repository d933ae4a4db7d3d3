"""Find the category that the report gives a number, beside it in a table or behind it in a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.records import Fact

RATED: Final = (measures.CAPAIAN, measures.NILAI_SAKIP, measures.NILAI_SKM)
REACH: Final = 110  # characters behind a number in which its category is named
INTRODUCED: Final = re.compile(
    r"(?:kategori|katagori|predikat|kriteria|interpretasi|mutu(?: pelayanan)?|nilai mutu)[\s:\"“”'(]*"
)
NEXT_NUMBER: Final = re.compile(r"\d[\d.,]*\s*%|sebesar\s+\d")


@dataclass(frozen=True, slots=True)
class Rating:
    """A number and the category that the report gives it."""

    fact: Fact
    name: str  # as printed
    category: Fact | None  # the fact of the category, where a table holds it


def ratings(ledger: Ledger, names: Iterable[str]) -> Iterator[Rating]:
    """Return every rated number of the report; `names` are the categories that a sentence can name."""
    for category in ledger.facts:
        if category.measure == measures.KATEGORI and ledger.subject[category.subject_id].kind != "skala":
            yield from beside(ledger, category)
    words = sorted(set(names), key=len, reverse=True)
    known = re.compile("|".join(re.escape(name.lower()) + r"\b" for name in words)) if words else None
    for fact in (fact for measure in RATED for fact in ledger.of_measure.get(measure, ())):
        if fact.source == "prose" and known is not None:
            yield from in_sentence(ledger, fact, known)


def beside(ledger: Ledger, category: Fact) -> Iterator[Rating]:
    """Return the number that a category rates: in its own cell, else the nearest before it, else the nearest."""
    numbers = [
        fact
        for fact in ledger.of_subject[category.subject_id]
        if fact.value is not None and (fact.period == category.period or not category.period or not fact.period)
    ]
    if numbers:
        at = category.column or 0
        nearest = min(numbers, key=lambda fact: ((fact.column or 0) > at, abs((fact.column or 0) - at)))
        yield Rating(nearest, category.printed, category)


def in_sentence(ledger: Ledger, fact: Fact, known: re.Pattern[str]) -> Iterator[Rating]:
    """Return the category that a sentence names behind a number, before it goes on to the next number."""
    block = ledger.subject[fact.subject_id].block_id
    text = ledger.text(block)
    start = text.find(fact.printed)
    if start < 0 or text.count(fact.printed) > 1:
        return
    behind = text[start + len(fact.printed) : start + len(fact.printed) + REACH]
    stop = NEXT_NUMBER.search(behind)
    behind = (behind[: stop.start()] if stop else behind).lower()
    for word in INTRODUCED.finditer(behind):
        found = known.match(behind, word.end())
        if found:
            at = start + len(fact.printed) + found.start()
            yield Rating(fact, text[at : at + len(found.group())], None)
            return
