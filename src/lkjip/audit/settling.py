"""What becomes of contradictions between two places: a consequence, a doubt, or two tables about different things."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lkjip.audit.doubts import doubt
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import OPERANDS, agree, by_quantity, quantity
from lkjip.audit.model import NOTHING, Result, Text
from lkjip.grouping import grouped
from lkjip.read.doubt import RECOGNISED
from lkjip.records import Fact, Verdict

MOSTLY_DIFFERENT: Final = "the two tables mostly differ: they may be about different things"
OTHER_OPERANDS: Final = "it follows from other numbers in its own row"
FOLLOWS: Final = Text("It follows from other numbers in its own row", "Angka itu mengikuti angka lain di barisnya")
FEWEST_TO_DOUBT: Final = 3  # contradictions between two tables before they are taken for different things


def settled(ledger: Ledger, results: Iterable[Result]) -> Iterator[Result]:
    """Accuse no number that follows from its own row, and none of two tables that hardly agree anywhere."""
    every = [softened(ledger, result) for result in results]
    every = [warned(ledger, result) for result in every]
    alone: list[Result] = []
    pairs = Counter((pair(result), as_read(result)) for result in every if len(result.facts) > 1)
    marked = [(result, result.verdict == "problem" and is_backed(ledger, result)) for result in every]
    backed = Counter(pair(result) for result, held in marked if held)
    for result, held in marked:
        tables = pair(result) if result.verdict == "problem" else ("", "", "")
        wrong, right = pairs[tables, "problem"], pairs[tables, "passed"]
        if not all(tables[:2]) or wrong < FEWEST_TO_DOUBT or wrong <= right:
            yield consequence(result)
        elif held:
            alone.append(replace(result, severity="warning", constraint=None))
        elif wrong - backed[tables] <= right and tables[2] not in OPERANDS and right:
            yield replace(consequence(result), severity="warning", constraint=None)
        else:
            yield replace(result, verdict="could_not_check", reason=MOSTLY_DIFFERENT, constraint=None)
    yield from together(alone)


def is_backed(ledger: Ledger, result: Result) -> bool:
    """Tell whether other tables or sentences agree with the number that a mention contradicts."""
    return len({fact.table_id or fact.fact_id for fact in supporters(ledger, result)}) > 1


def as_read(result: Result) -> Verdict:
    """Return how a comparison comes out with its numbers as they were read, however unsurely.

    A contradiction that a poor scan leaves open still tells that two tables may speak of different things.
    """
    is_open = result.verdict == "could_not_check" and result.reason != OTHER_OPERANDS
    return "problem" if is_open and any(RECOGNISED in fact.guess for fact in result.facts) else result.verdict


def together(alone: Iterable[Result]) -> Iterator[Result]:
    """Put the contradictions of a table that stands alone against several others under the first of them."""
    for results in grouped(alone, lambda result: result.facts[0].table_id).values():
        yield replace(results[0], explains=tuple(result.facts[0].fact_id for result in results[1:]))
        yield from results[1:]


def supporters(ledger: Ledger, result: Result) -> list[Fact]:
    """Return the mentions outside its own table that agree with the number that a mention contradicts."""
    fact, most = result.facts[:2]
    same = by_quantity(ledger, most.measure)[quantity(ledger, most)]
    return [other for other in same if other.table_id != fact.table_id and agree(other, most)]


def consequence(result: Result) -> Result:
    """Note a contradiction that follows from numbers that contradict each other already."""
    if result.reason != OTHER_OPERANDS:
        return result
    return replace(result, verdict="problem", severity="info", note=FOLLOWS, reason="")


def warned(ledger: Ledger, result: Result) -> Result:
    """Make a contradiction that may be none a warning, and say why."""
    why = doubt(ledger, result) if result.verdict == "problem" else NOTHING
    return result if why is NOTHING else replace(result, severity="warning", note=why)


def pair(result: Result) -> tuple[str, str, str]:
    """Return the two tables that a result compares, and the measure."""
    one, other = sorted(fact.table_id for fact in result.facts[:2])
    return one, other, result.facts[0].measure


def softened(ledger: Ledger, result: Result) -> Result:
    """Leave a contradiction between two percentages to the numbers that they follow from, where those differ too."""
    if result.verdict != "problem":
        return result
    for measure in OPERANDS.get(result.facts[0].measure, ()):
        one, other = (ledger.beside(fact, measure) or ledger.elsewhere_in_row(fact, measure) for fact in result.facts)
        if one and other and not any(agree(a, b) for a in one for b in other):
            return replace(result, verdict="could_not_check", reason=OTHER_OPERANDS, constraint=None)
    return result
