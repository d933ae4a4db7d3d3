"""A capaian that the summary or the closing chapter gives is one that the chapters between print, or a mean of such."""

import re
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import cell_span, number, percentage
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import PLAIN, agree
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.audit.text import chapter_page
from lkjip.intervals import last_digit
from lkjip.records import Fact
from lkjip.settings import Settings

CLOSING: Final = ("V", "IV")  # the last chapter is one of these; no report has both as text
OF_MONEY: Final = re.compile(r"\b(?:keuangan|anggaran|pagu|serapan|penyerapan|belanja)\b", re.I)
FEWEST: Final = 2  # numbers of a mean
MOST: Final = 12  # numbers of a column of which every few are tried as the operands of a mean
LONG: Final = "a column of capaian is too long to try every mean of it"
RATIO_DECIMALS: Final = 2  # of a mean of printed percentages


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every capaian of the first and the last pages among the numbers between, their ratios and means."""
    between = [fact for fact in ledger.numbers if fact.unit != "rupiah" and not is_summed_up(ledger, fact)]
    columns = capaian_columns(ledger)
    for fact in told(ledger) if columns else ():
        if any(agree(fact, other) for other in between) or follows(ledger, fact):
            yield Result("passed", (fact,), fact)
        elif any(len(column) > MOST for column in columns):
            yield Result("could_not_check", (fact,), fact, reason=LONG)
        else:
            fits = any(is_mean(fact, column) for column in columns)
            yield Result("passed" if fits else "problem", (fact,), fact)


def told(ledger: Ledger) -> list[Fact]:
    """Return the year's capaian in per cent that the first or the last pages give, those of money left out."""
    facts = [f for f in ledger.of_measure.get(measures.CAPAIAN, ()) if not f.guess and f.period == ledger.year]
    facts = [f for f in facts if f.unit == "persen" and f.value not in PLAIN and is_summed_up(ledger, f)]
    return [f for f in facts if not OF_MONEY.search(ledger.text(ledger.subject[f.subject_id].block_id))]


def is_summed_up(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a sentence stands before the first chapter or in the last."""
    first, last = chapters_between(ledger)
    return fact.source == "prose" and not first <= fact.page < last


@lru_cache(maxsize=4)
def chapters_between(ledger: Ledger) -> tuple[int, int]:
    """Return the first page of the first chapter and that of the last; a report without either has all pages between."""
    last = next((page for numeral in CLOSING if (page := chapter_page(ledger, numeral))), sys.maxsize)
    return chapter_page(ledger, "I") or 0, last


def capaian_columns(ledger: Ledger) -> list[tuple[Fact, ...]]:
    """Return the columns of tables that hold several capaian of the year."""
    every = (tuple(f for f in facts if f.measure == measures.CAPAIAN) for facts in ledger.of_column.values())
    return [column for column in every if len(column) >= FEWEST and column[0].period in (ledger.year, "")]


def follows(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether some target and realisasi give a capaian, whether more is better or less."""
    return any(
        cell_span(fact).holds(ratio) or cell_span(fact).holds(2 * HUNDRED - ratio)
        for done in ledger.of_measure.get(measures.REALISASI, ())
        for target in ledger.beside(done, measures.TARGET)
        if (found := percentage(done, target)) is not None
        for ratio in (found[0],)
    )


def is_mean(fact: Fact, column: Iterable[Fact]) -> bool:
    """Tell whether a number is the mean of some numbers of a column: those of one sasaran, or those that were met."""
    values = [number(other) for other in column]
    near = cell_span(fact).widened(last_digit(RATIO_DECIMALS))
    groups = (group for size in range(FEWEST, len(values) + 1) for group in combinations(values, size))
    return any(near.holds(sum(group, Decimal(0)) / len(group)) for group in groups)


RULE = Rule(
    id="summaries-follow",
    title=Text(
        "The summary gives a capaian that the report prints",
        "Ringkasan memuat capaian yang tercantum dalam laporan",
    ),
    reason="Many readers see the summary alone; what it says must be found again in the chapters.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text(
        "Print the capaian of the chapter on accountability, or say how it was computed.",
        "Cantumkan capaian dari bab akuntabilitas, atau jelaskan perhitungannya.",
    ),
    message=Text(
        "{place}: no chapter prints a capaian of {printed}, and no printed numbers give it, not as their mean either.",
        "{place}: tidak ada bab yang memuat capaian {printed}, dan tidak ada angka atau rata-rata yang menghasilkannya.",
    ),
    check=check,
)
