"""What the read stage hands on: everything a document says, as rows of the contract."""

from dataclasses import dataclass
from pathlib import Path

from lkjip import store
from lkjip.records import (
    Attribute,
    BudgetLine,
    Cell,
    Fact,
    Indicator,
    Line,
    Page,
    Region,
    Repair,
    Subject,
    Table,
    Unread,
)


@dataclass(frozen=True)
class Reading:
    """A document as read: its attributes, its pages and tables, its ledger of facts, and what was not understood."""

    document: str
    attributes: tuple[Attribute, ...] = ()
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    regions: tuple[Region, ...] = ()
    cells: tuple[Cell, ...] = ()
    lines: tuple[Line, ...] = ()
    subjects: tuple[Subject, ...] = ()
    facts: tuple[Fact, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    unread: tuple[Unread, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def save(self, folder: Path) -> None:
        """Write one CSV file for each kind of row to `folder`. Raises OSError."""
        store.save(folder, Attribute, self.attributes)
        store.save(folder, Page, self.pages)
        store.save(folder, Table, self.tables)
        store.save(folder, Region, self.regions)
        store.save(folder, Cell, self.cells)
        store.save(folder, Line, self.lines)
        store.save(folder, Subject, self.subjects)
        store.save(folder, Fact, self.facts)
        store.save(folder, Indicator, self.indicators)
        store.save(folder, BudgetLine, self.budget)
        store.save(folder, Unread, self.unread)
        store.save(folder, Repair, self.repairs)

    @classmethod
    def load(cls, folder: Path) -> "Reading":
        """Read back what `save` wrote; the folder's name is the document's id. Raises OSError and ValueError."""
        return cls(
            document=folder.name,
            attributes=tuple(store.load(folder, Attribute)),
            pages=tuple(store.load(folder, Page)),
            tables=tuple(store.load(folder, Table)),
            regions=tuple(store.load(folder, Region)),
            cells=tuple(store.load(folder, Cell)),
            lines=tuple(store.load(folder, Line)),
            subjects=tuple(store.load(folder, Subject)),
            facts=tuple(store.load(folder, Fact)),
            indicators=tuple(store.load(folder, Indicator)),
            budget=tuple(store.load(folder, BudgetLine)),
            unread=tuple(store.load(folder, Unread)),
            repairs=tuple(store.load(folder, Repair)),
        )

    def attribute(self, name: str) -> str:
        """Return what is known of the document under `name` (instansi, year, ...), or ""."""
        return next((row.value for row in self.attributes if row.name == name), "")
