"""Find the smallest change of facts that satisfies all constraints (Fellegi and Holt), and so the likely misprint.

Facts that state one number in several places and agree are one variable. Constraints that fail and share a variable
are one conflict. A mixed integer programme over yes/no variables picks the cheapest set of numbers to change that
touches every failing constraint; a linear programme then tells whether those changes can satisfy all constraints
around them. If not, the constraints that stand in the way join the programme, and it picks again.

I. P. Fellegi, D. Holt: A systematic approach to automatic edit and imputation, JASA 71 (1976), 17-35.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from lkjip.audit.arithmetic import number
from lkjip.audit.mentions import agree
from lkjip.audit.misprints import meant, nearly_alike, slip_between
from lkjip.audit.model import Constraint, Linear
from lkjip.audit.repair import Problem
from lkjip.audit.twins import printed_again
from lkjip.grouping import grouped
from lkjip.intervals import Interval
from lkjip.records import Fact

MENTION_COST: Final = 0.2  # of every further mention that would have to change too
CLEARLY: Final = 0.35  # how much dearer the solutions without a number must be before it is called the culprit
COMPUTED: Final = 0.15  # the same where numbers were computed: each of the others has a second mention that agrees
CHEAPEST_PAIR: Final = 2.0  # no two variables cost less
TELLING_SLIPS: Final = frozenset(("separator", "digit_lost", "digit_doubled"))  # in a long sum others fit some row
FEW_TERMS: Final = 3  # numbers of a constraint in which a slip can be told from chance
TELLING_DIGITS: Final = 4  # of a number that a slip can be told from another number
MOST_CHANGED: Final = 3  # numbers in one solution: beyond that the conflict is no matter of misprints
MOST_ROUNDS: Final = 40  # of picking again; conflicts beyond that are left open
Places = dict[tuple[str, int | None], str]  # the measure that a number is in each row, by table and row


@dataclass(frozen=True, slots=True)
class Held:
    """A constraint that a rule held against facts, and whether it failed."""

    check_id: str
    constraint: Constraint
    failed: bool


@dataclass(frozen=True, slots=True)
class Culprit:
    """A number that is most likely misprinted."""

    fact_ids: tuple[str, ...]  # every place that prints it, table cells first
    value: Decimal | None  # what it should have been, where that is known
    slip: str  # the slip of the typist that explains it, or empty
    check_ids: tuple[str, ...]  # the failing checks that it takes part in
    certain: bool = True  # every cheap solution changes it; else only the slip speaks for it


class Union:
    """Disjoint sets of names."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """Return the name that stands for the set of `name`."""
        self.parent.setdefault(name, name)
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of both, under the smaller name."""
        first, second = sorted((self.find(one), self.find(other)))
        self.parent[second] = first


def culprits(facts: Mapping[str, Fact], held: Sequence[Held]) -> tuple[Culprit, ...]:
    """Return the numbers that the conflicts of a document single out."""
    variables = same_numbers(facts, held)
    network = Network.of(facts, held, variables)
    return tuple(culprit for conflict in network.conflicts() for culprit in network.solve(conflict))


def same_numbers(facts: Mapping[str, Fact], held: Iterable[Held]) -> Union:
    """Join the facts that mention one number and agree; two measures of one row are two numbers."""
    union = Union()
    rows: dict[str, Places] = {}
    for item in held:
        if is_equality(item.constraint) and not item.failed:
            one, other = item.constraint.fact_ids
            first, second = (rows.setdefault(union.find(name), row_of(facts[name])) for name in (one, other))
            same = union.find(one) == union.find(other)
            if not same and agree(facts[one], facts[other]) and not beside(first, second):
                union.join(one, other)
                few, many = sorted((first, second), key=len)
                many.update(few)
                rows[union.find(one)] = many
    return union


def row_of(fact: Fact) -> Places:
    """Return the row in which a fact stands and its measure, nothing for a sentence."""
    return {(fact.table_id, fact.row): fact.measure} if fact.table_id else {}


def beside(one: Places, other: Places) -> bool:
    """Tell whether two numbers stand beside each other in one row, as two measures."""
    few, many = sorted((one, other), key=len)
    return any(many.get(row, measure) != measure for row, measure in few.items())


def is_equality(constraint: Constraint) -> bool:
    """Tell whether a constraint says that two facts are the same number."""
    return isinstance(constraint, Linear) and len(constraint.terms) == 2 and sum(k for _, k in constraint.terms) == 0


def renamed(constraint: Constraint, union: Union) -> Constraint:
    """Return a constraint over variables instead of facts."""
    if isinstance(constraint, Linear):
        return replace(constraint, terms=tuple((union.find(name), k) for name, k in constraint.terms))
    result, over, under = (union.find(name) for name in constraint.fact_ids)
    return replace(constraint, result=result, numerator=over, denominator=under)


@dataclass(frozen=True)
class Network:
    """The variables of a document and the constraints among them, each constraint once."""

    facts: Mapping[str, Fact]  # the most precise mention of every variable
    every: Mapping[str, Fact]  # all facts, in report order
    mentions: Mapping[str, tuple[str, ...]]
    failed: Mapping[Constraint, tuple[str, ...]]  # check ids of every failing constraint
    passed: tuple[Constraint, ...]
    again: frozenset[str]  # facts whose number stands elsewhere too

    @classmethod
    def of(cls, facts: Mapping[str, Fact], held: Sequence[Held], union: Union) -> "Network":
        """Build the network of what the rules held."""
        pairs = [(renamed(item.constraint, union), item) for item in held]
        pairs = [(constraint, item) for constraint, item in pairs if len(set(constraint.fact_ids)) > 1]
        failed = {
            constraint: tuple(item.check_id for _, item in items)
            for constraint, items in grouped((p for p in pairs if p[1].failed), lambda pair: pair[0]).items()
        }
        passed = tuple(dict.fromkeys(c for c, item in pairs if not item.failed and c not in failed))
        names = dict.fromkeys(name for item in held for name in item.constraint.fact_ids)
        mentions = grouped(names, union.find)
        chosen = {v: max((facts[name] for name in names), key=lambda f: f.decimals) for v, names in mentions.items()}
        sound = tuple(constraint for constraint in passed if Problem(chosen, [constraint]).holds(constraint))
        return cls(chosen, facts, mentions, failed, sound, printed_again(facts.values()))

    def conflicts(self) -> list[tuple[Constraint, ...]]:
        """Return the failing constraints, those that share a variable together."""
        union = Union()
        for constraint in self.failed:
            for name in constraint.fact_ids:
                union.join(constraint.fact_ids[0], name)
        return list(grouped(self.failed, lambda constraint: union.find(constraint.fact_ids[0])).values())

    def cost(self, name: str) -> float:
        """Return what it costs to call a variable misprinted: more where it is printed more often."""
        mentions = self.mentions[name]
        return 1.0 + MENTION_COST * max(len(mentions) - 1, int(not self.again.isdisjoint(mentions)))

    def solve(self, conflict: tuple[Constraint, ...]) -> list[Culprit]:
        """Return the variables that every cheap solution of a conflict changes, else the one that a slip explains.

        Mentions that merely contradict each other may come from two sources; only a slip speaks for a misprint there.
        """
        mere = all(is_equality(constraint) for constraint in conflict)
        if mere and not self.slipped(conflict):
            return []
        search = Search(self, conflict)
        best = search.cheapest()
        if best is None:
            return []
        enough = best.cost + (CLEARLY if mere else COMPUTED)
        rivals = {name: search.cheapest(without=name, enough=enough) for name in best.names}
        needed = [name for name, rival in rivals.items() if rival is None or rival.cost >= enough]
        if mere and not self.is_long(conflict) and len(needed) != 1:
            return []  # short numbers look like slips of each other: only a clear majority tells
        alone = [name for name in needed if self.repairs_alone(name, best.names, conflict)]
        found = [self.culprit(name, best.names, conflict) for name in alone]
        clear = [c for c in found if c.value is not None or len(c.check_ids) > 1]
        return clear or self.by_slip(search, best.cost, conflict)

    def slipped(self, conflict: tuple[Constraint, ...]) -> bool:
        """Tell whether a slip of the typist explains every contradiction between two mentions."""
        pairs = [[self.facts[name] for name in constraint.fact_ids] for constraint in conflict]
        return all(
            slip_between(number(one), number(other), one.decimals) or nearly_alike(number(one), number(other))
            for one, other in pairs
        )

    def is_long(self, conflict: tuple[Constraint, ...]) -> bool:
        """Tell whether all numbers of a conflict have enough digits to tell a slip from chance."""
        facts = [self.facts[name] for constraint in conflict for name in constraint.fact_ids]
        return all(len(str(number(fact)).strip("0.")) >= TELLING_DIGITS for fact in facts)

    def repairs_alone(self, name: str, changed: Sequence[str], conflict: tuple[Constraint, ...]) -> bool:
        """Tell whether a variable settles the failing constraints that it takes part in without another change."""
        return all(set(changed) & set(c.fact_ids) == {name} for c in conflict if name in c.fact_ids)

    def by_slip(self, search: "Search", cost: float, conflict: tuple[Constraint, ...]) -> list[Culprit]:
        """Return the only variable whose change alone settles a conflict and looks like a slip of the typist."""
        few = len(conflict) > 1 or len(conflict[0].fact_ids) <= FEW_TERMS
        names = set.intersection(*(set(constraint.fact_ids) for constraint in conflict))
        alone = [name for name in sorted(names) if self.cost(name) <= cost + CLEARLY and search.settles([name])]
        explained = [c for name in alone if self.is_slip(c := self.culprit(name, (name,), conflict))]
        explained = [c for c in explained if few or c.slip in TELLING_SLIPS]
        return [replace(c, certain=False) for c in explained if c.slip] if len(explained) == 1 else []

    def is_slip(self, culprit: Culprit) -> bool:
        """Tell whether a slip explains a culprit; in a number too short to name one, a digit or two swapped ones."""
        printed = number(self.every[culprit.fact_ids[0]])
        return bool(culprit.slip) or (culprit.value is not None and nearly_alike(printed, culprit.value))

    def around(self, names: Iterable[str]) -> list[Constraint]:
        """Return every constraint that binds one of the variables."""
        touched = set(names)
        return [c for c in (*self.failed, *self.passed) if touched & set(c.fact_ids)]

    def culprit(self, name: str, changed: Sequence[str], conflict: tuple[Constraint, ...]) -> Culprit:
        """Return a variable as a culprit, with what it should have been."""
        within = Problem(self.facts, self.around(changed)).range_of(name, changed)
        value, slip = meant(self.facts[name], within)
        if value is None and (value := self.elsewhere(name, within)) is not None:
            slip = slip_between(number(self.facts[name]), value, self.facts[name].decimals)
        checks = tuple(check for c in conflict if name in c.fact_ids for check in self.failed[c])
        order = {fact_id: at for at, fact_id in enumerate(self.every)}
        places = sorted(self.mentions[name], key=lambda at: (self.every[at].source == "prose", order[at]))
        return Culprit(tuple(places), value, slip, checks)

    def elsewhere(self, name: str, within: Interval | None) -> Decimal | None:
        """Return the only number that the report prints for this measure and year in other places and that would do."""
        own = self.facts[name]
        alike = (fact for fact in self.every.values() if (fact.measure, fact.period) == (own.measure, own.period))
        values = {fact.value for fact in alike if fact.value is not None and fact.fact_id not in self.mentions[name]}
        fitting = [value for value in values if within is not None and within.holds(value)]
        return fitting[0] if len(fitting) == 1 else None


@dataclass(frozen=True, slots=True)
class Solution:
    """Variables to change, and what that costs."""

    names: tuple[str, ...]
    cost: float


class Search:
    """The search for the cheapest change that settles one conflict; it remembers what stood in the way."""

    def __init__(self, network: Network, conflict: tuple[Constraint, ...]) -> None:
        self.network = network
        self.cuts = [frozenset(constraint.fact_ids) for constraint in conflict]  # of each, something must change

    def cheapest(self, without: str = "", enough: float = float("inf")) -> Solution | None:
        """Return the cheapest change, or None where there is none; one that is too wide is left empty and free.

        Where no change costs less than `enough`, one that costs as much is returned untested.
        """
        for _ in range(MOST_ROUNDS):
            picked = self.pick(without)
            if picked is not None and picked.cost >= enough:
                return picked
            if picked is not None and len(picked.names) > MOST_CHANGED:
                break
            if picked is None or self.settles(picked.names):
                return picked
        return Solution((), 0.0)

    def pick(self, without: str) -> Solution | None:
        """Return the cheapest set of variables that touches every cut."""
        single = min(
            frozenset.intersection(*self.cuts) - {without}, key=lambda n: (self.network.cost(n), n), default=""
        )
        if single and self.network.cost(single) <= CHEAPEST_PAIR:
            return Solution((single,), self.network.cost(single))
        names = sorted({name for cut in self.cuts for name in cut} - {without})
        at = {name: column for column, name in enumerate(names)}
        matrix = np.zeros((len(self.cuts), len(names)))
        for row, cut in enumerate(self.cuts):
            for name in cut - {without}:
                matrix[row, at[name]] = 1
        costs = np.array([self.network.cost(name) for name in names])
        found = milp(
            costs,
            constraints=LinearConstraint(matrix, 1),
            integrality=np.ones(len(names), dtype=np.int64),
            bounds=Bounds(0, 1),
        )
        if found.x is None:
            return None
        chosen = tuple(name for name in names if found.x[at[name]] > 0.5)
        return Solution(chosen, sum(self.network.cost(name) for name in chosen))

    def settles(self, changed: Sequence[str]) -> bool:
        """Tell whether changing these variables can satisfy everything around them; if not, learn what forbids it."""
        constraints = self.network.around(changed)
        facts = self.network.facts
        if Problem(facts, constraints).feasible(changed):
            return True
        for constraint in list(constraints):  # leave out what the contradiction does not need
            fewer = [other for other in constraints if other is not constraint]
            if not Problem(facts, fewer).feasible(changed):
                constraints = fewer
        self.cuts.append(frozenset(name for c in constraints for name in c.fact_ids) - set(changed))
        return False
