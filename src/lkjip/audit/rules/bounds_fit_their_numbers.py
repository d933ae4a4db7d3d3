"""A sentence that puts all results or their mean above or below a bound is not contradicted by every table value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.audit.wording import both
from lkjip.read.numbers import parse
from lkjip.records import Fact
from lkjip.settings import Settings

BOUND: Final = re.compile(
    r"\b(?P<what>(?:pe)?nyerapan|serapan|(?:pen)?capaian)\b(?P<between>[^.;:]{0,80}?)"
    r"\b(?P<side>di\s?atas|lebih\s+dari|melebihi|di\s?bawah|kurang\s+dari)\s+(?:dari\s+)?"
    r"(?P<bound>\d{1,3}(?:[.,]\d+)?)\s*(?:%|persen\b)",
    re.I,
)
EVERY: Final = re.compile(r"\b(?:semua|seluruh\w*|rata\s?-?\s?rata|keseluruhan|masing\s?-?\s?masing)\b", re.I)
OTHERWISE: Final = re.compile(r"\b(?:belum|tidak|bukan|\w*target\w*|tahun\s+20\d\d|nilai)\b", re.I)
BELOW: Final = re.compile(r"bawah|kurang", re.I)
FEWEST: Final = 2  # table values that may contradict a sentence
ALL: Final = Text("the tables print {low} to {high}", "tabel mencantumkan {low} sampai {high}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every such sentence against the values of the report's year in all tables."""
    for paragraph, found in matches(ledger, BOUND):
        numbers = parse(found["bound"])
        facts = values(ledger, measures.CAPAIAN if "capaian" in found["what"].lower() else measures.PERSEN_SERAPAN)
        said = paragraph.text[: found.end()].rpartition(". ")[2]
        if len(numbers) != 1 or len(facts) < FEWEST or not EVERY.search(said) or OTHERWISE.search(found["between"]):
            continue
        bound = numbers[0].value
        outside = [fact for fact in facts if is_outside(fact, bound, BELOW.search(found["side"]) is not None)]
        if len(outside) < len(facts):
            yield Result("passed")
        else:
            note = both(ALL, low=shown(facts[0]), high=shown(facts[-1]))
            yield Result("problem", spot=spot(paragraph, found), note=note)


def values(ledger: Ledger, measure: str) -> list[Fact]:
    """Return the values of a measure in tables for the report's year, the smallest first."""
    facts = (fact for fact in ledger.of_measure.get(measure, ()) if fact.table_id)
    return sorted((fact for fact in facts if fact.period in (ledger.year, "")), key=lambda fact: fact.value or 0)


def is_outside(fact: Fact, bound: Decimal, below: bool) -> bool:
    """Tell whether a value lies beyond a bound on the wrong side."""
    assert fact.value is not None
    return fact.value > bound if below else fact.value < bound


RULE = Rule(
    id="bounds-fit",
    title=Text("A bound in a sentence fits the tables", "Batas dalam kalimat sesuai dengan tabel"),
    reason="A conclusion that every number of the tables contradicts cannot rest on them.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the sentence.", "Perbaiki kalimatnya."),
    message=Text(
        "{place}: no value of the tables fits “{printed}”.",
        "{place}: tidak ada nilai dalam tabel yang sesuai dengan “{printed}”.",
    ),
    check=check,
)
