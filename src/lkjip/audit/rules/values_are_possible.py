"""A value lies where its scale allows it: unsur from 1 to 4, an index from 25 to 100, a component within its weight."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import cell_span, number
from lkjip.audit.derivation import verdict
from lkjip.audit.formulas import WAYS
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

RANGES: Final = {
    measures.NILAI_UNSUR: ((0, 4), (25, 100)),  # weighted values lie below 1
    measures.NILAI_SKM: ((1, 4), (25, 100)),
    measures.NILAI_SAKIP: ((0, 100),),
    measures.BOBOT: ((0, 100),),
    measures.CAPAIAN: ((-1000, 1000),),
    measures.PERSEN_SERAPAN: ((0, 1000),),
}

LARGE: Final = Text(
    "so large a capaian most often lost its separator",
    "capaian sebesar itu biasanya kehilangan tanda pemisahnya",
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every value against the range of its measure, and a component against its weight."""
    for measure, ranges in RANGES.items():
        for fact in ledger.of_measure.get(measure, ()):
            fits = any(low <= number(fact) <= high for low, high in ranges) or is_outcome(ledger, fact)
            most = min((Decimal(high) for _, high in ranges), key=lambda high: abs(number(fact) - high))
            result = Result(verdict(fits), (fact,), fact, expected=None if fits else Number(most, 0))
            likely = measure == measures.CAPAIAN and not fits  # a target of another year may have been far too low
            yield replace(result, severity="warning", note=LARGE) if likely else result
    for part in ledger.of_measure.get(measures.NILAI_SAKIP, ()):
        if part.table_id:
            yield from within_weight(ledger, part)


def is_outcome(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a capaian, however large, is what its target and realisasi give: a target can be set far too low."""
    if fact.measure != measures.CAPAIAN:
        return False
    pairs = product(ledger.beside(fact, measures.TARGET), ledger.beside(fact, measures.REALISASI))
    spreads = (way.spread(target, realisasi) for target, realisasi in pairs for way in WAYS)
    return any(spread is not None and spread.meets(cell_span(fact)) for spread in spreads)


def within_weight(ledger: Ledger, part: Fact) -> Iterator[Result]:
    """Return whether a component of an evaluation is no more than the weight beside it."""
    for weight in ledger.of_subject[part.subject_id]:
        if weight.measure == measures.BOBOT and weight.value is not None:
            fits = number(part) <= number(weight)
            yield Result(verdict(fits), (part, weight), part, (shown(part), " <= ", shown(weight)), shown(weight))


RULE = Rule(
    id="values-possible",
    title=Text("A value lies where its scale allows it", "Nilai berada dalam rentang skalanya"),
    reason="A value outside its scale was mistyped: most often a separator was lost.",
    severity="error",
    basis="PermenPAN-RB 14/2017 (since 2017): unsur 1-4, index 25-100; PermenPAN-RB 12/2015 and 88/2021: weights; "
    "as commonly applied.",
    resolve=Text("Correct the number.", "Perbaiki angkanya."),
    message=Text(
        "{place}: {printed} cannot be: the most is {expected}.",
        "{place}: {printed} tidak mungkin: paling besar {expected}.",
    ),
    check=check,
)
