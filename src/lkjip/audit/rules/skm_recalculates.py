"""A survey's index follows from its unsur: each times its weight, added up, times 25; and never outside their range."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import cell_span, number, span
from lkjip.audit.derivation import Way, follow, verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.audit.survey import TIMES, Survey, is_index, mean_times_25, surveys, times_25, weighted
from lkjip.intervals import Interval
from lkjip.records import Fact
from lkjip.settings import Settings

OF_ALL: Final = (measures.NILAI_SKM, measures.REALISASI)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every complete table of unsur; else hold the index between the lowest and the highest."""
    known = surveys(ledger)
    for survey in known:
        yield from of_table(survey)
    periods = {survey.period for survey in known}
    unsur = [f for f in ledger.of_measure.get(measures.NILAI_UNSUR, ()) if f.source == "prose"]
    for index in (f for measure in OF_ALL for f in ledger.of_measure.get(measure, ()) if is_index(ledger, f)):
        if index.period not in periods:
            yield from bounded(ledger, index, [f for f in unsur if f.period == index.period])


def of_table(survey: Survey) -> Iterator[Result]:
    """Return how the weighted unsur and the index of one table came out."""
    for value, product in survey.rows:
        if product is not None:
            yield follow(product, [weighted(product, value, weight) for weight in survey.weights])
    if survey.index is not None and (ways := of_index(survey, survey.index)):
        yield follow(survey.index, ways)


def of_index(survey: Survey, index: Fact) -> list[Way]:
    """Return the ways to compute an index: from the printed total, or from the unsur before any rounding."""
    values = [value for value, _ in survey.rows]
    total = [times_25(index, survey.total)] if survey.total is not None else []
    return total + ([mean_times_25(index, values, weight) for weight in survey.weights] if survey.complete else [])


def bounded(ledger: Ledger, index: Fact, unsur: list[Fact]) -> Iterator[Result]:
    """Return whether an index lies between the unsur that the report calls lowest and highest."""
    for word, below in (("terendah", True), ("tertinggi", False)):
        named = [fact for fact in unsur if word in sentence(ledger, fact)]
        if named:
            end = min(named, key=number) if below else max(named, key=number)
            limit = Interval(span(end).low * TIMES, span(end).high * TIMES)
            fits = cell_span(index).high >= limit.low if below else cell_span(index).low <= limit.high
            yield Result(verdict(fits), (index, end), index, (shown(end), " x 25"), Number(number(end) * TIMES, 2))


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
