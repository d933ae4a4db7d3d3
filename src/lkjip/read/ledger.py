"""From the rows of a table to subjects and facts; a number that finds no meaning is listed as unread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.read.columns import Column, contents
from lkjip.read.grid import Grid
from lkjip.read.labels import Label, Labels
from lkjip.read.levels import Line
from lkjip.read.manual import Manual
from lkjip.read.numbers import parse
from lkjip.read.scales import band
from lkjip.read.subjects import Context, Found, Owner, subject, subjects
from lkjip.read.values import MONEY, SEVERAL, Value, mixed, source_text, values
from lkjip.read.weighing import weighed
from lkjip.records import Cell, Fact, Subject, Unread

WITH_SATUAN: Final = (measures.TARGET, measures.REALISASI, measures.BATAS_BAWAH, measures.BATAS_ATAS)
LEFT: Final = {
    measures.ANGGARAN: measures.SISA_ANGGARAN,
    measures.REALISASI_ANGGARAN: measures.SISA_ANGGARAN,
    measures.PERSEN_SERAPAN: measures.PERSEN_SISA,
}
GRADE_WORDS: Final = 5  # in a column of grades; more words explain one
NUMERIC: Final = re.compile(r"[^\W\d_]{4}")


@dataclass
class Ledger:
    """The subjects, facts and unread cells of one table."""

    subjects: list[Subject] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def ledger(grid: Grid, columns: tuple[Column, ...], context: Context) -> Ledger:
    """Read one table whose role is known."""
    role = grid.table.role
    if role in ("contents", "text"):
        return Ledger()
    if role == "scale":
        return scale_ledger(grid, columns, context)
    labels = Labels(grid, columns)
    found = weighed(walk(grid, columns, labels, context.manual))
    rows, lines = subjects(found, labels, context)
    facts = [fact(item, rows[item.owner.id], labels, context) for item in found]
    return Ledger(list(rows.values()), numbered(with_savings(facts, lines)), unread(grid, columns))


def walk(grid: Grid, columns: tuple[Column, ...], labels: Labels, manual: Manual) -> Iterator[Found]:
    """Yield every value of a table, row by row, with the label that it belongs to."""
    shared = any(mixed(grid, column) for column in columns if column.is_measure)
    money = {column.index for column in columns if column.is_measure and contents(grid, column.index).of_amounts}
    for row in grid.body_rows:
        counts = column_numbers([cell for cell in grid.row(row) if columns[cell.column].is_measure], money)
        for cell in grid.row(row):
            column = columns[cell.column]
            if cell in counts:
                continue
            if column.is_measure:
                for value in values(cell, column, shared, manual):
                    yield placed(cell, column, value, labels)
            elif column.meaning == "kategori" and 0 < len(cell.text.split()) <= GRADE_WORDS:
                value = Value(measures.KATEGORI, None, 0, cell.text.strip(), "kategori")
                yield placed(cell, column, value, labels)


def column_numbers(cells: list[Cell], money: set[int]) -> list[Cell]:
    """Return the cells of a row that repeat the numbers of the columns where amounts should stand: "3 | 4 | 5"."""
    plain = [cell for cell in cells if re.fullmatch(r"\(?\d{1,2}\)?", cell.text.strip())]
    steps = {int(b.text.strip(" ()")) - int(a.text.strip(" ()")) for a, b in pairwise(plain)}
    amounts = [cell for cell in plain if cell.column in money]
    return plain if len(amounts) >= 2 and steps == {1} and len(plain) + 1 >= len(cells) else []


def placed(cell: Cell, column: Column, value: Value, labels: Labels) -> Found:
    """Find the label of a value: a budget line for money, an indikator for the rest."""
    money = value.money or (value.measure == measures.LAIN and column.meaning in MONEY)
    label = (labels.money if money else labels.performance)(cell.row, cell.column)
    return Found(cell, column, value, Owner(cell, label, money, value.item, value.items))


def with_savings(facts: list[Fact], lines: dict[str, Line]) -> list[Fact]:
    """Give what a line "Jumlah efisiensi" or "Sisa" prints to the total above it, as what is left of that."""
    totals: dict[str, str] = {}
    last = ""
    for name, line in lines.items():
        last = name if line.level == "total" else last
        if line.level == "sisa" and last:
            totals[name] = last
    return [
        replace(row, subject_id=totals[row.subject_id], measure=LEFT[row.measure])
        if row.subject_id in totals and row.measure in LEFT
        else row
        for row in facts
    ]


def fact(item: Found, subject: Subject, labels: Labels, context: Context) -> Fact:
    """Return one fact."""
    cell, value = item.cell, item.value
    unit = value.unit
    if not unit and value.measure in WITH_SATUAN:
        unit = context.manual.unit(labels.satuan(cell.row, item.column)) or subject.satuan
    return Fact(
        document=context.document,
        fact_id=f"{cell.table_id}-r{cell.row:02}-c{cell.column}",
        subject_id=subject.subject_id,
        subject=subject.uraian,
        measure=value.measure,
        period=labels.year(cell.row, item.column) or item.column.period,
        unit=unit,
        value=value.value,
        decimals=value.decimals,
        printed=value.printed,
        guess=named_apart(value.guess, item, subject),
        source="table",
        page=cell.page,
        table_id=cell.table_id,
        row=cell.row,
        column=cell.column,
        x0=cell.x0,
        y0=cell.y0,
        x1=cell.x1,
        y1=cell.y1,
    )


def named_apart(guess: str, item: Found, subject: Subject) -> str:
    """Return a guess without that of several values in one cell, where as many names say whose each of them is."""
    alone = item.owner.item and subject.uraian != item.owner.label.text
    return "; ".join(why for why in guess.split("; ") if why != SEVERAL) if alone else guess


def numbered(facts: list[Fact]) -> list[Fact]:
    """Number the facts of each cell: t08-r12-c3-0, t08-r12-c3-1."""
    seen: dict[str, int] = {}
    result = []
    for row in facts:
        seen[row.fact_id] = seen.get(row.fact_id, -1) + 1
        result.append(replace(row, fact_id=f"{row.fact_id}-{seen[row.fact_id]}"))
    return result


def unread(grid: Grid, columns: tuple[Column, ...]) -> list[Unread]:
    """List the cells that hold numbers under headings that are not understood."""
    found = []
    for column in columns:
        if column.kind != "unknown":
            continue
        heading = " / ".join(column.headings)
        reason = f"the heading {heading!r} is not understood" if heading else "no heading stands above it"
        for cell in grid.body(column.index):
            if parse(source_text(cell)) and not NUMERIC.search(cell.text):
                found.append(unread_cell(cell, reason))
    return found


def unread_cell(cell: Cell, reason: str) -> Unread:
    """Return a number cell as not understood."""
    return Unread(
        unread_id=f"{cell.table_id}-r{cell.row:02}-c{cell.column}",
        kind="number",
        page=cell.page,
        table_id=cell.table_id,
        row=cell.row,
        column=cell.column,
        text=cell.text,
        reason=reason,
        x0=cell.x0,
        y0=cell.y0,
        x1=cell.x1,
        y1=cell.y1,
    )


def scale_ledger(grid: Grid, columns: tuple[Column, ...], context: Context) -> Ledger:
    """Read a table of bands: each row a grade, with the bounds of its band."""
    result = Ledger()
    labels = Labels(grid, columns)
    for row in grid.body_rows:
        found = band(grid.row(row), columns, context.manual)
        if not found:
            continue
        name, parts = found
        owner = Owner(name, Label(name.text, name.column, "skala", True, ()), False)
        about = replace(subject(owner, None, labels, context), level="skala", sasaran="")
        items = [Found(cell, columns[cell.column], value, owner) for cell, value in parts]
        result.subjects.append(about)
        result.facts += [replace(fact(item, about, labels, context), period="") for item in items]
    return Ledger(result.subjects, numbered(result.facts))
