"""A mean is the mean of its rows, capped at 100 each or not."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import how, number
from lkjip.audit.derivation import follow, mean
from lkjip.audit.ledger import DERIVED, MEAN, TOTAL, Ledger
from lkjip.audit.model import HUNDRED, Number, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

CAPPED: Final = "mean of values capped at 100"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every number in a row of means."""
    for fact in ledger.numbers:
        if ledger.subject[fact.subject_id].level == MEAN and fact.table_id:
            rows = averaged(ledger, fact)
            if len(rows) > 1:
                yield examine(fact, rows, settings)


def averaged(ledger: Ledger, fact: Fact) -> list[Fact]:
    """Return the numbers above a mean in its column, back to the previous mean."""
    column = ledger.of_column[fact.table_id, fact.column]
    above = [other for other in column if (other.row or 0) < (fact.row or 0) and other.measure == fact.measure]
    levels = [ledger.subject[other.subject_id].level for other in above]
    start = max((at + 1 for at, level in enumerate(levels) if level in DERIVED), default=0)
    return [other for other, level in zip(above[start:], levels[start:], strict=True) if level != TOTAL]


def examine(fact: Fact, rows: list[Fact], settings: Settings) -> Result:
    """Hold a mean against its rows, as printed or capped at 100."""
    result = follow(fact, [mean(fact, rows)], settings.tolerance)
    capped = sum((min(number(row), HUNDRED) for row in rows), Decimal(0)) / len(rows)
    if result.verdict == "problem" and how(fact, capped) is not None:
        return Result("passed", (fact, *rows), fact, expected=Number(capped, 2), reason=CAPPED)
    return result


RULE = Rule(
    id="means-recalculate",
    title=Text("A mean is the mean of its rows", "Rata-rata adalah rata-rata baris-barisnya"),
    reason="The mean capaian is often the one number that the summary quotes.",
    severity="error",
    basis="As commonly applied: the plain mean of capaian, capped at 100 or not.",
    resolve=Text(
        "Recalculate the mean, and say whether values above 100 are capped.",
        "Hitung ulang rata-ratanya, dan sebutkan apakah nilai di atas 100 dibatasi.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but the mean of its rows is {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal rata-rata baris-barisnya {expected}.",
    ),
    check=check,
)
