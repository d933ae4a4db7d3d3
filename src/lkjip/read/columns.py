"""What each column of a table holds: the meaning of its headings, checked against its values."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.read.digits import NumberStyle, style_of
from lkjip.read.grid import Grid
from lkjip.read.headings import BARE, PREVIOUS, YEAR, Sense, sense
from lkjip.read.manual import Manual
from lkjip.read.numbers import Number, cores, parse

LABELS: Final = frozenset(
    """nomor kode tujuan sasaran indikator program kegiatan sub_kegiatan uraian satuan unsur komponen keterangan
    penanggung_jawab formula sumber urusan kategori interval tahun""".split()  # noqa: SIM905, a list of words reads better
)
AMOUNT: Final = 100_000  # rupiah: indices, percentages and most counts are smaller
NUMERAL: Final = re.compile(
    r"^\(?(?:\d{1,3}|[ivxl]{1,5}|[a-z])[.)]{0,2}$|^\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?$|^\d{1,2}(?:\.\d{1,4}){2,}\.?$",
    re.I,
)
CAPTIONED: Final = ("target", "realisasi", "capaian", "anggaran")
WORD: Final = re.compile(r"[^\W\d_]{2}")
YEARS: Final = "tahun"  # of rows that are a year each
SHARES: Final = (measures.CAPAIAN, measures.PERSEN_SERAPAN)
PLANS: Final = frozenset({"renstra", "iku"})
AMOUNTS: Final = frozenset(measures.BUDGET) - {measures.PERSEN_SERAPAN, measures.PERSEN_SISA}
PEOPLE: Final = re.compile(r"\b(?:jiwa|orang|penduduk|laki|perempuan|kk)\b|^\s*[LP]\s*$", re.I)  # are whole
REVENUE: Final = re.compile(r"\b(?:pendapatan|retribusi|pajak|pad|pads|penerimaan)\b", re.I)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its headings say and how it writes numbers."""

    index: int
    headings: tuple[str, ...]
    kind: str  # measure, label, numbering, satuan, unknown
    meaning: str  # a measure of lkjip.measures, a label, or empty
    group: str  # anggaran, kinerja, or empty
    period: str
    unit: str
    style: NumberStyle
    reason: str  # how the heading was understood, or why not

    @property
    def is_measure(self) -> bool:
        """Tell whether its numbers become facts."""
        return self.kind == "measure"


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a column below its headings."""

    texts: tuple[str, ...]
    numbers: tuple[Number, ...]

    @property
    def of_amounts(self) -> bool:
        """Tell whether most of its numbers are as large as money."""
        plain = [number for number in self.numbers if number.unit != "persen"]
        return 2 * sum(abs(number.value) >= AMOUNT for number in plain) > len(plain)

    @property
    def in_rupiah(self) -> bool:
        """Tell whether every text in it is an amount in rupiah alone."""
        first = [parse(text)[:1] for text in self.texts if parse(text)]
        alone = len(self.numbers) == len(first)
        return alone and bool(first) and all(numbers[0].unit == "rupiah" for numbers in first)

    @property
    def years(self) -> bool:
        """Tell whether it holds years only, each row its own."""
        return len(self.texts) > 1 and all(YEAR.fullmatch(text) for text in self.texts)

    @property
    def running(self) -> bool:
        """Tell whether its numbers never fall, as those of a list."""
        return all(one.value <= other.value for one, other in pairwise(self.numbers))

    @property
    def numerals(self) -> bool:
        """Tell whether it holds list numbers only."""
        return bool(self.texts) and all(NUMERAL.match(text) for text in self.texts)


def contents(grid: Grid, column: int) -> Contents:
    """Collect what stands in a column."""
    texts = tuple(cell.text.strip() for cell in grid.body(column))
    return Contents(texts, tuple(number for text in texts for number in parse(text)))


def columns(grid: Grid, manual: Manual, year: str) -> tuple[Column, ...]:
    """Return what every column of a table holds; `year` is the document's."""
    held = [contents(grid, index) for index in range(grid.table.columns)]
    senses = [sense(grid.headings(index), manual) for index in range(grid.table.columns)]
    caption = of_caption(grid, manual)
    senses = [measured(s, caption) for s in senses]
    by_size = not any(s.meaning in ("indikator", "satuan") for s in senses)
    money = [content.in_rupiah or (by_size and content.of_amounts) for content in held]
    senses = with_groups(senses, money, earns(grid))
    found = [column(grid, index, senses[index], held[index]) for index in range(len(senses))]
    caption = replace(caption, period=year_of(senses, caption, year))
    return tuple(dated(c, senses, caption, year) for c in with_comparisons(beside_units(found, held)))


def of_caption(grid: Grid, manual: Manual) -> Sense:
    """Return what the caption says; a plan that names no measure holds targets."""
    found = sense((grid.table.caption,), manual)
    plans = any(role in PLANS for _, role in manual.hints(grid.table.caption))
    return replace(found, meaning="target", group="kinerja") if plans and found.meaning not in CAPTIONED else found


def measured(found: Sense, caption: Sense) -> Sense:
    """Take the measure from the caption where a column's heading is a year only, or "Jumlah (Rp)"."""
    if found.meaning == "jumlah" and found.unit == "rupiah" and caption.group == "anggaran":
        return replace(found, meaning=caption.meaning, group="anggaran", reason=f"{found.reason}; money by the caption")
    if found.meaning or not (found.period or found.quarter) or caption.meaning not in CAPTIONED:
        return found
    group = found.group or caption.group
    return replace(found, meaning=caption.meaning, group=group, reason=f"{found.reason}; measure from the caption")


def earns(grid: Grid) -> bool:
    """Tell whether a table is about revenue, where target and realisasi in rupiah are no budget."""
    labels = [cell.text for row in grid.body_rows[:6] for cell in grid.row(row)[:2]]
    return bool(REVENUE.search(grid.table.caption)) or sum(bool(REVENUE.search(text)) for text in labels) >= 2


def with_groups(senses: list[Sense], money: list[bool], earns: bool) -> list[Sense]:
    """Say of each target, realisasi and percentage whether it is about performance or money, by its neighbours."""
    performance = any(s.group == "kinerja" or (s.meaning == "target" and s.group != "anggaran") for s in senses)
    due = earns and any(s.meaning == "target" for s in senses)
    current = ""
    found = []
    for s, amounts in zip(senses, money, strict=True):
        if due and s.meaning in ("target", "realisasi"):
            s = replace(s, group="kinerja")
        elif s.meaning in ("target", "realisasi") and not s.group:
            s = replace(s, group="kinerja" if earns else "anggaran" if amounts else inherited(s, current))
        elif s.meaning in ("persen", "capaian") and not s.group:
            s = replace(s, group=current if s.meaning == "persen" or not performance else "kinerja")
        current = s.group or current
        found.append(s)
    return found


def inherited(found: Sense, current: str) -> str:
    """Return the group of a target or realisasi without amounts: a realisasi follows its neighbour to the left."""
    return current if found.meaning == "realisasi" and current else "kinerja"


def column(grid: Grid, index: int, found: Sense, held: Contents) -> Column:
    """Return one column; what it holds can overrule its heading."""
    meaning = final(found) or (YEARS if held.years else "")
    people = meaning == measures.JUMLAH and any(PEOPLE.search(text) for text in grid.headings(index))
    whole = meaning in AMOUNTS or found.unit == "rupiah" or people
    style = style_of([core for text in held.texts for core in cores(text)], whole)
    kind = kind_of(meaning, held, any(WORD.search(text) for text in grid.headings(index)))
    return Column(
        index, grid.headings(index), kind, meaning, found.group, found.period, found.unit, style, found.reason
    )


def kind_of(meaning: str, held: Contents, headed: bool) -> str:
    """Return what a column of this meaning is: measure, numbering, satuan, label or unknown.

    Small numbers under words that nobody knows count something, unless they run on like those of a list.
    """
    if meaning in measures.ALL and meaning not in LABELS:
        return "measure"
    listed = held.numerals and (held.running or not headed or bool(meaning))
    if meaning in ("nomor", "kode") or (listed and meaning not in ("interval", "kategori", "satuan", "nilai")):
        return "numbering"
    return "satuan" if meaning == "satuan" else "label" if meaning in LABELS else "unknown"


def final(found: Sense) -> str:
    """Return the measure or label that a heading's words and group amount to."""
    money = found.group == "anggaran"
    match found.meaning:
        case "target":
            return measures.ANGGARAN if money else measures.TARGET
        case "realisasi":
            if money:
                return measures.PERSEN_SERAPAN if found.unit == "persen" else measures.REALISASI_ANGGARAN
            return measures.REALISASI
        case "capaian" | "persen":
            return measures.PERSEN_SERAPAN if money else measures.CAPAIAN
        case "sisa":
            return measures.PERSEN_SISA if found.unit == "persen" else measures.SISA_ANGGARAN
        case "target_akhir":
            return measures.TARGET
        case _:
            return found.meaning


def beside_units(found: list[Column], held: list[Contents]) -> list[Column]:
    """Take a wordy column right of a number column under the same headings as its units: "100 | Persen"."""
    result = list(found)
    for left, right in pairwise(found):
        content = held[right.index]
        wordy = not content.numbers and any(re.search(r"[a-z]{2}", text, re.I) for text in content.texts)
        if wordy and right.is_measure and held[left.index].numbers and under_one(left.headings, right.headings):
            result[right.index] = replace(right, kind="satuan", meaning="satuan", reason="words beside numbers")
            if not left.is_measure:
                result[left.index] = replace(right, index=left.index, headings=left.headings, style=left.style)
    return result


def under_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two columns stand under the same headings, a letter of their own aside: "K" beside "Rp"."""
    return left == right or (len(right) > 1 and left == right[:-1] and len(right[-1]) == 1)


def with_comparisons(found: list[Column]) -> list[Column]:
    """A bare percentage behind one measure in two years, or behind a change, tells the change: it is no capaian."""
    result = list(found)
    for left, right in pairwise(found):
        if left.meaning == measures.SELISIH and BARE in right.reason and right.meaning in SHARES:
            result[right.index] = replace(right, meaning=measures.SELISIH, reason="a change in per cent")
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        pair = first.meaning == second.meaning and first.period != second.period and first.is_measure
        if pair and third.meaning == measures.CAPAIAN and BARE in third.reason and not third.period:
            result[third.index] = replace(third, meaning=measures.LAIN, reason="a year against another")
    return result


def year_of(senses: list[Sense], caption: Sense, year: str) -> str:
    """Return the year of columns that name none: the caption's, unless the only year in a heading is the document's.

    A table copied from last year's report keeps its caption longer than its headings.
    """
    named = {s.period for s in senses if s.period}
    return year if named == {year} else caption.period


def dated(column: Column, senses: list[Sense], caption: Sense, year: str) -> Column:
    """Fill in a measure's year: from its headings, else the caption, else the document."""
    if column.period.startswith(PREVIOUS):
        return replace(column, period=str(int(year) - 1) if year.isdigit() else "")
    if not column.is_measure or column.period:
        return column
    found = senses[column.index]
    if found.meaning == "target_akhir":
        return replace(column, period=found.last or caption.last)
    quarter = f"-{found.quarter}" if found.quarter else ""
    return replace(column, period=f"{caption.period or year}{quarter}")
