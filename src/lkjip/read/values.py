"""What the numbers and grades in one cell say: a cell can hold an amount, a share of it and a count at once."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.read.columns import AMOUNT, AMOUNTS, Column
from lkjip.read.grid import Grid
from lkjip.read.manual import Manual
from lkjip.read.numbers import BREAK, PERCENT, RUPIAH, Number, parse
from lkjip.read.words import fold
from lkjip.records import Cell

SHARES: Final = frozenset({measures.CAPAIAN, measures.PERSEN_SERAPAN, measures.PERSEN_SISA, measures.EFISIENSI})
MONEY: Final = AMOUNTS | {measures.PERSEN_SERAPAN, measures.PERSEN_SISA}
OF_MONEY: Final = {measures.TARGET: measures.ANGGARAN, measures.REALISASI: measures.REALISASI_ANGGARAN}
OF_PERFORMANCE: Final = {money: performance for performance, money in OF_MONEY.items()}
SEVERAL: Final = "one of several values in its cell"
RANGE: Final = "one end of a range"
DASH: Final = re.compile(r"\s*[-\u2013\u2022]")
BLANK: Final = re.compile(r"^[\s\-\u2212\u2013\u2014.,_:;*/()]*$|^(?:nihil|n/?a|tad|tidak ada|belum ada)\.?$", re.I)


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a grade in a cell, with what it measures."""

    measure: str
    value: Decimal | None
    decimals: int
    printed: str
    unit: str
    guess: str = ""
    item: int = 0  # 1, 2, ... where the cell holds several values of one measure
    items: int = 0  # how many these are

    @property
    def money(self) -> bool:
        """Tell whether it is about a budget line rather than an indikator."""
        return self.measure in MONEY


def source_text(cell: Cell) -> str:
    """Return a cell's text with its line breaks marked."""
    return cell.lines if cell.lines else cell.text


def mixed(grid: Grid, column: Column) -> bool:
    """Tell whether a column holds amounts and counts in the same cells: "Rp 85.669.400 - 85,16 Persen"."""
    if column.meaning not in OF_MONEY and column.meaning not in OF_PERFORMANCE:
        return False
    found = [numbers for cell in grid.body(column.index) if (numbers := parse(source_text(cell)))]
    both = [numbers for numbers in found if large(numbers[0]) and any(x.unit not in ("", RUPIAH) for x in numbers[1:])]
    return len(both) * 3 >= len(found) > 0


def large(number: Number) -> bool:
    """Tell whether a number is an amount by its currency or size."""
    return number.unit == RUPIAH or (number.unit == "" and abs(number.value) >= AMOUNT)


def values(cell: Cell, column: Column, is_mixed: bool, manual: Manual) -> list[Value]:
    """Return what a cell in a column of a measure says: its numbers in order, then its grades."""
    text = source_text(cell)
    numbers = parse(text, column.style)
    pairs = [(number, share_base(numbers, position, text)) for position, number in enumerate(numbers)]
    found = [valued(number, base, column, is_mixed) for number, base in pairs]
    found = itemised([fitted(value, column, manual) for value in found])
    return found + grades(cell, numbers, manual)


def share_base(numbers: list[Number], position: int, text: str) -> Number | None:
    """Return the number that a percentage in brackets is a share of: the one right before it, with no dash between.

    The dash of a list that begins a line is none of an amount at the end of the line above: "Rp 1.788.009.890,".
    """
    number = numbers[position]
    before = numbers[position - 1] if position else None
    if before is None or number.unit != PERCENT or not number.bracketed or before.unit == PERCENT:
        return None
    _, line, opening = text[: number.start].rpartition(BREAK)
    listed = line and DASH.match(opening)
    return None if listed or DASH.search(text[before.end : number.start]) else before


def valued(number: Number, base: Number | None, column: Column, is_mixed: bool) -> Value:
    """Say what one number measures, by its column, its unit and the number that it is a share of."""
    measure, guess = measured(number, base, column, is_mixed)
    if number.mark in ("from", "to"):
        measure = measures.BATAS_BAWAH if number.mark == "from" else measures.BATAS_ATAS
        guess = RANGE
    reasons = "; ".join(filter(None, (number.guess, guess)))
    return Value(measure, number.value, number.decimals, number.printed, number.unit, reasons)


def measured(number: Number, base: Number | None, column: Column, is_mixed: bool) -> tuple[str, str]:
    """Return the measure of a number and what had to be guessed for it."""
    meaning = column.meaning
    if base is not None:
        return share_of(base, meaning)
    if meaning in AMOUNTS:
        if number.unit == PERCENT:
            return measures.LAIN, "a percentage in a column of amounts"
        if number.unit not in ("", RUPIAH) and is_mixed:
            return OF_PERFORMANCE.get(meaning, measures.LAIN), ""
    if meaning in OF_MONEY and is_mixed and large(number):
        return OF_MONEY[meaning], ""
    if meaning in SHARES and large(number) and number.unit != PERCENT:
        return measures.LAIN, "an amount in a column of percentages"
    return meaning, ""


def share_of(before: Number, meaning: str) -> tuple[str, str]:
    """Return what a percentage in brackets behind another number measures."""
    if meaning in (measures.REALISASI, measures.REALISASI_ANGGARAN):
        return (measures.PERSEN_SERAPAN, "") if large(before) else (measures.CAPAIAN, "")
    if meaning in (measures.SISA_ANGGARAN,):
        return measures.PERSEN_SISA, ""
    return measures.LAIN, "a percentage in brackets where none is due"


def fitted(value: Value, column: Column, manual: Manual) -> Value:
    """Give a value its unit in the manual's spelling: its own, its column's, or the one its measure always has."""
    unit = manual.unit(value.unit) if value.unit else ""
    if not unit and value.measure == column.meaning:
        unit = column.unit
    if not unit:
        unit = RUPIAH if value.measure in AMOUNTS else PERCENT if value.measure in SHARES else ""
    return replace(value, unit=unit)


def itemised(found: list[Value]) -> list[Value]:
    """Number the values of one measure where a cell holds several that differ."""
    several = {value.measure for value in found if len({v.value for v in found if v.measure == value.measure}) > 1}
    several.discard(measures.LAIN)
    count = Counter(value.measure for value in found)
    seen: Counter[str] = Counter()
    result = []
    for value in found:
        if value.measure in several:
            seen[value.measure] += 1
            guess = "; ".join(filter(None, (value.guess, SEVERAL)))
            value = replace(value, item=seen[value.measure], items=count[value.measure], guess=guess)
        result.append(value)
    return result


def grades(cell: Cell, numbers: Iterable[Number], manual: Manual) -> list[Value]:
    """Return the grade that stands in a cell, beside its numbers or alone: "80,10 (A)", "Cukup Berhasil"."""
    rest = source_text(cell)
    for number in sorted(numbers, key=lambda number: -number.start):
        rest = rest[: number.start] + " " + rest[number.end :]
    word = " ".join(rest.replace(BREAK, " ").split()).strip(" ()[]\"'-:;,.*")
    if not word or fold(word) not in manual.categories:
        return []
    return [Value(measures.KATEGORI, None, 0, word, "kategori")]


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell says that there is nothing: a dash, "nihil"."""
    return bool(BLANK.match(cell.text.strip()))
