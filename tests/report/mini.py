"""A small report made for tests: its PDF and its processed folder come from the same rows, so every box is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from lkjip import measures as m
from lkjip import store
from lkjip.records import (
    Attribute,
    BudgetLine,
    Cell,
    Check,
    Fact,
    Finding,
    Indicator,
    Line,
    Outcome,
    Page,
    Region,
    Repair,
    Subject,
    Table,
    Unread,
)

WIDTH, HEIGHT = 595.0, 842.0
ROW, TOP, SIZE = 20.0, 150.0, 9


@dataclass
class Sheet:
    """One page: what is drawn on it, as PDF operators."""

    number: int
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str) -> tuple[float, float, float, float]:
        """Write words with their top left at (x, y); return their box."""
        safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.operators.append(f"BT /F1 {SIZE} Tf {x} {HEIGHT - y - SIZE} Td ({safe}) Tj ET")
        return x, y, x + len(words) * SIZE * 0.5, y + SIZE

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rectangle."""
        self.operators.append(f"{x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re S")


def pdf(sheets: Sequence[Sheet]) -> bytes:
    """Return the sheets as a PDF file."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(sheets)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, sheet in enumerate(sheets):
        stream = "\n".join(["0.6 w", *sheet.operators])
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}").encode("latin-1")


@dataclass
class Mini:
    """Collects rows and draws them at the same time."""

    document: str
    year: int
    sheets: list[Sheet] = field(default_factory=list)
    rows: dict[type, list] = field(default_factory=dict)

    def add(self, row: object) -> None:
        """Keep a row for its file."""
        self.rows.setdefault(type(row), []).append(row)

    def sheet(self) -> Sheet:
        """Begin a page."""
        self.sheets.append(Sheet(len(self.sheets) + 1))
        self.add(Page(self.sheets[-1].number, WIDTH, HEIGHT, 0, 900, 40, 0, "text", ""))
        return self.sheets[-1]

    def line(self, sheet: Sheet, y: float, words: str, kind: str = "paragraph") -> tuple[float, float, float, float]:
        """Print a line of text."""
        box = sheet.text(60, y, words)
        number = sum(line.page == sheet.number for line in self.rows.get(Line, []))
        self.add(Line(sheet.number, number, f"b{sheet.number}-{number}", kind, words, *box, ""))
        return box

    def table(
        self, sheet: Sheet, name: tuple[str, str, str], edges: Sequence[float], body: Sequence[Sequence[str]]
    ) -> None:
        """Print a ruled table whose first row is its header."""
        number, caption, role = name
        table_id = f"t{len(self.rows.get(Table, [])) + 1:02}"
        self.line(sheet, TOP - 30, f"{number} {caption}", "caption")
        for at, texts in enumerate(body):
            for column, words in enumerate(texts):
                box = (edges[column], TOP + at * ROW, edges[column + 1], TOP + (at + 1) * ROW)
                sheet.box(*box)
                sheet.text(box[0] + 4, box[1] + 5, words)
                if words:
                    self.add(
                        Cell(table_id, at, column, "body" if at else "header", words, sheet.number, *box, 1, 1, "")
                    )
        bottom = TOP + len(body) * ROW
        page = sheet.number
        self.add(
            Table(
                table_id,
                number,
                caption,
                "BAB III",
                page,
                str(page),
                len(body),
                len(body[0]),
                1,
                role,
                "",
                "lattice",
                99.0,
                "",
            )
        )
        self.add(Region(table_id, page, 0, len(body) - 1, edges[0], TOP, edges[-1], bottom, ""))

    def subject(self, place: tuple[str, int], row: int | None, kind: tuple[str, str], uraian: str) -> str:
        """Note what a row is about; return its id."""
        table_id, page = place
        subject_id = f"s{len(self.rows.get(Subject, [])) + 1:03}"
        source = "table" if table_id else "prose"
        self.add(
            Subject(
                subject_id, source, page, table_id, row, "", *kind, "", "", uraian, uraian.lower(), "", "naik", "", ""
            )
        )
        return subject_id

    def fact(
        self, subject_id: str, what: tuple[str, str], place: tuple[str, int, int | None, int | None], printed: str
    ) -> str:
        """Note a number; return its id."""
        measure, unit = what
        table_id, page, row, column = place
        fact_id = f"n{len(self.rows.get(Fact, [])) + 1:03}"
        subject = next(s for s in self.rows[Subject] if s.subject_id == subject_id)
        box = self.box_of(place, printed)
        value = None if measure == m.KATEGORI else Decimal(printed.replace(".", "").replace(",", "."))
        decimals = len(printed.partition(",")[2])
        source = "table" if table_id else "prose"
        self.add(
            Fact(
                self.document, fact_id, subject_id, subject.uraian, measure, str(self.year), unit, value, decimals,
                printed, "", source, page, table_id, row, column, *box,
            )
        )  # fmt: skip
        return fact_id

    def box_of(self, place: tuple[str, int, int | None, int | None], printed: str) -> tuple[float, float, float, float]:
        """Return the box of a printed number: in its cell, or in the line of its page that holds it."""
        table_id, page, row, column = place
        for cell in self.rows[Cell]:
            if (cell.table_id, cell.row, cell.column) == (table_id, row, column):
                return cell.x0 + 3, cell.y0 + 4, cell.x0 + 5 + len(printed) * SIZE * 0.5, cell.y1 - 4
        line = next(ln for ln in self.rows[Line] if ln.page == page and printed in ln.text)
        start = line.x0 + line.text.index(printed) * SIZE * 0.46
        return start, line.y0, start + len(printed) * SIZE * 0.5, line.y1

    def save(self, processed: Path, raw: Path) -> None:
        """Write the PDF and the processed folder."""
        raw.mkdir(parents=True, exist_ok=True)
        (raw / f"{self.document}.pdf").write_bytes(pdf(self.sheets))
        for kind in (
            Attribute,
            Page,
            Table,
            Region,
            Cell,
            Line,
            Unread,
            Repair,
            Subject,
            Fact,
            Indicator,
            BudgetLine,
            Check,
            Finding,
            Outcome,
        ):
            store.save(processed / self.document, kind, self.rows.get(kind, []))


RECOMPUTED = {m.CAPAIAN: "capaian-recalculates", m.PERSEN_SERAPAN: "serapan-recalculates"}
NAMES = ("Indeks Kepuasan Masyarakat", "Jumlah Inovasi <Pelayanan> & Publik", "Tersedianya SOP")
BUDGET = (
    ("Jumlah", "total", "4.760.149.793", "4.603.119.714", "96,70"),
    ("Program Penunjang Urusan", "program", "3.837.982.913", "3.702.981.236", "96,48"),
    ("Administrasi Keuangan", "kegiatan", "3.837.982.913", "3.702.981.236", "96,48"),
    ("Program Pemberdayaan", "program", "922.166.880", "900.138.478", "97,61"),
    ("Pembangunan Sarana dan Prasarana", "kegiatan", "74.907.830", "63.317.198", "92,54"),
    ("Pemberdayaan Masyarakat", "kegiatan", "847.259.050", "836.821.280", "98,77"),
)


def mini(document: str = "mini-barat-2024", kecamatan: str = "Mini Barat", year: int = 2024) -> Mini:
    """Return the report: three tables, a sentence, a NIP; five findings, of which one changes a conclusion."""
    made = Mini(document, year)
    attributes = {
        "title": "LKjIP",
        "kecamatan": kecamatan,
        "kabupaten": "Kabupaten Contoh",
        "year": str(year),
        "sha256": "0" * 64,
    }
    for name, value in attributes.items():
        made.add(Attribute(name, value, 1, "cover"))
    performance(made)
    spending(made)
    prose(made)
    findings(made)
    return made


def performance(made: Mini) -> None:
    """Print the table of capaian, and the survey."""
    sheet, edges = made.sheet(), (60, 250, 320, 390, 460, 540)
    rows = (("72,89", "84,24", "86,65"), ("1,07", "1,07", "100"), ("1,15", "1,15", "100"))
    header = ("Indikator Kinerja", "Target", "Realisasi", "Capaian (%)", "Kategori")
    body = [
        header,
        *((name, *row, "Cukup" if at == 0 else "Baik") for at, (name, row) in enumerate(zip(NAMES, rows, strict=True))),
    ]
    made.table(sheet, ("Tabel 3.1", "Perbandingan Target dan Realisasi", "capaian"), edges, body)
    for at, (name, row) in enumerate(zip(NAMES, rows, strict=True), start=1):
        subject = made.subject(("t01", 1), at, ("indikator", "indikator"), name)
        for column, (measure, printed) in enumerate(zip((m.TARGET, m.REALISASI, m.CAPAIAN), row, strict=True), start=1):
            unit = "persen" if measure == m.CAPAIAN else "indeks"
            made.fact(subject, (measure, unit), ("t01", 1, at, column), printed)
        made.fact(subject, (m.KATEGORI, "kategori"), ("t01", 1, at, 4), body[at][4])
        values = [Decimal(text.replace(",", ".")) for text in row]
        made.add(Indicator("t01", 1, at, "", name, "indeks", str(made.year), *values, "naik", *row))
        if at == 1:
            before = Decimal("71.89")
            made.add(
                Indicator(
                    "t01",
                    1,
                    at,
                    "",
                    name,
                    "indeks",
                    str(made.year - 1),
                    before,
                    before,
                    None,
                    "naik",
                    "71,89",
                    "71,89",
                    "",
                )
            )


def spending(made: Mini) -> None:
    """Print the table of budget and spending."""
    sheet, edges = made.sheet(), (60, 240, 335, 430, 540)
    body = [("Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%"), *((r[0], *r[2:]) for r in BUDGET)]
    made.table(sheet, ("Tabel 3.8", "Rincian Realisasi Keuangan", "anggaran"), edges, body)
    for at, (name, level, *printed) in enumerate(BUDGET, start=1):
        subject = made.subject(("t02", 2), at, ("anggaran", level), name)
        for column, (measure, text) in enumerate(
            zip((m.ANGGARAN, m.REALISASI_ANGGARAN, m.PERSEN_SERAPAN), printed, strict=True), start=1
        ):
            made.fact(subject, (measure, "persen" if column == 3 else "rupiah"), ("t02", 2, at, column), text)
        values = [Decimal(text.replace(".", "").replace(",", ".")) for text in printed]
        made.add(BudgetLine("t02", 2, at, level, name, str(made.year), *values, *printed))


def prose(made: Mini) -> None:
    """Print sentences that repeat numbers of the tables, one of them wrongly, and a signature."""
    sheet = made.sheet()
    made.line(sheet, 90, "B. Analisis efisiensi penggunaan sumber daya", "heading")
    made.line(sheet, 120, "Target Indeks Kepuasan Masyarakat tahun ini ditetapkan sebesar 73,89 dan tercapai.")
    made.line(sheet, 150, "Target tersebut, 72,89, lebih tinggi dari tahun sebelumnya.")
    made.line(sheet, 200, "Camat, NIP. 19720121 199903 1 007")
    for printed in ("73,89", "72,89"):
        subject = made.subject(("", 3), None, ("indikator", "indikator"), NAMES[0])
        made.fact(subject, (m.TARGET, "indeks"), ("", 3, None, None), printed)
    made.add(Unread("u1", "cell", 3, "", None, None, "4. 603 .119", "digits with a gap", 60.0, 150.0, 90.0, 160.0))
    made.add(replace(made.rows[Page][-1], page=4, status="scan", reason="a picture without text", characters=0))
    made.sheets.append(Sheet(4))
    made.rows[Cell][-1] = replace(made.rows[Cell][-1], confidence=61.0)
    made.add(Repair("t1", 1, 2, 1, "3l.500", "31.500", "9.987 / 31.500 x 100 is 31,71"))


def findings(made: Mini) -> None:
    """Note checks, findings and outcomes as an audit would."""
    facts = {f.fact_id: f for f in made.rows[Fact]}
    wrong = [
        (
            "capaian-recalculates",
            "error",
            ["n003", "n001", "n002"],
            "115,57",
            "84,24 / 72,89 x 100",
            "ratio_inverted",
            True,
        ),
        (
            "serapan-recalculates",
            "error",
            ["n027", "n025", "n026"],
            "84,53",
            "63.317.198 / 74.907.830 x 100",
            "",
            False,
        ),
        ("one-value", "error", ["n031", "n001", "n032"], "72,89", "", "digit", False),
        ("within-budget", "warning", ["n014"], "", "", "", False),
    ]
    for at, (rule, severity, ids, expected, formula, cause, conclusion) in enumerate(wrong, start=1):
        fact = facts[ids[0]]
        made.add(Check(f"c{at:03}", rule, "problem", ";".join(ids), ids[0], formula, expected, ""))
        en = f"{fact.subject}: the numbers disagree: printed {fact.printed}, but {expected or 'less'} follows."
        local = f"{fact.subject}: angka tidak sesuai: tertulis {fact.printed}, seharusnya {expected or 'kurang'}."
        made.add(
            Finding(
                f"f{at:04}", rule, severity, fact.page, fact.table_id, fact.row, fact.column, fact.subject,
                fact.printed, expected, cause, en, local, conclusion, f"f{at:04}", ids[0], formula, f"c{at:03}",
                ";".join(ids), False,
            )
        )  # fmt: skip
    follower = replace(
        made.rows[Finding][1], finding_id="f0005", headline="f0002", severity="info", fact_ids="n019;n022"
    )
    made.add(follower)
    passed(made, [f for f in facts.values() if f.measure in RECOMPUTED and f.fact_id not in ("n003", "n027")])
    made.add(Outcome("capaian-recalculates", "problems", 3, 0, 1, ""))
    made.add(Outcome("serapan-recalculates", "problems", 6, 1, 1, ""))
    made.add(Outcome("parents-add-up", "passed", 4, 0, 0, ""))
    made.add(Outcome("totals-add-up", "not_applicable", 0, 0, 0, "no table has a total"))
    made.add(Outcome("one-value", "could_not_check", 0, 3, 0, ""))


def passed(made: Mini, facts: Sequence[Fact]) -> None:
    """Note the calculations that hold, and of the seven comparisons all but the fourth."""
    for at, fact in enumerate(facts, start=10):
        formula, rule = "a / b x 100", RECOMPUTED[fact.measure]
        made.add(Check(f"c{at:03}", rule, "passed", fact.fact_id, fact.fact_id, formula, fact.printed, ""))
    for number in range(1, 8):
        verdict = "problem" if number == 4 else "passed"
        made.add(Check(f"c{100 + number}", "comparisons-present", verdict, "", "", "", "", ""))
