"""Pages read to the rows of the contract."""

from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.captions import Caption
from lkjip.extract.contents import contents_grids
from lkjip.extract.grid import GridCell
from lkjip.extract.merge import Joined, merged
from lkjip.extract.places import Surroundings, captions, parts_of, sections
from lkjip.extract.reading import PageReading
from lkjip.extract.running import Spot, running_grids
from lkjip.extract.table import Part
from lkjip.extract.text import TextLine, classified, in_blocks
from lkjip.extract.unread import unread_rows
from lkjip.extract.words import lines_across
from lkjip.records import Cell, CellKind, Line, Page, Region, Table, Unread

LINE_SEPARATOR = "\u2028"


def page_rows(pages: Sequence[PageReading]) -> tuple[Page, ...]:
    """Return the rows of pages.csv."""
    return tuple(
        Page(
            p.page,
            round(p.shown_width, 2),
            round(p.shown_height, 2),
            p.turn,
            p.characters,
            p.rules,
            p.images,
            p.status,
            p.reason,
        )
        for p in pages
    )


def table_row(table_id: str, table: Joined, caption: Caption, section: str) -> Table:
    """Return the row of tables.csv for a table."""
    pages = [part.page for part in table.parts]
    return Table(
        table_id=table_id,
        number=caption.number,
        caption=caption.text,
        section=section,
        page=pages[0],
        pages=";".join(map(str, dict.fromkeys(pages))),
        rows=len(table.rows),
        columns=table.columns,
        header_rows=table.header_rows,
        role="",
        role_reason="",
        flavor="+".join(dict.fromkeys(part.grid.flavor for part in table.parts)),
        accuracy=round(min(part.grid.accuracy for part in table.parts), 2),
        note="; ".join([*notes_of(table.parts), *table.notes]),
    )


def notes_of(parts: Sequence[Part]) -> list[str]:
    """Return what was inferred on each page."""
    return [f"page {part.page}: {part.grid.note}" for part in parts if part.grid.note]


def cell_rows(table_id: str, table: Joined, pages: dict[int, PageReading]) -> list[Cell]:
    """Return the rows of cells.csv for a table."""
    return [
        cell_row((table_id, index, row.kind), cell, pages[cell.page])
        for index, row in enumerate(table.rows)
        for cell in row.filled
    ]


def cell_row(place: tuple[str, int, CellKind], cell: GridCell, page: PageReading) -> Cell:
    """Return one row of cells.csv for a cell in this table, row and kind of row."""
    table_id, row, kind = place
    lines = [line.text for line in cell.lines]
    return Cell(
        table_id, row, cell.column, kind, cell.text, page.page, *page.shown(cell.box), cell.row_span, cell.column_span,
        LINE_SEPARATOR.join(lines) if len(lines) > 1 else "", round(min(line.confidence for line in cell.lines), 2),
    )  # fmt: skip


def region_rows(table_id: str, table: Joined, pages: dict[int, PageReading]) -> list[Region]:
    """Return the rows of regions.csv for a table."""
    return [
        Region(table_id, part.page, first, last, *pages[part.page].shown(part.grid.frame.box), "")
        for part, (first, last) in zip(table.parts, table.spans, strict=True)
    ]


def line_row(text: TextLine, page: PageReading) -> Line:
    """Return one row of lines.csv."""
    pairs = zip(text.line.edges[::2], text.line.edges[1::2], strict=True)
    edges = ";".join([f"{x0:.1f} {x1:.1f}" for x0, x1 in pairs])
    return Line(
        page.page, text.index, text.block, text.kind, text.line.text, *page.shown(text.line.box), edges,
        round(text.line.confidence, 2),
    )  # fmt: skip


Rows = tuple[
    tuple[Page, ...], tuple[Table, ...], tuple[Region, ...], tuple[Cell, ...], tuple[Line, ...], tuple[Unread, ...]
]


def assembled(readings: Sequence[PageReading]) -> Rows:
    """Return the rows of all files for the pages of a document."""
    gone = running_grids(readings) | contents_grids(readings)
    readings = [without_grids(reading, gone) for reading in readings]
    pages = {reading.page: reading for reading in readings}
    texts = classified(readings)
    body = [t for t in texts if t.kind not in ("running", "contents")]
    parts = parts_of(readings, body)
    tables = merged(parts)
    opening = [table.parts[0] for table in tables]
    found = captions(Surroundings(body, parts), opening)
    taken = {(t.page, t.index) for caption in found for t in caption.lines}
    texts = in_blocks([replace(t, kind="caption") if (t.page, t.index) in taken else t for t in texts])
    ids = [f"t{number:02d}" for number in range(1, len(tables) + 1)]
    return (
        page_rows(readings),
        tuple(table_row(*row) for row in zip(ids, tables, found, sections(texts, opening), strict=True)),
        tuple(row for id_, table in zip(ids, tables, strict=True) for row in region_rows(id_, table, pages)),
        tuple(row for id_, table in zip(ids, tables, strict=True) for row in cell_rows(id_, table, pages)),
        tuple(line_row(text, pages[text.page]) for text in texts),
        unread_rows(readings, texts, taken),
    )


def without_grids(page: PageReading, gone: set[Spot]) -> PageReading:
    """Return a page on which the text of grids that are no data tables became lines."""
    kept = [grid for index, grid in enumerate(page.grids) if (page.page, index) not in gone]
    if len(kept) == len(page.grids):
        return page
    others = [grid for index, grid in enumerate(page.grids) if (page.page, index) in gone]
    lines = lines_across(line for grid in others for cell in grid.cells for line in cell.lines)
    ordered = sorted([*page.lines, *lines], key=lambda line: (line.base, line.box.x0))
    return replace(page, grids=tuple(kept), lines=tuple(ordered))
