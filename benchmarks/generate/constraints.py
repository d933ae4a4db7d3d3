"""The relations of a report, held against the figures that it prints: the measure of what can be known from it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cached_property

from benchmarks.generate.model import Key, Report, Spot
from benchmarks.generate.relations import ANY, Class, Relation, Span, Value, equal, holds, number, value_of

HUNDREDTH = Decimal("0.01")
GRAIN = {"rupiah": Decimal(1), "jumlah": Decimal(1), "terbilang": Decimal(1)}  # what cannot be finer


@dataclass(frozen=True)
class Constraint:
    """A relation among printed figures."""

    relation: Relation
    spots: tuple[Spot, ...]  # one for each of the relation's keys

    def holds(self, values: Mapping[Spot, Value]) -> bool:
        """Tell whether the figures agree."""
        return holds(self.relation, [values[spot] for spot in self.spots])

    def allowed(self, spot: Spot, values: Mapping[Spot, Value]) -> Value:
        """Return what a figure must be, given the others."""
        return self.relation.solve(self.spots.index(spot), [values[other] for other in self.spots])


class Constraints:
    """All constraints of a report: its relations wherever printed, and equal quantities in different places."""

    def __init__(self, report: Report) -> None:
        self.figures = report.figures()
        self.values: dict[Spot, Value] = {spot: value_of(figure) for spot, figure in self.figures.items()}
        self.places: dict[Key, list[Spot]] = defaultdict(list)
        for spot, figure in self.figures.items():
            self.places[figure.key].append(spot)
        self.every = [*self.equalities(), *self.printed(report.relations)]

    @cached_property
    def at(self) -> dict[Spot, list[Constraint]]:
        """Return the constraints of every figure that has some."""
        found: dict[Spot, list[Constraint]] = defaultdict(list)
        for constraint in self.every:
            for spot in constraint.spots:
                found[spot].append(constraint)
        return found

    def equalities(self) -> list[Constraint]:
        """Hold every mention of a number against its first."""
        return [
            Constraint(equal(key, key), (spots[0], other))
            for key, spots in self.places.items()
            for other in spots[1:]
            if self.figures[other].value is not None
        ]

    def printed(self, relations: tuple[Relation, ...]) -> list[Constraint]:
        """Return a relation once for every table or paragraph that prints all of it, else across them."""
        found = []
        for relation in relations:
            spots = [self.places.get(key, []) for key in relation.keys]
            if all(spots):
                together = set.intersection(*({spot.block for spot in at} for at in spots))
                places = [tuple(first_in(block, at) for at in spots) for block in sorted(together)]
                places = places or [tuple(at[0] for at in spots)]
                if isinstance(relation, Class):  # a category has no other mention to be held against
                    places = [(word, first_near(word, spots[1])) for word in spots[0]]
                found += [Constraint(relation, place) for place in places]
        return found

    def broken(self, changes: Mapping[Spot, Value]) -> list[Constraint]:
        """Return the constraints that other values of some figures contradict."""
        values = {**self.values, **changes}
        bound = dict.fromkeys(constraint for spot in changes for constraint in self.at.get(spot, ()))
        return [constraint for constraint in bound if not constraint.holds(values)]

    def culprits(self, changes: Mapping[Spot, Value]) -> list[Spot]:
        """Return the figures each of which, changed alone, would make all agree again when some have other values."""
        broken = self.broken(changes)
        if not broken:
            return []
        suspects = set.intersection(*({*constraint.spots} for constraint in broken))
        values = {**self.values, **changes}
        return sorted(suspect for suspect in suspects if self.repairable(suspect, values))

    def repairable(self, suspect: Spot, values: Mapping[Spot, Value]) -> bool:
        """Tell whether some value of a figure satisfies all constraints on it."""
        allowed = [constraint.allowed(suspect, values) for constraint in self.at[suspect]]
        if isinstance(values[suspect], str):
            words = {str(value).casefold() for value in allowed}
            return len(words) == 1 and "" not in words
        common = ANY
        for value in allowed:
            common = common.both(number(value))
        figure = self.figures[suspect]
        if not figure.exact:
            return common.low <= common.high
        return holds_multiple(common, GRAIN.get(figure.unit, HUNDREDTH))


def holds_multiple(span: Span, grain: Decimal) -> bool:
    """Tell whether a multiple of `grain` lies in a span."""
    return (span.low / grain).to_integral_value(ROUND_CEILING) * grain <= span.high


def first_in(block: int, spots: list[Spot]) -> Spot:
    """Return the first of some places in one block."""
    return next(spot for spot in spots if spot.block == block)


def first_near(word: Spot, numbers: list[Spot]) -> Spot:
    """Return the number in a category's own block, else the first anywhere."""
    return next((spot for spot in numbers if spot.block == word.block), numbers[0])
