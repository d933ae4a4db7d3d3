"""The budget by program, kegiatan and sub kegiatan, with the share that was spent."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.grouping import grouped
from lkjip.records import BudgetLine, Check, Fact, Table
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled

RULE: Final = "serapan-recalculates"
DEPTHS: Final = {"instansi": 0, "total": 0, "sasaran": 0, "program": 0, "kegiatan": 1, "sub_kegiatan": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """A budget line with the facts behind its cells and the check of its percentage."""

    line: BudgetLine
    depth: int
    anggaran: Fact | None
    realisasi: Fact | None
    persen: Fact | None
    check: Check | None

    @property
    def share(self) -> Decimal | None:
        """Return the share spent in per cent, from the two amounts."""
        if not self.line.anggaran or self.line.realisasi is None:
            return None
        return 100 * self.line.realisasi / self.line.anggaran


def line_of(dossier: Dossier, line: BudgetLine) -> Line:
    """Return a budget line with its facts."""
    beside = dossier.facts_of_row.get((line.table_id, line.row), ())
    by = {fact.measure: fact for fact in reversed(beside) if fact.period in ("", line.tahun) or not line.tahun}
    persen = by.get(measures.PERSEN_SERAPAN)
    check = dossier.check_of.get((RULE, persen.fact_id)) if persen else None
    spent = by.get(measures.REALISASI_ANGGARAN)
    return Line(line, DEPTHS.get(line.level, 1), by.get(measures.ANGGARAN), spent, persen, check)


def spending(dossier: Dossier) -> Fragment:
    """Return the budget tables that print amounts spent, the fullest first."""
    tables = [
        (dossier.table[table_id], [line_of(dossier, line) for line in lines])
        for table_id, lines in grouped(dossier.budget, lambda line: line.table_id).items()
        if table_id in dossier.table and any(line.realisasi is not None for line in lines)
    ]
    tables.sort(key=importance)
    return Fragment(filled("budget.html.j2", dossier.words, dossier=dossier, tables=tables))


def importance(item: tuple[Table, list[Line]]) -> tuple[int, int]:
    """Order tables: those with most lines spent first, then by page."""
    table, lines = item
    return -sum(line.share is not None for line in lines), table.page
