"""The ledger of facts that rules read: a reading with its indexes, built once per document."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lkjip import measures
from lkjip.audit import names
from lkjip.audit.model import Number, Spot, Text
from lkjip.grouping import grouped
from lkjip.records import Cell, Fact, Line, Subject, Table

if TYPE_CHECKING:
    from lkjip.read.reading import Reading

TOTAL: Final = "total"  # the level of a row that adds up other rows
MEAN: Final = "rata_rata"  # the level of a row that averages other rows
REST: Final = "sisa"  # the level of a row that says what is left of a total
LINES: Final = frozenset({"program", "kegiatan", "sub_kegiatan"})  # levels of rows that the budget is given to
KEGIATAN: Final = LINES - {"program"}
DERIVED: Final = frozenset({MEAN, REST})  # levels of rows that are no part of a total
PART: Final = re.compile(
    r"\b(?:Kelurahan|KELURAHAN|Desa|DESA)\s+(?!Dan\b|DAN\b|Se\b)[A-Z]\w+(?:\s+(?!Tahun|TAHUN)[A-Z]\w+)?"
)
MOST_WORDS: Final = 60  # characters of a name or sentence in a place text
MOST_LETTERS: Final = 36  # characters of a heading there


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """Return a text cut at a word to at most `most` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;/") + "…"


@dataclass(frozen=True, eq=False)  # two ledgers are never compared, and hashing one would hash all its rows
class Ledger:
    """The facts of one document and what they are about."""

    reading: "Reading"

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact, in report order."""
        return tuple(self.reading.facts)

    @cached_property
    def numbers(self) -> tuple[Fact, ...]:
        """Return the facts that are numbers."""
        return tuple(fact for fact in self.facts if fact.value is not None)

    @cached_property
    def fact(self) -> dict[str, Fact]:
        """Return the facts by id."""
        return {fact.fact_id: fact for fact in self.facts}

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Return the subjects; those of a table whose caption names one kelurahan or desa are about that part."""
        parts = {table.table_id: part for table in self.reading.tables if (part := part_of(table))}
        return tuple(
            replace(subject, scope=parts[subject.table_id])
            if not subject.scope and subject.table_id in parts
            else subject
            for subject in self.reading.subjects
        )

    @cached_property
    def subject(self) -> dict[str, Subject]:
        """Return the subjects by id."""
        return {subject.subject_id: subject for subject in self.subjects}

    @cached_property
    def table(self) -> dict[str, Table]:
        """Return the tables by id."""
        return {table.table_id: table for table in self.reading.tables}

    @cached_property
    def of_subject(self) -> dict[str, tuple[Fact, ...]]:
        """Return the facts of every subject; some rows have none."""
        none: dict[str, tuple[Fact, ...]] = dict.fromkeys(self.subject, ())
        return none | grouped(self.facts, lambda fact: fact.subject_id)

    @cached_property
    def of_measure(self) -> dict[str, tuple[Fact, ...]]:
        """Return the numbers of every measure."""
        return grouped(self.numbers, lambda fact: fact.measure)

    @cached_property
    def of_table(self) -> dict[str, tuple[Fact, ...]]:
        """Return the numbers of every table."""
        return grouped((fact for fact in self.numbers if fact.table_id), lambda fact: fact.table_id)

    @cached_property
    def of_column(self) -> dict[tuple[str, int | None], tuple[Fact, ...]]:
        """Return the numbers of every column of a table, from top to bottom."""
        inside = (fact for fact in self.numbers if fact.table_id)
        columns = grouped(inside, lambda fact: (fact.table_id, fact.column))
        return {key: tuple(sorted(facts, key=lambda fact: fact.row or 0)) for key, facts in columns.items()}

    @cached_property
    def rows(self) -> dict[str, tuple[Subject, ...]]:
        """Return the subjects of every table, from top to bottom."""
        inside = (subject for subject in self.subjects if subject.table_id)
        tables = grouped(inside, lambda subject: subject.table_id)
        return {key: tuple(sorted(rows, key=lambda subject: subject.row or 0)) for key, rows in tables.items()}

    @cached_property
    def children(self) -> dict[str, tuple[Subject, ...]]:
        """Return the subjects directly below every subject."""
        below = (subject for subject in self.subjects if subject.parent_id)
        return grouped(below, lambda subject: subject.parent_id)

    @cached_property
    def cell(self) -> dict[tuple[str, int, int], Cell]:
        """Return the cells by table, row and column."""
        return {(cell.table_id, cell.row, cell.column): cell for cell in self.reading.cells}

    @cached_property
    def cells(self) -> dict[str, tuple[Cell, ...]]:
        """Return the cells of every table."""
        return grouped(self.reading.cells, lambda cell: cell.table_id)

    @cached_property
    def blocks(self) -> dict[str, tuple[Line, ...]]:
        """Return the lines of every heading, paragraph and list item, in reading order."""
        return grouped(self.reading.lines, lambda line: line.block_id)

    def text(self, block_id: str) -> str:
        """Return the words of a block as one line."""
        return " ".join(line.text for line in self.blocks.get(block_id, ()))

    @cached_property
    def attribute(self) -> dict[str, str]:
        """Return what is known of the document itself, by name."""
        return {attribute.name: attribute.value for attribute in self.reading.attributes}

    @property
    def year(self) -> str:
        """Return the year that the report is about, or an empty text."""
        return self.attribute.get("year", "")

    def beside(self, fact: Fact, measure: str) -> tuple[Fact, ...]:
        """Return the numbers of `measure` that belong with `fact`: same subject and period.

        A measure printed without a period belongs with any; several periods and none that fits belong with none.
        """
        found = [
            other for other in self.of_subject[fact.subject_id] if other.measure == measure and other.value is not None
        ]
        same = tuple(other for other in found if other.period == fact.period)
        if same:
            return same
        loose = tuple(other for other in found if not other.period)
        if fact.period:
            return loose
        periods = {other.period for other in found}
        return tuple(found) if len(periods) == 1 else tuple(other for other in found if other.period == self.year)

    def elsewhere_in_row(self, fact: Fact, measure: str) -> tuple[Fact, ...]:
        """Return the numbers of `measure` of the same subject that do not belong to the period of `fact`."""
        beside = self.beside(fact, measure)
        found = (other for other in self.of_subject[fact.subject_id] if other.measure == measure)
        return tuple(other for other in found if other.value is not None and other not in beside)

    @cached_property
    def of_row(self) -> dict[tuple[str, int | None], tuple[Fact, ...]]:
        """Return the numbers of every row of a table, of whatever subject."""
        return grouped((fact for fact in self.numbers if fact.table_id), lambda fact: (fact.table_id, fact.row))

    @cached_property
    def told(self) -> dict[str, tuple[Fact, ...]]:
        """Return the numbers of every block of sentences."""
        said = (fact for fact in self.numbers if fact.source == "prose")
        return grouped(said, lambda fact: self.subject[fact.subject_id].block_id)

    def across(self, fact: Fact, measure: str) -> tuple[Fact, ...]:
        """Return the numbers of `measure` that belong with `fact`, of its subject or else of its table row."""
        own = self.beside(fact, measure)
        if own or not fact.table_id:
            return own
        row = (other for other in self.of_row[fact.table_id, fact.row] if other.measure == measure)
        return tuple(other for other in row if other.period in (fact.period, "") or not fact.period)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Return what the report's acronyms stand for."""
        return names.acronyms([*map(self.text, self.blocks), *(cell.text for cell in self.reading.cells)])

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Return the usual spelling of names of budget lines that are misspelled."""
        lines = (subject for subject in self.subjects if subject.kind == "anggaran")
        return names.spellings((subject.key, subject.table_id) for subject in lines)

    @cached_property
    def namesakes(self) -> dict[str, str]:
        """Return the usual name of programs and kegiatan that another table names almost alike."""
        lines = [s for s in self.subjects if s.table_id and s.kind == "anggaran" and s.level in LINES]
        found: dict[str, str] = {}
        for level, rows in grouped(lines, lambda subject: subject.level).items():
            keys = ((self.spellings.get(row.key, row.key), row.table_id) for row in rows)
            found |= names.namesakes(keys, continued=level == "program")
        return found

    @cached_property
    def program_of(self) -> dict[str, str]:
        """Return the program that tables put beside an indikator, by keys; an indikator beside several has none."""
        pairs: dict[str, set[str]] = defaultdict(set)
        for rows in grouped(self.subjects, lambda subject: (subject.table_id, subject.row)).values():
            names = {row.key for row in rows if row.kind == "indikator" and row.level == "indikator" and row.key}
            programs = {row.key for row in rows if row.kind == "anggaran" and row.level == "program" and row.key}
            if len(names) == 1 and len(programs) == 1:
                pairs[names.pop()] |= programs
        return {name: next(iter(programs)) for name, programs in pairs.items() if len(programs) == 1}

    def budgets(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the budgets that `fact` may be measured against, the one in force first."""
        kinds = (measures.ANGGARAN_PERUBAHAN, measures.ANGGARAN, measures.ANGGARAN_MURNI)
        return tuple(budget for kind in kinds for budget in self.beside(fact, kind))

    def role(self, fact: Fact) -> str:
        """Return the role of the table that a fact stands in, or an empty text."""
        return self.table[fact.table_id].role if fact.table_id in self.table else ""

    @cached_property
    def headers(self) -> dict[tuple[str, int], str]:
        """Return the heading of every column of every table, its spans joined by " / "."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for cell in sorted(self.reading.cells, key=lambda cell: (cell.table_id, cell.row, cell.column)):
            if cell.kind == "header":
                for column in range(cell.column, cell.column + max(cell.column_span, 1)):
                    found[cell.table_id, column].append(cell.text)
        return {key: " / ".join(dict.fromkeys(texts)) for key, texts in found.items()}

    def heading(self, table_id: str, column: int | None) -> str:
        """Return the heading of a column, or an empty text."""
        return "" if column is None else self.headers.get((table_id, column), "")

    def table_name(self, table_id: str) -> str:
        """Return a table's number, else its caption."""
        table = self.table.get(table_id)
        return "" if table is None else table.number or shortened(table.caption)

    def place(self, fact: Fact) -> Text:
        """Return where a fact stands, in words: table, row, column; or page and sentence."""
        if fact.source == "prose":
            return page_place(fact.page, shortened(fact.subject))
        column = column_name(self.heading(fact.table_id, fact.column)) or fact.measure
        return self.cell_place(fact.table_id, fact.page, (shortened(fact.subject), column))

    def cell_place(self, table_id: str, page: int, words: Iterable[str]) -> Text:
        """Return the words for a row, a column or both of a table."""
        rest = ", ".join(word for word in words if word)
        name = self.table_name(table_id)
        if name:
            return Text(f"{name}, {rest}".rstrip(", "), f"{name}, {rest}".rstrip(", "))
        place = page_place(page, rest)
        return Text(place.en.replace("Page", "Table on page", 1), place.id.replace("Halaman", "Tabel di halaman", 1))

    def caption_spot(self, table: Table) -> Spot:
        """Return the place of a table's caption."""
        place = self.cell_place(table.table_id, table.page, ())
        return Spot(table.page, table.table_id, printed=table.caption, place=place)

    def cell_spot(self, cell: Cell, printed: str = "", words: Iterable[str] = ()) -> Spot:
        """Return the place of a cell, told by some words or else by its text."""
        place = self.cell_place(cell.table_id, cell.page, words or (shortened(cell.text),))
        return Spot(cell.page, cell.table_id, cell.row, cell.column, printed, place)


def part_of(table: Table) -> str:
    """Return the kelurahan or desa that a caption is about, or an empty text."""
    found = PART.search(table.caption)
    return " ".join(found.group().lower().split()) if found else ""


def column_name(heading: str) -> str:
    """Return a heading short enough for a place: of several spans the first is cut, the last kept."""
    first, slash, rest = heading.partition(" / ")
    if len(heading) <= MOST_LETTERS or not slash:
        return shortened(heading, MOST_LETTERS)
    return f"{shortened(first, MOST_LETTERS // 2)} / {shortened(rest.rpartition(' / ')[2], MOST_LETTERS)}"


def page_place(page: int, words: str) -> Text:
    """Return the words for something on a page outside tables."""
    return Text(f"Page {page}, {words}".rstrip(", "), f"Halaman {page}, {words}".rstrip(", "))


def shown(fact: Fact) -> Number:
    """Return the number of a fact with its printed decimals."""
    assert fact.value is not None
    return Number(fact.value, fact.decimals)
