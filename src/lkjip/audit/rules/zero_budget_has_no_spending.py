"""Where the budget is zero nothing was spent."""

from collections.abc import Iterator

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every realisasi against budgets of zero."""
    for spent in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()):
        budgets = ledger.budgets(spent)
        if budgets and all(number(budget) == 0 for budget in budgets):
            fits = number(spent) == 0
            formula = (shown(spent), " <= ", shown(budgets[0]))
            yield Result(verdict(fits), (spent, budgets[0]), spent, formula, shown(budgets[0]), conclusion=not fits)


RULE = Rule(
    id="no-spending-without-budget",
    title=Text("Where the budget is zero nothing is spent", "Tanpa anggaran tidak ada realisasi"),
    reason="Spending without a budget is not allowed; more likely a budget was left out or a row is shifted.",
    severity="error",
    basis="UU 1/2004 on the treasury, as commonly applied: no spending beyond the available budget.",
    resolve=Text("Print the budget, or correct the row.", "Cantumkan anggarannya, atau perbaiki barisnya."),
    message=Text(
        "{place}: the numbers disagree: {printed} was spent of a budget of {expected}.",
        "{place}: angka tidak sesuai: realisasi {printed} dari anggaran {expected}.",
    ),
    check=check,
)
