"""An efficiency compares results with money; the unspent share of the budget alone is none."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, Number, Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.intervals import last_digit
from lkjip.records import Fact
from lkjip.settings import Settings

FEWEST: Final = 3  # rows in which the efficiency is the unspent share, before that is how it was computed


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every column of efficiencies that stands beside a column of shares spent."""
    inside = [fact for fact in ledger.of_measure.get(measures.EFISIENSI, ()) if fact.table_id]
    for facts in grouped(inside, lambda fact: (fact.table_id, fact.column)).values():
        pairs = [(fact, spent[0]) for fact in facts if (spent := ledger.across(fact, measures.PERSEN_SERAPAN))]
        if len(pairs) < FEWEST:
            continue
        unspent = all(is_rest(fact, spent) for fact, spent in pairs)
        if not any(differs(ledger, fact) for fact, _ in pairs):
            continue
        every = tuple(fact for fact, _ in pairs)
        if not unspent:
            yield Result("passed", every)
            continue
        first, other = pairs[0]
        formula = (Number(HUNDRED, 0), " - ", shown(other), " = ", shown(first))
        yield Result("problem", every, first, formula=formula)


def differs(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a capaian other than 100 stands beside; with 100 both ways of computing give one number."""
    return any(other.value != HUNDRED for other in ledger.across(fact, measures.CAPAIAN))


def is_rest(fact: Fact, spent: Fact) -> bool:
    """Tell whether an efficiency is a hundred less the share spent, but for rounding."""
    assert fact.value is not None and spent.value is not None
    return abs(HUNDRED - spent.value - fact.value) <= last_digit(min(fact.decimals, spent.decimals))


RULE = Rule(
    id="efficiency-weighs",
    title=Text("An efficiency weighs results against money", "Efisiensi membandingkan hasil dengan biaya"),
    reason="Money that was not spent is no efficiency by itself: the result may be missing, too.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): analysis of the efficiency of the use of resources.",
    resolve=Text(
        "Compare the capaian with the share spent, and print the formula.",
        "Bandingkan capaian dengan serapan anggaran, dan tuliskan rumusnya.",
    ),
    message=Text(
        "{place}: every efficiency of the column is only the unspent share of the budget ({formula}).",
        "{place}: semua efisiensi di kolom ini hanyalah sisa serapan anggaran ({formula}).",
    ),
    check=check,
)
