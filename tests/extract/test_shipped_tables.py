"""Every row of every table of the two shipped reports is read as a person read it from the page."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from lkjip.extract import extract

ROOT = Path(__file__).resolve().parents[2]
HAND_READ = ROOT / "tests" / "hand_read"


def entries():
    """Yield the document, the file and the position of every hand-read table."""
    for path in sorted(HAND_READ.glob("*/tables.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            yield pytest.param(path.parent.name, entry, id=f"{path.parent.name}-{entry['csv'].removesuffix('.csv')}")


@cache
def extraction(document):
    return extract(ROOT / "data" / "raw" / f"{document}.pdf")


def key(cells):
    """Return the non-empty cells without white space and case."""
    return tuple(folded for cell in cells if (folded := "".join(cell.split()).casefold()))


def truth(document, name):
    folder = HAND_READ / document
    path = folder / name if (folder / name).exists() else folder / "tables" / name
    with path.open(encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    return [key(row) for row in rows]


def tables(document):
    """Return the body rows of every table that was found."""
    found = {table.table_id: {} for table in extraction(document).tables}
    for cell in extraction(document).cells:
        if cell.kind == "body":
            found[cell.table_id].setdefault(cell.row, []).append(cell)
    return [
        [key(c.text for c in sorted(row, key=lambda c: c.column)) for row in rows.values()] for rows in found.values()
    ]


@pytest.mark.parametrize(("document", "entry"), list(entries()))
def test_one_table_holds_all_rows_in_order(document, entry):
    wanted = truth(document, entry["csv"])
    best = max(tables(document), key=lambda rows: len(set(rows) & set(wanted)))
    assert [row for row in best if row in wanted] == wanted


@pytest.mark.parametrize("document", ["aluh-aluh-2022", "alok-barat-2024"])
def test_no_letter_or_digit_of_a_page_is_lost(document):
    """What pdfium itself prints as the text of each page is in the cells and lines, character for character."""
    import pypdfium2

    read = extraction(document)
    with pypdfium2.PdfDocument(ROOT / "data" / "raw" / f"{document}.pdf") as pdf:
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    shown = "".join(cell.text for cell in read.cells) + "".join(line.text for line in read.lines)
    digits = lambda text: sorted(character for character in text if character.isdigit())  # noqa: E731
    missing = len(digits(printed)) - len(digits(shown))
    assert missing <= repeated_header_digits(read), "digits of the page that stand nowhere"


def repeated_header_digits(read):
    """Return how many digits stand in the heads that continuation pages repeat, which are printed once."""
    heads = {}
    for cell in read.cells:
        if cell.kind != "body":
            heads[cell.table_id] = heads.get(cell.table_id, 0) + sum(character.isdigit() for character in cell.text)
    return sum(heads[table.table_id] * table.pages.count(";") for table in read.tables if table.table_id in heads)
