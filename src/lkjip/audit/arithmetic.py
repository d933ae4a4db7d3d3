"""Compare a printed number with a recalculated one, as intervals, and say how they match."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.model import HUNDRED, Text
from lkjip.intervals import Interval, exactly, last_digit, rounded, truncated
from lkjip.records import Fact

COMPUTED: Final = frozenset(  # measures that are computed, so that even a whole number was rounded
    (measures.CAPAIAN, measures.PERSEN_SERAPAN, measures.PERSEN_SISA, measures.EFISIENSI)
)
BY_TRUNCATION: Final = "by truncation"
WITHIN_OPERANDS: Final = "within the rounding of its operands"
LAST_DIGIT: Final = Text(
    "Only the last digit differs, perhaps by its rounding",
    "Hanya angka terakhir yang berbeda, mungkin karena pembulatan",
)
WITHIN_TOLERANCE: Final = "within the tolerance"


def number(fact: Fact) -> Decimal:
    """Return the value of a fact that is a number."""
    assert fact.value is not None
    return fact.value


def span(fact: Fact) -> Interval:
    """Return what a printed operand stands for: counts and rupiah are exact, percentages and decimals were rounded."""
    value = number(fact)
    exact = fact.unit == "rupiah" or (fact.decimals == 0 and fact.measure not in COMPUTED)
    return exactly(value) if exact else rounded(value, fact.decimals)


def cell_span(fact: Fact) -> Interval:
    """Return what a printed result stands for, whether it was rounded or truncated."""
    value = number(fact)
    near, cut = rounded(value, fact.decimals), truncated(value, fact.decimals)
    return Interval(min(near.low, cut.low), max(near.high, cut.high))


def quotient(numerator: Interval, denominator: Interval) -> Interval | None:
    """Return all quotients, or None where the denominator may be zero."""
    if denominator.low <= 0 <= denominator.high:
        return None
    ends = [n / d for n in (numerator.low, numerator.high) for d in (denominator.low, denominator.high)]
    return Interval(min(ends), max(ends))


def linear(interval: Interval, scale: Decimal, offset: Decimal) -> Interval:
    """Return `offset + scale x interval`."""
    ends = (offset + scale * interval.low, offset + scale * interval.high)
    return Interval(min(ends), max(ends))


def total(facts: Iterable[Fact]) -> Interval:
    """Return what the sum of printed numbers can be."""
    spans = [span(fact) for fact in facts]
    return Interval(sum((s.low for s in spans), Decimal(0)), sum((s.high for s in spans), Decimal(0)))


def how(printed: Fact, value: Decimal, tolerance: Decimal = Decimal(0)) -> str | None:
    """Return how a recalculated value matches a printed one ("" is by rounding), or None where it does not."""
    near = rounded(number(printed), printed.decimals)
    if near.holds(value):
        return ""
    if truncated(number(printed), printed.decimals).holds(value):
        return BY_TRUNCATION
    return WITHIN_TOLERANCE if tolerance and near.widened(tolerance).holds(value) else None


def how_within(printed: Fact, value: Decimal, spread: Interval, tolerance: Decimal = Decimal(0)) -> str | None:
    """Return how a recalculated value matches where its operands were rounded: it can be anything in `spread`."""
    matched = how(printed, value, tolerance)
    if matched is None and cell_span(printed).meets(spread):
        return WITHIN_OPERANDS
    return matched


def nearly(printed: Fact, value: Decimal) -> bool:
    """Tell whether a number with decimals misses a recalculated one by no more than one in its last digit."""
    return printed.decimals > 0 and rounded(number(printed), printed.decimals).widened(
        last_digit(printed.decimals)
    ).holds(value)


def percentage(part: Fact, whole: Fact) -> tuple[Decimal, Interval] | None:
    """Return 100 x part / whole and all it can be given their rounding, or None where the whole may be zero."""
    spread = quotient(span(part), span(whole))
    if spread is None:
        return None
    return HUNDRED * number(part) / number(whole), linear(spread, HUNDRED, Decimal(0))
