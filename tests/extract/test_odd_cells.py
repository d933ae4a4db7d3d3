"""Cells with underlines, fractions, marks, small print and money split over both ends."""

from itertools import pairwise

import pytest
from drawn_pdfs import Sheet, grid, pdf, words
from typeset_pdfs import cells, table, typeset

HEAD = ["No", "Uraian", "Pagu", "Realisasi"]
ROWS = [
    ["1", "Belanja Pegawai", "85.669.400", "80.150.000"],
    ["2", "Belanja Barang", "9.500.000", "9.500.000"],
    ["3", "Belanja Modal", "120.000.000", "118.500.000"],
]
XS = [50, 80, 300, 420, 540]


def test_underlined_words_part_no_rows(read):
    body = """
#table(columns: (10mm, 60mm, 30mm), "No", "Uraian", "Pagu", "1", underline[Belanja Pegawai Negeri Sipil dan Honorer], "85.669.400",
  "2", [#underline[Program Pelayanan] \\ Kegiatan rapat], "9.500.000")
"""
    assert read(typeset(body)).body == [
        ["1", "Belanja Pegawai Negeri Sipil dan Honorer", "85.669.400"],
        ["2", "Program Pelayanan Kegiatan rapat", "9.500.000"],
    ]


def test_an_underlined_text_as_wide_as_its_column(read):
    sheet = Sheet()
    grid(sheet, [HEAD, *ROWS], (XS, 100))
    sheet.rule((84, 135.5, 296, 135.5), 0.4)
    assert read(pdf(sheet)).body == ROWS


def test_a_line_through_a_text(read):
    sheet = Sheet()
    grid(sheet, [HEAD, *ROWS], (XS, 100))
    sheet.rule((304, 130, 352, 130), 0.4)
    assert read(pdf(sheet)).body == ROWS


def test_a_fraction_in_a_cell(read):
    body = """
#table(columns: (10mm, 60mm, 50mm), "No", "Indikator", "Rumus", "1", "Capaian", $frac("Realisasi", "Target") times 100 %$,
  "2", "Serapan", "100 %")
"""
    got = read(typeset(body)).body
    assert len(got) == 2
    assert got[0][:2] == ["1", "Capaian"]
    assert all(word in got[0][2] for word in ("Realisasi", "Target", "100%"))
    assert got[1] == ["2", "Serapan", "100 %"]


@pytest.mark.parametrize("ruled", [True, False])
def test_currency_and_amount_at_both_ends_of_a_cell(read, ruled):
    sheet = Sheet()
    for x in XS if ruled else ():
        sheet.rule((x, 100, x, 180))
    for y in range(100, 181, 20):
        sheet.rule((50, y, 540, y))
    words(sheet, [HEAD], XS, 100)
    for index, row in enumerate(ROWS, 1):
        words(sheet, [[*row[:2], "Rp", "Rp"]], XS, 100 + 20 * index)
        for right, amount in zip((414, 534), row[2:], strict=True):
            sheet.text(right - 5.004 * sum(0.5 if c == "." else 1 for c in amount), 113 + 20 * index, amount)
    assert read(pdf(sheet)).body == [[*row[:2], f"Rp {row[2]}", f"Rp {row[3]}"] for row in ROWS]


def test_small_print_in_low_rows(read):
    body = "#set text(size: 5pt)\n" + table([HEAD, *ROWS], "(8mm, 40mm, 20mm, 20mm)", "inset: 1.2pt")
    assert read(typeset(body)).body == ROWS


def test_highlighted_words(read):
    marked = "highlight[Belanja Barang]"
    body = f'#table(columns: (10mm, 60mm, 30mm, 30mm), {cells([HEAD, ROWS[0]])}, "2", {marked}, {cells([ROWS[1][2:], ROWS[2]])})'
    assert read(typeset(body)).body == ROWS


def test_columns_drawn_one_after_the_other(read):
    sheet = Sheet()
    grid(sheet, [[""] * 4] * 4, (XS, 100))
    for column, left in reversed(list(enumerate(XS[:-1]))):
        for index, row in reversed(list(enumerate([HEAD, *ROWS]))):
            sheet.text(left + 4, 113 + 20 * index, row[column])
    assert read(pdf(sheet)).body == ROWS


def test_rows_apart_by_a_gap(read):
    """Every row is a frame of its own, five points from the next."""
    sheet = Sheet()
    for index, row in enumerate([HEAD, *ROWS]):
        grid(sheet, [row], (XS, 100 + 25 * index))
    assert read(pdf(sheet)).body == ROWS


def test_a_header_in_a_frame_of_its_own(read):
    sheet = Sheet()
    grid(sheet, [HEAD], (XS, 100))
    grid(sheet, ROWS, (XS, 126))
    assert read(pdf(sheet)).body == ROWS


def test_a_table_in_a_cell(read):
    """The inner table's text stays in the outer cell; nothing is read twice or lost."""
    sheet = Sheet()
    for y in (100, 120, 200):
        sheet.rule((50, y, 540, y))
    for x in (50, 200, 540):
        sheet.rule((x, 100, x, 200))
    words(sheet, [["Program", "Rincian"], ["Pelayanan", ""]], [50, 200, 540], 100)
    grid(sheet, [["Gaji", "12.000"], ["Honor", "3.000"]], ([220, 320, 420], 140))
    got = read(pdf(sheet))
    said = " ".join(" ".join(row) for t in got.tables for row in t.body)
    assert sorted(said.split()) == ["12.000", "3.000", "Gaji", "Honor", "Pelayanan"]


def test_marks_in_narrow_columns(read):
    rows = [["No", "Kegiatan", "B", "K", "PK", "SB"], ["1", "Apel", "v", "", "", ""], ["2", "Rapat", "", "", "", "v"]]
    assert read(typeset(table(rows, "(10mm, 50mm, 5mm, 5mm, 7mm, 7mm)", "inset: 2pt"))).body == rows[1:]


def test_columns_without_rules_are_not_torn_by_a_wide_gap(read):
    """One cell with two words far apart makes no new column."""
    sheet = Sheet()
    grid(sheet, [HEAD, *ROWS], (XS, 100))
    sheet.text(240, 133, "(PNS)")
    assert read(pdf(sheet)).body == [["1", "Belanja Pegawai (PNS)", *ROWS[0][2:]], *ROWS[1:]]


def test_rules_that_do_not_quite_meet(read):
    sheet = Sheet()
    words(sheet, [HEAD, *ROWS], XS, 100)
    for y in range(100, 181, 20):
        for left, right in pairwise(XS):
            sheet.rule((left + 1.2, y, right - 1.2, y))
    for x in XS:
        for y in range(100, 180, 20):
            sheet.rule((x, y + 1, x, y + 19))
    assert read(pdf(sheet)).body == ROWS
