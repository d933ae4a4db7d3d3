"""Ways to compute a printed number from others, and which of them the printed number follows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import how, how_within, linear, number, quotient, span
from lkjip.audit.ledger import shown
from lkjip.audit.model import HUNDRED, Constraint, Formula, Linear, Number, Ratio, Result
from lkjip.grouping import grouped
from lkjip.intervals import Interval
from lkjip.records import Fact, Verdict

ONE: Final = Decimal(1)
REVERSED: Final = "with the other sign"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to compute a printed number: from which numbers, to which value, and all it can be by their rounding."""

    operands: tuple[Fact, ...]
    value: Decimal
    spread: Interval
    formula: Formula
    constraint: Constraint
    words: str = ""  # what to call it where it is not the first choice


def verdict(fits: bool) -> Verdict:
    """Return the verdict on something that was checked."""
    return "passed" if fits else "problem"


def follow(printed: Fact, ways: Sequence[Way], tolerance: Decimal = Decimal(0)) -> Result:
    """Return the first way that the printed number follows, else the problem with the first way."""
    for way in ways:
        matched = how_within(printed, way.value, way.spread, tolerance)
        if matched is not None:
            return result(printed, way, "; ".join(filter(None, (way.words, matched))))
    return result(printed, ways[0], None)


def follow_together(columns: Iterable[tuple[Fact, Sequence[Way]]], tolerance: Decimal = Decimal(0)) -> Iterator[Result]:
    """Follow the numbers of each column, all by the way that most of the column follows where they have it."""
    for group in grouped(columns, lambda item: (item[0].table_id, item[0].column)).values():
        followed = Counter(words for printed, ways in group for words in followed_by(printed, ways, tolerance))
        for printed, ways in group:
            yield follow(
                printed, sorted(ways, key=lambda way: (-followed[unsigned(way)], -followed[way.words])), tolerance
            )


def followed_by(printed: Fact, ways: Sequence[Way], tolerance: Decimal) -> set[str]:
    """Return what the ways that a printed number follows are called, with their sign and without."""
    found = [way for way in ways if how(printed, way.value, tolerance) is not None]
    return {name for way in found for name in (way.words, unsigned(way))}


def unsigned(way: Way) -> str:
    """Return what a way is called, without its sign."""
    return way.words.removesuffix(REVERSED).rstrip()


def result(printed: Fact, way: Way, matched: str | None) -> Result:
    """Return the result of one way; `matched` is how the printed number follows it, or None."""
    return Result(
        verdict(matched is not None),
        (printed, *way.operands),
        printed,
        way.formula,
        Number(way.value, max(printed.decimals, decimals(way))),
        matched or "",
        way.constraint,
    )


def decimals(way: Way) -> int:
    """Return the decimals that a computed value is shown with: those of its operands for a sum, two for a ratio."""
    if isinstance(way.constraint, Linear) and all(abs(factor) == 1 for _, factor in way.constraint.terms):
        return max(fact.decimals for fact in way.operands)
    return 2


def differences(printed: Fact, whole: Fact, part: Fact, words: str = "") -> list[Way]:
    """Return whole less part, and the other way round: a remainder may be printed without its sign."""
    return [difference(printed, whole, part, words), difference(printed, part, whole, f"{words} {REVERSED}".strip())]


def difference(printed: Fact, whole: Fact, part: Fact, words: str) -> Way:
    """Return whole less part."""
    bounds = Interval(span(whole).low - span(part).high, span(whole).high - span(part).low)
    terms = ((printed.fact_id, ONE), (whole.fact_id, -ONE), (part.fact_id, ONE))
    formula = (shown(whole), " - ", shown(part))
    return Way((whole, part), number(whole) - number(part), bounds, formula, Linear(terms), words)


def complement(printed: Fact, persen: Fact, words: str = "") -> Way:
    """Return 100 less a percentage."""
    bounds = linear(span(persen), -ONE, HUNDRED)
    terms = Linear(((printed.fact_id, ONE), (persen.fact_id, ONE)), HUNDRED)
    return Way((persen,), HUNDRED - number(persen), bounds, ("100 - ", shown(persen)), terms, words)


def percentage(printed: Fact, part: Fact, whole: Fact, words: str = "") -> Way | None:
    """Return 100 x part / whole, or None where the whole may be zero."""
    ratio = quotient(span(part), span(whole))
    if ratio is None:
        return None
    constraint = Ratio(printed.fact_id, part.fact_id, whole.fact_id)
    value, bounds = HUNDRED * number(part) / number(whole), linear(ratio, HUNDRED, Decimal(0))
    return Way((part, whole), value, bounds, (shown(part), " / ", shown(whole), " x 100"), constraint, words)


def growth(printed: Fact, later: Fact, earlier: Fact, words: str = "") -> Way | None:
    """Return how much `later` is above `earlier` in per cent of `earlier`."""
    ratio = quotient(span(later), span(earlier))
    if ratio is None:
        return None
    constraint = Ratio(printed.fact_id, later.fact_id, earlier.fact_id, HUNDRED, -HUNDRED)
    value = HUNDRED * number(later) / number(earlier) - HUNDRED
    formula = ("(", shown(later), " - ", shown(earlier), ") / ", shown(earlier), " x 100")
    return Way((later, earlier), value, linear(ratio, HUNDRED, -HUNDRED), formula, constraint, words)


def mean(printed: Fact, facts: Sequence[Fact], words: str = "") -> Way:
    """Return the mean of numbers."""
    count = Decimal(len(facts))
    low, high = sum(span(fact).low for fact in facts), sum(span(fact).high for fact in facts)
    value = sum((number(fact) for fact in facts), Decimal(0)) / count
    terms = ((printed.fact_id, count), *((fact.fact_id, -ONE) for fact in facts))
    formula = ("mean of ", shown(facts[0]), ", … ", shown(facts[-1]), f" ({len(facts)})")
    return Way(tuple(facts), value, Interval(low / count, high / count), formula, Linear(terms), words)
