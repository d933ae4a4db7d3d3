"""The interval of values that a printed number can stand for: what was rounded, or truncated, to it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

ALMOST_ONE: Final = Decimal("0.999999999")  # of a unit: one whole unit more would have been printed


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Tell whether `value` lies in it."""
        return self.low <= value <= self.high

    def widened(self, margin: Decimal) -> "Interval":
        """Return it with `margin` added at both ends."""
        return Interval(self.low - margin, self.high + margin)


def exactly(value: Decimal) -> Interval:
    """Return the interval of one value."""
    return Interval(value, value)


def last_digit(decimals: int) -> Decimal:
    """Return what one unit of the last printed decimal is worth."""
    return Decimal(1).scaleb(-decimals)


def rounded(value: Decimal, decimals: int) -> Interval:
    """Return what rounds to `value` at `decimals` printed decimals, ties included at both ends."""
    half = last_digit(decimals) / 2
    return Interval(value - half, value + half)


def truncated(value: Decimal, decimals: int) -> Interval:
    """Return what is cut to `value` at `decimals` printed decimals: up to just short of one unit further from zero."""
    unit = last_digit(decimals) * ALMOST_ONE
    return Interval(value - unit, value) if value < 0 else Interval(value, value + unit)
