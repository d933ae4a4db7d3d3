"""A target or realisasi of performance is not the share of the budget that was spent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import how, number, percentage
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

PLACES: Final = (measures.TARGET, measures.REALISASI, measures.LAIN)  # a share in brackets where none is due is "lain"
ABOUT_MONEY: Final = re.compile(r"\b(?:anggaran|serapan|penyerapan|keuangan|belanja|dana)\b")
OF_PERFORMANCE: Final = re.compile(r"\b(?:target|kinerja)\b", re.I)
MOST: Final = 0.6  # of a column that are shares of money: the column is about money, whatever it is called


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every percentage of performance with decimals against the realisasi over the budget of its own row."""
    facts = [f for measure in PLACES for f in ledger.of_measure.get(measure, ()) if tells(ledger, f)]
    for column in grouped(facts, lambda fact: (fact.table_id, fact.column)).values():
        results = [result for fact in column for result in examine(ledger, fact)]
        shares = sum(result.verdict == "problem" for result in results)
        rows = {fact.row for fact in ledger.of_column[column[0].table_id, column[0].column]}
        if shares <= MOST * len(rows):
            yield from results


def tells(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number is a percentage of performance whose digits can say where it comes from."""
    place = fact.measure != measures.LAIN or OF_PERFORMANCE.search(ledger.heading(fact.table_id, fact.column))
    name = ledger.subject[fact.subject_id].uraian.lower()
    exact = fact.unit == "persen" and number(fact) % HUNDRED != 0 and (fact.decimals > 0 or beside_count(ledger, fact))
    return bool(fact.table_id and exact and place) and not ABOUT_MONEY.search(name)


def is_share(fact: Fact, computed: Decimal) -> bool:
    """Tell whether a percentage is a computed one to its last digit; a whole one is so only without any rest."""
    return how(fact, computed) is not None if fact.decimals else number(fact) == computed


def beside_count(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether the cell of a percentage prints what the indikator counts too: "5.000.000 50% 2 Laporan"."""
    row = ledger.of_row[fact.table_id, fact.row] if fact.table_id else ()
    cell = [other for other in row if other.column == fact.column and other.measure == fact.measure]
    return any(other.unit not in ("", fact.unit) for other in cell)


def examine(ledger: Ledger, fact: Fact) -> Iterator[Result]:
    """Return whether a percentage is, to the last digit, what the row's amounts give."""
    row = ledger.of_row[fact.table_id, fact.row]
    spent = [other for other in row if other.measure == measures.REALISASI_ANGGARAN]
    budgets = [other for other in row if other.measure in (measures.ANGGARAN, measures.ANGGARAN_PERUBAHAN)]
    pairs = [(part, whole) for part in spent for whole in budgets if number(whole) != 0]
    for part, whole in pairs[:1]:
        computed = percentage(part, whole)
        same = computed is not None and is_share(fact, computed[0])
        yield Result(verdict(not same), (fact, part, whole), fact, (shown(part), " / ", shown(whole), " x 100"))


RULE = Rule(
    id="performance-no-serapan",
    title=Text(
        "Target and realisasi of performance are no shares of the budget",
        "Target dan realisasi kinerja bukan persentase serapan anggaran",
    ),
    reason="A share of money says what was spent, not what was achieved.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): performance is measured against the indikator's target.",
    resolve=Text("Print the target and realisasi of the indikator.", "Cantumkan target dan realisasi indikatornya."),
    message=Text(
        "{place}: {printed} is, to the last digit, the share of the budget that was spent ({formula}).",
        "{place}: {printed} persis sama dengan persentase serapan anggaran ({formula}).",
    ),
    check=check,
)
