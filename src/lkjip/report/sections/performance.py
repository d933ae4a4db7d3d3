"""Capaian as reported and as recomputed, and results over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from lkjip import measures
from lkjip.grouping import grouped
from lkjip.records import Check, Fact, Indicator, Table
from lkjip.report.charts.pairs import Pair, pairs_chart
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled

RULE: Final = "capaian-recalculates"
MOST_PAIRS: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """An indikator in a table, with the facts behind its cells and the check of its capaian."""

    indicator: Indicator
    target: Fact | None
    realisasi: Fact | None
    capaian: Fact | None
    category: Fact | None
    check: Check | None

    @property
    def is_checked(self) -> bool:
        """Tell whether its capaian could be recomputed."""
        return self.check is not None and self.check.verdict != "could_not_check"


def rows_of(dossier: Dossier, indicators: Sequence[Indicator]) -> list[Row]:
    """Return the rows of a table that print a target, a realisasi or a capaian."""
    return [row_of(dossier, indicator) for indicator in indicators]


def row_of(dossier: Dossier, indicator: Indicator) -> Row:
    """Return one row with its facts."""
    beside = [f for f in dossier.facts_of_row.get((indicator.table_id, indicator.row), ()) if of_year(f, indicator)]
    by = {fact.measure: fact for fact in reversed(beside)}
    capaian = by.get(measures.CAPAIAN)
    check = dossier.check_of.get((RULE, capaian.fact_id)) if capaian else None
    category = by.get(measures.KATEGORI)
    return Row(indicator, by.get(measures.TARGET), by.get(measures.REALISASI), capaian, category, check)


def of_year(fact: Fact, indicator: Indicator) -> bool:
    """Tell whether a fact of a row belongs to an indikator's year."""
    return fact.period in ("", indicator.tahun) or not indicator.tahun


def achievement(dossier: Dossier) -> Fragment:
    """Return the tables that print a capaian, each with what follows from its own target and realisasi."""
    reported = [item for item in dossier.indicators if item.capaian is not None or item.printed_capaian]
    tables = [
        (dossier.table[table_id], rows_of(dossier, items))
        for table_id, items in grouped(reported, lambda item: item.table_id).items()
        if table_id in dossier.table
    ]
    tables.sort(key=lambda item: importance(item, dossier.year))
    found = [pair for _, rows in tables for row in rows if (pair := pair_of(row))]
    apart = sorted((p for p in found if not p.agrees), key=lambda pair: -abs(pair.reported - pair.recomputed))
    alt = dossier.words("Capaian as reported and as recomputed, by indikator, in per cent")
    chart = pairs_chart(apart[:MOST_PAIRS], dossier.words, alt) if apart else None
    values = {"tables": tables, "chart": chart, "pairs": found, "apart": apart}
    return Fragment(filled("achievement.html.j2", dossier.words, dossier=dossier, **values))


def pair_of(row: Row) -> Pair | None:
    """Return the reported and the recomputed capaian of a row that was checked."""
    recomputed = number_of(row.check.expected) if row.check and row.is_checked else None
    if recomputed is None or row.capaian is None or row.capaian.value is None or not row.check:
        return None
    return Pair(row.indicator.indikator, row.capaian.value, recomputed, row.check.verdict == "passed")


def number_of(expected: str) -> Decimal | None:
    """Return a number written as checks write it, `1.234,56`, or None for anything else."""
    try:
        return Decimal(expected.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def importance(item: tuple[Table, list[Row]], year: str) -> tuple[int, int]:
    """Order tables: those with most capaian of the report's year that could be checked first, then by page."""
    table, rows = item
    return -sum(row.is_checked and row.indicator.tahun in ("", year) for row in rows), table.page


def years(dossier: Dossier) -> Fragment:
    """Return the realisasi of each indikator for which a table prints more than one year."""
    stated = [item for item in dossier.indicators if item.realisasi is not None or item.target is not None]
    known = [item for item in stated if item.tahun]
    groups = grouped(known, lambda item: (item.table_id, item.row, item.indikator))
    several = {key: items for key, items in groups.items() if len({item.tahun for item in items}) > 1}
    tables = grouped(several.values(), lambda items: items[0].table_id)
    shown = [(dossier.table[name], *by_year(rows)) for name, rows in tables.items() if name in dossier.table]
    return Fragment(filled("years.html.j2", dossier.words, dossier=dossier, tables=shown))


def by_year(rows: Sequence[Sequence[Indicator]]) -> tuple[list[str], list[list[Indicator | None]]]:
    """Return the years of a table and each row's statement for every one of them."""
    columns = sorted({item.tahun for items in rows for item in items})
    lines = [{item.tahun: item for item in items} for items in rows]
    return columns, [[line.get(year) for year in columns] for line in lines]
