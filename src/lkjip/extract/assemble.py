"""Pages read to the rows of the contract."""

from collections.abc import Sequence
from dataclasses import replace

from lkjip.extract.captions import Caption, caption_above
from lkjip.extract.geometry import askew, reading_map
from lkjip.extract.grid import GridCell
from lkjip.extract.merge import Joined, merged
from lkjip.extract.reading import PageReading
from lkjip.extract.running import Spot, running_grids
from lkjip.extract.table import Part
from lkjip.extract.text import TextLine, classified, in_blocks
from lkjip.records import Cell, CellKind, Line, Page, Region, Table, Unread

LINE_SEPARATOR = "\u2028"


def shown(page: PageReading, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box of the sheet on the displayed page, rounded."""
    straight = askew(box, (page.width / 2, page.height / 2), page.skew) if page.skew else box
    placed = reading_map(page.width, page.height, (360 - page.turn) % 360).box(*straight)
    x0, y0, x1, y1 = (round(value, 2) for value in placed)
    return x0, y0, x1, y1


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


def parts_of(pages: Sequence[PageReading], texts: Sequence[TextLine]) -> list[Part]:
    """Return the grids of all pages with what stands above and below them."""
    parts = []
    for page in pages:
        body = [t.line.box for t in texts if t.page == page.page and t.kind != "running"]
        boxes = [grid.frame.box for grid in page.grids]
        for grid in page.grids:
            box = grid.frame.box
            above = [b for b in body if b.y1 < box.y0 + 2] + [b for b in boxes if b.y1 < box.y0 + 2]
            below = [b for b in body if b.y0 > box.y1 - 2] + [b for b in boxes if b.y0 > box.y1 - 2]
            parts.append(Part(page.page, grid, not above, not below))
    return parts


def above(part: Part, texts: Sequence[TextLine], bounds: Sequence[Part]) -> list[TextLine]:
    """Return the lines between a part and the table before it, on its page or at the end of the page before."""
    top = part.grid.frame.box.y0 + 2
    ends = [p.grid.frame.box.y1 for p in bounds if p.page == part.page and p.grid.frame.box.y1 < top]
    start = max(ends, default=float("-inf"))
    body = [t for t in texts if t.kind not in ("running", "contents", "source")]
    here = [t for t in body if t.page == part.page and start < t.line.box.y1 <= top]
    if here or ends:
        return here
    last = max((p.grid.frame.box.y1 for p in bounds if p.page == part.page - 1), default=float("-inf"))
    return [t for t in body if t.page == part.page - 1 and t.line.box.y0 > last]


def section_of(part: Part, texts: Sequence[TextLine], caption: Caption) -> str:
    """Return the nearest heading above a part."""
    used = {(t.page, t.index) for t in caption.lines}
    top = part.grid.frame.box.y0
    heading = ""
    for text in texts:
        if (text.page, text.line.box.y0) > (part.page, top):
            break
        if text.kind == "heading" and (text.page, text.index) not in used:
            heading = text.line.text
    return heading


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
        table_id, row, cell.column, kind, cell.text, page.page, *shown(page, cell.box), cell.row_span, cell.column_span,
        LINE_SEPARATOR.join(lines) if len(lines) > 1 else "", round(min(line.confidence for line in cell.lines), 2),
    )  # fmt: skip


def region_rows(table_id: str, table: Joined, pages: dict[int, PageReading]) -> list[Region]:
    """Return the rows of regions.csv for a table."""
    return [
        Region(table_id, part.page, first, last, *shown(pages[part.page], part.grid.frame.box), "")
        for part, (first, last) in zip(table.parts, table.spans, strict=True)
    ]


def line_rows(texts: Sequence[TextLine], pages: dict[int, PageReading]) -> tuple[Line, ...]:
    """Return the rows of lines.csv."""
    return tuple(line_row(text, pages[text.page]) for text in texts)


def line_row(text: TextLine, page: PageReading) -> Line:
    """Return one row of lines.csv."""
    edges = ";".join(f"{word.box.x0:.1f} {word.box.x1:.1f}" for word in text.line.words)
    return Line(
        page.page, text.index, text.block, text.kind, text.line.text, *shown(page, text.line.box), edges,
        round(text.line.confidence, 2),
    )  # fmt: skip


Rows = tuple[
    tuple[Page, ...], tuple[Table, ...], tuple[Region, ...], tuple[Cell, ...], tuple[Line, ...], tuple[Unread, ...]
]


def assembled(readings: Sequence[PageReading]) -> Rows:
    """Return the rows of all files for the pages of a document."""
    running = running_grids(readings)
    readings = [without_running_grids(reading, running) for reading in readings]
    pages = {reading.page: reading for reading in readings}
    texts = classified(readings)
    parts = parts_of(readings, texts)
    tables, regions, cells = [], [], []
    captioned: set[tuple[int, int]] = set()
    for number, joined in enumerate(merged(parts), 1):
        table_id = f"t{number:02d}"
        first = joined.parts[0]
        caption = caption_above(above(first, texts, parts), first.grid.frame.box)
        captioned |= {(t.page, t.index) for t in caption.lines}
        tables.append(table_row(table_id, joined, caption, section_of(first, texts, caption)))
        regions.extend(region_rows(table_id, joined, pages))
        cells.extend(cell_rows(table_id, joined, pages))
    texts = [replace(t, kind="caption") if (t.page, t.index) in captioned else t for t in texts]
    lines = line_rows(in_blocks(texts), pages)
    return page_rows(readings), tuple(tables), tuple(regions), tuple(cells), lines, unread_pages(readings)


def without_running_grids(page: PageReading, running: set[Spot]) -> PageReading:
    """Return a page whose headers and footers that are drawn as tables became lines."""
    kept = [grid for index, grid in enumerate(page.grids) if (page.page, index) not in running]
    if len(kept) == len(page.grids):
        return page
    gone = [grid for index, grid in enumerate(page.grids) if (page.page, index) in running]
    lines = [line for grid in gone for cell in grid.cells for line in cell.lines]
    ordered = sorted([*page.lines, *lines], key=lambda line: (line.base, line.box.x0))
    return replace(page, grids=tuple(kept), lines=tuple(ordered))


def unread_pages(readings: Sequence[PageReading]) -> tuple[Unread, ...]:
    """Return the pages whose text cannot be used."""
    bad = [p for p in readings if p.status in ("scan", "unreadable")]
    return tuple(
        Unread(
            f"u{n:03d}",
            "page",
            p.page,
            "",
            None,
            None,
            "",
            p.reason,
            0.0,
            0.0,
            round(p.shown_width, 2),
            round(p.shown_height, 2),
        )
        for n, p in enumerate(bad, 1)
    )
