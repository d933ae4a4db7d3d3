"""The rows of every file that a run leaves: the contract between the stages and with the outside.

Each class is one CSV file; its fields are the columns, in order. A field's type says how the column is written: `str`
as it is, `int` and `Decimal` as plain numbers, `float` with two decimals, `bool` as true/false, `None` as an empty
cell. Coordinates are PDF points from the top left of the page as it is displayed; pages count from 1; rows and columns
of a merged table count from 0.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

PageStatus = Literal["text", "recognised", "scan", "blank", "unreadable"]
CellKind = Literal["header", "numbering", "body"]
LineKind = Literal["heading", "paragraph", "item", "caption", "source", "contents", "running", "table"]
Severity = Literal["error", "warning", "info"]
Verdict = Literal["passed", "problem", "could_not_check"]
OutcomeKind = Literal["passed", "problems", "not_applicable", "could_not_check"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far a document came, and how much is in it."""

    FILE: ClassVar[str] = "documents.csv"
    KEY: ClassVar[tuple[str, ...]] = ("document",)
    document: str
    file: str
    sha256: str
    outcome: Literal["ok", "failed"]
    stage: str  # the stage that failed, or empty
    cause: str  # why it failed, or why pages of it were left out
    hint: str  # what to do next
    pages: int
    unread_pages: int
    tables: int
    facts: int
    findings: int
    errors: int


# Why a page stays unread that ended the process which read it.
BEYOND_LIMITS = "reading it takes more memory or time than one document may use"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the PDF and how much of it could be read."""

    FILE: ClassVar[str] = "pages.csv"
    KEY: ClassVar[tuple[str, ...]] = ("page",)
    page: int
    width: float
    height: float
    rotation: int  # degrees that the text stands turned on the displayed page
    characters: int
    rules: int  # ruling lines drawn on the page
    images: int
    status: PageStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its continuations on later pages merged into it."""

    FILE: ClassVar[str] = "tables.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id",)
    table_id: str  # t01, t02, ... in reading order
    number: str  # as printed: "Tabel 3.1", "Tabel. 3.6", or empty
    caption: str
    section: str  # the nearest heading above
    page: int  # the first page
    pages: str  # "12" or "12;13;14"
    rows: int  # header and numbering rows included
    columns: int
    header_rows: int
    role: str
    role_reason: str
    flavor: str  # how its grid was found: lattice, frame, bands, ...
    accuracy: float  # Camelot's, in per cent, the worst of its pieces
    note: str  # what was merged or repaired, and what the second reading disagreed on


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a table that stands on one page."""

    FILE: ClassVar[str] = "regions.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id", "page", "first_row")
    table_id: str
    page: int
    first_row: int
    last_row: int
    x0: float
    y0: float
    x1: float
    y1: float
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A non-empty cell of a merged table; a merged cell stands at its first row and leftmost column."""

    FILE: ClassVar[str] = "cells.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id", "row", "column")
    table_id: str
    row: int
    column: int
    kind: CellKind
    text: str  # as printed; line breaks became one space
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    row_span: int
    column_span: int
    lines: str  # the cell's printed lines joined by U+2028 where it has more than one, else empty
    confidence: float = 100.0  # per cent, of its least sure word; below 100 on recognised pages


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of text outside tables, in reading order."""

    FILE: ClassVar[str] = "lines.csv"
    KEY: ClassVar[tuple[str, ...]] = ("page", "line")
    page: int
    line: int  # 0, 1, ... on its page, in reading order
    block_id: str  # lines of one heading, paragraph or list item share it, across pages too
    kind: LineKind
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    word_edges: str  # "x0 x1;x0 x1;..." of the words of `text`, in points
    confidence: float = 100.0  # per cent, of its least sure word; below 100 on recognised pages


@dataclass(frozen=True, slots=True)
class Unread:
    """Something on a page that was seen and not understood; nothing is dropped without a row here."""

    FILE: ClassVar[str] = "unread.csv"
    KEY: ClassVar[tuple[str, ...]] = ("unread_id",)
    unread_id: str
    kind: Literal["page", "table", "row", "cell", "number"]
    page: int
    table_id: str
    row: int | None
    column: int | None
    text: str
    reason: str
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None


@dataclass(frozen=True, slots=True)
class Repair:
    """A recognised cell in which a letter was put right to a digit because the document confirms it."""

    FILE: ClassVar[str] = "repairs.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id", "row", "column")
    table_id: str
    row: int
    column: int
    page: int
    was: str  # as recognised
    now: str
    reason: str  # what confirms it


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing known about the document itself (instansi, kabupaten, year, ...) and where it was found."""

    FILE: ClassVar[str] = "document.csv"
    KEY: ClassVar[tuple[str, ...]] = ("name",)
    name: str  # title, instansi, kind, kecamatan, kabupaten, provinsi, year, sha256, pages
    value: str
    page: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What facts are about, as printed in one place: an indikator, a program, a belanja line, an unsur, a total."""

    FILE: ClassVar[str] = "subjects.csv"
    KEY: ClassVar[tuple[str, ...]] = ("subject_id",)
    subject_id: str
    source: Literal["table", "prose"]
    page: int
    table_id: str
    row: int | None
    block_id: str  # of the sentence, for prose
    kind: Literal["indikator", "anggaran", "skala", "unsur", "sakip", "jumlah", "lain"]
    level: str  # instansi, sasaran, program, kegiatan, sub_kegiatan, belanja, total, indikator, unsur, ...
    parent_id: str  # subject_id of the row above it in its table's hierarchy, or empty
    number: str  # its numbering as printed
    uraian: str  # its name as printed
    key: str  # its name folded for matching: equal keys are one subject
    satuan: str
    arah: Literal["naik", "turun", ""]  # is higher better, or lower? Empty where the report does not say
    sasaran: str
    scope: str  # the part of the instansi that it covers ("kelurahan wailiti"), or empty for all of it


@dataclass(frozen=True, slots=True)
class Fact:
    """A number (or a category) that the report prints, in a table or in a sentence."""

    FILE: ClassVar[str] = "facts.csv"
    KEY: ClassVar[tuple[str, ...]] = ("fact_id",)
    document: str
    fact_id: str
    subject_id: str
    subject: str  # the subject's uraian
    measure: str  # see lkjip.measures
    period: str  # "2024", "2023-TW1", or empty
    unit: str  # rupiah, persen, indeks, laporan, orang, ..., kategori
    value: Decimal | None  # None for a category
    decimals: int  # printed decimals
    printed: str
    guess: str  # why the reading had to guess, or empty
    source: Literal["table", "prose"]
    page: int
    table_id: str
    row: int | None
    column: int | None
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indikator in a table and a year: the tidy view of its facts for people."""

    FILE: ClassVar[str] = "indicators.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id", "row", "indikator", "tahun")
    table_id: str
    page: int
    row: int
    sasaran: str
    indikator: str
    satuan: str
    tahun: str
    target: Decimal | None
    realisasi: Decimal | None
    capaian: Decimal | None
    arah: str
    printed_target: str
    printed_realisasi: str
    printed_capaian: str


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A budget line in a table: the tidy view of its facts for people."""

    FILE: ClassVar[str] = "budget.csv"
    KEY: ClassVar[tuple[str, ...]] = ("table_id", "row", "uraian", "tahun")
    table_id: str
    page: int
    row: int
    level: str
    uraian: str
    tahun: str
    anggaran: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    printed_anggaran: str
    printed_realisasi: str
    printed_persen: str


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint that a rule held against facts, and how it came out; the passed ones count too."""

    FILE: ClassVar[str] = "checks.csv"
    KEY: ClassVar[tuple[str, ...]] = ("check_id",)
    check_id: str
    rule: str
    verdict: Verdict
    fact_ids: str  # joined by ";": the facts under this constraint
    target_id: str  # the fact that the formula recomputes, or empty
    formula: str  # with operands: "84,24 / 73 x 100"
    expected: str  # what the formula gives, in the report's number format
    reason: str  # why it could not be checked; or how it passed ("by truncation")


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect, for a reader: what is printed and expected, by which rule, where, and what most likely happened."""

    FILE: ClassVar[str] = "findings.csv"
    KEY: ClassVar[tuple[str, ...]] = ("finding_id",)
    finding_id: str
    rule: str
    severity: Severity
    page: int
    table_id: str
    row: int | None
    column: int | None
    place: str  # "Tabel 3.8, Pembangunan Sarana dan Prasarana Kelurahan, %"
    printed: str
    expected: str
    cause: str  # id of a cause (ratio_inverted, digit, ...), or empty
    message_en: str
    message_id: str
    changes_conclusion: bool
    headline: str  # finding_id of the finding that explains this one, itself if it leads
    culprit: str  # fact_id singled out as misprinted, or empty where the document alone cannot tell
    formula: str
    check_ids: str  # joined by ";"
    fact_ids: str  # joined by ";": the places to mark on the page, the culprit first
    doubtful: bool  # rests on a reading that had to guess


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule on this document."""

    FILE: ClassVar[str] = "outcomes.csv"
    KEY: ClassVar[tuple[str, ...]] = ("rule",)
    rule: str
    outcome: OutcomeKind
    examined: int
    skipped: int
    problems: int
    reason: str
