"""How the quantities of a report hang together, and what a printed number can have been rounded from.

This is the measure of the program under test, so it shares no code with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from benchmarks.generate.model import Figure, Key

HUNDRED = Decimal(100)
FAR = Decimal(10) ** 18


class Span(NamedTuple):
    """All values from `low` to `high`."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Span") -> "Span":  # type: ignore[override]
        return Span(self.low + other.low, self.high + other.high)

    def times(self, factor: Decimal) -> "Span":
        """Return it multiplied by a number."""
        ends = sorted((self.low * factor, self.high * factor))
        return Span(ends[0], ends[1])

    def meets(self, other: "Span") -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def both(self, other: "Span") -> "Span":
        """Return what lies in both; its low end is above its high end where nothing does."""
        return Span(max(self.low, other.low), min(self.high, other.high))


ANY = Span(-FAR, FAR)
Value = Span | str  # a category is a word


def step(decimals: int) -> Decimal:
    """Return the worth of one unit of the last printed decimal."""
    return Decimal(1).scaleb(-decimals)


def span(value: Decimal, decimals: int, exact: bool) -> Span:
    """Return what a printed number may have been rounded or truncated from."""
    if exact:
        return Span(value, value)
    unit = step(decimals)
    return Span(value - unit / 2, value + unit) if value >= 0 else Span(value - unit, value + unit / 2)


def value_of(figure: Figure) -> Value:
    """Return what a figure says."""
    if figure.value is None:
        return figure.text
    return span(figure.value, figure.decimals, figure.exact)


def number(value: Value) -> Span:
    """Return a value that is a number. Raises TypeError for a word."""
    if isinstance(value, str):
        raise TypeError(f"{value!r} is a category")
    return value


def quotient(over: Span, under: Span) -> Span:
    """Return all that a quotient can be; anything where the divisor may be zero."""
    if under.low <= 0 <= under.high:
        return ANY
    ends = [a / b for a in over for b in under]
    return Span(min(ends), max(ends))


def product(one: Span, other: Span) -> Span:
    """Return all that a product can be."""
    ends = [a * b for a in one for b in other]
    return Span(min(ends), max(ends))


@dataclass(frozen=True)
class Linear:
    """The sum of coefficient times quantity, and a constant, is zero."""

    terms: tuple[tuple[Key, Decimal], ...]
    constant: Decimal = Decimal(0)

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return the quantities that it binds, in the order that `solve` counts them."""
        return tuple(key for key, _ in self.terms)

    def solve(self, at: int, values: Sequence[Value]) -> Value:
        """Return what the quantity at a position must be, given the others."""
        total = Span(self.constant, self.constant)
        for index, (_, factor) in enumerate(self.terms):
            if index != at:
                total = total + number(values[index]).times(factor)
        return total.times(-1 / self.terms[at][1])


@dataclass(frozen=True)
class Ratio:
    """`out` is `offset + scale x over / under`; capped, it is 100 where that would be more."""

    out: Key
    over: Key
    under: Key
    scale: Decimal = HUNDRED
    offset: Decimal = Decimal(0)
    capped: bool = False

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return the quantities that it binds, in the order that `solve` counts them."""
        return (self.out, self.over, self.under)

    def solve(self, at: int, values: Sequence[Value]) -> Value:
        """Return what the quantity at a position must be, given the others."""
        out, over, under = (number(value) for value in values)
        if at == 0:
            found = quotient(over, under).times(self.scale) + Span(self.offset, self.offset)
            return Span(min(found.low, HUNDRED), min(found.high, HUNDRED)) if self.capped else found
        reached = Span(out.low, FAR) if self.capped and out.high >= HUNDRED else out
        share = (reached + Span(-self.offset, -self.offset)).times(1 / self.scale)
        return product(share, under) if at == 1 else quotient(over, share)


class Band(NamedTuple):
    """A class of a scale: its name, the range as printed, and the values that belong to it."""

    name: str
    printed: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Class:
    """A category is the name of the band that a number lies in."""

    word: Key
    number: Key
    bands: tuple[Band, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return the quantities that it binds: the category and the number."""
        return (self.word, self.number)

    def solve(self, at: int, values: Sequence[Value]) -> Value:
        """Return the range that a category stands for, or the name of the band of a number."""
        if at == 1:
            return next((Span(b.low, b.high) for b in self.bands if same_word(b.name, str(values[0]))), Span(FAR, -FAR))
        return next((b.name for b in self.bands if Span(b.low, b.high).meets(number(values[1]))), "")


Relation = Linear | Ratio | Class


def same_word(one: str, other: str) -> bool:
    """Tell whether two categories are one, in whatever case they are printed."""
    return one.casefold() == other.casefold()


def holds(relation: Relation, values: Sequence[Value]) -> bool:
    """Tell whether the values can stand beside each other, given how they were rounded."""
    if isinstance(relation, Class):
        return number(relation.solve(1, values)).meets(number(values[1]))
    return number(relation.solve(0, values)).meets(number(values[0]))


def total(whole: Key, parts: Sequence[Key]) -> Linear:
    """Say that a quantity is the sum of others."""
    return Linear(((whole, Decimal(1)), *((part, Decimal(-1)) for part in parts)))


def difference(out: Key, minuend: Key, subtrahend: Key) -> Linear:
    """Say that a quantity is one less another."""
    return Linear(((out, Decimal(1)), (minuend, Decimal(-1)), (subtrahend, Decimal(1))))


def mean(out: Key, parts: Sequence[Key]) -> Linear:
    """Say that a quantity is the mean of others."""
    return Linear(((out, Decimal(len(parts))), *((part, Decimal(-1)) for part in parts)))


def equal(one: Key, other: Key) -> Linear:
    """Say that two quantities are the same."""
    return Linear(((one, Decimal(1)), (other, Decimal(-1))))
