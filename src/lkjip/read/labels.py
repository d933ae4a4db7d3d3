"""What the numbers of a row are about: the names that stand in its label columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from lkjip.read.columns import NUMERAL, YEARS, Column
from lkjip.read.grid import Grid
from lkjip.read.headings import YEAR
from lkjip.read.words import fold
from lkjip.records import Cell

MONEY: Final = ("sub_kegiatan", "kegiatan", "program", "uraian")
PERFORMANCE: Final = ("indikator",)
OTHERS: Final = ("unsur", "komponen", "indikator", *MONEY, "sasaran", "sumber", "tujuan", "urusan")
INLINE: Final = re.compile(
    r"^\s*(\(?(?:\d{1,2}(?:\.\d{1,4})+|\d{1,2}|[ivxl]{1,5}|[a-z])[.)]|\d{1,2}(?:\.\d{1,4})+|\d{1,2}(?=\s+[a-z]{3})|"
    r"(?-i:[a-z](?=\s+[A-Z])))\s*",
    re.I,
)
LOWER_BETTER: Final = re.compile(
    r"semakin\s+(?:rendah|kecil|sedikit|turun|menurun)[^.;]{0,60}semakin\s+(?:baik|bagus|tinggi)", re.I
)
HIGHER_BETTER: Final = re.compile(
    r"semakin\s+(?:tinggi|besar|banyak|naik|meningkat)[^.;]{0,60}semakin\s+(?:baik|bagus)", re.I
)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of what a row is about, as it stands in one cell."""

    text: str
    column: int
    meaning: str
    own: bool  # it stands in this row, not merged over it from above
    numerals: tuple[tuple[int, str], ...]  # its list numbers: (column, text)

    @property
    def number(self) -> str:
        """Its numbering as printed."""
        return " ".join(text for _, text in self.numerals)


NOBODY: Final = Label("", -1, "", True, ())


@dataclass(frozen=True)
class Labels:
    """Finds the names in the rows of one table."""

    grid: Grid
    columns: tuple[Column, ...]

    def money(self, row: int, before: int) -> Label:
        """Return the budget line of a row: its rightmost own name left of the amounts, else one that covers it."""
        return self.first(row, before, MONEY) or self.first(row, before, OTHERS) or self.anything(row, before)

    def performance(self, row: int, before: int) -> Label:
        """Return the indikator of a row: the nearest to the left of its values."""
        return self.first(row, before, PERFORMANCE) or self.first(row, before, OTHERS) or self.anything(row, before)

    def first(self, row: int, before: int, meanings: tuple[str, ...]) -> Label | None:
        """Return the rightmost name left of a column (else right of it): one of the row itself, else one over it."""
        wanted = [column for column in self.columns if column.meaning in meanings and not column.is_measure]
        left = [column for column in reversed(wanted) if column.index < before]
        right = [column for column in wanted if column.index > before]
        for group in (left, right):
            hits = [hit for column in group if (hit := self.named(row, column))]
            if hits:
                return next((hit for hit in hits if hit.own), hits[0])
        return None

    def own(self, row: int, meanings: tuple[str, ...]) -> list[Label]:
        """Return the names that stand in a row itself, from the left."""
        wanted = [column for column in self.columns if column.meaning in meanings and not column.is_measure]
        found = [self.named(row, column) for column in wanted]
        return [label for label in found if label and label.own]

    def anything(self, row: int, before: int) -> Label:
        """Return the words that a row begins with in whatever column, such as a total's over several columns."""
        for cell in self.grid.row(row):
            if cell.column < before and meaningful(cell.text) and self.numbers(cell.column):
                return Label(cell.text, cell.column, "", True, ())
        return NOBODY

    def named(self, row: int, column: Column) -> Label | None:
        """Return the name in one column of a row, with its numbering."""
        cell = self.grid.over(row, column.index)
        if not cell or cell.column != column.index or not meaningful(cell.text) or cell.row not in self.grid.in_body:
            return None
        return Label(cell.text, column.index, column.meaning, cell.row == row, tuple(self.numerals(cell)))

    def numerals(self, cell: Cell) -> Iterable[tuple[int, str]]:
        """Yield the list numbers left of a name and at its start."""
        for beside in self.grid.row(cell.row):
            if beside.column < cell.column and NUMERAL.match(beside.text.strip()) and self.numbers(beside.column):
                yield beside.column, beside.text.strip()
        inline = INLINE.match(cell.text)
        if inline and len(inline[0]) < len(cell.text):
            yield cell.column, inline[1]

    def numbers(self, column: int) -> bool:
        """Tell whether list numbers can stand in a column."""
        return not self.columns[column].is_measure and self.columns[column].kind != "satuan"

    @cached_property
    def years(self) -> int | None:
        """Return the column that gives each row its year, if there is one."""
        return next((column.index for column in self.columns if column.meaning == YEARS), None)

    def year(self, row: int, column: Column) -> str:
        """Return the year that a row is about where a column of years says so and the heading above names none."""
        if self.years is None or YEAR.search(" ".join(column.headings)):
            return ""
        cell = self.grid.at(row, self.years)
        return cell.text.strip() if cell else ""

    def covering(self, row: int, meaning: str, before: int) -> str:
        """Return the text over a row in the nearest column of a meaning, left of a column if there is one."""
        found = [column for column in self.columns if column.meaning == meaning]
        for column in sorted(found, key=lambda c: (c.index > before, abs(c.index - before))):
            cell = self.grid.over(row, column.index)
            if cell and cell.row in self.grid.in_body and meaningful(cell.text):
                return cell.text
        return ""

    def satuan(self, row: int, column: Column) -> str:
        """Return the unit that a row names for a column: the nearest to its left, or right beside it."""
        found = [c.index for c in self.columns if c.kind == "satuan"]
        beside = column.index + 1
        nearest = [beside] if beside in found and self.columns[beside].reason else []
        for index in nearest + sorted((i for i in found if i < column.index), reverse=True) + found:
            cell = self.grid.over(row, index)
            if cell and cell.row in self.grid.in_body and cell.text.strip():
                return cell.text.strip()
        return ""

    def direction(self, row: int) -> Literal["naik", "turun", ""]:
        """Return "naik" or "turun" where the row says whether higher is better."""
        texts = " ".join(cell.text for cell in self.grid.row(row))
        return "turun" if LOWER_BETTER.search(texts) else "naik" if HIGHER_BETTER.search(texts) else ""


def meaningful(text: str) -> bool:
    """Tell whether a text names something: it has letters and is no list number."""
    return bool(re.search(r"[^\W\d_]{2}", fold(text))) and not NUMERAL.match(text.strip())
