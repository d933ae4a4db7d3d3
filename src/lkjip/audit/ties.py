"""Tie the rows that are one indikator in several tables, however each table words it.

Two rows of two tables are one indikator where they have one name, where each is the only indikator of one sasaran, or
where they print one telling number that no other row of either table prints. The last needs two tables that evidently
list the same indikator in the same order, and is weak: what rests on it is never more than a warning.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import agree, own_name
from lkjip.grouping import grouped
from lkjip.records import Fact, Subject

ROLES: Final = frozenset(
    ("perjanjian_kinerja", "iku", "renstra", "target_akhir", "indicator", "comparison", "efficiency")
)
OUTLINED: Final = (measures.TARGET, measures.REALISASI)  # numbers that tell one indikator from another
FEWEST_DIGITS: Final = 2  # of a number that tells a row, zeros at its ends apart
FEWEST_ROWS: Final = 3  # of two tables that are known to list the same indikator
SASARAN, NAME, NUMBERS, NAME_ALONE = range(4)  # what says that two rows are one indikator, the surest first
Pair = tuple[Subject, Subject]


@lru_cache(maxsize=4)
def tied(ledger: Ledger) -> tuple[tuple[Subject, ...], ...]:
    """Return the rows of every indikator that stands in several tables, in report order; never two of one table.

    Of tables that repeat each other two are compared; the rows of the others are tied as those of the second.
    """
    tables = list(grouped(indikator_rows(ledger), lambda subject: subject.table_id).values())
    alike = grouped(tables, lambda rows: tuple(likeness(ledger, row) for row in rows)).values()
    copies = {row.subject_id: again for _, *twins in alike for row, *again in zip(*twins, strict=True)}
    further = {row.table_id for again in copies.values() for row in again}
    groups = joined(ledger, [rows for rows in tables if rows[0].table_id not in further])
    every = [[each for row in rows for each in (row, *copies.get(row.subject_id, ()))] for rows in groups]
    return tuple(tuple(sorted(rows, key=lambda row: (row.table_id, row.row or 0))) for rows in every if len(rows) > 1)


def joined(ledger: Ledger, tables: Sequence[Sequence[Subject]]) -> list[list[Subject]]:
    """Return the rows of all tables, those that are one indikator together, by what says so most surely."""
    sets = {row.subject_id: {row.table_id: row} for rows in tables for row in rows}
    every = [found for one, other in combinations(tables, 2) for found in pairs(ledger, one, other)]
    for _, (one, other) in sorted(every, key=lambda found: found[0]):
        first, second = sets[one.subject_id], sets[other.subject_id]
        if first.keys().isdisjoint(second):
            first.update(second)
            sets |= dict.fromkeys((row.subject_id for row in second.values()), first)
    return [list(rows.values()) for rows in {id(rows): rows for rows in sets.values()}.values()]


def likeness(ledger: Ledger, row: Subject) -> tuple[object, ...]:
    """Return all of a row that is compared with other tables."""
    numbers = tuple((fact.measure, fact.period, fact.value, fact.decimals) for fact in outline(ledger, row))
    return folded(row.sasaran), own_name(ledger, row.key), numbers


@lru_cache(maxsize=4)
def indikator_rows(ledger: Ledger) -> tuple[Subject, ...]:
    """Return the indikator of tables about the report's year; a plan for the next one may have others."""
    rows = [s for s in ledger.subjects if s.table_id and s.kind == s.level == "indikator" and s.key]
    rows = [s for s in rows if ledger.table[s.table_id].role in ROLES and not s.scope]
    return tuple(s for s in rows if any(fact.period == ledger.year for fact in ledger.of_subject[s.subject_id]))


def usual(ledger: Ledger, rows: Sequence[Subject]) -> Subject:
    """Return the row that words an indikator as most tables do; of equals one whose table uses the name but once."""
    names = Counter(own_name(ledger, row.key) for row in rows)
    inside = uses(ledger)
    shady = {own_name(ledger, row.key) for row in rows if inside[row.table_id, own_name(ledger, row.key)] > 1}
    often = max(names, key=lambda name: (names[name], name not in shady))
    return next(row for row in rows if own_name(ledger, row.key) == often)


@lru_cache(maxsize=4)
def uses(ledger: Ledger) -> Counter[tuple[str, str]]:
    """Return how often each table uses each name."""
    return Counter((row.table_id, own_name(ledger, row.key)) for row in indikator_rows(ledger))


def pairs(ledger: Ledger, one: Sequence[Subject], other: Sequence[Subject]) -> Iterator[tuple[int, Pair]]:
    """Yield the rows of two tables that are one indikator, with the rank of what says so, the surest first."""
    found = list(alone_with(one, other, lambda row: folded(row.sasaran)))
    yield from ((SASARAN, pair) for pair in found)
    for pair in alone_with(one, other, lambda row: own_name(ledger, row.key)):
        if is_free(found, pair):
            found.append(pair)
            yield (NAME if fits(ledger, *pair) else NAME_ALONE), pair
    if min(len(one), len(other)) < FEWEST_ROWS:
        return
    likely = [pair for pair in by_numbers(ledger, one, other) if in_order(found, pair)]
    fewest = max(FEWEST_ROWS, (min(len(one), len(other)) + 1) // 2)
    if len(found) + len([pair for pair in likely if is_free(found, pair)]) >= fewest:
        yield from ((NUMBERS, pair) for pair in likely)


def is_free(found: Iterable[Pair], pair: Pair) -> bool:
    """Tell whether neither row of a pair is in a pair yet."""
    return not any(pair[0] is one or pair[1] is other for one, other in found)


def alone_with(one: Iterable[Subject], other: Iterable[Subject], name_of: Callable[[Subject], str]) -> Iterator[Pair]:
    """Yield the rows that alone in their tables have one name."""
    first, second = grouped(one, name_of), grouped(other, name_of)
    for name in first:
        if name and len(first[name]) == len(second.get(name, ())) == 1:
            yield first[name][0], second[name][0]


def folded(sasaran: str) -> str:
    """Return a sasaran for comparison: its words, "tersedia" and "tersedianya" alike."""
    return " ".join(word.removesuffix("nya") for word in sasaran.lower().split())


def by_numbers(ledger: Ledger, one: Sequence[Subject], other: Sequence[Subject]) -> Iterator[Pair]:
    """Yield the rows that share a telling number which no other row prints, and contradict each other in none."""
    for row in one:
        alike = [twin for twin in other if shares_number(ledger, row, twin)]
        if len(alike) == 1 and sum(shares_number(ledger, each, alike[0]) for each in one) == 1:
            yield row, alike[0]


def shares_number(ledger: Ledger, one: Subject, other: Subject) -> bool:
    """Tell whether two rows print one telling target or realisasi, and contradict each other nowhere."""
    same = comparable(ledger, one, other)
    return fits(ledger, one, other) and any(is_telling(a) for a, _ in same)


def fits(ledger: Ledger, one: Subject, other: Subject) -> bool:
    """Tell whether two rows contradict each other nowhere."""
    return all(agree(a, b) for a, b in comparable(ledger, one, other))


def comparable(ledger: Ledger, one: Subject, other: Subject) -> list[tuple[Fact, Fact]]:
    """Return the numbers of two rows that would be one number if the rows were one indikator."""
    pairs = product(outline(ledger, one), outline(ledger, other))
    return [(a, b) for a, b in pairs if (a.measure, a.period) == (b.measure, b.period)]


def outline(ledger: Ledger, row: Subject) -> list[Fact]:
    """Return the targets and realisasi of a row."""
    return [fact for fact in ledger.of_subject[row.subject_id] if fact.measure in OUTLINED and fact.value is not None]


def is_telling(fact: Fact) -> bool:
    """Tell whether a number is unlikely to stand in two rows of short tables by chance: 100 and 5 are not."""
    return len(str(abs(number(fact)).scaleb(fact.decimals).to_integral_value()).strip("0")) >= FEWEST_DIGITS


def in_order(known: Iterable[Pair], pair: Pair) -> bool:
    """Tell whether a pair stands in both tables on the same side of every known pair."""
    return all(((a.row or 0) < (pair[0].row or 0)) == ((b.row or 0) < (pair[1].row or 0)) for a, b in known)
