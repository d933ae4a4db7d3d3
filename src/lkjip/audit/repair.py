"""Tell whether changing some numbers can satisfy a set of constraints, and what they would have to become.

Every number is a variable: its printed value plus a shift. A number that stays may shift within what it was rounded
from; a number that changes shifts freely. Shifts keep amounts of many digits exact where a solver counts in floats.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
from scipy.optimize import linprog

from lkjip.audit.arithmetic import cell_span, linear, number, quotient, span
from lkjip.audit.model import Constraint, Linear, Ratio
from lkjip.intervals import Interval
from lkjip.records import Fact

FEASIBLE: Final = 0  # linprog's status of a solved problem


@dataclass(frozen=True)
class Problem:
    """Constraints over variables; `facts` gives the printed number that stands for each variable."""

    facts: Mapping[str, Fact]
    constraints: Sequence[Constraint]

    def feasible(self, free: Collection[str]) -> bool:
        """Tell whether the constraints can hold when the variables in `free` change."""
        return Programme(self, free).solve() is not None

    def range_of(self, name: str, free: Collection[str]) -> Interval | None:
        """Return what a free variable can become, or None where the constraints cannot hold or do not bind it."""
        programme = Programme(self, free)
        low, high = programme.solve({name: 1.0}), programme.solve({name: -1.0})
        if low is None or high is None:
            return None
        printed = number(self.facts[name])
        return Interval(printed + Decimal(repr(low)), printed - Decimal(repr(high)))


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
        """Bind numerator and denominator to the printed result, or a changed result to them."""
        operands = {constraint.numerator, constraint.denominator}
        if constraint.result not in self.free:
            self.bind_operands(constraint, cell_span(self.problem.facts[constraint.result]))
        elif not operands & self.free:
            self.bind_result(constraint)

    def bind_operands(self, constraint: Ratio, result: Interval) -> None:
        """Keep scale x numerator between the ends of the result times the denominator."""
        over, under = constraint.numerator, constraint.denominator
        for end, sign in ((result.high, 1), (result.low, -1)):
            factor = (end - constraint.offset) / constraint.scale
            sign = sign if constraint.scale > 0 else -sign
            bound = factor * self.value(under) - self.value(over)
            self.rows.append((merged(((over, Decimal(sign)), (under, -sign * factor))), sign * bound))

    def bind_result(self, constraint: Ratio) -> None:
        """Keep a changed result at what its unchanged operands give, rounded as printed."""
        facts = self.problem.facts
        ratio = quotient(span(facts[constraint.numerator]), span(facts[constraint.denominator]))
        if ratio is not None:
            unit = Decimal(1).scaleb(-facts[constraint.result].decimals)
            spread = linear(ratio, constraint.scale, constraint.offset).widened(unit / 2)
            printed = self.value(constraint.result)
            self.rows += [
                ({constraint.result: Decimal(1)}, spread.high - printed),
                ({constraint.result: Decimal(-1)}, printed - spread.low),
            ]

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
        return None if found.status != FEASIBLE or found.fun is None else float(found.fun)


def merged(terms: Sequence[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """Return coefficients by variable, those of one variable added."""
    total: dict[str, Decimal] = {}
    for name, coefficient in terms:
        total[name] = total.get(name, Decimal(0)) + coefficient
    return total
