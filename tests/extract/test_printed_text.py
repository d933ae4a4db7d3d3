"""Texts and numbers of cells arrive letter by letter, however they are printed."""

import pytest
from drawn_pdfs import Sheet, grid, pdf
from typeset_pdfs import table, typeset

NUMBERS = [
    "1.783.957.490", "1,783,957,490", "1.783.957.490,00", "Rp. 85.669.400", "Rp.85.669.400", "Rp85.669.400,-", "(1.234)", "-",
    "100 %", "100%", "99,98 Persen", "82.30", "10 orang", "1 / 12", "±0,5", "1.234.56", "12..500", "> 80", "≤ 5", "3:1",
    "Rp 85.669.400 - 85,16 Persen", "Rp. 467.358.000, (30,04%). - 100 Persen", "0,00", "31-12-2023", "A", "BB (76,15)", "1½", "H₂O",
]  # fmt: skip
XS = [50, 80, 300, 420, 540]
HEAD = ["No", "Uraian", "Pagu", "Realisasi"]


def test_numbers_in_all_their_forms(read):
    rows = [["No", "Nilai"], *([str(index), text] for index, text in enumerate(NUMBERS, 1))]
    assert [row[1] for row in read(typeset(table(rows, "(15mm, 90mm)"))).body] == NUMBERS


def only_row(read, draw):
    """Read a table whose body row is drawn by `draw(sheet, y)`, with y its baseline."""
    sheet = Sheet()
    grid(sheet, [HEAD, ["1", "Belanja", "", ""]], (XS, 100))
    draw(sheet, 133)
    [row] = read(pdf(sheet)).body
    return row


def test_a_number_wrapped_over_two_lines(read):
    rows = [HEAD, ["1", "Belanja", "1.783.957.\n490", "Rp.\n85.669.400"]]
    assert read(typeset(table(rows))).body == [["1", "Belanja", "1.783.957. 490", "Rp. 85.669.400"]]


def test_letter_spaced_digits(read):
    row = only_row(read, lambda sheet, y: sheet.text(304, y, "85.669.400", more="1.5 Tc"))
    assert row == ["1", "Belanja", "85.669.400", ""]


def test_kerned_text(read):
    gaps = ["85", 30, ".", -20, "6", 15, "69", -40, ".4", 25, "00"]
    assert only_row(read, lambda sheet, y: sheet.text(304, y, gaps))[2] == "85.669.400"


def test_spaces_that_are_gaps_alone(read):
    words = ["Rp", -300, "85.669.400", -280, "tunai"]
    assert only_row(read, lambda sheet, y: sheet.text(304, y, words))[2] == "Rp 85.669.400 tunai"


def test_each_letter_drawn_alone(read):
    def draw(sheet, y):
        for index, letter in enumerate("85.669.400"):
            sheet.text(304 + 5.004 * sum(1 if c != "." else 0.5 for c in "85.669.400"[:index]), y, letter)

    assert only_row(read, draw)[2] == "85.669.400"


@pytest.mark.parametrize("shift", [0, 0.2, 0.4])
def test_bold_by_printing_twice(read, shift):
    def draw(sheet, y):
        sheet.text(304, y, "11.669.400")
        sheet.text(304 + shift, y, "11.669.400")

    assert only_row(read, draw)[2] == "11.669.400"


def test_equal_numbers_side_by_side_are_kept(read):
    def draw(sheet, y):
        sheet.text(304, y, "11.111")
        sheet.text(424, y, "11.111")

    assert only_row(read, draw) == ["1", "Belanja", "11.111", "11.111"]


def test_a_superscript_stays_with_its_number(read):
    def draw(sheet, y):
        sheet.text(304, y, "85.669.400")
        sheet.text(304 + 47.6, y - 3.5, "2)", size=5)

    assert only_row(read, draw)[2] in ("85.669.4002)", "85.669.400 2)")


def test_ligatures_and_soft_hyphens(read):
    body = """
#set text(ligatures: true)
#table(columns: (15mm, 60mm, 30mm), "No", "Uraian", "Pagu", "1", "Efektif, efisien, sertifikat dan final", "12.000",
  "2", "Pertanggung\\u{ad}jawaban", "5.500")
"""
    got = read(typeset(body))
    assert got.body[0][1] == "Efektif, efisien, sertifikat dan final"
    assert [row[2] for row in got.body] == ["12.000", "5.500"]
    assert got.body[1][1].replace("-", "").replace("\\u00ad", "") == "Pertanggungjawaban"


def test_text_beyond_its_cell(read):
    """An amount that is wider than its column stays one number, in the column where most of it stands."""
    row = only_row(read, lambda sheet, y: sheet.text(416 - 60, y, "1.783.957.490,00"))
    assert "1.783.957.490,00" in row


def test_white_space_around_texts(read):
    rows = [HEAD, ["1", "  Belanja   Pegawai  ", " 1.000 ", "900 "]]
    assert read(typeset(table(rows))).body == [["1", "Belanja Pegawai", "1.000", "900"]]


def test_bullets_and_several_values_in_a_cell(read):
    rows = [
        ["No", "Kegiatan", "Hasil"],
        ["1", "Pembinaan", "- Rp 85.669.400\n- 85,16 Persen\n- 10 orang"],
        ["2", "Rapat\n• camat\n• lurah", "a. 12 kali\nb. 3 kali"],
    ]
    assert read(typeset(table(rows))).body == [
        ["1", "Pembinaan", "- Rp 85.669.400 - 85,16 Persen - 10 orang"],
        ["2", "Rapat • camat • lurah", "a. 12 kali b. 3 kali"],
    ]


def test_a_very_long_text(read):
    long = " ".join(f"Pelaksanaan kegiatan tahap {n} selesai 100 %." for n in range(1, 60))
    rows = [HEAD, ["1", "Apel", "700", "700"], ["2", long, "12.000", "11.000"], ["3", "Rapat", "500", "500"]]
    assert read(typeset(table(rows))).body == rows[1:]


def test_indented_rows_keep_their_text(read):
    body = """
#table(columns: (80mm, 30mm), "Uraian", "Anggaran", "BELANJA", "1.000.000", [#h(4mm)Belanja Operasi], "700.000",
  [#h(8mm)Belanja Pegawai], "400.000", [#h(8mm)Belanja Barang], "300.000")
"""
    assert read(typeset(body)).body == [
        ["BELANJA", "1.000.000"], ["Belanja Operasi", "700.000"], ["Belanja Pegawai", "400.000"], ["Belanja Barang", "300.000"],
    ]  # fmt: skip


def test_equal_digits_below_one_another_are_kept(read):
    """A number that ends above another, drawn right after it: nothing is printed twice."""
    sheet = Sheet()
    sheet.text(300, 40, "Tahun 2016")
    sheet.text(300 + 5.004 * 8 + 2.5, 800, "6")
    assert read(pdf(sheet)).lines == ["Tahun 2016", "6"]
