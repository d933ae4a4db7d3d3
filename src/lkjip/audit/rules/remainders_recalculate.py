"""What is left of a budget is the budget less what was spent, in rupiah and in per cent."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import Way, complement, differences, follow, percentage
from lkjip.audit.ledger import REST, TOTAL, Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

REMAINDERS: Final = (measures.SISA_ANGGARAN, measures.PERSEN_SISA)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every remainder from the numbers of its row, or of the total that it closes."""
    for left in ledger.numbers:
        is_rest = ledger.subject[left.subject_id].level == REST and left.measure in measures.BUDGET
        near = total_above(ledger, left) if is_rest else left
        if near is None or not (is_rest or left.measure in REMAINDERS):
            continue
        share = left.unit == "persen"
        ways = percentages(ledger, left, near) if share else amounts(ledger, left, near)
        if ways:
            yield follow(left, ways, settings.tolerance if share else settings.tolerance_rupiah)


def amounts(ledger: Ledger, left: Fact, near: Fact) -> list[Way]:
    """Return budget less realisasi of the row of `near`, for every budget in it."""
    spent = ledger.beside(near, measures.REALISASI_ANGGARAN)
    return [way for budget in ledger.budgets(near) for part in spent for way in differences(left, budget, part)]


def percentages(ledger: Ledger, left: Fact, near: Fact) -> list[Way]:
    """Return 100 less serapan of the row of `near`, and the remainder in rupiah over its budget."""
    rest = [other for kind in REMAINDERS for other in ledger.beside(left, kind) if other.unit == "rupiah"]
    ways: list[Way | None] = [complement(left, persen) for persen in ledger.beside(near, measures.PERSEN_SERAPAN)]
    ways += [percentage(left, part, budget) for part in rest for budget in ledger.budgets(near)]
    return [way for way in ways if way is not None]


def total_above(ledger: Ledger, left: Fact) -> Fact | None:
    """Return a number of the nearest total above a row that says what is left of it."""
    rows = [
        row for row in ledger.rows.get(left.table_id, ()) if (row.row or 0) < (left.row or 0) and row.level == TOTAL
    ]
    return next(iter(ledger.of_subject.get(rows[-1].subject_id, ())), None) if rows else None


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
