"""The subjects of a table: what its facts are about, with levels, parents and the part of the instansi they cover."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from lkjip import measures
from lkjip.read.columns import AMOUNTS, Column
from lkjip.read.hierarchy import arrange, summed
from lkjip.read.labels import MONEY, Label, Labels
from lkjip.read.levels import Line
from lkjip.read.manual import Manual
from lkjip.read.values import Value, is_blank
from lkjip.read.words import fold, key
from lkjip.records import Cell, Subject, Table

Kind = Literal["indikator", "anggaran", "skala", "unsur", "sakip", "jumlah", "lain"]
KINDS: Final[dict[str, Kind]] = {"skm": "unsur", "sakip": "sakip", "scale": "skala"}
COUNTS: Final = frozenset({measures.TARGET, measures.REALISASI, measures.JUMLAH, measures.BOBOT, measures.LAIN})
OWN_LEVELS: Final = ("indikator", "unsur", "komponen", "sasaran", "tujuan")
PLACE: Final = re.compile(r"\b(kelurahan|desa|kecamatan|kel\.|kec\.)\s+((?:[A-Z][\w'-]*\s?){1,3})$", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """What the tables of a document share."""

    document: str
    manual: Manual
    instansi: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a value is: a name in a row, as a budget line or as an indikator; `item` counts several in one cell."""

    cell: Cell  # the first that belongs to it
    label: Label
    money: bool
    item: int = 0
    items: int = 0

    @property
    def id(self) -> str:
        """Its subject_id: the same name in the same row is one subject; of as many values each is one of its own."""
        column = self.label.column if self.label.text else ""
        part = f".{self.item}.{self.items}" if self.item else ""
        return f"{self.cell.table_id}-r{self.cell.row:02}-{'b' if self.money else 'i'}{column}{part}"


@dataclass(frozen=True, slots=True)
class Found:
    """A value with where it stands and whose it is."""

    cell: Cell
    column: Column
    value: Value
    owner: Owner


def owners(found: Iterable[Found], labels: Labels) -> dict[str, Owner]:
    """Return everything that a table is about, by id and in order: the owners of values, and bare budget lines."""
    result: dict[str, Owner] = {}
    money = any(item.owner.money for item in found)
    for item in [*(bare_lines(labels) if money else ()), *(item.owner for item in found)]:
        result.setdefault(item.id, item)
    return dict(sorted(result.items(), key=lambda pair: pair[1].cell.row))


def bare_lines(labels: Labels) -> list[Owner]:
    """Return the names of budget lines row by row; a program without an amount still has kegiatan below it."""
    found = []
    for row in labels.grid.body_rows:
        for label in labels.own(row, MONEY):
            cell = labels.grid.at(row, label.column)
            if cell:
                found.append(Owner(cell, label, True))
    return found


def subjects(found: list[Found], labels: Labels, context: Context) -> tuple[dict[str, Subject], dict[str, Line]]:
    """Return the subjects of a table by id, and its lines in their hierarchy."""
    known = owners(found, labels)
    columns = {item.owner.id: item.column for item in reversed(found)}
    rows = {name: subject(owner, columns.get(name), labels, context) for name, owner in known.items()}
    lines = arranged(found, known, labels, context.manual)
    return scoped(with_levels(rows, lines), labels.grid.table, context), lines


def subject(owner: Owner, column: Column | None, labels: Labels, context: Context) -> Subject:
    """Return one subject, its level and parent still open; `column` is that of its first value."""
    cell, label = owner.cell, owner.label
    uraian = part_of(label.text, owner) if owner.item else label.text
    named = label.own and (not owner.item or uraian != label.text)
    satuan = labels.satuan(cell.row, column) if column and not owner.money else ""
    return Subject(
        subject_id=owner.id,
        source="table",
        page=cell.page,
        table_id=cell.table_id,
        row=cell.row,
        block_id="",
        kind="anggaran" if owner.money else KINDS.get(labels.grid.table.role, "indikator"),
        level=label.meaning if label.meaning in OWN_LEVELS else "",
        parent_id="",
        number=label.number,
        uraian=uraian,
        key=key(uraian) if named else "",
        satuan=context.manual.unit(satuan) if satuan else "",
        arah=labels.direction(cell.row),
        sasaran=labels.covering(cell.row, "sasaran", column.index if column else cell.column),
        scope="",
    )


def part_of(text: str, owner: Owner) -> str:
    """Return the item of a bulleted name that belongs to one of as many values: "- A - B" has two."""
    bulleted = re.match(r"\s*[-•▪]", text)
    parts = [part.strip() for part in re.split(r"(?:^|\s)[-•▪]\s*(?=[A-Z])", text) if part.strip()]
    return parts[owner.item - 1] if bulleted and len(parts) == owner.items else text


def arranged(found: list[Found], known: dict[str, Owner], labels: Labels, manual: Manual) -> dict[str, Line]:
    """Return the lines of a table with levels and parents; budget lines nest, indikator only add up."""
    lines = {name: Line(owner.cell.row, owner.label, {}) for name, owner in known.items() if not owner.item}
    for item in found:
        line = lines.get(replace(item.owner, item=0).id)
        if line and item.value.value is not None:
            line.valued = True
            if item.value.measure in (AMOUNTS if item.owner.money else COUNTS):
                so_far = line.amounts.get(item.column.index, Decimal(0)) if item.owner.item else Decimal(0)
                line.amounts[item.column.index] = so_far + item.value.value
    for name, line in lines.items():
        if line.amounts or known[name].money:
            line.amounts |= nothings(labels, line)
    nested = {name for name in lines if known[name].money or known[name].label.meaning in MONEY}
    arrange([lines[name] for name in lines if name in nested], manual)
    summed([lines[name] for name in lines if name not in nested])
    return lines


def nothings(labels: Labels, line: Line) -> dict[int, Decimal]:
    """Return a zero for each column of amounts in which a line prints a dash."""
    cells = [cell for cell in labels.grid.row(line.row) if labels.columns[cell.column].meaning in AMOUNTS]
    return {cell.column: Decimal(0) for cell in cells if is_blank(cell) and cell.column not in line.amounts}


def with_levels(rows: dict[str, Subject], lines: dict[str, Line]) -> dict[str, Subject]:
    """Write levels and parents into the subjects; totals have no key, for each table adds up something else."""
    names = {line: name for name, line in lines.items()}
    result = dict(rows)
    for name, line in lines.items():
        own = rows[name]
        kind: Kind = "jumlah" if line.level in ("total", "rata_rata") else own.kind
        result[name] = replace(
            own,
            level=line.level or own.level or line.label.meaning,
            parent_id=names[line.parent] if line.parent else "",
            kind=kind,
            key="" if kind == "jumlah" else own.key,
        )
    return result


def scoped(rows: dict[str, Subject], table: Table, context: Context) -> dict[str, Subject]:
    """Say which part of the instansi each subject covers: by the caption, or by lines that name several parts."""
    whole = scope_of(table, context.instansi)
    heads = {row.row: fold(row.uraian) for row in rows.values() if row.level == "instansi" and row.uraian}
    result = {}
    for name, row in rows.items():
        above = [at for at in heads if row.row is not None and at is not None and at <= row.row]
        scope = heads[max(above)] if len(heads) > 1 and above else whole
        unnamed = row.level == "instansi" and not row.uraian and context.instansi and not scope
        result[name] = replace(row, scope=scope, key=key(context.instansi) if unnamed else row.key)
    return result


def scope_of(table: Table, instansi: str) -> str:
    """Return the kelurahan or desa that a caption ends with, or "" for the whole instansi."""
    place = PLACE.search(table.caption or ("" if table.number else table.section))
    if place and fold(place[0]) not in fold(instansi) and fold(instansi) not in fold(place[0]):
        return fold(place[0])
    return ""
