"""Persen serapan follows from realisasi anggaran and anggaran, at every level and in every table."""

from collections.abc import Iterator
from decimal import Decimal

from lkjip import measures
from lkjip.audit.arithmetic import LAST_DIGIT, how, how_within, nearly, number, percentage
from lkjip.audit.derivation import follow
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger, shown
from lkjip.audit.model import HUNDRED, NOTHING, Number, Ratio, Result, Rule, Text
from lkjip.audit.shares import share
from lkjip.records import Fact
from lkjip.settings import Settings

OF_BUDGET_BEFORE_CHANGE = "against the budget before its change"
MEAN = "mean of the rows' percentages"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every percentage that stands beside a realisasi and a budget."""
    for persen in ledger.of_measure.get(measures.PERSEN_SERAPAN, ()):
        spent, budgets = ledger.beside(persen, measures.REALISASI_ANGGARAN), ledger.budgets(persen)
        if ledger.subject[persen.subject_id].level in DERIVED:
            continue  # means and remainders have rules of their own
        if spent and budgets:
            yield examine(ledger, settings, persen, [(part, whole) for part in spent for whole in budgets])
        elif (way := share(ledger, persen)) is not None:
            yield follow(persen, [way], settings.tolerance)
        elif spent or budgets:
            missing = "anggaran" if spent else "realisasi"
            yield Result("could_not_check", (persen, *spent, *budgets), persen, reason=f"no {missing} beside it")


def examine(ledger: Ledger, settings: Settings, persen: Fact, pairs: list[tuple[Fact, Fact]]) -> Result:
    """Return the pair of operands that explains the percentage, else another reading of it, else the problem."""
    usable = [pair for pair in pairs if number(pair[1]) != 0]
    if not usable:
        return Result("could_not_check", (persen, *pairs[0]), persen, reason="the budget is zero")
    for pair in usable:
        matched = match(persen, pair, settings)
        if matched is not None:
            before = OF_BUDGET_BEFORE_CHANGE if pair[1].measure != usable[0][1].measure else ""
            return result("passed", persen, pair, "; ".join(filter(None, (before, matched))))
    reading = other_reading(ledger, persen)
    if reading:
        return Result("passed", (persen, *usable[0]), persen, reason=reading)
    return result("problem", persen, usable[0])


def match(persen: Fact, pair: tuple[Fact, Fact], settings: Settings) -> str | None:
    """Return how the percentage matches realisasi over budget, or None where it does not."""
    computed = percentage(*pair)
    return None if computed is None else how_within(persen, *computed, settings.tolerance)


def result(verdict: str, persen: Fact, pair: tuple[Fact, Fact], reason: str = "") -> Result:
    """Return the result for one percentage and its operands."""
    part, whole = pair
    value = HUNDRED * number(part) / number(whole)
    close = verdict != "passed" and nearly(persen, value)
    return Result(
        "passed" if verdict == "passed" else "problem",
        (persen, part, whole),
        persen,
        (shown(part), " / ", shown(whole), " x 100"),
        Number(value, max(persen.decimals, 2)),
        reason,
        Ratio(persen.fact_id, part.fact_id, whole.fact_id),
        severity="warning" if close else None,
        note=LAST_DIGIT if close else NOTHING,
    )


def other_reading(ledger: Ledger, persen: Fact) -> str:
    """Name another reading of the column that makes the percentage right, or return an empty text."""
    column = ledger.of_column.get((persen.table_id, persen.column), ())
    above = [number(other) for other in column if (other.row or 0) < (persen.row or 0)]
    is_total = ledger.subject[persen.subject_id].level == TOTAL
    if is_total and len(set(above)) > 1 and how(persen, sum(above, Decimal(0)) / len(above)) is not None:
        return MEAN
    way = share(ledger, persen)
    return way.words if way is not None and how(persen, way.value) is not None else ""


RULE = Rule(
    id="serapan-recalculates",
    title=Text(
        "Persen serapan is realisasi divided by anggaran",
        "Persentase serapan adalah realisasi dibagi anggaran",
    ),
    reason="The percentage is what is quoted; it must follow from the two amounts printed beside it.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II, Bab III B Realisasi Anggaran (since 2014); as commonly applied.",
    resolve=Text(
        "Recalculate the percentage, or correct the amount that was mistyped.",
        "Hitung ulang persentasenya, atau perbaiki jumlah yang salah ketik.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
