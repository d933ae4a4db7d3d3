"""The values that a printed number can stand for: a number printed with two decimals is known to half a hundredth."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both ends included: on the edge we believe the report."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval from {self.low} up to {self.high} is empty")

    def contains(self, value: Decimal) -> bool:
        """Tell whether `value` lies inside."""
        return self.low <= value <= self.high

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether one value can lie in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        return spanning(a * b for a in (self.low, self.high) for b in (other.low, other.high))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Divide. Raises ZeroDivisionError where `other` holds zero."""
        if other.contains(Decimal(0)):
            raise ZeroDivisionError("the divisor can be zero")
        return spanning(a / b for a in (self.low, self.high) for b in (other.low, other.high))


def spanning(values: Iterable[Decimal]) -> Interval:
    """Return the smallest interval that holds all `values` (at least one)."""
    found = sorted(values)
    return Interval(found[0], found[-1])


def exact(value: Decimal) -> Interval:
    """Return the interval of a number that was not rounded, such as a count."""
    return Interval(value, value)


def unit(decimals: int) -> Decimal:
    """Return the worth of the last printed digit: 0.01 for two decimals."""
    return Decimal(1).scaleb(-decimals)


def rounded(value: Decimal, decimals: int) -> Interval:
    """Return the values that print as `value` when rounded to `decimals`: half a unit to either side."""
    half = unit(decimals) * HALF
    return Interval(value - half, value + half)


def truncated(value: Decimal, decimals: int) -> Interval:
    """Return the values that print as `value` when digits after `decimals` are cut off: up to a unit from zero."""
    step = unit(decimals)
    return Interval(value, value + step) if value >= 0 else Interval(value - step, value)


def loose(value: Decimal, decimals: int) -> Interval:
    """Return the values that print as `value` by rounding or by cutting off."""
    near, cut = rounded(value, decimals), truncated(value, decimals)
    return Interval(min(near.low, cut.low), max(near.high, cut.high))
