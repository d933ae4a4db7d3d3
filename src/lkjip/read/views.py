"""Tidy views of the ledger for people: a row for each indikator, and for each budget line, in each year."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from lkjip import measures
from lkjip.records import BudgetLine, Fact, Indicator, Subject

Row = TypeVar("Row", Indicator, BudgetLine)


class Key(NamedTuple):
    """What makes a row of a view."""

    table_id: str
    row: int
    subject_id: str
    period: str


Held = dict[Key, dict[str, Fact]]
PERFORMANCE = (measures.TARGET, measures.REALISASI, measures.CAPAIAN)
BUDGET = (
    measures.ANGGARAN_PERUBAHAN,
    measures.ANGGARAN,
    measures.ANGGARAN_MURNI,
    measures.REALISASI_ANGGARAN,
    measures.PERSEN_SERAPAN,
)


def held(facts: Iterable[Fact], wanted: tuple[str, ...]) -> Held:
    """Collect the facts of these measures by subject and period, the first of each measure."""
    result: Held = {}
    for fact in facts:
        if fact.source == "table" and fact.row is not None and fact.measure in wanted:
            key = Key(fact.table_id, fact.row, fact.subject_id, fact.period)
            result.setdefault(key, {}).setdefault(fact.measure, fact)
    return result


def value(fact: Fact | None) -> Decimal | None:
    """Return the value of a fact that may be missing."""
    return fact.value if fact else None


def printed(fact: Fact | None) -> str:
    """Return the print of a fact that may be missing."""
    return fact.printed if fact else ""


def indicators(facts: Iterable[Fact], subjects: dict[str, Subject]) -> tuple[Indicator, ...]:
    """Return the indikator of the tables with target, realisasi and capaian of each year."""
    found = held(facts, PERFORMANCE).items()
    rows = [indicator(key, by_measure, subjects[key.subject_id]) for key, by_measure in found]
    return unique(sorted(rows, key=lambda row: (row.table_id, row.row, row.indikator, row.tahun)))


def indicator(key: Key, by_measure: dict[str, Fact], subject: Subject) -> Indicator:
    """Return one row."""
    target, realisasi, capaian = (by_measure.get(measure) for measure in PERFORMANCE)
    first = next(iter(by_measure.values()))
    unit = next((fact.unit for fact in (target, realisasi) if fact and fact.unit), "")
    return Indicator(
        table_id=key.table_id,
        page=first.page,
        row=key.row,
        sasaran=subject.sasaran,
        indikator=subject.uraian,
        satuan=subject.satuan or unit,
        tahun=key.period,
        target=value(target),
        realisasi=value(realisasi),
        capaian=value(capaian),
        arah=subject.arah,
        printed_target=printed(target),
        printed_realisasi=printed(realisasi),
        printed_capaian=printed(capaian),
    )


def budget(facts: Iterable[Fact], subjects: dict[str, Subject]) -> tuple[BudgetLine, ...]:
    """Return the budget lines of the tables; of several budgets the one after the change."""
    rows = [budget_line(key, found, subjects[key.subject_id]) for key, found in held(facts, BUDGET).items()]
    return unique(sorted(rows, key=lambda row: (row.table_id, row.row, row.uraian, row.tahun)))


def budget_line(key: Key, by_measure: dict[str, Fact], subject: Subject) -> BudgetLine:
    """Return one row."""
    anggaran = next((by_measure[measure] for measure in BUDGET[:3] if measure in by_measure), None)
    realisasi, persen = by_measure.get(measures.REALISASI_ANGGARAN), by_measure.get(measures.PERSEN_SERAPAN)
    return BudgetLine(
        table_id=key.table_id,
        page=next(iter(by_measure.values())).page,
        row=key.row,
        level=subject.level,
        uraian=subject.uraian,
        tahun=key.period,
        anggaran=value(anggaran),
        realisasi=value(realisasi),
        persen=value(persen),
        printed_anggaran=printed(anggaran),
        printed_realisasi=printed(realisasi),
        printed_persen=printed(persen),
    )


def unique(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Drop rows with the key of one before: a cell with several unnamed values gives one row."""
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        seen.setdefault(tuple(getattr(row, name) for name in row.KEY), row)
    return tuple(seen.values())
