"""A program or kegiatan whose rows below have amounts has one of its own, where the others of its level do."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit import sums
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import LINES, Ledger
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.audit.rules.required_cells_are_filled import blank as spot_of
from lkjip.grouping import grouped
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

FEWEST: Final = 3  # rows of a level that print their amount, for each that does not


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the amounts of programs and kegiatan, column by column."""
    for rows in ledger.rows.values():
        above = [row for row in rows if row.level in LINES and row.row is not None and sums.parts(ledger, row)]
        facts = [fact for row in rows for fact in ledger.of_subject[row.subject_id] if fact.unit == "rupiah"]
        samples = {(fact.column, fact.measure, fact.period): fact for fact in facts if fact.value is not None}
        for level in grouped(above, lambda row: row.level).values():
            for sample in samples.values():
                yield from column(ledger, level, sample)


def column(ledger: Ledger, level: tuple[Subject, ...], sample: Fact) -> Iterator[Result]:
    """Return for every row of a level whether it prints its amount in a column, if most of them do."""
    own = {row.subject_id: sums.in_series(ledger, row, sample) for row in level}
    blank = [row for row in level if own[row.subject_id] is None and not is_filled(ledger, row, sample)]
    filled = [fact for fact in own.values() if fact is not None]
    if len(filled) < FEWEST * max(len(blank), 1):
        return
    yield from (Result("passed", (fact,)) for fact in filled)
    for row in blank:
        rows = sums.addends(ledger, sums.parts(ledger, row), sample)
        if rows.facts and not rows.missing:
            total = sum((number(fact) for fact in rows.facts), Decimal(0))
            spot = spot_of(ledger, row, sample.column)
            yield Result("problem", rows.facts, spot=spot, expected=Number(total, sample.decimals))


def is_filled(ledger: Ledger, row: Subject, sample: Fact) -> bool:
    """Tell whether the cell holds a text after all."""
    assert row.row is not None and sample.column is not None
    return (row.table_id, row.row, sample.column) in ledger.cell


RULE = Rule(
    id="parents-filled",
    title=Text("A program has the amount of its kegiatan", "Program memuat jumlah kegiatannya"),
    reason="A reader who adds up the programs misses what stands only at a kegiatan.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Print the sum of the rows below it.", "Cantumkan jumlah rincian di bawahnya."),
    message=Text(
        "{place}: the amount is missing; the rows below it add up to {expected}.",
        "{place}: jumlahnya tidak diisi; rincian di bawahnya berjumlah {expected}.",
    ),
    check=check,
)
