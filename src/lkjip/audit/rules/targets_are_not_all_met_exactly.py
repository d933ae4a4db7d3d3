"""Measured indikator do not all meet their target to the last decimal."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Fact
from lkjip.settings import Settings

FEWEST: Final = 4  # indikator that all meet their target before it is remarkable
FEWEST_DECIMALS: Final = 2  # of them printed with decimals: measured, not counted
COUNT: Final = Text("all {count} of them are equal", "semuanya ({count}) sama persis")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every table of target and realisasi of one year."""
    for table in ledger.reading.tables:
        pairs = list(pairs_of(ledger, table.table_id))
        measured = [pair for pair in pairs if pair[1].decimals > 0]
        if len(pairs) < FEWEST or len(measured) < FEWEST_DECIMALS:
            continue
        facts = tuple(fact for pair in pairs for fact in pair)
        if all(one.value == other.value for one, other in pairs):
            name = ledger.cell_place(table.table_id, table.page, ("target, realisasi",))
            note = both(COUNT, count=str(len(pairs)))
            yield Result("problem", facts, spot=Spot(table.page, table.table_id, place=name), note=note)
        else:
            yield Result("passed", facts)


def pairs_of(ledger: Ledger, table_id: str) -> Iterator[tuple[Fact, Fact]]:
    """Return target and realisasi of every row of a table that prints one of each."""
    for row in ledger.rows.get(table_id, ()):
        for realisasi in ledger.of_subject[row.subject_id]:
            if realisasi.measure == measures.REALISASI and realisasi.value is not None:
                targets = [t for t in ledger.beside(realisasi, measures.TARGET) if t.period == realisasi.period]
                yield from ((target, realisasi) for target in targets[:1])


RULE = Rule(
    id="targets-met-exactly",
    title=Text(
        "Measured realisasi are not all equal to their targets",
        "Realisasi yang diukur tidak semuanya sama persis dengan target",
    ),
    reason="An index that meets its target to the last decimal, every time, was probably copied from it.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text("Print the measured values and their source.", "Cantumkan hasil pengukuran dan sumber datanya."),
    message=Text(
        "{place}: every realisasi equals its target to the last decimal.",
        "{place}: setiap realisasi sama persis dengan targetnya.",
    ),
    check=check,
)
