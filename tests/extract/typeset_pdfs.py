"""Typeset small PDFs with Typst: pages of text and tables, given as Typst or as rows of strings."""

import json

import typst

PRELUDE = """
#set document(date: none)
#set page(width: 210mm, height: 297mm, margin: 20mm)
#set text(font: "Libertinus Serif", size: 9pt, lang: "id", hyphenate: false, ligatures: false)
#set smartquote(enabled: false)
#set table(stroke: 0.5pt)
"""


def typeset(body):
    """Return the bytes of the PDF that a Typst body makes."""
    return typst.compile((PRELUDE + body).encode(), ignore_system_fonts=True, timestamp=0)


def cells(rows):
    """Return rows of strings as the arguments of a Typst table."""
    return ", ".join(json.dumps(cell, ensure_ascii=False) for row in rows for cell in row)


def table(rows, columns=None, options="", head=0):
    """Return a Typst table of rows of strings; the first `head` rows repeat on every page."""
    widths = columns or f"(1fr,) * {len(rows[0])}"
    header = f"table.header({cells(rows[:head])})," if head else ""
    return f"#table(columns: {widths}, {options + ',' if options else ''} {header} {cells(rows[head:])})\n"


def small_pages(height_mm, body):
    """Return a body on pages so low that its tables break."""
    return f"#set page(height: {height_mm}mm, margin: (x: 20mm, y: 10mm))\n{body}"
