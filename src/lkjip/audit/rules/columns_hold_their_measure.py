"""A column holds the measure that its heading says: no realisasi under "Capaian", no capaian under "Realisasi"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, column_name
from lkjip.audit.mentions import agree, quantity
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

FAMILIES: Final = (
    (measures.TARGET, measures.REALISASI, measures.CAPAIAN),
    (measures.ANGGARAN, measures.REALISASI_ANGGARAN),
)
TABLES: Final = 2  # so that whichever table is asked about, another one is there
FEWEST: Final = 2  # rows that must hold the other measure
# Of measures that fit a column alike: a target stands where it belongs more often than a result does.
LIKELY: Final = (
    measures.REALISASI,
    measures.CAPAIAN,
    measures.TARGET,
    measures.REALISASI_ANGGARAN,
    measures.ANGGARAN,
)
NAMES: Final = {
    measures.TARGET: Text("target", "target"),
    measures.REALISASI: Text("realisasi", "realisasi"),
    measures.CAPAIAN: Text("capaian", "capaian"),
    measures.ANGGARAN: Text("anggaran", "anggaran"),
    measures.REALISASI_ANGGARAN: Text("realisasi anggaran", "realisasi anggaran"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A number of a column, and which measures other tables give that value to."""

    fact: Fact
    own: bool  # another table gives it to the column's own measure
    others: frozenset[str]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every column of performance, then of money, with what other tables say about its rows."""
    for family in FAMILIES:
        yield from compared(ledger, [f for kind in family for f in ledger.of_measure.get(kind, ()) if f.table_id])


def compared(ledger: Ledger, family: list[Fact]) -> Iterator[Result]:
    """Compare the columns of measures that can be taken for one another."""
    every = grouped(family, lambda fact: (q := quantity(ledger, fact)) and (q.key, q.period, q.scope))
    named = {name: voices(facts) for name, facts in every.items()}
    for facts in grouped(family, lambda fact: (fact.table_id, fact.column)).values():
        rows = [row(ledger, fact, named) for fact in facts]
        known = [r for r in rows if r is not None]
        if len(known) >= FEWEST:
            yield examine(ledger, facts[0], known)


def voices(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts without those that say nothing new: a number is kept once from each of two tables."""
    kept: dict[tuple[str, Decimal | None, int], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        twins = kept[fact.measure, fact.value, fact.decimals]
        if len(twins) < TABLES:
            twins.setdefault(fact.table_id, fact)
    return tuple(fact for twins in kept.values() for fact in twins.values())


def row(ledger: Ledger, fact: Fact, named: dict[tuple[str, str, str] | None, tuple[Fact, ...]]) -> Row | None:
    """Return what other tables say of a number; None where none gives a value to its row and measure."""
    q = quantity(ledger, fact)
    if q is None:
        return None
    elsewhere = [other for other in named[q.key, q.period, q.scope] if other.table_id != fact.table_id]
    same = [other for other in elsewhere if other.measure == fact.measure]
    if not same:
        return None
    others = frozenset(other.measure for other in elsewhere if other.measure != fact.measure and agree(other, fact))
    return Row(fact, any(agree(other, fact) for other in same), others)


def examine(ledger: Ledger, first: Fact, rows: list[Row]) -> Result:
    """Return whether most rows of a column hold one other measure and hardly any its own."""
    facts = tuple(row.fact for row in rows)
    strange = [row for row in rows if not row.own]
    count = Counter(measure for row in strange for measure in row.others)
    measure = min(count, key=lambda name: (-count[name], LIKELY.index(name)), default="")
    often = count[measure]
    if often < FEWEST or 2 * often <= len(rows) or len(strange) - often > often:
        return Result("passed", facts)
    table = ledger.table[first.table_id]
    heading = column_name(ledger.heading(first.table_id, first.column))
    words = ledger.cell_place(first.table_id, table.page, (heading,))
    head = next((cell for cell in ledger.cells[first.table_id] if cell.column == first.column), None)
    spot = Spot(first.page, first.table_id, head.row if head else None, first.column, heading, words)
    return Result(
        "problem",
        facts,
        spot=spot,
        expected=NAMES[first.measure],
        note=both(Text("it holds the {name}", "isinya {name}"), name=NAMES[measure]),
        cause="column_swapped",
        explains=tuple(row.fact.fact_id for row in strange),
    )


RULE = Rule(
    id="columns-hold-their-measure",
    title=Text(
        "A column holds the measure that its heading says",
        "Isi kolom sesuai dengan judulnya",
    ),
    reason="A realisasi printed as capaian makes a target look missed or met that was not.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): target, realisasi and capaian are three things.",
    resolve=Text(
        "Put the values under the heading where they belong, and add those that are missing.",
        "Pindahkan nilai ke kolom yang sesuai, dan lengkapi nilai yang hilang.",
    ),
    message=Text(
        "{place}: the column says {expected}, but other tables give its values to another measure.",
        "{place}: judul kolom {expected}, padahal menurut tabel lain isinya ukuran lain.",
    ),
    check=check,
)
