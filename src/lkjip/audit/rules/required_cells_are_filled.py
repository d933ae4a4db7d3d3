"""No target, realisasi, capaian or amount is missing where most rows of its column have one."""

from collections.abc import Iterator, Sequence
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, column_name, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.grouping import grouped
from lkjip.records import Cell, Fact, Subject
from lkjip.settings import Settings

PARTNERS: Final = {  # a row that prints the numbers on the right should print the one on the left
    measures.CAPAIAN: (measures.TARGET, measures.REALISASI),
    measures.REALISASI: (measures.TARGET, measures.CAPAIAN),
    measures.TARGET: (measures.REALISASI, measures.CAPAIAN),
    measures.PERSEN_SERAPAN: (measures.ANGGARAN, measures.REALISASI_ANGGARAN),
    measures.REALISASI_ANGGARAN: (measures.ANGGARAN, measures.PERSEN_SERAPAN),
    measures.ANGGARAN: (measures.REALISASI_ANGGARAN, measures.PERSEN_SERAPAN),
}
MONEY: Final = (measures.ANGGARAN, measures.REALISASI_ANGGARAN)
PROGRAM: Final = "program"
FEWEST: Final = 3  # programs with an amount before one without is odd
MOST: Final = 0.6  # of the rows with both partners that must print a number before it is missed elsewhere


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for blanks in every column of a table that belongs to a pair of others."""
    for rows in ledger.rows.values():
        facts = [fact for row in rows for fact in ledger.of_subject[row.subject_id]]
        columns = grouped((f for f in facts if f.value is not None), lambda fact: (fact.measure, fact.period))
        for (measure, period), present in columns.items():
            wanted = [row for row in rows if has_partners(ledger, row, measure, period)]
            held = {fact.subject_id for fact in present}
            filled = [row for row in wanted if row.subject_id in held]
            if wanted and len(filled) >= MOST * len(wanted) and len({fact.column for fact in present}) == 1:
                yield from examine(ledger, wanted, present)
        yield from above_others(ledger, rows)


def above_others(ledger: Ledger, rows: Sequence[Subject]) -> Iterator[Result]:
    """Look for a program without the amount that the rows below it have, and that nearly all other programs have."""
    programs = [row for row in rows if row.level == PROGRAM]
    for measure in MONEY:
        amounts = [fact for row in rows for fact in ledger.of_subject[row.subject_id] if fact.measure == measure]
        if len({fact.column for fact in amounts}) != 1:
            continue
        held = {fact.row for fact in amounts}
        ends = [*(row.row or 0 for row in programs[1:]), (rows[-1].row or 0) + 1]
        leading = [row for row, end in zip(programs, ends, strict=False) if held & set(range((row.row or 0) + 1, end))]
        filled = [row for row in leading if row.row in held]
        if len(filled) >= FEWEST and len(filled) + 1 >= len(leading):
            for row in leading:
                if row in filled:
                    yield Result("passed")
                elif not covered(ledger, row, amounts[0]):
                    yield Result("problem", spot=blank(ledger, row, amounts[0].column))


def has_partners(ledger: Ledger, row: Subject, measure: str, period: str) -> bool:
    """Tell whether a row prints both numbers that go with a measure."""
    kinds = {f.measure for f in ledger.of_subject[row.subject_id] if f.value is not None and f.period == period}
    return measure in PARTNERS and set(PARTNERS[measure]) <= kinds


def examine(ledger: Ledger, wanted: list[Subject], present: tuple[Fact, ...]) -> Iterator[Result]:
    """Return for every row that should print a number whether it does."""
    by_subject = {fact.subject_id: fact for fact in present}
    for row in wanted:
        fact = by_subject.get(row.subject_id)
        if fact is not None:
            yield Result("passed", (fact,))
        elif not covered(ledger, row, present[0]):
            yield Result("problem", spot=blank(ledger, row, present[0].column))


def covered(ledger: Ledger, row: Subject, sample: Fact) -> bool:
    """Tell whether the cell holds something after all, or is part of a merged cell from a row above."""
    assert sample.column is not None and row.row is not None
    above = [c for c in ledger.cells[row.table_id] if reaches(c, sample.column) and c.row <= row.row]
    return any(cell.row + max(cell.row_span, 1) > row.row for cell in above)


def reaches(cell: Cell, column: int) -> bool:
    """Tell whether a cell covers a column."""
    return cell.column <= column < cell.column + max(cell.column_span, 1)


def blank(ledger: Ledger, row: Subject, column: int | None) -> Spot:
    """Return the place of an empty cell."""
    words = (shortened(row.uraian), column_name(ledger.heading(row.table_id, column)))
    return Spot(row.page, row.table_id, row.row, column, "", ledger.cell_place(row.table_id, row.page, words))


RULE = Rule(
    id="cells-filled",
    title=Text("No number is missing from its row", "Tidak ada angka yang kosong di barisnya"),
    reason="A row with a target but no realisasi reports nothing.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu I (since 2014): targets and capaian are shown.",
    resolve=Text("Print the number, or say why there is none.", "Lengkapi angkanya, atau jelaskan mengapa kosong."),
    message=Text("{place}: the cell is empty.", "{place}: sel ini kosong."),
    check=check,
)
