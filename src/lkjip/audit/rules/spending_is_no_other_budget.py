"""A realisasi that was not fully spent is not, to the last rupiah, the budget of something else."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.mentions import agree
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

BUDGETS: Final = (measures.ANGGARAN, measures.ANGGARAN_MURNI, measures.ANGGARAN_PERUBAHAN)
FEWEST_DIGITS: Final = 6  # that differ from zero at the end before equality is no coincidence


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every realisasi that differs from its own budget with all other budgets."""
    others = {number(f): f for kind in BUDGETS for f in ledger.of_measure.get(kind, ())}
    spent_elsewhere = {number(f) for f in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ())}
    for spent in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()):
        budgets = ledger.budgets(spent)
        if not budgets or not telling(spent) or any(agree(spent, budget) for budget in budgets):
            continue
        other = others.get(number(spent))
        full = other is not None and any(number(b) in spent_elsewhere for b in (other,) if fully_spent(ledger, b))
        yield result(spent, None if full else other)


def telling(fact: Fact) -> bool:
    """Tell whether an amount has enough digits that meeting it is no coincidence."""
    return len(str(abs(int(number(fact)))).rstrip("0")) >= FEWEST_DIGITS


def fully_spent(ledger: Ledger, budget: Fact) -> bool:
    """Tell whether a budget was spent to the last rupiah, so that it is a realisasi too."""
    return any(agree(budget, spent) for spent in ledger.beside(budget, measures.REALISASI_ANGGARAN))


def result(spent: Fact, other: Fact | None) -> Result:
    """Return the result for one realisasi and the budget that it equals."""
    if other is None:
        return Result("passed", (spent,), spent)
    return Result("problem", (spent, other), spent, (shown(other),), cause="other_measure")


RULE = Rule(
    id="spending-no-budget",
    title=Text(
        "A realisasi is not the budget of something else",
        "Realisasi bukan pagu dari baris lain",
    ),
    reason="A realisasi that equals another budget to the last rupiah was taken from the wrong column.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Print the amount that was spent.", "Cantumkan jumlah yang direalisasikan."),
    message=Text(
        "{place}: the realisasi {printed} is, to the last rupiah, the budget at {other}.",
        "{place}: realisasi {printed} persis sama dengan anggaran di {other}.",
    ),
    check=check,
)
