"""Realisasi anggaran does not exceed the budget."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import DERIVED, Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.spending_is_no_other_budget import telling
from lkjip.records import Fact
from lkjip.settings import Settings

INCOME: Final = re.compile(r"\b(pendapatan|retribusi|pajak|penerimaan|pad|pads)\b")
IN_TABLE: Final = Text(
    "That is the budget wherever a table prints this realisasi", "Demikian pagu di tabel yang memuat realisasi ini"
)
BEFORE_CHANGE: Final = "within the budget after its change"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every realisasi against the budgets beside it, one of a sentence that has none against those of tables."""
    for spent in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()):
        level = ledger.subject[spent.subject_id].level
        budgets = () if level in DERIVED else ledger.budgets(spent)
        if any(number(budget) != 0 for budget in budgets) and not is_income(ledger, spent):
            yield examine(spent, budgets)
        elif spent.source == "prose" and not budgets and telling(spent) and not is_income(ledger, spent):
            yield from repeated(ledger, spent)


def repeated(ledger: Ledger, spent: Fact) -> Iterator[Result]:
    """Hold a realisasi against the budgets that tables print beside the same amount, all of them exceeded."""
    same = [f for f in ledger.of_measure[measures.REALISASI_ANGGARAN] if f.table_id and f.value == spent.value]
    every = [budgets for fact in same if (budgets := tuple(b for b in ledger.budgets(fact) if number(b) != 0))]
    results = [examine(spent, budgets) for budgets in every]
    if results and all(result.verdict == "problem" for result in results):
        yield replace(results[0], severity="warning", note=IN_TABLE, conclusion=False)
    else:
        yield from (result for result in results[:1] if result.verdict == "passed")


def examine(spent: Fact, budgets: tuple[Fact, ...]) -> Result:
    """Return whether any of the budgets covers the realisasi."""
    most = max(budgets, key=number)
    fits = number(spent) <= number(most) or number(spent) < 0
    reason = BEFORE_CHANGE if fits and number(spent) > number(budgets[-1]) else ""
    return Result(
        "passed" if fits else "problem",
        (spent, most),
        spent,
        (shown(spent), " <= ", shown(most)),
        shown(most),
        reason,
        conclusion=not fits,
    )


def is_income(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether an amount is income, which may well exceed what was planned."""
    subject = ledger.subject[fact.subject_id]
    names = [subject.uraian]
    while subject.parent_id in ledger.subject:
        subject = ledger.subject[subject.parent_id]
        names.append(subject.uraian)
    names.append(ledger.table[fact.table_id].caption if fact.table_id else ledger.text(subject.block_id))
    return any(INCOME.search(name.lower()) for name in names)


RULE = Rule(
    id="within-budget",
    title=Text("Spending stays within the budget", "Realisasi tidak melebihi anggaran"),
    reason="A unit may not spend what it was not given; a realisasi above its budget is an overspend or a misprint.",
    severity="error",
    basis="UU 1/2004 on the treasury, as commonly applied: no spending beyond the available budget.",
    resolve=Text(
        "Check whether the two amounts were swapped, or whether the budget after its change belongs here.",
        "Periksa apakah kedua jumlah tertukar, atau seharusnya anggaran perubahan yang dicantumkan.",
    ),
    message=Text(
        "{place}: the numbers disagree: realisasi {printed} is more than the budget of {expected}.",
        "{place}: angka tidak sesuai: realisasi {printed} melebihi anggaran {expected}.",
    ),
    check=check,
)
