from dataclasses import dataclass

import pytest

from lkjip.extract import extract


@dataclass(frozen=True)
class Found:
    """A table that was read: the texts of its rows, "" for empty cells and those that merged cells cover."""

    head: list[list[str]]
    body: list[list[str]]
    number: str
    caption: str
    pages: str
    section: str


@dataclass(frozen=True)
class Reading:
    """What was read of a PDF."""

    tables: list[Found]
    lines: list[str]
    unread: list[str]

    @property
    def table(self):
        """The only table."""
        assert len(self.tables) == 1, [t.body for t in self.tables]
        return self.tables[0]

    @property
    def body(self):
        """The body rows of the only table."""
        return self.table.body


def rows_of(table, cells, kinds):
    rows = {}
    for cell in cells:
        if cell.table_id == table.table_id and cell.kind in kinds:
            rows.setdefault(cell.row, [""] * table.columns)[cell.column] = cell.text
    return [row for _, row in sorted(rows.items())]


@pytest.fixture
def read(tmp_path):
    """Read the bytes of a PDF."""

    def reading(content):
        path = tmp_path / "made.pdf"
        path.write_bytes(content)
        got = extract(path)
        tables = [
            Found(
                rows_of(t, got.cells, ("header", "numbering")),
                rows_of(t, got.cells, ("body",)),
                t.number,
                t.caption,
                t.pages,
                t.section,
            )
            for t in got.tables
        ]
        return Reading(tables, [line.text for line in got.lines], [row.text for row in got.unread])

    return reading
