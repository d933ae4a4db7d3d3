"""What is left of a budget is the budget less what was spent, in rupiah and in per cent."""

from collections.abc import Iterator
from decimal import Decimal

from lkjip import measures
from lkjip.audit.arithmetic import how, how_within, number, percentage
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, Linear, Number, Ratio, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every remainder that stands beside a budget and a realisasi."""
    for left in ledger.of_measure.get(measures.SISA_ANGGARAN, ()):
        spent, budgets = ledger.beside(left, measures.REALISASI_ANGGARAN), ledger.budgets(left)
        if spent and budgets:
            yield best([amount(left, budget, part) for budget in budgets for part in spent])
    for left in ledger.of_measure.get(measures.PERSEN_SISA, ()):
        found = list(percentages(ledger, left, settings))
        if found:
            yield best(found)


def best(results: list[Result]) -> Result:
    """Return the first reading that passes, else the first."""
    return next((result for result in results if result.verdict == "passed"), results[0])


def amount(left: Fact, budget: Fact, spent: Fact) -> Result:
    """Hold a remainder in rupiah against budget less realisasi; the sign is the report's own."""
    computed = number(budget) - number(spent)
    fits = how(left, computed) is not None or how(left, -computed) is not None
    sign = Decimal(-1 if number(left) < 0 < computed else 1)
    return Result(
        "passed" if fits else "problem",
        (left, budget, spent),
        left,
        (shown(budget), " - ", shown(spent)),
        Number(computed, left.decimals),
        constraint=Linear(((left.fact_id, sign), (budget.fact_id, Decimal(-1)), (spent.fact_id, Decimal(1)))),
    )


def percentages(ledger: Ledger, left: Fact, settings: Settings) -> Iterator[Result]:
    """Hold a remainder in per cent against 100 less serapan, or against remainder over budget."""
    for persen in ledger.beside(left, measures.PERSEN_SERAPAN):
        computed = HUNDRED - number(persen)
        matched = how(left, computed, settings.tolerance)
        terms = Linear(((left.fact_id, Decimal(1)), (persen.fact_id, Decimal(1))), HUNDRED)
        formula = ("100 - ", shown(persen))
        yield result(left, (persen,), matched, Result("passed", formula=formula, constraint=terms), computed)
    for rest in ledger.beside(left, measures.SISA_ANGGARAN):
        for budget in ledger.budgets(left):
            value = percentage(rest, budget)
            if value is not None:
                matched = how_within(left, *value, settings.tolerance)
                ratio = Ratio(left.fact_id, rest.fact_id, budget.fact_id)
                formula = (shown(rest), " / ", shown(budget), " x 100")
                yield result(
                    left, (rest, budget), matched, Result("passed", formula=formula, constraint=ratio), value[0]
                )


def result(left: Fact, operands: tuple[Fact, ...], matched: str | None, base: Result, computed: Decimal) -> Result:
    """Return the result of one reading."""
    return Result(
        "problem" if matched is None else "passed",
        (left, *operands),
        left,
        base.formula,
        Number(computed, max(left.decimals, 2)),
        matched or "",
        base.constraint,
    )


RULE = Rule(
    id="remainders-recalculate",
    title=Text("Sisa anggaran is anggaran less realisasi", "Sisa anggaran adalah anggaran dikurangi realisasi"),
    reason="What is left is quoted as efficiency; it follows from the two amounts.",
    severity="error",
    basis="PSAP 02, PP 71/2010 (column lebih/kurang), as commonly applied.",
    resolve=Text("Recalculate the remainder.", "Hitung ulang sisanya."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
