"""A survey's index follows from its unsur: their mean times 25, and never outside their range."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import cell_span, how, number, span
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.intervals import Interval
from lkjip.records import Fact
from lkjip.settings import Settings

TIMES: Final = Decimal(25)
COMPLETE: Final = 9  # unsur of a survey since 2017
ANSWERS: Final = Interval(Decimal(1), Decimal(4))
WEIGHTS: Final = (("1/9", Decimal(1) / 9), ("0,111", Decimal("0.111")), ("0,11", Decimal("0.11")))
NAMED: Final = ("indeks kepuasan masyarakat", "ikm", "skm", "survei kepuasan masyarakat", "survey kepuasan masyarakat")
OF_ALL: Final = (measures.NILAI_SKM, measures.REALISASI)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate the index from a complete table of unsur; else hold it between the lowest and the highest."""
    unsur = [f for f in ledger.of_measure.get(measures.NILAI_UNSUR, ()) if ANSWERS.holds(number(f))]
    indexes = [f for m in OF_ALL for f in ledger.of_measure.get(m, ()) if is_index(ledger, f)]
    tables = {fact.table_id for fact in unsur if fact.table_id}
    complete = [[f for f in unsur if f.table_id == table] for table in sorted(tables)]
    full = next((rows for rows in complete if len(rows) == COMPLETE), None)
    for index in indexes:
        if full is not None and index.period == full[0].period:
            yield recalculated(index, full)
        else:
            yield from bounded(ledger, index, [f for f in unsur if f.period == index.period])


def is_index(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number is the index of the survey on its scale from 25 to 100."""
    key = ledger.subject[fact.subject_id].key
    return (fact.measure == measures.NILAI_SKM or key.startswith(NAMED)) and TIMES < number(fact) <= 100


def recalculated(index: Fact, unsur: list[Fact]) -> Result:
    """Return whether the index is the weighted sum of its unsur times 25, by one of the weights in use."""
    total = sum((number(fact) for fact in unsur), Decimal(0))
    values = [(name, total * weight * TIMES) for name, weight in WEIGHTS]
    fitting = next((name for name, value in values if how(index, value) is not None), None)
    low = sum(span(f).low for f in unsur) * WEIGHTS[-1][1] * TIMES
    high = sum(span(f).high for f in unsur) * WEIGHTS[0][1] * TIMES
    near = cell_span(index).meets(Interval(low, high))
    reason = f"weight {fitting}" if fitting else "within the rounding of the unsur" if near else ""
    formula = (Number(total, 2), " / 9 x 25")
    return Result(verdict(bool(reason)), (index, *unsur), index, formula, Number(values[0][1], 2), reason)


def bounded(ledger: Ledger, index: Fact, unsur: list[Fact]) -> Iterator[Result]:
    """Return whether an index lies between the unsur that the report calls lowest and highest."""
    for word, below in (("terendah", True), ("tertinggi", False)):
        named = [fact for fact in unsur if word in sentence(ledger, fact)]
        if named:
            end = min(named, key=number) if below else max(named, key=number)
            limit = Interval(span(end).low * TIMES, span(end).high * TIMES)
            fits = cell_span(index).high >= limit.low if below else cell_span(index).low <= limit.high
            formula = (shown(end), " x 25")
            yield Result(verdict(fits), (index, end), index, formula, Number(number(end) * TIMES, 2))


def sentence(ledger: Ledger, fact: Fact) -> str:
    """Return the paragraph in which a fact stands."""
    return ledger.text(ledger.subject[fact.subject_id].block_id).lower()


RULE = Rule(
    id="skm-recalculates",
    title=Text("A survey's index follows from its unsur", "Nilai IKM sesuai dengan nilai unsurnya"),
    reason="The index is the mean of the unsur times 25: it cannot lie below the lowest or above the highest of them.",
    severity="error",
    basis="PermenPAN-RB 14/2017 (since 2017), as commonly applied: nine unsur from 1 to 4, weights 1/9, 0,111 or 0,11.",
    resolve=Text("Recalculate the index from the unsur.", "Hitung ulang nilai IKM dari nilai unsur."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but by the unsur {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal menurut unsurnya {formula} = {expected}.",
    ),
    check=check,
)
