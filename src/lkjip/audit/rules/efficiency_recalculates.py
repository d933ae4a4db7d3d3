"""Efisiensi follows from capaian, serapan and the amounts beside it, by one of the formulas in use."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import Way, complement, differences, follow_together, percentage
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

NO_FORMULA: Final = "no row of the column follows a formula in use"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every efficiency that stands beside the numbers it comes from.

    Where no row of a column follows a formula in use, the column has one of its own.
    """
    found = [(fact, ways_of(ledger, fact)) for fact in ledger.of_measure.get(measures.EFISIENSI, ())]
    results = follow_together([(fact, ways) for fact, ways in found if ways], settings.tolerance)
    for column in grouped(results, lambda result: (result.facts[0].table_id, result.facts[0].column)).values():
        unknown = len(column) > 1 and all(result.verdict == "problem" for result in column)
        yield from (map(left_open, column) if unknown else column)


def left_open(result: Result) -> Result:
    """Return that an efficiency could not be checked."""
    return Result("could_not_check", result.facts, result.facts[0], reason=NO_FORMULA)


def ways_of(ledger: Ledger, efficiency: Fact) -> list[Way]:
    """Return the formulas in use, the commonest first."""
    spent, budgets = (
        ledger.across(efficiency, measures.REALISASI_ANGGARAN),
        ledger.across(efficiency, measures.ANGGARAN),
    )
    if efficiency.unit == "rupiah":
        return [way for budget in budgets for part in spent for way in differences(efficiency, budget, part)]
    absorbed = ledger.across(efficiency, measures.PERSEN_SERAPAN)
    reached = ledger.across(efficiency, measures.CAPAIAN) or ledger.across(efficiency, measures.RATA_RATA)
    left = ledger.across(efficiency, measures.SISA_ANGGARAN)
    ways: list[Way | None] = [complement(efficiency, persen) for persen in absorbed]
    pairs = [(one, other) for one in reached for other in absorbed]
    ways += [way for pair in pairs for way in differences(efficiency, *pair, "capaian - serapan")]
    ways += [percentage(efficiency, part, budget, "what is left / anggaran") for part in left for budget in budgets]
    ways += [percentage(efficiency, *pair, "capaian / serapan") for pair in pairs]
    ways += [percentage(efficiency, other, one, "serapan / capaian") for one, other in pairs]
    return [way for way in ways if way is not None]


RULE = Rule(
    id="efficiency-recalculates",
    title=Text("Efisiensi follows from the numbers beside it", "Efisiensi sesuai dengan angka di sekitarnya"),
    reason="Bab III must analyse efficiency; whichever formula is used, it must give the printed number.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II C (since 2014): efficiency of resources. The formulas are local: "
    "100 - serapan, capaian - serapan, sisa / anggaran, and their ratio.",
    resolve=Text(
        "State the formula and recalculate the efficiency with it.",
        "Sebutkan rumusnya dan hitung ulang efisiensinya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
