"""Small extractions typed by hand: a table is a list of header rows and a list of body rows; "" is an empty cell."""

from decimal import Decimal
from pathlib import Path

from lkjip.extract import Extraction
from lkjip.read import Manual, Reading, read
from lkjip.records import Cell, Fact, Line, Page, Subject, Table

MANUAL = Manual.load(Path(__file__).parents[2] / "data" / "manual")
ACROSS = "<"  # the cell to the left reaches over this place
DOWN = "^"  # the cell above reaches over this place
Rows = list[list[str]]


def table(header: Rows, body: Rows, caption: str = "", table_id: str = "t01") -> tuple[Table, list[Cell]]:
    """Make one table on page 1."""
    grid = header + body
    width = max(len(row) for row in grid)
    made = Table(
        table_id=table_id,
        number="",
        caption=caption,
        section="",
        page=1,
        pages="1",
        rows=len(grid),
        columns=width,
        header_rows=len(header),
        role="",
        role_reason="",
        flavor="lattice",
        accuracy=100.0,
        note="",
    )
    cells = [
        cell((table_id, row, column), text, spans(grid, row, column), row < len(header))
        for row, texts in enumerate(grid)
        for column, text in enumerate(texts)
        if text not in ("", ACROSS, DOWN)
    ]
    return made, cells


def spans(grid: Rows, row: int, column: int) -> tuple[int, int]:
    """Count the rows and columns that the cell at a place reaches over."""
    right = 1
    while column + right < len(grid[row]) and grid[row][column + right] == ACROSS:
        right += 1
    down = 1
    while row + down < len(grid) and len(grid[row + down]) > column and grid[row + down][column] == DOWN:
        down += 1
    return down, right


def cell(place: tuple[str, int, int], text: str, span: tuple[int, int], header: bool) -> Cell:
    """Make one cell; a line break in `text` becomes one in its lines."""
    table_id, row, column = place
    x, y = 50.0 + 60 * column, 100.0 + 20 * row
    lines = text.replace("\n", "\u2028") if "\n" in text else ""
    return Cell(
        table_id=table_id,
        row=row,
        column=column,
        kind="header" if header else "body",
        text=text.replace("\n", " "),
        page=1,
        x0=x,
        y0=y,
        x1=x + 60 * span[1],
        y1=y + 20 * span[0],
        row_span=span[0],
        column_span=span[1],
        lines=lines,
    )


def lines(*texts: str, kind: str = "heading") -> tuple[Line, ...]:
    """Make lines of page 1, each a block of its own."""
    return tuple(
        Line(
            page=1,
            line=number,
            block_id=f"b{number:04}",
            kind="heading" if kind == "heading" else "paragraph",
            text=text,
            x0=50.0,
            y0=50.0 + 15 * number,
            x1=500.0,
            y1=62.0 + 15 * number,
            word_edges=" ".join("50 60" for _ in text.split()).replace(" 50", ";50"),
        )
        for number, text in enumerate(texts)
    )


def extraction(*tables: tuple[Table, list[Cell]], text: tuple[Line, ...] = ()) -> Extraction:
    """Make an extraction of one page."""
    page = Page(
        page=1, width=595.0, height=842.0, rotation=0, characters=1, rules=0, images=0, status="text", reason=""
    )
    return Extraction(
        pages=(page,),
        tables=tuple(made for made, _ in tables),
        regions=(),
        cells=tuple(one for _, cells in tables for one in cells),
        lines=text,
        unread=(),
        sha256="0" * 64,
    )


def reading(*tables: tuple[Table, list[Cell]], text: tuple[Line, ...] = (), manual: Manual = MANUAL) -> Reading:
    """Read tables (and lines) as a document of 2024."""
    cover = text or lines("LAPORAN KINERJA KECAMATAN CONTOH TAHUN 2024")
    return read("contoh", extraction(*tables, text=cover), manual)


def one_table(header: Rows, body: Rows, caption: str = "") -> Reading:
    """Read one table."""
    return reading(table(header, body, caption))


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str, str, str | None]]:
    """Return facts from tables as (subject, measure, period, value)."""
    rows = [fact for fact in facts if fact.source == "table"]
    return [(f.subject, f.measure, f.period, None if f.value is None else plain(f.value)) for f in rows]


def plain(value: Decimal) -> str:
    """Return a value as text without trailing zeros."""
    return f"{value.normalize():f}"


def named(result: Reading, uraian: str) -> Subject:
    """Return the one subject of a name in a table."""
    (found,) = [row for row in result.subjects if row.uraian == uraian and row.source == "table"]
    return found


def parents(result: Reading) -> dict[str, str]:
    """Return the name of every subject's parent by its own name."""
    names = {row.subject_id: row.uraian for row in result.subjects}
    return {row.uraian: names.get(row.parent_id, "") for row in result.subjects if row.source == "table"}
