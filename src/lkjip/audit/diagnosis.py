"""Say of every problem what most likely happened, which number is wrong, and which problems are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lkjip import measures
from lkjip.audit.causes import Cause, cause, telling
from lkjip.audit.culprit import Culprit, Held, Union, culprits
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import own_name
from lkjip.audit.misprints import SLIPS
from lkjip.audit.model import NOTHING, Linear, Number, Ratio, Result, Rule, Text
from lkjip.audit.wording import both
from lkjip.read.doubt import RECOGNISED
from lkjip.records import Fact, Severity

ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "info": 2}
OTHER_OPERAND: Final = "other_operand"
PLANNED: Final = frozenset((measures.TARGET, *measures.BUDGET))  # each plan, and each table of money, may have its own
MEANT: Final = Text(
    "most likely {printed} ({place}) was meant to be {value}",
    "kemungkinan besar {printed} ({place}) seharusnya {value}",
)
MEANT_BY_SLIP: Final = Text(
    "most likely {printed} ({place}) was meant to be {value}: {slip}",
    "kemungkinan besar {printed} ({place}) seharusnya {value}: {slip}",
)
ITSELF: Final = Text("most likely it was meant to be {value}", "kemungkinan besar seharusnya {value}")
ITSELF_BY_SLIP: Final = Text(
    "most likely it was meant to be {value}: {slip}", "kemungkinan besar seharusnya {value}: {slip}"
)
SUSPECT: Final = Text(
    "the numbers around it all point to {printed} ({place})",
    "angka-angka di sekitarnya mengarah ke {printed} ({place})",
)


@dataclass(frozen=True, slots=True)
class Tested:
    """A result with its number and its rule."""

    check_id: str
    rule: Rule
    result: Result

    @property
    def severity(self) -> Severity:
        """Return how severe the problem is; what rests on a guess is a warning at most."""
        given = self.result.severity or self.rule.severity
        return "warning" if self.doubtful and given == "error" else given

    @property
    def doubtful(self) -> bool:
        """Tell whether the result rests on a reading that had to guess."""
        facts = self.result.facts
        return any(fact.guess and (self.rule.guess_matters or RECOGNISED in fact.guess) for fact in facts)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What most likely happened where a test found a problem."""

    cause: str = ""
    clause: Text = NOTHING
    culprits: tuple[str, ...] = ()  # every place that prints the wrong number, the first to be named


def diagnoses(ledger: Ledger, tests: Sequence[Tested]) -> dict[str, Diagnosis]:
    """Return the diagnosis of every problem, by check_id.

    A ratio that was computed in another way is no misprint: it takes no part in the search for one.
    """
    problems = [test for test in tests if test.result.verdict == "problem"]
    causes = {test.check_id: cause(ledger, test.result) for test in problems}
    computed = {
        test.check_id
        for test in problems
        if isinstance(test.result.constraint, Ratio) and is_other_way(causes[test.check_id])
    }
    found = culprits(ledger.fact, held([test for test in tests if test.check_id not in computed]))
    blamed = {check: culprit for culprit in found for check in culprit.check_ids}
    sound = borne_out(tests)
    return {
        test.check_id: of_category(ledger, test.result, sound)
        or diagnosis(ledger, test.result, causes[test.check_id], blamed.get(test.check_id))
        for test in problems
    }


def borne_out(tests: Sequence[Tested]) -> frozenset[str]:
    """Return the facts that other numbers bear out and none contradicts."""
    bound = [test.result for test in tests if test.result.constraint is not None]
    passed = {fact.fact_id for result in bound if result.verdict == "passed" for fact in result.facts}
    failed = {fact.fact_id for result in bound if result.verdict == "problem" for fact in result.facts}
    return frozenset(passed - failed)


def is_borne_out(ledger: Ledger, fact: Fact, sound: frozenset[str]) -> bool:
    """Tell whether a number, or the same number where it is printed elsewhere, is borne out by others."""
    same = (
        ledger.of_measure.get(fact.measure, ()) if fact.value is not None and telling(fact.value, fact.decimals) else ()
    )
    return fact.fact_id in sound or any(other.value == fact.value and other.fact_id in sound for other in same)


def of_category(ledger: Ledger, result: Result, sound: frozenset[str]) -> Diagnosis | None:
    """Blame a category where its number is borne out by others; None for another kind of problem."""
    target = result.target
    if target is None or target.measure != measures.KATEGORI:
        return None
    numbers = [fact for fact in result.facts if fact is not target]
    sure = all(is_borne_out(ledger, fact, sound) for fact in numbers)
    return Diagnosis(culprits=(target.fact_id,)) if sure else None


def held(tests: Sequence[Tested]) -> list[Held]:
    """Return the constraints that the rules held against facts."""
    return [
        Held(test.check_id, test.result.constraint, test.result.verdict == "problem")
        for test in tests
        if test.result.constraint is not None and test.result.verdict != "could_not_check"
    ]


def is_other_way(why: Cause | None) -> bool:
    """Tell whether a ratio was computed in another way; an operand from elsewhere may be this one's misprint."""
    return why is not None and why.id not in SLIPS and why.id != OTHER_OPERAND


def is_hypothesis(why: Cause | None) -> bool:
    """Tell whether a cause is more than a slip of the typist."""
    return why is not None and why.id not in SLIPS


def diagnosis(ledger: Ledger, result: Result, why: Cause | None, culprit: Culprit | None) -> Diagnosis:
    """Weigh the culprit that the constraints single out against a hypothesis about the printed number alone."""
    target = result.target.fact_id if result.target else ""
    if result.cause:
        return Diagnosis(result.cause, NOTHING, (target,) if target else ())
    if culprit is not None and (culprit.certain or not is_other_way(why)) and not is_explained(ledger, culprit, why):
        return Diagnosis(culprit.slip, blame(ledger, culprit, target), culprit.fact_ids)
    if why is None:
        alone = len(result.facts) == 1 and result.constraint is None
        return Diagnosis(culprits=(target,)) if alone and target else Diagnosis()
    return Diagnosis(why.id, why.clause, (target,) if is_hypothesis(why) else ())


def is_explained(ledger: Ledger, culprit: Culprit, why: Cause | None) -> bool:
    """Tell whether a result follows from the target of another plan: then the one beside it may be right as well."""
    alone = len(culprit.check_ids) == 1 and not culprit.slip
    planned = ledger.fact[culprit.fact_ids[0]].measure in PLANNED
    return alone and planned and why is not None and why.id == OTHER_OPERAND


def blame(ledger: Ledger, culprit: Culprit, target: str) -> Text:
    """Return the clause that names a culprit and what it should have been; the finding's own number needs no place."""
    fact = ledger.fact[culprit.fact_ids[0]]
    place = ledger.place(fact)
    if culprit.value is None:
        return both(SUSPECT, printed=fact.printed, place=place)
    value = Number(culprit.value, max(fact.decimals, -int(culprit.value.normalize().as_tuple().exponent)))
    if target in culprit.fact_ids:
        words = {"value": value, "slip": SLIPS[culprit.slip]} if culprit.slip else {"value": value}
        return both(ITSELF_BY_SLIP if culprit.slip else ITSELF, **words)
    if culprit.slip:
        return both(MEANT_BY_SLIP, printed=fact.printed, place=place, value=value, slip=SLIPS[culprit.slip])
    return both(MEANT, printed=fact.printed, place=place, value=value)


def headlines(ledger: Ledger, tests: Sequence[Tested], known: Mapping[str, Diagnosis]) -> dict[str, str]:
    """Return for every problem the check_id of the one that explains it, itself if it leads."""
    union = Union()
    explained = {fact_id for test in tests for fact_id in test.result.explains}
    for test in tests:
        facts = test.result.explains or [fact.fact_id for fact in compared(test.result)]
        for name in ties(ledger, test, known[test.check_id]) + [
            f"explained {fact}" for fact in facts if fact in explained
        ]:
            union.join(test.check_id, name)
    groups: dict[str, list[Tested]] = {}
    for test in tests:
        groups.setdefault(union.find(test.check_id), []).append(test)
    return {test.check_id: leader(group, known).check_id for group in groups.values() for test in group}


def compared(result: Result) -> tuple[Fact, ...]:
    """Return the two mentions that a problem holds against each other, or nothing where it is another problem."""
    return result.facts if len(result.facts) == 2 and isinstance(result.constraint, Linear) else ()


def ties(ledger: Ledger, test: Tested, known: Diagnosis) -> list[str]:
    """Return names that problems share where they are one: a culprit, two operands, a statement, a column, a name."""
    result, target = test.result, test.result.target
    names = [f"number {known.culprits[0]}"] if known.culprits else []
    if isinstance(result.constraint, Ratio):
        names.append(f"pair {result.constraint.numerator} {result.constraint.denominator}")
    elif result.constraint is None and len(result.facts) == 2:
        names.append(f"pair {result.facts[0].fact_id} {result.facts[1].fact_id}")
    if target is None:
        return [*names, f"note {test.rule.id} {result.note.en} {result.expected}"] if result.note.en else names
    if result.expected is None and result.constraint is None:
        names.append(f"name {test.rule.id} {own_name(ledger, ledger.subject[target.subject_id].key)}")
    else:
        names.append(f"statement {test.rule.id} {target.measure} {target.period} {target.printed} {result.expected}")
    if known.cause and known.cause not in SLIPS and target.table_id:
        names.append(f"column {known.cause} {target.table_id} {target.column}")
    return names


def leader(group: Sequence[Tested], known: Mapping[str, Diagnosis]) -> Tested:
    """Return the problem that explains a group: at the culprit itself, else the most severe, else the first."""

    def rank(test: Tested) -> tuple[bool, int, bool, bool]:
        target = test.result.target
        blamed = known[test.check_id].culprits
        at_culprit = target is not None and target.fact_id in blamed
        return (
            not test.result.explains,
            ORDER[test.severity],
            not at_culprit,
            target is not None and target.source == "prose",
        )

    return min(group, key=rank)
