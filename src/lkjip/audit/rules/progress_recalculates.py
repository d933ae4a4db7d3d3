"""A column that compares the realisasi with a target of another year does so in every row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import LAST_DIGIT, how_within, nearly, number
from lkjip.audit.derivation import Way as Derived
from lkjip.audit.derivation import result
from lkjip.audit.formulas import INVERSE, NEGATIVE, POSITIVE, WAYS, Way, direction
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

CAPPED: Final = "capped at 100"
KINDS: Final[dict[str, tuple[Way, ...]]] = {  # by the direction of an indikator
    "naik": (POSITIVE,),
    "turun": (POSITIVE, NEGATIVE, INVERSE),
    "": (POSITIVE, NEGATIVE),
}
FEWEST: Final = 3  # rows that show what a column without a known measure holds
MOST: Final = 0.6  # of its rows
NAMED: Final = re.compile(r"\b(?:kemajuan|capaian|progres|ketercapaian|pencapaian)\b")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for percentages of no known measure beside a target and a realisasi, column by column."""
    percentages = (f for f in ledger.of_measure.get(measures.LAIN, ()) if f.table_id and f.unit == "persen")
    for column in grouped(percentages, lambda fact: (fact.table_id, fact.column)).values():
        rows = [(fact, ways(ledger, fact)) for fact in column]
        usable = [(fact, found) for fact, found in rows if found]
        matched = [followed(ledger, fact, found) for fact, found in usable]
        held = sum(match is not None for match in matched)
        results = (examine(f, found, m) for (f, found), m in zip(usable, matched, strict=True))
        if held >= FEWEST and held >= MOST * len(usable):
            yield from results
        elif is_named(ledger, column[0]) and len(usable) - held <= 1:
            yield from (milder(result) for result in results)


def is_named(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether the heading of a percentage says that it measures progress."""
    return bool(NAMED.search(ledger.heading(fact.table_id, fact.column).lower()))


def milder(result: Result) -> Result:
    """Return a result as a warning where it is a problem: the heading alone tells what the column holds."""
    return replace(result, severity="warning") if result.verdict == "problem" else result


def ways(ledger: Ledger, fact: Fact) -> list[Derived]:
    """Return how a percentage can follow from a target and a realisasi of its row."""
    own = [other for other in ledger.of_subject[fact.subject_id] if other.value is not None and number(other) != 0]
    pairs = product(
        [other for other in own if other.measure == measures.TARGET],
        [other for other in own if other.measure == measures.REALISASI],
    )
    found = []
    for (target, realised), way in product(pairs, KINDS[direction(ledger.subject[fact.subject_id])]):
        value, spread = way.value(number(target), number(realised)), way.spread(target, realised)
        if value is not None and spread is not None:
            formula, bound = way.formula(target, realised), way.constraint(fact, target, realised)
            found.append(Derived((target, realised), value, spread, formula, bound, way.kind))
    return found


def followed(ledger: Ledger, fact: Fact, found: Sequence[Derived]) -> tuple[Derived, str] | None:
    """Return the first way that a percentage follows, and how; 100 can stand for all that is more.

    That lower is better does not follow from such a 100 alone.
    """
    known = WAYS if direction(ledger.subject[fact.subject_id]) else (POSITIVE,)
    kinds = {way.kind for way in known}
    matches = [(way, how_within(fact, way.value, way.spread)) for way in found]
    capped = [(way, CAPPED) for way in found if number(fact) == HUNDRED < way.value and way.words in kinds]
    return next(((way, matched) for way, matched in matches if matched is not None), capped[0] if capped else None)


def examine(fact: Fact, found: Sequence[Derived], match: tuple[Derived, str] | None) -> Result:
    """Return the result for one row of a column that follows from its rows."""
    if match is not None:
        passed = result(fact, *match)
        return replace(passed, constraint=None) if match[1] == CAPPED else passed
    failed = result(fact, found[0], None)
    return replace(failed, severity="warning", note=LAST_DIGIT) if nearly(fact, found[0].value) else failed


RULE = Rule(
    id="progress-recalculates",
    title=Text(
        "Progress follows from realisasi and target",
        "Tingkat kemajuan sesuai dengan realisasi dan targetnya",
    ),
    reason="Progress towards the last year of a plan is judged by this number.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): realisasi to date against the target of the renstra.",
    resolve=Text(
        "Recalculate the percentage from the realisasi and the target of its row.",
        "Hitung ulang persentase dari realisasi dan target pada barisnya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
