"""From the rows of a table to subjects and facts; a number that finds no meaning is listed as unread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lkjip import measures
from lkjip.read.columns import Column
from lkjip.read.grid import Grid
from lkjip.read.hierarchy import Line, arrange, summed
from lkjip.read.labels import NOBODY, Label, Labels
from lkjip.read.manual import Manual
from lkjip.read.numbers import parse
from lkjip.read.scales import band
from lkjip.read.values import MONEY, Value, mixed, source_text, values
from lkjip.read.words import fold, key
from lkjip.records import Cell, Fact, Subject, Table, Unread

Kind = Literal["indikator", "anggaran", "skala", "unsur", "sakip", "jumlah", "lain"]
KINDS: Final[dict[str, Kind]] = {"skm": "unsur", "sakip": "sakip", "scale": "skala"}
PLACE: Final = re.compile(r"\b(kelurahan|desa|kecamatan|kel\.|kec\.)\s+((?:[A-Z][\w'-]*\s?){1,3})$", re.I)
WITH_SATUAN: Final = (measures.TARGET, measures.REALISASI, measures.BATAS_BAWAH, measures.BATAS_ATAS)
BUDGET_LABELS: Final = ("program", "kegiatan", "sub_kegiatan", "uraian")
LEFT: Final = {
    measures.ANGGARAN: measures.SISA_ANGGARAN,
    measures.REALISASI_ANGGARAN: measures.SISA_ANGGARAN,
    measures.PERSEN_SERAPAN: measures.PERSEN_SISA,
}
NUMERIC: Final = re.compile(r"[^\W\d_]{4}")


@dataclass(frozen=True)
class Context:
    """What the tables of a document share."""

    document: str
    manual: Manual
    instansi: str = ""


@dataclass
class Ledger:
    """The subjects, facts and unread cells of one table."""

    subjects: list[Subject] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """A value with where it stands and whose it is."""

    cell: Cell
    column: Column
    value: Value
    label: Label
    money: bool


def ledger(grid: Grid, columns: tuple[Column, ...], context: Context) -> Ledger:
    """Read one table whose role is known."""
    role = grid.table.role
    if role in ("contents", "text"):
        return Ledger()
    if role == "scale":
        return scale_ledger(grid, columns, context)
    labels = Labels(grid, columns)
    found = list(walk(grid, columns, labels, context.manual))
    first = {owner(item): item for item in reversed(found)}
    first = {name: first[name] for name in dict.fromkeys(owner(item) for item in found)}
    rows = {name: subject(name, item, labels, context) for name, item in first.items()}
    lines = arranged(found, first, context.manual)
    owners = scoped(with_levels(rows, lines), grid, context)
    facts = [fact(item, owners[owner(item)], labels, context) for item in found]
    return Ledger(list(owners.values()), numbered(with_savings(facts, lines)), unread(grid, columns))


def walk(grid: Grid, columns: tuple[Column, ...], labels: Labels, manual: Manual) -> Iterator[Found]:
    """Yield every value of a table, row by row, with the label that it belongs to."""
    shared = {column.index: mixed(grid, column) for column in columns if column.is_measure}
    for row in grid.body_rows:
        for cell in grid.row(row):
            column = columns[cell.column]
            if column.is_measure:
                for value in values(cell, column, shared[column.index], manual):
                    yield placed(cell, column, value, labels)
            elif column.meaning == "kategori" and cell.text.strip():
                value = Value(measures.KATEGORI, None, 0, cell.text.strip(), "kategori")
                yield placed(cell, column, value, labels)


def placed(cell: Cell, column: Column, value: Value, labels: Labels) -> Found:
    """Find the label of a value: a budget line for money, an indikator for the rest."""
    money = value.money or (value.measure == measures.LAIN and column.meaning in MONEY)
    label = (labels.money if money else labels.performance)(cell.row, cell.column)
    return Found(cell, column, value, label, money)


def owner(item: Found) -> str:
    """Return the id of the subject that a value belongs to."""
    part = f".{item.value.item}" if item.value.item else ""
    column = "" if item.label is NOBODY else item.label.column
    return f"{item.cell.table_id}-r{item.cell.row:02}-{'b' if item.money else 'i'}{column}{part}"


def subject(name: str, item: Found, labels: Labels, context: Context) -> Subject:
    """Return the subject of a value, its level and parent still open."""
    cell, label = item.cell, item.label
    kind: Kind = "anggaran" if item.money else KINDS.get(labels.grid.table.role, "indikator")
    uraian = label.text if not item.value.item else part_of(label.text, item.value.item)
    known = label.own and (not item.value.item or uraian != label.text)
    satuan = "" if item.money else labels.satuan(cell.row, item.column)
    return Subject(
        subject_id=name,
        source="table",
        page=cell.page,
        table_id=cell.table_id,
        row=cell.row,
        block_id="",
        kind=kind,
        level=label.meaning if label.meaning in ("indikator", "unsur", "komponen", "sasaran", "tujuan") else "",
        parent_id="",
        number=label.number,
        uraian=uraian,
        key=key(uraian) if known else "",
        satuan=context.manual.unit(satuan) if satuan else "",
        arah=direction(labels, cell.row),
        sasaran=labels.covering(cell.row, "sasaran", item.column.index),
        scope="",
    )


def direction(labels: Labels, row: int) -> Literal["naik", "turun", ""]:
    """Return whether higher or lower is better, where the row says it."""
    said = labels.direction(row)
    return "turun" if said == "turun" else "naik" if said == "naik" else ""


def part_of(text: str, item: int) -> str:
    """Return the item of a bulleted name that belongs to one of several values: "- A - B" has two."""
    parts = [part.strip() for part in re.split(r"(?:^|\s)[-•▪]\s*(?=[A-Z])", text) if part.strip()]
    return parts[item - 1] if len(parts) > 1 and item <= len(parts) else text


def arranged(found: list[Found], first: dict[str, Found], manual: Manual) -> dict[str, Line]:
    """Return the lines of a table with levels and parents; budget lines nest, indikator only add up."""
    lines = {name: Line(item.cell.row, item.label, {}) for name, item in first.items() if not item.value.item}
    for item in found:
        line = lines.get(owner(item))
        if line and item.value.value is not None and item.column.index not in line.amounts:
            line.amounts[item.column.index] = item.value.value
    nested = {name for name in lines if first[name].money or first[name].label.meaning in BUDGET_LABELS}
    arrange([lines[name] for name in lines if name in nested], manual)
    summed([lines[name] for name in lines if name not in nested], manual)
    return lines


def with_levels(rows: dict[str, Subject], lines: dict[str, Line]) -> dict[str, Subject]:
    """Write levels and parents into the subjects; an unnamed line above all others is the instansi's."""
    names = {id(line): name for name, line in lines.items()}
    top = min((row.row for row in rows.values() if row.row is not None), default=None)
    result = dict(rows)
    for name, line in lines.items():
        own = rows[name]
        parent = names[id(line.parent)] if line.parent else ""
        kind: Kind = "jumlah" if line.level in ("total", "rata_rata") else own.kind
        level = line.level or own.level or line.label.meaning
        if not own.uraian and own.kind == "anggaran" and own.row == top:
            level = "instansi"
        result[name] = replace(own, level=level, parent_id=parent, kind=kind, key="" if kind == "jumlah" else own.key)
    return result


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


def scoped(rows: dict[str, Subject], grid: Grid, context: Context) -> dict[str, Subject]:
    """Say which part of the instansi each subject covers: by the caption, or by lines that name several parts."""
    table = grid.table
    whole = scope_of(table, context.instansi)
    heads = {row.row: fold(row.uraian) for row in rows.values() if row.level == "instansi" and row.uraian}
    result = {}
    for name, row in rows.items():
        above = [at for at in heads if row.row is not None and at is not None and at <= row.row]
        scope = heads[max(above)] if len(heads) > 1 and above else whole
        full = row.level == "instansi" and not row.uraian and context.instansi
        result[name] = replace(row, scope=scope, key=key(context.instansi) if full and not scope else row.key)
    return result


def scope_of(table: Table, instansi: str) -> str:
    """Return the kelurahan or desa that a caption (or the heading above) is about, or "" for the whole instansi."""
    for text in (table.caption, table.section if not table.caption else ""):
        place = PLACE.search(text)
        if place and fold(place[0]) not in fold(instansi) and fold(instansi) not in fold(place[0]):
            return fold(place[0])
    return ""


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
        period=item.column.period,
        unit=unit,
        value=value.value,
        decimals=value.decimals,
        printed=value.printed,
        guess=value.guess,
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
    for row in grid.body_rows:
        found = band(grid.row(row), columns, context.manual)
        if not found:
            continue
        name, parts = found
        label = Label(name.text, name.column, "skala", True, ())
        items = [Found(cell, columns[cell.column], value, label, False) for cell, value in parts]
        labels = Labels(grid, columns)
        owner_row = subject(f"{grid.table.table_id}-r{row:02}-i{name.column}", items[0], labels, context)
        owner_row = replace(owner_row, kind="skala", level="skala", satuan="", sasaran="")
        result.subjects.append(owner_row)
        result.facts += [replace(fact(item, owner_row, labels, context), period="") for item in items]
    result.facts = numbered(result.facts)
    return result
