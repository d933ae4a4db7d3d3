"""Rules drawn in every way that programs have, or not drawn at all."""

from itertools import pairwise

import pytest
from drawn_pdfs import Sheet, grid, pdf, words
from typeset_pdfs import table, typeset

ROWS = [
    ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"],
    ["1", "Indeks Kepuasan Masyarakat", "80,25", "82,10", "102,31"],
    ["2", "Persentase Desa Tertib", "100 %", "95 %", "95,00"],
    ["3", "Nilai Evaluasi AKIP", "70,00", "65,15", "93,07"],
    ["4", "Jumlah Inovasi Pelayanan", "2", "3", "150,00"],
]
XS = [50, 80, 300, 380, 460, 540]


def widened(ends, by):
    x0, y0, x1, y1 = ends
    return x0 - by, y0 - by, x1 + by, y1 + by


def double(sheet, ends):
    x0, y0, x1, y1 = ends
    for shift in (-1, 1):
        across, down = (0, shift) if y0 == y1 else (shift, 0)
        sheet.rule((x0 + across, y0 + down, x1 + across, y1 + down), 0.4)


LINES = {
    "hairline": lambda sheet, ends: sheet.rule(ends, 0.1),
    "no width": lambda sheet, ends: sheet.rule(ends, 0),
    "dashed": lambda sheet, ends: sheet.rule(ends, 0.5, "[3 2] 0 d"),
    "dotted": lambda sheet, ends: sheet.rule(ends, 0.7, "[0.7 1.4] 0 d"),
    "grey": lambda sheet, ends: sheet.rule(ends, 0.5, "0.85 G"),
    "thick": lambda sheet, ends: sheet.rule(ends, 3),
    "thin rectangles": lambda sheet, ends: sheet.bar(widened(ends, 0.25)),
    "images of one pixel": lambda sheet, ends: sheet.dot(widened(ends, 0.3)),
    "double": double,
}


@pytest.mark.parametrize("kind", LINES)
def test_rules(read, kind):
    sheet = Sheet()
    grid(sheet, ROWS, (XS, 100), lambda ends: LINES[kind](sheet, ends))
    assert read(pdf(sheet)).body == ROWS[1:]


def test_dashes_drawn_one_by_one(read):
    sheet = Sheet()

    def dashes(ends):
        x0, y0, x1, y1 = ends
        steps = int(max(x1 - x0, y1 - y0) // 5)
        dx, dy = (5, 0) if y0 == y1 else (0, 5)
        for i in range(steps):
            sheet.rule((x0 + i * dx, y0 + i * dy, x0 + i * dx + 0.6 * dx, y0 + i * dy + 0.6 * dy))

    grid(sheet, ROWS, (XS, 100), dashes)
    assert read(pdf(sheet)).body == ROWS[1:]


def test_every_cell_a_rectangle(read):
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for row in range(len(ROWS)):
        for left, right in pairwise(XS):
            sheet.draw(f"q 0.5 w {left} {842 - 120 - 20 * row} {right - left} 20 re S Q")
    assert read(pdf(sheet)).body == ROWS[1:]


def test_cells_apart_by_a_narrow_gap(read):
    """Each cell has a frame of its own, two points from the next."""
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for row in range(len(ROWS)):
        for left, right in pairwise(XS):
            sheet.draw(f"q 0.5 w {left + 1} {842 - 119 - 20 * row} {right - left - 2} 18 re S Q")
    assert read(pdf(sheet)).body == ROWS[1:]


def test_white_rules_on_coloured_bands(read):
    fill = 'fill: (_, y) => if calc.odd(y) { rgb("#dce6f1") } else { rgb("#b8cce4") }, stroke: 1pt + white'
    assert read(typeset(table(ROWS, "(10mm, 1fr, 22mm, 22mm, 22mm)", fill))).body == ROWS[1:]


def test_coloured_bands_instead_of_rules(read):
    fill = 'fill: (_, y) => if calc.odd(y) { rgb("#dce6f1") } else if y == 0 { rgb("#4472c4") }, stroke: none'
    assert read(typeset(table(ROWS, "(10mm, 1fr, 22mm, 22mm, 22mm)", fill))).body == ROWS[1:]


def test_cells_with_white_gutters(read):
    """Coloured cells, parted by the paper between them."""
    fill = 'fill: (_, y) => if y == 0 { rgb("#4472c4") } else { rgb("#dce6f1") }, stroke: none, gutter: 1.5pt'
    assert read(typeset(table(ROWS, "(10mm, 1fr, 22mm, 22mm, 22mm)", fill))).body == ROWS[1:]


def test_body_without_rules_in_a_frame(read):
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for x in XS:
        sheet.rule((x, 100, x, 200))
    for y in (100, 120, 200):
        sheet.rule((50, y, 540, y))
    assert read(pdf(sheet)).body == ROWS[1:]


def test_body_without_rules_whose_texts_wrap(read):
    """No rules between the rows: numbers and values say where a row begins."""
    sheet = Sheet()
    grid(sheet, ROWS[:1], (XS, 100))
    for index, row in enumerate(ROWS[1:]):
        top = 120 + 26 * index
        first, _, rest = row[1].rpartition(" ")
        words(sheet, [[row[0], first, *row[2:]]], XS, top)
        sheet.text(XS[1] + 4, top + 24, rest)
    for x in XS:
        sheet.rule((x, 120, x, 230))
    sheet.rule((50, 230, 540, 230))
    assert read(pdf(sheet)).body == ROWS[1:]


@pytest.mark.parametrize("every_row", [True, False])
def test_horizontal_rules_only(read, every_row):
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for y in (100, 120, *([140, 160, 180] if every_row else []), 200):
        sheet.rule((50, y, 540, y))
    assert read(pdf(sheet)).body == ROWS[1:]


def test_no_outer_rules_left_and_right(read):
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for x in XS[1:-1]:
        sheet.rule((x, 100, x, 200))
    for y in range(100, 201, 20):
        sheet.rule((50, y, 540, y))
    assert read(pdf(sheet)).body == ROWS[1:]


def test_only_vertical_rules_and_a_ruled_header(read):
    sheet = Sheet()
    words(sheet, ROWS, XS, 100)
    for x in XS:
        sheet.rule((x, 100, x, 200))
    for y in (100, 120):
        sheet.rule((50, y, 540, y))
    assert read(pdf(sheet)).body == ROWS[1:]


def test_merged_cells_across_rows_and_columns(read):
    got = read(
        typeset("""
#table(columns: (1fr, 40mm, 25mm, 25mm), "Sasaran", "Indikator", "Target", "Realisasi",
  table.cell(rowspan: 2, align: horizon)[Meningkatnya pelayanan], "Indeks kepuasan", "80,00", "84,00",
  "Nilai AKIP", "70", "65",
  table.cell(colspan: 2)[Rata-rata], table.cell(colspan: 2)[99,5 %])
""")
    )
    assert got.body == [
        ["Meningkatnya pelayanan", "Indeks kepuasan", "80,00", "84,00"],
        ["", "Nilai AKIP", "70", "65"],
        ["Rata-rata", "", "99,5 %", ""],
    ]


def test_empty_columns_and_rows(read):
    rows = [
        ["No", "Uraian", "Target", "Hambatan", "Ket."],
        ["1", "Pelaporan", "12", "", ""],
        ["2", "Pembinaan", "4", "", ""],
        ["", "", "", "", ""],
        ["", "Jumlah", "16", "", ""],
    ]
    assert read(typeset(table(rows))).body == [rows[1], rows[2], rows[4]]
