"""Small ledgers typed by hand: a table is a heading and rows of text, as a page prints them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Rule
from lkjip.audit.wording import expected
from lkjip.read.reading import Reading
from lkjip.records import Attribute, Cell, Fact, Line, Subject, Table
from lkjip.settings import Settings

RUPIAH = measures.BUDGET
PERCENT = (measures.PERSEN_SERAPAN, measures.PERSEN_SISA, measures.CAPAIAN, measures.EFISIENSI)
WORDS = ("total", "jumlah")


def number(text: str) -> tuple[Decimal, int] | None:
    """Read "1.234,5 %" as 1234.5 with one decimal; anything else is no number."""
    plain = text.replace("Rp", "").replace("%", "").strip().strip(".")
    if not re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?", plain):
        return None
    decimals = len(plain.partition(",")[2])
    return Decimal(plain.replace(".", "").replace(",", ".")), decimals


@dataclass
class Page:
    """Collects tables and sentences, and becomes a ledger."""

    year: str = "2024"
    tables: list[Table] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)

    def table(self, name: str, columns: str, *rows: str, **about: Any) -> "Page":
        """Add a table. `columns` are measures ("target", "anggaran:2023", "satuan"); a row's leading dots are depth."""
        table_id = f"t{len(self.tables) + 1:02d}"
        heads = [column.strip() for column in columns.split("|")]
        about = {"role": "", "caption": "", "section": "", "page": 1, **about}
        self.tables.append(
            Table(
                table_id, name, about["caption"], about["section"], about["page"], str(about["page"]),
                len(rows) + 1, len(heads) + 1, 1, about["role"], "", "lattice", 100.0, "",
            )
        )  # fmt: skip
        for column, head in enumerate(["uraian", *heads]):
            self.cell(table_id, (0, column), head, "header")
        parents: list[str] = []
        for at, row in enumerate(rows, start=1):
            self.row(table_id, at, row, (heads, parents, about))
        return self

    def scale(self, name: str, *bands: str) -> "Page":
        """Add a printed scale: "Baik | 80 | < 100" is a band with its ends, either of which may be missing."""
        table_id = f"t{len(self.tables) + 1:02d}"
        self.tables.append(
            Table(table_id, name, "", "", 1, "1", len(bands), 3, 0, "scale", "", "lattice", 100.0, "")
        )  # fmt: skip
        for at, band in enumerate(bands):
            grade, low, high = (part.strip() for part in band.split("|"))
            subject = Subject(
                f"{table_id}-r{at}", "table", 1, table_id, at, "", "skala", "skala", "", "", grade, grade.lower(),
                "", "", "", "",
            )  # fmt: skip
            self.subjects.append(subject)
            for measure, text in ((measures.BATAS_BAWAH, low), (measures.BATAS_ATAS, high)):
                digits = text.lstrip("<>=≥≤ ")
                if digits:
                    self.fact(subject, measure, digits)
                    self.facts[-1] = replace(self.facts[-1], printed=text)
        return self

    def cell(self, table_id: str, at: tuple[int, int], text: str, kind: Any = "body") -> None:
        """Add one cell, if it holds text."""
        if text:
            self.cells.append(Cell(table_id, *at, kind, text, 1, 0.0, 0.0, 1.0, 1.0, 1, 1, ""))

    def row(self, table_id: str, at: int, row: str, context: tuple[list[str], list[str], dict[str, Any]]) -> None:
        """Add one row: its subject and the facts of its cells."""
        heads, parents, about = context
        name, *values = [part.strip() for part in row.split("|")]
        depth = len(name) - len(name.lstrip("."))
        name = name.lstrip(". ")
        subject_id = f"{table_id}-r{at}"
        parent = parents[depth - 1] if depth else ""
        parents[depth:] = [subject_id]
        total = name.lower().startswith(WORDS)
        subject = Subject(
            subject_id, "table", about["page"], table_id, at, "", about.get("kind", "indikator"),
            "total" if total else about.get("level", ""), "" if total else parent, "", name, name.lower(),
            about.get("satuan", ""), about.get("arah", ""), about.get("sasaran", ""), about.get("scope", ""),
        )  # fmt: skip
        self.cell(table_id, (at, 0), name)
        for column, (head, value) in enumerate(zip(heads, values, strict=False), start=1):
            self.cell(table_id, (at, column), value)
            if head == "satuan":
                subject = replace(subject, satuan=value)
            else:
                self.fact(subject, head, value, column)
        self.subjects.append(subject)

    def fact(self, subject: Subject, head: str, text: str, column: int | None = None, **about: Any) -> None:
        """Add the fact that a cell or a sentence prints, if it is a number (or a category)."""
        measure, _, period = head.partition(":")
        read = number(text)
        if not text or (read is None and measure != measures.KATEGORI):
            return
        value, decimals = read or (None, 0)
        unit = "persen" if measure in PERCENT else "rupiah" if measure in RUPIAH else subject.satuan.lower()
        self.facts.append(
            Fact(
                "doc", f"n{len(self.facts) + 1:03d}", subject.subject_id, subject.uraian, measure, period or self.year,
                unit, value, decimals, text, about.get("guess", ""), subject.source, subject.page, subject.table_id,
                subject.row, column, 0.0, 0.0, 1.0, 1.0,
            )
        )  # fmt: skip

    def sentence(self, text: str, name: str = "", **values: str) -> "Page":
        """Add a sentence, and the facts about `name` that it states;"""
        block = f"b{len(self.lines) + 1:03d}"
        self.line(text or "...", block)
        if name:
            subject = Subject(
                f"s{len(self.subjects) + 1:03d}", "prose", 1, "", None, block, "indikator", "", "", "", name,
                name.lower(), "", "", "", "",
            )  # fmt: skip
            self.subjects.append(subject)
            for head, value in values.items():
                self.fact(subject, head, value)
        return self

    def line(self, text: str, block: str = "", kind: Any = "paragraph", page: int = 1) -> "Page":
        """Add one printed line."""
        at = len(self.lines)
        self.lines.append(
            Line(page, at, block or f"b{at + 1:03d}", kind, text, 50.0, at * 20.0, 500.0, at * 20.0 + 10, "")
        )
        return self

    def known(self, **attributes: str) -> "Page":
        """Add what is known of the document."""
        self.attributes += [Attribute(name, value, 1, "cover") for name, value in attributes.items()]
        return self

    def guessed(self) -> "Page":
        """Mark every fact as a guess."""
        self.facts = [replace(fact, guess="two readings") for fact in self.facts]
        return self

    def reading(self) -> Reading:
        """Return what was collected as a reading."""
        known = [*self.attributes, Attribute("year", self.year, 1, "cover")]
        return Reading(
            "doc", tuple(known), (), tuple(self.tables), (), tuple(self.cells), tuple(self.lines),
            tuple(self.subjects), tuple(self.facts),
        )  # fmt: skip

    def ledger(self) -> Ledger:
        """Return what was collected as a ledger."""
        return Ledger(self.reading())


def run(rule: Rule, page: Page, settings: Settings | None = None) -> list[str]:
    """Return the results of one rule as short texts: verdict, what is printed, what is expected, the reason."""
    return [
        " | ".join(filter(None, (result.verdict, printed(result), expected(result.expected, "id"), result.reason)))
        for result in rule.check(page.ledger(), settings or Settings())
    ]


def printed(result: Any) -> str:
    """Return the text at the place of a result."""
    at = result.target or result.spot
    return at.printed if at else ""


def verdicts(lines: Iterable[str]) -> list[str]:
    """Return the first word of every line."""
    return [line.split(" | ")[0] for line in lines]
