"""From cells to meaning: what tables are for, what their columns and rows are about, and the ledger of facts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from lkjip.read.columns import Column, columns
from lkjip.read.corrections import corrected
from lkjip.read.coverage import Coverage, coverage
from lkjip.read.doubt import in_doubt
from lkjip.read.grid import Grid, grids
from lkjip.read.ledger import Ledger, ledger
from lkjip.read.manual import Manual, ManualError
from lkjip.read.metadata import attributes, overruled
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.reading import Report, facts_from_prose
from lkjip.read.prose.scene import Tables
from lkjip.read.reading import Reading
from lkjip.read.repairs import repaired, repairs
from lkjip.read.roles import role_of, suited
from lkjip.read.subjects import Context
from lkjip.read.views import budget, indicators
from lkjip.records import Attribute, Unread

if TYPE_CHECKING:
    from lkjip.extract import Extraction

__all__ = ["Coverage", "Manual", "ManualError", "Reading", "coverage", "read"]


def read(document: str, extraction: "Extraction", manual: Manual) -> Reading:
    """Read a document's cells and lines as facts. Raises ManualError where a decision of data/manual does not apply."""
    recognised = corrected(document, extraction.cells, manual)
    confirmed = repairs(recognised)
    cells = repaired(recognised, confirmed)
    about = described(document, extraction, manual)
    known = {row.name: row.value for row in about}
    context = Context(document, manual, known.get("instansi", ""))
    understood = [understand(grid, manual, known.get("year", "")) for grid in grids(extraction.tables, cells, manual)]
    ledgers = [ledger(grid, held, context) for grid, held in understood]
    subjects = tuple(row for part in ledgers for row in part.subjects)
    facts = tuple(row for part in ledgers for row in part.facts)
    by_id = {row.subject_id: row for row in subjects}
    report = Report(document, known.get("year", ""), known.get("instansi", ""))
    prose = facts_from_prose(report, extraction.lines, Tables(subjects, facts), Grammar(manual))
    return Reading(
        document=document,
        attributes=tuple(about),
        pages=tuple(extraction.pages),
        tables=tuple(grid.table for grid, _ in understood),
        regions=tuple(extraction.regions),
        cells=cells,
        lines=tuple(extraction.lines),
        subjects=(*subjects, *prose.subjects),
        facts=in_doubt((*facts, *prose.facts), cells, extraction.lines),
        indicators=indicators(facts, by_id),
        budget=budget(facts, by_id),
        unread=(*extraction.unread, *unread(understood, ledgers), *prose.unread),
        repairs=confirmed,
    )


def described(document: str, extraction: "Extraction", manual: Manual) -> list[Attribute]:
    """Return what is known of the document itself."""
    rows = attributes(extraction.pages, extraction.lines, extraction.cells)
    rows.append(Attribute("sha256", extraction.sha256, None, "of the PDF"))
    return overruled(document, rows, manual)


def understand(grid: Grid, manual: Manual, year: str) -> tuple[Grid, tuple[Column, ...]]:
    """Return a table with its role, and its columns."""
    held = columns(grid, manual, year)
    role = role_of(grid, held, manual)
    table = replace(grid.table, role=role.role, role_reason=role.reason)
    return replace(grid, table=table), suited(held, role.role)


def unread(understood: Iterable[tuple[Grid, tuple[Column, ...]]], ledgers: Iterable[Ledger]) -> list[Unread]:
    """List the numbers that found no meaning, and the tables from which nothing was read."""
    found: list[Unread] = []
    for (grid, _), part in zip(understood, ledgers, strict=True):
        if part.unread and not part.facts:
            found.append(unread_table(grid))
        found += part.unread
    return found


def unread_table(grid: Grid) -> Unread:
    """Return a table as not understood."""
    table = grid.table
    text = table.caption or " | ".join(cell.text for cell in grid.cells[:6])
    return Unread(table.table_id, "table", table.page, table.table_id, None, None, text, table.role_reason, *[None] * 4)
