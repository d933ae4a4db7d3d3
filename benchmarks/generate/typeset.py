"""Set a generated report as a PDF with the template of the shipped reports."""

import json
from functools import cache
from pathlib import Path

import typst
from benchmarks.generate.model import Block, Cell, Heading, Paragraph, Report, Table, text_of

INVENTED = "Laporan rekaan untuk pengujian: tempat, orang, dan angka di dalamnya tidak nyata."
TEMPLATE = Path(__file__).resolve().parents[2] / "typesetting" / "report.typ"


@cache
def template() -> str:
    """Return the template that all reports share."""
    return TEMPLATE.read_text(encoding="utf-8")


def pdf(report: Report) -> bytes:
    """Return the report as a PDF: the same bytes for the same report."""
    made = typst.compile(source(report).encode(), ignore_system_fonts=True, timestamp=0)
    assert isinstance(made, bytes)
    return made


def source(report: Report) -> str:
    """Return the report in Typst."""
    show = (
        f"#show: report.with(title: {string(report.title)}, footer: {string(report.title)}, "
        f"paper: {report.style.paper})"
    )
    above = ("LAPORAN KINERJA INSTANSI PEMERINTAH", f"KECAMATAN {report.kecamatan.upper()}", f"TAHUN {report.year}")
    titles = ", ".join(string(line) for line in above)
    cover = f"#cover(above: ({titles}), below: ({string(report.place)},), notice: [{INVENTED}])"
    blocks = (block(part, report.style.repeat_header) for part in report.blocks)
    return "\n".join((template(), show, cover, *blocks))


def string(text: str) -> str:
    """Return a text as a Typst string."""
    return json.dumps(text, ensure_ascii=False)


def block(part: Block, repeat: bool) -> str:
    """Return a block in Typst."""
    if isinstance(part, Heading):
        return f"#heading(level: {part.level}, {string(part.text)})"
    if isinstance(part, Paragraph):
        return paragraph(part)
    made = captioned(part, repeat)
    return f"#landscape[\n{made}\n]" if part.landscape else made


def paragraph(part: Paragraph) -> str:
    """Return a paragraph in Typst."""
    text = string(text_of(part.pieces))
    if part.kind == "item":
        return f"#par(hanging-indent: 5mm, {text})"
    return f"#align(center, {text})" if part.kind == "formula" else f"#par({text})"


def captioned(table: Table, repeat: bool) -> str:
    """Return a table with its caption in Typst."""
    caption = f"#caption({', '.join(string(line) for line in table.caption)})"
    header = ", ".join(cell(part) for row in table.header for part in row)
    body = "".join(",\n  " + ", ".join(cell(part) for part in row) for row in table.body if row)
    widths = ", ".join(table.widths)
    return f"{caption}\n#ruled(({widths},), table.header(repeat: {str(repeat).lower()}, {header}){body})"


def cell(part: Cell) -> str:
    """Return a cell in Typst."""
    text = string(text_of(part.pieces))
    body = f'text(weight: "bold", {text})' if part.bold else text
    spans = f"colspan: {part.columns}, rowspan: {part.rows}, " if (part.columns, part.rows) != (1, 1) else ""
    return f"table.cell({spans}align: {part.align} + top, {body})"
