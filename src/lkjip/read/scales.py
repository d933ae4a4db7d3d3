"""Bands of a report's own scale: "≥ 100%" Berhasil, "70% < 100%" Cukup Berhasil."""

import re
from typing import Final

from lkjip import measures
from lkjip.read.columns import Column
from lkjip.read.manual import Manual
from lkjip.read.numbers import Number, parse
from lkjip.read.values import Value, source_text
from lkjip.read.words import fold
from lkjip.records import Cell

UP_TO: Final = re.compile(r"(?i)\b(?:kurang dari|di ?bawah|sampai dengan|maksimal|paling tinggi)\b|^\s*[<≤]")
FROM: Final = re.compile(r"(?i)\b(?:lebih dari|di ?atas|minimal|paling rendah|ke ?atas)\b|^\s*[>≥]|>\s*$")


def band(
    cells: list[Cell], columns: tuple[Column, ...], manual: Manual
) -> tuple[Cell, list[tuple[Cell, Value]]] | None:
    """Return the cell with a row's grade and the values of its band; None where the row has not both."""
    name = grade_cell(cells, columns, manual)
    bounds = [(cell, value) for cell in cells if cell is not name for value in bounds_of(cell, columns[cell.column])]
    if not name or not bounds:
        return None
    return name, [*bounds, (name, Value(measures.KATEGORI, None, 0, name.text.strip(), "kategori"))]


def grade_cell(cells: list[Cell], columns: tuple[Column, ...], manual: Manual) -> Cell | None:
    """Return the cell with a row's grade: a known grade, the longest first, or what stands under "Kategori"."""
    worded = [cell for cell in cells if not re.search(r"\d", cell.text) and columns[cell.column].kind != "numbering"]
    known = [cell for cell in worded if fold(cell.text) in manual.categories]
    headed = [cell for cell in worded if columns[cell.column].meaning == "kategori"]
    return max(
        known or headed, key=lambda cell: (columns[cell.column].meaning == "kategori", len(cell.text)), default=None
    )


def bounds_of(cell: Cell, column: Column) -> list[Value]:
    """Return the ends of the band that a cell names; a lone number needs a word or a sign that says which end it is."""
    if column.kind == "numbering":
        return []
    text = source_text(cell)
    numbers = parse(text)
    if len(numbers) == 1:
        measure = side(numbers[0], text)
        return [bound(numbers[0], measure)] if measure else []
    if len(numbers) == 2:
        low, high = sorted(numbers, key=lambda number: number.value)
        return [bound(low, measures.BATAS_BAWAH), bound(high, measures.BATAS_ATAS)]
    return []


def side(number: Number, text: str) -> str:
    """Return which end of a band a lone number is, or ""."""
    if number.mark in (">", "≥") or FROM.search(text):
        return measures.BATAS_BAWAH
    return measures.BATAS_ATAS if number.mark in ("<", "≤") or UP_TO.search(text) else ""


def bound(number: Number, measure: str) -> Value:
    """Return one end of a band."""
    return Value(measure, number.value, number.decimals, number.printed, number.unit, number.guess)
