"""The table of a public satisfaction survey: unsur, their weighted values, the sum and the index."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import how, linear, number, span
from lkjip.audit.derivation import ONE, Way
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger, shown
from lkjip.audit.model import Linear, Number
from lkjip.intervals import Interval
from lkjip.records import Fact

TIMES: Final = Decimal(25)
COMPLETE: Final = 9  # unsur of a survey since 2017
ANSWERS: Final = Interval(Decimal(1), Decimal(4))
SHARES: Final = Interval(Decimal(0), Decimal("0.99"))  # of an unsur in the sum of all
INDEX: Final = Interval(Decimal(25), Decimal(100))
WEIGHTS: Final = (("1/9", ONE / 9), ("0,111", Decimal("0.111")), ("0,11", Decimal("0.11")))
NAMED: Final = re.compile(r"^(?:nilai |hasil )?(?:indeks kepuasan masyarakat|ikm|skm|surve[iy] kepuasan masyarakat)")
OF_INDEX: Final = re.compile(r"\b(?:skm|ikm|indeks|konversi|x 25|nilai akhir)\b")


@dataclass(frozen=True, slots=True)
class Survey:
    """One table: the rows of unsur with their weighted values, the sum of those and the index, where it prints them."""

    period: str
    rows: tuple[tuple[Fact, Fact | None], ...]
    total: Fact | None
    index: Fact | None
    weights: tuple[tuple[str, Decimal], ...]  # those that most rows follow, the likeliest first

    @property
    def complete(self) -> bool:
        """Tell whether it has all unsur."""
        return len(self.rows) == COMPLETE


def surveys(ledger: Ledger) -> list[Survey]:
    """Return the tables of unsur."""
    found = [survey(ledger, table.table_id) for table in ledger.reading.tables if table.role == "skm"]
    return [each for each in found if each is not None]


def survey(ledger: Ledger, table_id: str) -> Survey | None:
    """Return one table of unsur, or None where it has too few of them to tell."""
    facts = [fact for row in ledger.rows.get(table_id, ()) for fact in ledger.of_subject[row.subject_id]]
    values = [fact for fact in facts if fact.value is not None]
    body = [fact for fact in values if ledger.subject[fact.subject_id].level not in DERIVED | {TOTAL}]
    unsur = answers(body)
    if len(unsur) < COMPLETE // 2:
        return None
    beside = [fact for fact in body if fact.row in unsur and (fact.column or 0) > (unsur[fact.row].column or 0)]
    products = in_column(beside, likely_column(beside, SHARES))
    rows = [(fact, products.get(row)) for row, fact in unsur.items()]
    ends = [fact for fact in values if is_end(fact, rows)]
    total = next((f for f in ends if ANSWERS.holds(number(f)) and not OF_INDEX.search(f.subject.lower())), None)
    return Survey(rows[0][0].period, tuple(rows), total, index_of(ends, total), likely_weights(rows))


def answers(body: Sequence[Fact]) -> dict[int | None, Fact]:
    """Return the values of the unsur by row: all that stand above the last one that can be one."""
    found = in_column(body, likely_column(body, ANSWERS))
    last = max((fact.row or 0 for fact in found.values() if ANSWERS.holds(number(fact))), default=0)
    return {row: fact for row, fact in found.items() if (row or 0) <= last}


def likely_column(facts: Iterable[Fact], scale: Interval) -> int | None:
    """Return the first of the columns in which the most numbers lie on a scale; one of them may be misprinted."""
    count = Counter(fact.column for fact in facts if scale.holds(number(fact)))
    return min(count, key=lambda column: (-count[column], column or 0), default=None)


def in_column(facts: Iterable[Fact], column: int | None) -> dict[int | None, Fact]:
    """Return the first number of every row in a column."""
    found: dict[int | None, Fact] = {}
    for fact in facts:
        if fact.column == column:
            found.setdefault(fact.row, fact)
    return found


def index_of(ends: Iterable[Fact], total: Fact | None) -> Fact | None:
    """Return the index among the numbers below the unsur; where a total stands beside it, its name alone tells."""
    named = [fact for fact in ends if OF_INDEX.search(fact.subject.lower())]
    likely = next((fact for fact in named if INDEX.holds(number(fact))), None)
    return likely or (named[0] if total is not None and len(named) == 1 else None)


def is_end(fact: Fact, rows: Sequence[tuple[Fact, Fact | None]]) -> bool:
    """Tell whether a number stands below the last unsur."""
    return (fact.row or 0) > max(value.row or 0 for value, _ in rows)


def likely_weights(rows: Sequence[tuple[Fact, Fact | None]]) -> tuple[tuple[str, Decimal], ...]:
    """Return the weights that most weighted values follow; all of them where the table prints none."""
    pairs = [(value, product) for value, product in rows if product is not None]
    count = {name: sum(follows(value, product, weight) for value, product in pairs) for name, weight in WEIGHTS}
    most = max(count.values())
    return tuple(pair for pair in WEIGHTS if count[pair[0]] == most)


def follows(value: Fact, product: Fact, weight: Decimal) -> bool:
    """Tell whether a weighted value is its unsur times a weight."""
    return how(product, number(value) * weight) == ""


def weighted(product: Fact, value: Fact, weight: tuple[str, Decimal]) -> Way:
    """Return an unsur times its weight."""
    name, factor = weight
    terms = Linear(((product.fact_id, ONE), (value.fact_id, -factor)))
    formula = (shown(value), " x ", Number(factor, 3))
    return Way(
        (value,), number(value) * factor, linear(span(value), factor, Decimal(0)), formula, terms, f"weight {name}"
    )


def times_25(index: Fact, total: Fact) -> Way:
    """Return the sum of the weighted unsur times 25."""
    terms = Linear(((index.fact_id, ONE), (total.fact_id, -TIMES)))
    return Way((total,), number(total) * TIMES, linear(span(total), TIMES, Decimal(0)), (shown(total), " x 25"), terms)


def mean_times_25(index: Fact, values: Sequence[Fact], weight: tuple[str, Decimal]) -> Way:
    """Return the sum of all unsur times their weight times 25."""
    name, factor = weight
    scale = factor * TIMES
    total = sum((number(fact) for fact in values), Decimal(0))
    low = sum((span(fact).low for fact in values), Decimal(0))
    high = sum((span(fact).high for fact in values), Decimal(0))
    terms = Linear(((index.fact_id, ONE), *((fact.fact_id, -scale) for fact in values)))
    formula = (Number(total, 2), " x ", Number(factor, 3), " x 25")
    return Way(tuple(values), total * scale, Interval(low * scale, high * scale), formula, terms, f"weight {name}")


def is_index(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number is the index of a survey on its scale from 25 to 100."""
    named = NAMED.match(ledger.subject[fact.subject_id].key)
    return (fact.measure == measures.NILAI_SKM or named is not None) and INDEX.holds(number(fact))
