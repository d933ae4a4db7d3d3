"""A table as rows and columns: which cell covers a place, which rows are headings, and what stands above a column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lkjip.read.doubt import SURE
from lkjip.read.manual import Manual
from lkjip.read.numbers import parse
from lkjip.read.words import fold
from lkjip.records import Cell, Table

COUNTED: Final = re.compile(r"^\(?\d{1,2}[.)]?\)?[a-z]?(?:\s?[=+\-:/x(]\s?\(?\d{1,2}\)?.*)?$", re.I)
CLEAR: Final = 4  # column numbers for each that a scan lost
SENTENCE: Final = 7  # words: headings are shorter
MARKED_YEAR: Final = re.compile(r"^(?:19|20)\d{2}\s?\*{0,3}\)?$")
YEAR: Final = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)")


@dataclass(frozen=True)
class Grid:
    """A table with its cells; rows and columns count from 0, as in the file."""

    table: Table
    cells: tuple[Cell, ...]
    header_rows: tuple[int, ...]
    body_rows: tuple[int, ...]

    @cached_property
    def places(self) -> dict[tuple[int, int], Cell]:
        """The cell over each (row, column), merged cells at every place that they cover."""
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + max(cell.row_span, 1)):
                for column in range(cell.column, cell.column + max(cell.column_span, 1)):
                    found.setdefault((row, column), cell)
        return found

    @cached_property
    def in_body(self) -> frozenset[int]:
        """The body rows as a set: a table may have thousands."""
        return frozenset(self.body_rows)

    def over(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place."""
        return self.places.get((row, column))

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that stands at a place, not one that only reaches over it from elsewhere."""
        cell = self.places.get((row, column))
        return cell if cell and (cell.row, cell.column) == (row, column) else None

    def headings(self, column: int) -> tuple[str, ...]:
        """Return the headings above a column, from the top down, each merged one once."""
        found = [self.over(row, column) for row in self.header_rows]
        distinct = list(dict.fromkeys(cell for cell in found if cell))
        return tuple(cell.text for cell in distinct)

    def body(self, column: int) -> list[Cell]:
        """Return the body cells that stand in a column."""
        return [cell for row in self.body_rows if (cell := self.at(row, column))]

    @cached_property
    def by_row(self) -> dict[int, list[Cell]]:
        """The cells that stand in each row, from the left."""
        found: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            found.setdefault(cell.row, []).append(cell)
        return found

    def row(self, row: int) -> list[Cell]:
        """Return the cells that stand in a row, from the left."""
        return self.by_row.get(row, [])


def grids(tables: Iterable[Table], cells: Iterable[Cell], manual: Manual) -> list[Grid]:
    """Return the tables with their cells; rows that were taken for the wrong kind are put right."""
    of_table: dict[str, list[Cell]] = {}
    for cell in cells:
        of_table.setdefault(cell.table_id, []).append(cell)
    return [grid(table, tuple(of_table.get(table.table_id, ())), manual) for table in tables]


def grid(table: Table, cells: tuple[Cell, ...], manual: Manual) -> Grid:
    """Return one table; headings repeated or left below the first line of the body are no body rows."""
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    header: list[int] = []
    body: list[int] = []
    for row in sorted(by_row):
        kind = kind_of(by_row[row], manual)
        if kind == "header" and not body and not across(by_row[row], table):
            header.append(row)
        elif kind == "body" and (header or not across(by_row[row], table)):
            body.append(row)
    return Grid(table, cells, tuple(header), tuple(body))


def across(row: list[Cell], table: Table) -> bool:
    """Tell whether a row is one cell over all columns: a title inside the table."""
    return len(row) == 1 and row[0].column_span >= table.columns > 1


def kind_of(row: list[Cell], manual: Manual) -> str:
    """Tell what a row is: header, numbering (of columns) or body."""
    texts = [cell.text.strip() for cell in row]
    clear = [cell.text.strip() for cell in row if not is_lost(cell)]
    if row[0].kind == "numbering" or (counts_columns(clear) and len(clear) >= CLEAR * (len(row) - len(clear))):
        return "numbering"
    if row[0].kind == "header":
        return "body" if is_line(texts, manual) else "header"
    return "header" if all_headings(texts, manual) or all_years(texts) else "body"


def is_lost(cell: Cell) -> bool:
    """Tell whether a cell of a scan holds one character that was hardly recognised: it may be any column number."""
    text = cell.text.strip()
    return len(text) == 1 and cell.confidence < SURE and not COUNTED.match(text)


def all_years(texts: list[str]) -> bool:
    """Tell whether a row names years only, perhaps with marks for provisional figures: "2014* | 2015**"."""
    return len(texts) >= 2 and all(MARKED_YEAR.match(text) for text in texts)


def is_line(texts: list[str], manual: Manual) -> bool:
    """Tell whether a row taken for a header is a line of the body: few headings in it, but values or sentences."""
    if 2 * sum(known_heading(text, manual) for text in texts) >= len(texts):
        return False
    plain = [YEAR.sub(" ", text) for text in texts]
    values = [text for text in plain if parse(text) and len(re.sub(r"\D", "", text)) >= 3]
    sentences = [text for text in texts if len(text.split()) > SENTENCE]
    return bool(values) or 2 * len(sentences) > len(texts)


def known_heading(text: str, manual: Manual) -> bool:
    """Tell whether a text is a heading that the manual lists, its year and unit aside."""
    bare = fold(re.sub(r"(?:19|20)\d{2}|\(.*?\)", " ", text))
    return any(name in manual.headings_whole for name in (fold(text), bare, bare.removesuffix(" tahun")))


def counts_columns(texts: list[str]) -> bool:
    """Tell whether a row numbers the columns: "1 2 3 4", "(1) (2) (3)", "5 = 4 - 3"."""
    if len(texts) < 3 or not all(COUNTED.match(text) for text in texts):
        return False
    first = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return first == sorted(first) and len(set(first)) == len(first) and first[0] <= 3


def all_headings(texts: list[str], manual: Manual) -> bool:
    """Tell whether a body row holds headings only: "K | Rp.", or the header once more, with column numbers at most."""
    words = [text for text in texts if not COUNTED.match(text)]
    found = [manual.headings_whole.get(fold(text)) for text in words]
    telling = [meaning for meaning in found if meaning and (meaning.meaning or meaning.group)]
    enough = len(telling) >= (1 if len(words) == len(texts) else 3)
    return len(texts) >= 2 and enough and all(known_heading(text, manual) for text in words)
