"""Tables of a modern look: few rules, coloured heads, wrapped texts; and pages with unusual coordinates."""

import pytest
from drawn_pdfs import Sheet, grid, pdf, words
from typeset_pdfs import small_pages, table, typeset

HEAD = ["No", "Sasaran", "Indikator", "Target", "Realisasi"]
ROWS = [
    [
        "1",
        "Meningkatnya kualitas pelayanan publik di kecamatan",
        "Indeks kepuasan masyarakat atas pelayanan",
        "80,25",
        "82,10",
    ],
    ["2", "Terwujudnya tertib administrasi desa", "Persentase desa tertib administrasi keuangan", "100 %", "95 %"],
    ["3", "Meningkatnya akuntabilitas", "Nilai evaluasi akuntabilitas kinerja", "70,00", "65,15"],
    ["4", "Meningkatnya ketentraman dan ketertiban umum", "Jumlah gangguan yang ditangani", "12", "12"],
]
WIDTHS = "(8mm, 42mm, 48mm, 20mm, 20mm)"
UNDER_ROWS = "stroke: (x: none, y: 0.4pt + luma(160))"
BOOK = "stroke: (_, y) => (top: if y < 2 { 0.8pt } else { none }, bottom: if y == 4 { 0.8pt } else { none })"


@pytest.mark.parametrize("look", [UNDER_ROWS, BOOK])
def test_few_rules_and_wrapped_texts(read, look):
    got = read(typeset("Capaian kinerja diuraikan sebagai berikut.\n\n" + table([HEAD, *ROWS], WIDTHS, look)))
    assert got.table.head == [HEAD]
    assert got.body == ROWS


def test_rules_under_rows_over_a_page_break(read):
    got = read(typeset(small_pages(50, table([HEAD, *ROWS], WIDTHS, UNDER_ROWS))))
    assert got.body == ROWS


def test_headings_over_all_columns(read):
    body = """
#table(columns: (10mm, 70mm, 30mm), "No", "Uraian", "Pagu",
  table.cell(colspan: 3)[*Program Pelayanan Administrasi*], "1", "Rapat", "12.000", "2", "Surat", "3.000",
  table.cell(colspan: 3)[*Program Pembinaan Desa*], "1", "Bimbingan", "40.000")
"""
    assert read(typeset(body)).body == [
        ["Program Pelayanan Administrasi", "", ""],
        ["1", "Rapat", "12.000"],
        ["2", "Surat", "3.000"],
        ["Program Pembinaan Desa", "", ""],
        ["1", "Bimbingan", "40.000"],
    ]


def test_a_single_row(read):
    assert read(typeset(table([HEAD, ROWS[0]], WIDTHS))).body == ROWS[:1]


def test_a_small_scale(read):
    rows = [["Nilai", "Predikat"], ["91 - 100", "Sangat Berhasil"], ["76 - 90", "Berhasil"], ["< 55", "Kurang"]]
    assert read(typeset("#align(center)[" + table(rows, "(30mm, 40mm)") + "]")).body == rows[1:]


FLAT = [
    ["No", "Uraian", "Pagu", "Realisasi"],
    ["1", "Rapat", "85.669.400", "80.150.000"],
    ["2", "Apel", "9.500.000", "9.000.000"],
]
XS = [50, 80, 300, 420, 540]


def test_a_page_whose_corner_is_not_zero(read):
    sheet = Sheet()
    grid(sheet, FLAT, (XS, 100))
    content = pdf(sheet).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [-9 -9 586 833] /CropBox [-9 -9 586 833]")
    sheet.parts.insert(0, "1 0 0 1 -9 -9 cm")
    moved = pdf(sheet).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [-9 -9 586 833]")
    assert read(moved).body == FLAT[1:]
    assert content


def test_text_outside_the_visible_page_is_left_out(read):
    sheet = Sheet()
    grid(sheet, FLAT, (XS, 100))
    sheet.text(60, 800, "tercetak di luar halaman")
    got = read(pdf(sheet).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /CropBox [0 100 595 842]"))
    assert got.body == FLAT[1:]
    assert got.lines == []


def test_a_page_drawn_in_tenths_of_points(read):
    sheet = Sheet(5950, 8420)
    for y in range(1000, 1601, 200):
        sheet.rule((500, y, 5400, y), 5)
    for x in XS:
        sheet.rule((10 * x, 1000, 10 * x, 1600), 5)
    for index, row in enumerate(FLAT):
        for x, cell in zip(XS, row, strict=False):
            sheet.text(10 * x + 40, 1130 + 200 * index, cell, size=90)
    sheet.parts.insert(0, "0.1 0 0 0.1 0 0 cm")
    assert read(pdf(sheet).replace(b"[0 0 5950 8420]", b"[0 0 595 842]")).body == FLAT[1:]


def test_narrowed_and_raised_text(read):
    sheet = Sheet()
    grid(sheet, [FLAT[0], ["1", "Rapat", "", ""]], (XS, 100))
    sheet.text(304, 133, "85.669.400", more="70 Tz")
    sheet.text(424, 135, "80.150.000", more="2 Ts")
    assert read(pdf(sheet)).body == FLAT[1:2]


def test_shadowed_text(read):
    sheet = Sheet()
    grid(sheet, [FLAT[0], ["1", "Rapat", "", "80.150.000"]], (XS, 100))
    sheet.text(304.8, 133.6, "85.669.400", more="0.7 g")
    sheet.text(304, 133, "85.669.400", more="0 g")
    assert read(pdf(sheet)).body == FLAT[1:2]


def test_a_table_on_a_coloured_page(read):
    sheet = Sheet()
    sheet.bar((0, 0, 595, 842), "0.95 0.97 1 rg")
    sheet.draw("0 g")
    grid(sheet, FLAT, (XS, 100))
    assert read(pdf(sheet)).body == FLAT[1:]


def test_white_text_on_a_dark_header(read):
    sheet = Sheet()
    sheet.bar((50, 100, 540, 120), "0 0 0.4 rg")
    sheet.draw("1 g")
    words(sheet, FLAT[:1], XS, 100)
    sheet.draw("0 g")
    grid(sheet, FLAT[1:], (XS, 120))
    got = read(pdf(sheet))
    assert got.table.head == FLAT[:1]
    assert got.body == FLAT[1:]


def test_prose_in_two_columns_is_no_table(read):
    prose = "Kecamatan merupakan perangkat daerah yang melaksanakan tugas umum pemerintahan di wilayahnya. " * 12
    got = read(typeset(f"#line(length: 100%)\n#columns(2)[{prose}]\n#line(length: 100%)"))
    assert got.tables == []


def test_a_list_of_labels_and_values_without_rules_is_no_table(read):
    body = '#grid(columns: (40mm, 5mm, 1fr), row-gutter: 3mm, "Nama", ":", "FAUZI", "Jabatan", ":", "Camat", "NIP", ":", "1968")'
    got = read(typeset(body))
    assert got.tables == []
    assert len(got.lines) == 3
