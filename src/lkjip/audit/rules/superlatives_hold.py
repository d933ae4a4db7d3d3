"""What a sentence calls the highest or the lowest of its kind is so in the table."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger, shown
from lkjip.audit.mentions import agree
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

HIGHEST: Final = re.compile(r"\b(?:tertinggi|terbesar|paling (?:tinggi|besar))\b", re.I)
LOWEST: Final = re.compile(r"\b(?:terendah|terkecil|paling (?:rendah|kecil))\b", re.I)
NOT_FIRST: Final = re.compile(r"\b(?:kedua|ketiga|keempat|salah satu|urutan|di ?antara|antara lain)\b", re.I)
REACH: Final = 130  # characters from the word to the number that it is about
FEWEST: Final = 3  # numbers of a column that one can be the highest of


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look in the column of the same number for one that is higher, or lower."""
    for fact in ledger.numbers:
        word = superlative(ledger, fact) if fact.source == "prose" else None
        column = column_of(ledger, fact) if word else ()
        if word and len(column) >= FEWEST:
            most = max(column, key=number) if word is HIGHEST else min(column, key=number)
            fits = agree(fact, most) or number(fact) == number(most)
            yield Result(verdict(fits), (fact, most), fact, expected=shown(most))


def superlative(ledger: Ledger, fact: Fact) -> re.Pattern[str] | None:
    """Return which of the two kinds of words leads to a number, with no other number between."""
    text = ledger.text(ledger.subject[fact.subject_id].block_id)
    at = text.find(fact.printed)
    if at < 0 or text.count(fact.printed) > 1:
        return None
    before = re.split(r"\d|[;.]\s", text[max(0, at - REACH) : at])[-1]
    kinds = [kind for kind in (HIGHEST, LOWEST) if kind.search(before)]
    return kinds[0] if len(kinds) == 1 and not NOT_FIRST.search(before) else None


def column_of(ledger: Ledger, fact: Fact) -> tuple[Fact, ...]:
    """Return the numbers of the one table column that prints this number of this subject, without totals."""
    subject = ledger.subject[fact.subject_id]
    columns = {
        (other.table_id, other.column)
        for other in ledger.of_measure.get(fact.measure, ())
        if other.table_id and ledger.subject[other.subject_id].key == subject.key and agree(fact, other)
    }
    if len(columns) != 1 or not subject.key:
        return ()
    facts = ledger.of_column[next(iter(columns))]
    level = next(ledger.subject[f.subject_id].level for f in facts if ledger.subject[f.subject_id].key == subject.key)
    alike = (f for f in facts if ledger.subject[f.subject_id].level == level and level not in (TOTAL, *DERIVED))
    return tuple(f for f in alike if f.measure == fact.measure)


RULE = Rule(
    id="superlatives-hold",
    title=Text("What is called highest or lowest is so", "Yang disebut tertinggi atau terendah memang demikian"),
    reason="Such sentences are quoted as conclusions.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the sentence, or the table.", "Perbaiki kalimatnya, atau tabelnya."),
    message=Text(
        "{place}: {printed} is not the extreme of its column, {expected} is.",
        "{place}: {printed} bukan nilai ekstrem di kolomnya, melainkan {expected}.",
    ),
    check=check,
)
