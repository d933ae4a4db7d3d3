"""A sentence that compares with one year goes on with that year, and gives a capaian to the year of its numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.claims_fit_their_numbers import SENTENCE
from lkjip.audit.text import Paragraph, paragraphs, spot
from lkjip.audit.wording import both
from lkjip.records import Fact
from lkjip.settings import Settings

COMPARED: Final = re.compile(
    r"\bdi\s?banding(?:kan|\s?kan)?\s+(?:dengan\s+)?(?:(?!tahun\b)[a-z]+\s+){0,4}?tahun\s+((?:19|20)\d\d)\b", re.I
)
NUMBER: Final = re.compile(r"\d[\d.,]*")
YEAR: Final = re.compile(r"(?:19|20)\d\d")
PAIR: Final = {measures.REALISASI, measures.TARGET}
OTHER: Final = Text(
    "the numbers that the sentence compares with are those of {year}",
    "angka pembanding di kalimat itu milik tahun {year}",
)
OPERANDS: Final = Text("its realisasi and target are those of {year}", "realisasi dan targetnya milik tahun {year}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at sentences that name several years."""
    for paragraph in paragraphs(ledger):
        for sentence in SENTENCE.finditer(paragraph.text):
            yield from compared(paragraph, sentence)
    for block, facts in ledger.told.items():
        for before, fact, last in zip(facts, facts[1:], facts[2:], strict=False):
            if {before.measure, fact.measure} == PAIR and last.measure == measures.CAPAIAN:
                yield from concluded(ledger, ledger.text(block), (before, fact, last))


def compared(paragraph: Paragraph, sentence: re.Match[str]) -> Iterator[Result]:
    """Hold every further comparison of a sentence, if it gives no number, against the one before that does."""
    found = list(COMPARED.finditer(paragraph.text, *sentence.span()))
    ends = [other.start() for other in found[1:]] + [sentence.end()] * bool(found)
    said = [(at, has_number(paragraph.text[at.end() : end])) for at, end in zip(found, ends, strict=True)]
    for (one, counted), (other, counts) in pairwise(said):
        once = paragraph.text.count(other[1], *sentence.span()) == 1
        if counted and not counts:
            lost = once and one[1] != other[1]
            note = both(OTHER, year=one[1])
            yield Result("problem", spot=spot(paragraph, other), note=note) if lost else Result("passed")


def has_number(text: str) -> bool:
    """Tell whether a text prints a number that is no year."""
    return any(not YEAR.fullmatch(found.group().strip(".,")) for found in NUMBER.finditer(text))


def concluded(ledger: Ledger, text: str, facts: tuple[Fact, Fact, Fact]) -> Iterator[Result]:
    """Hold the year of a capaian against that of the realisasi and target just before it."""
    before, fact, last = facts
    if before.period != fact.period or not last.period or before.subject_id != last.subject_id:
        return
    phrase = re.search(rf"\b(?:pen)?capaian\b[^.;\d]{{0,60}}\btahun\s+{last.period}\b", text, re.I)
    if last.period == fact.period or phrase is None or text.count(last.period) > 1:
        yield Result("passed", facts)
        return
    at = Spot(last.page, printed=phrase.group(), place=ledger.place(last))
    yield Result("problem", facts, spot=at, note=both(OPERANDS, year=fact.period))


RULE = Rule(
    id="compared-years",
    title=Text("A sentence compares with one year", "Kalimat membandingkan dengan satu tahun yang sama"),
    reason="A reader cannot tell which year is meant where the comparison changes it; often it is left from an older text.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): comparison with the years before.",
    resolve=Text("Correct the year.", "Perbaiki tahunnya."),
    message=Text("{place}: the years do not fit: {printed}.", "{place}: tahun tidak sesuai: {printed}."),
    check=check,
    guess_matters=False,
)
