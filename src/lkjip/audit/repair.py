"""Tell whether changing some numbers can satisfy a set of constraints, and what they would have to become.

A number that stays may be anything that it was rounded from; a number that changes is free. Where every constraint
binds at most one free number, intervals decide. Where one binds several, a linear programme over shifts from the
printed values does: shifts keep amounts of many digits exact where a solver counts in floats.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
from scipy.optimize import linprog

from lkjip.audit.arithmetic import cell_span, linear, number, quotient, span
from lkjip.audit.model import HUNDRED, Constraint, Linear, Ratio
from lkjip.intervals import Interval, last_digit
from lkjip.records import Fact

SOLVED: Final = 0  # linprog's status
EVERYTHING: Final = Interval(Decimal("-1e30"), Decimal("1e30"))


@dataclass(frozen=True)
class Problem:
    """Constraints over variables; `facts` gives the printed number that stands for each variable."""

    facts: Mapping[str, Fact]
    constraints: Sequence[Constraint]

    def feasible(self, free: Collection[str]) -> bool:
        """Tell whether the constraints can hold when the variables in `free` change."""
        if any(is_coupled(constraint, free) for constraint in self.constraints):
            return Programme(self, free).solve() is not None
        return all(self.allowed(name, free) for name in free) and all(
            self.holds(constraint) for constraint in self.constraints if not bound_names(constraint, free)
        )

    def range_of(self, name: str, free: Collection[str]) -> Interval | None:
        """Return what a free variable can become, or None where the constraints cannot hold or do not bind it."""
        if not any(is_coupled(constraint, free) for constraint in self.constraints):
            found = self.allowed(name, free)
            return None if found in (None, EVERYTHING) else found
        programme = Programme(self, free)
        low, high = programme.solve({name: 1.0}), programme.solve({name: -1.0})
        if low is None or high is None:
            return None
        printed = number(self.facts[name])
        return Interval(printed + Decimal(repr(low)), printed - Decimal(repr(high)))

    def allowed(self, name: str, free: Collection[str]) -> Interval | None:
        """Return what the constraints that bind only `name` of the free variables leave it, or None for nothing."""
        found = EVERYTHING
        for constraint in self.constraints:
            if bound_names(constraint, free) == {name}:
                other = self.implied(constraint, name)
                found = Interval(max(found.low, other.low), min(found.high, other.high))
                if found.low > found.high:
                    return None
        return found

    def implied(self, constraint: Constraint, name: str) -> Interval:
        """Return what one constraint leaves a variable when all others stay."""
        if isinstance(constraint, Linear):
            factor = merged(constraint.terms)[name]
            rest = self.total(constraint, name)
            return linear(rest, -1 / factor, constraint.constant / factor)
        over, under = span(self.facts[constraint.numerator]), span(self.facts[constraint.denominator])
        share = linear(self.printed(constraint), 1 / constraint.scale, -constraint.offset / constraint.scale)
        if name == constraint.numerator:
            return product(share, under)
        if name == constraint.denominator:
            return quotient(over, share) or EVERYTHING
        ratio = quotient(over, under)
        half = last_digit(self.facts[name].decimals) / 2
        if ratio is None:
            return EVERYTHING
        found = linear(ratio, constraint.scale, constraint.offset)
        most = HUNDRED if constraint.capped else found.high
        return Interval(min(found.low, most), min(found.high, most)).widened(half)

    def printed(self, constraint: Ratio) -> Interval:
        """Return what the quotient of a ratio can be by its printed result."""
        found = cell_span(self.facts[constraint.result])
        return Interval(found.low, EVERYTHING.high) if constraint.capped and found.holds(HUNDRED) else found

    def total(self, constraint: Linear, without: str = "") -> Interval:
        """Return what the weighted sum of the variables other than `without` can be."""
        parts = [
            linear(span(self.facts[n]), k, Decimal(0)) for n, k in merged(constraint.terms).items() if n != without
        ]
        return Interval(sum((p.low for p in parts), Decimal(0)), sum((p.high for p in parts), Decimal(0)))

    def holds(self, constraint: Constraint) -> bool:
        """Tell whether a constraint holds when nothing changes."""
        if isinstance(constraint, Linear):
            return self.total(constraint).holds(constraint.constant)
        ratio = quotient(span(self.facts[constraint.numerator]), span(self.facts[constraint.denominator]))
        spread = ratio and linear(ratio, constraint.scale, constraint.offset)
        return spread is not None and self.printed(constraint).meets(spread)


def product(one: Interval, other: Interval) -> Interval:
    """Return all products."""
    ends = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
    return Interval(min(ends), max(ends))


def bound_names(constraint: Constraint, free: Collection[str]) -> set[str]:
    """Return the free variables that a constraint binds; a changed result follows whatever its operands become."""
    names = set(constraint.fact_ids) & set(free)
    followed = isinstance(constraint, Ratio) and constraint.result in names and len(names) > 1
    return set() if followed else names


def is_coupled(constraint: Constraint, free: Collection[str]) -> bool:
    """Tell whether a constraint binds several free variables at once."""
    return len(bound_names(constraint, free)) > 1


class Programme:
    """The linear programme of one problem with some variables free."""

    def __init__(self, problem: Problem, free: Collection[str]) -> None:
        self.problem, self.free = problem, frozenset(free)
        self.names = sorted({name for constraint in problem.constraints for name in constraint.fact_ids})
        self.at = {name: column for column, name in enumerate(self.names)}
        self.rows: list[tuple[dict[str, Decimal], Decimal]] = []  # sum of coefficient x shift <= bound
        for constraint in problem.constraints:
            if isinstance(constraint, Linear):
                self.add_linear(constraint)
            else:
                self.add_ratio(constraint)

    def value(self, name: str) -> Decimal:
        """Return the printed value of a variable."""
        return number(self.problem.facts[name])

    def add_linear(self, constraint: Linear) -> None:
        """Bind the shifts of a sum to its residual."""
        residual = constraint.constant - sum((k * self.value(name) for name, k in constraint.terms), Decimal(0))
        terms = merged(constraint.terms)
        self.rows += [(terms, residual), ({name: -k for name, k in terms.items()}, -residual)]

    def add_ratio(self, constraint: Ratio) -> None:
        """Keep scale x numerator between the ends of the printed result times the denominator."""
        over, under = constraint.numerator, constraint.denominator
        if constraint.result in self.free:
            if not {over, under} & self.free:
                self.bind(constraint.result, self.problem.implied(constraint, constraint.result))
            return
        result = self.problem.printed(constraint)
        ends = ((result.high, 1), (result.low, -1)) if result.high < EVERYTHING.high else ((result.low, -1),)
        for end, sign in ends:
            factor = (end - constraint.offset) / constraint.scale
            sign = sign if constraint.scale > 0 else -sign
            bound = factor * self.value(under) - self.value(over)
            self.rows.append((merged(((over, Decimal(sign)), (under, -sign * factor))), sign * bound))

    def bind(self, name: str, allowed: Interval) -> None:
        """Keep a variable within an interval."""
        self.rows.append(({name: Decimal(1)}, allowed.high - self.value(name)))
        self.rows.append(({name: Decimal(-1)}, self.value(name) - allowed.low))

    def bounds(self, name: str) -> tuple[float | None, float | None]:
        """Return how far a variable may shift."""
        if name in self.free:
            return (None, None)
        printed, allowed = self.value(name), span(self.problem.facts[name])
        return float(allowed.low - printed), float(allowed.high - printed)

    def solve(self, cost: Mapping[str, float] | None = None) -> float | None:
        """Return the least cost of shifts that satisfy every row, or None where none do."""
        matrix, bound = np.zeros((len(self.rows), len(self.names))), np.zeros(len(self.rows))
        for row, (terms, limit) in enumerate(self.rows):
            for name, coefficient in terms.items():
                matrix[row, self.at[name]] = float(coefficient)
            bound[row] = float(limit)
        costs = np.array([(cost or {}).get(name, 0.0) for name in self.names])
        found = linprog(costs, matrix, bound, bounds=[self.bounds(name) for name in self.names])
        return None if found.status != SOLVED or found.fun is None else float(found.fun)


def merged(terms: Sequence[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """Return coefficients by variable, those of one variable added."""
    total: dict[str, Decimal] = {}
    for name, coefficient in terms:
        total[name] = total.get(name, Decimal(0)) + coefficient
    return total
