"""A realisasi is not, to the last rupiah, the budget of something else; nor a budget the realisasi."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.mentions import agree, own_name
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

BUDGETS: Final = (measures.ANGGARAN, measures.ANGGARAN_MURNI, measures.ANGGARAN_PERUBAHAN)
FEWEST_DIGITS: Final = 6  # up to the last that differs from zero, before equality is no coincidence


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every realisasi that differs from its own budget, or has none in its sentence, with all other budgets."""
    budgets = [f for kind in BUDGETS for f in ledger.of_measure.get(kind, ())]
    by_value = grouped(budgets, number)
    for spent in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()):
        own = ledger.budgets(spent)
        if own and telling(spent) and not any(agree(spent, budget) for budget in own):
            same = [b for b in by_value.get(number(spent), ()) if not fully_spent(ledger, b)]
            yield examine(ledger, spent, same)
        elif not own and spent.source == "prose" and telling(spent):
            yield from in_sentence(ledger, spent, by_value.get(number(spent), ()))


def in_sentence(ledger: Ledger, spent: Fact, same: tuple[Fact, ...]) -> Iterator[Result]:
    """Hold a realisasi without a budget in its sentence against budgets beside which tables print another realisasi."""
    tables = [fact for fact in ledger.of_measure[measures.REALISASI_ANGGARAN] if fact.table_id]
    known = any(fact.value == spent.value for fact in tables)
    named = any(name(ledger, budget) == name(ledger, spent) for budget in same)  # compared as one quantity elsewhere
    if same and not known and not named and all(is_only_budget(ledger, budget) for budget in same):
        yield examine(ledger, spent, list(same))


def telling(fact: Fact) -> bool:
    """Tell whether an amount has enough digits that meeting it is no coincidence."""
    return len(str(abs(int(number(fact)))).rstrip("0")) >= FEWEST_DIGITS


def fully_spent(ledger: Ledger, budget: Fact) -> bool:
    """Tell whether a budget was spent to the last rupiah, so that it is a realisasi too."""
    return any(agree(budget, spent) for spent in ledger.beside(budget, measures.REALISASI_ANGGARAN))


def is_only_budget(ledger: Ledger, budget: Fact) -> bool:
    """Tell whether a table prints another realisasi beside a budget."""
    spent = ledger.beside(budget, measures.REALISASI_ANGGARAN)
    return bool(budget.table_id and spent) and not fully_spent(ledger, budget)


def examine(ledger: Ledger, spent: Fact, same: list[Fact]) -> Result:
    """Return whether a realisasi equals a budget; one of the same name was misnamed where it stands as a budget."""
    if not same:
        return Result("passed", (spent,), spent)
    own = next((budget for budget in same if name(ledger, budget) == name(ledger, spent)), None)
    target, other = (own, spent) if own is not None else (spent, same[0])
    return Result("problem", (target, other), target, (shown(other),), cause="other_measure")


def name(ledger: Ledger, fact: Fact) -> str:
    """Return what an amount is about."""
    return own_name(ledger, ledger.subject[fact.subject_id].key)


RULE = Rule(
    id="spending-no-budget",
    title=Text(
        "A realisasi is not the budget of something else",
        "Realisasi bukan pagu dari baris lain",
    ),
    reason="A realisasi that equals another budget to the last rupiah was taken from the wrong column.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Print the amount that is meant.", "Cantumkan jumlah yang dimaksud."),
    message=Text(
        "{place}: {printed} is, to the last rupiah, the amount at {other}, which is another measure.",
        "{place}: {printed} persis sama dengan jumlah di {other}, padahal besarannya berbeda.",
    ),
    check=check,
)
