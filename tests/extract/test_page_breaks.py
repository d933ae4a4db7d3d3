"""Tables over several pages become one, row for row as printed."""

from drawn_pdfs import Sheet, grid, pdf, words
from typeset_pdfs import small_pages, table, typeset

HEAD = ["No", "Program", "Anggaran", "Realisasi"]
ROWS = [
    ["1", "Pelayanan Administrasi", "120.000.000", "118.500.000"],
    ["2", "Sarana dan Prasarana", "85.400.000", "85.150.500"],
    ["3", "Disiplin Aparatur", "12.000.000", "11.900.000"],
    ["4", "Kapasitas Sumber Daya", "45.000.000", "40.250.000"],
    ["5", "Pelaporan Kinerja", "9.500.000", "9.500.000"],
    ["6", "Pemberdayaan Masyarakat", "230.000.000", "221.075.000"],
    ["7", "Ketentraman dan Ketertiban", "64.000.000", "63.990.000"],
    ["8", "Pembinaan Desa", "33.000.000", "31.400.000"],
    ["9", "Keluarga Berencana", "18.750.000", "18.750.000"],
]
TOTAL = ["", "JUMLAH", "617.650.000", "600.515.500"]
WIDTHS = "(10mm, 1fr, 32mm, 32mm)"
XS = [50, 80, 280, 410, 540]


def ruled(sheet, rows, top=60, xs=XS):
    return grid(sheet, rows, (xs, top))


def test_repeated_headers_are_dropped(read):
    got = read(typeset(small_pages(45, table([HEAD, *ROWS], WIDTHS, head=1))))
    assert got.table.head == [HEAD]
    assert got.body == ROWS
    assert got.table.pages.count(";") >= 2


def test_without_repeated_headers(read):
    got = read(typeset(small_pages(45, table([HEAD, *ROWS], WIDTHS))))
    assert got.table.head == [HEAD]
    assert got.body == ROWS


def test_a_row_split_by_the_page_break(read):
    long = "Terlaksananya pembinaan dan pengawasan penyelenggaraan pemerintahan desa yang " * 4 + "tertib."
    rows = [HEAD, ROWS[0], ["2", long, "85.400.000", "85.150.500"], ROWS[2]]
    got = read(typeset(small_pages(45, table(rows, "(10mm, 40mm, 32mm, 32mm)"))))
    assert got.body == rows[1:]


def test_a_last_row_alone_on_a_page(read):
    first, second = Sheet(), Sheet()
    ruled(first, [HEAD, *ROWS])
    ruled(second, [["10", "Pelayanan Terpadu", "5.000.000", "4.900.000"]])
    got = read(pdf(first, second))
    assert got.body == [*ROWS, ["10", "Pelayanan Terpadu", "5.000.000", "4.900.000"]]


def test_a_lone_total_nearly_empty(read):
    head = ["No", "Uraian", "I", "II", "III", "IV", "V", "VI", "Jumlah"]
    rows = [
        ["1", "Belanja", "1.000", "", "", "", "", "", "1.000"],
        ["2", "Honor", "", "2.000", "", "", "", "", "2.000"],
    ]
    total = ["", "JUMLAH", "", "", "", "", "", "", "3.000"]
    xs = [40, 70, 150, 200, 250, 300, 350, 400, 450, 540]
    first, second = Sheet(), Sheet()
    ruled(first, [head, *rows], xs=xs)
    ruled(second, [total], xs=xs)
    assert read(pdf(first, second)).body == [*rows, total]


def test_column_numbers_on_every_page(read):
    numbers = ["1", "2", "3", "4"]
    got = read(typeset(small_pages(50, table([HEAD, numbers, *ROWS], WIDTHS, head=2))))
    assert got.table.head == [HEAD, numbers]
    assert got.body == ROWS


def test_column_numbers_alone_repeat(read):
    numbers = ["(1)", "(2)", "(3)", "(4)"]
    first, second = Sheet(), Sheet()
    ruled(first, [HEAD, numbers, *ROWS[:5]])
    ruled(second, [numbers, *ROWS[5:], TOTAL])
    got = read(pdf(first, second))
    assert got.table.head == [HEAD, numbers]
    assert got.body == [*ROWS, TOTAL]


def test_a_vertical_rule_missing_on_one_page(read):
    first, second, third = Sheet(), Sheet(), Sheet()
    ruled(first, [HEAD, *ROWS[:3]])
    bottom = grid(second, [[""] * 4] * 3, (XS, 60), lambda ends: ends[0] == ends[2] == 410 or second.rule(ends))
    words(second, ROWS[3:6], XS, 60)
    assert bottom == 120
    ruled(third, ROWS[6:])
    assert read(pdf(first, second, third)).body == ROWS


def test_cell_merged_over_the_page_break(read):
    """The sasaran stands once, merged over rows of two pages."""
    body = small_pages(
        60,
        """
#table(columns: (50mm, 1fr, 25mm), rows: 9mm, "Sasaran", "Indikator", "Target",
  table.cell(rowspan: 6)[Meningkatnya kualitas pelayanan publik], "Indeks kepuasan masyarakat", "80,25",
  "Persentase pengaduan yang selesai", "100 %", "Jumlah inovasi", "2", "Nilai evaluasi AKIP", "65,10",
  "Jumlah perizinan tepat waktu", "120", "Persentase surat terjawab", "95,5 %")
""",
    )
    got = read(typeset(body))
    assert got.body == [
        ["Meningkatnya kualitas pelayanan publik", "Indeks kepuasan masyarakat", "80,25"],
        ["", "Persentase pengaduan yang selesai", "100 %"],
        ["", "Jumlah inovasi", "2"],
        ["", "Nilai evaluasi AKIP", "65,10"],
        ["", "Jumlah perizinan tepat waktu", "120"],
        ["", "Persentase surat terjawab", "95,5 %"],
    ]


def test_running_lines_do_not_stand_between_the_parts(read):
    running = (
        "#set page(header: [Laporan Kinerja Kecamatan Contoh], footer: context [Halaman #counter(page).display()])\n"
    )
    got = read(typeset(small_pages(110, running + table([HEAD, *ROWS], WIDTHS, "inset: 9mm"))))
    assert got.body == ROWS


def test_two_tables_after_each_other_stay_apart(read):
    other = ["No", "Jabatan", "Laki-laki", "Perempuan"]
    people = [["1", "Camat", "1", "0"], ["2", "Lurah", "3", "2"]]
    first, second = Sheet(), Sheet()
    ruled(first, [HEAD, *ROWS])
    second.text(50, 50, "Tabel 2.2 Jumlah Pegawai", font="F2")
    ruled(second, [other, *people])
    got = read(pdf(first, second))
    assert [t.body for t in got.tables] == [ROWS, people]


def test_texts_of_merged_cells_go_on_and_rows_do_not(read):
    """A page break cuts the words of two merged cells between two rows with values of their own."""
    first, second = Sheet(), Sheet()
    xs = [50, 180, 310, 450, 540]
    grid(
        first,
        [
            ["Tujuan", "Sasaran", "Indikator", "Target"],
            ["Terwujudnya Pelayanan", "Meningkatnya kualitas", "Indeks Kepuasan", "> 75"],
        ],
        (xs, 60),
    )
    for ends in ((50, 60, 540, 60), (310, 80, 540, 80), (50, 100, 540, 100), *((x, 60, x, 100) for x in xs)):
        second.rule(ends)
    words(second, [["Kesehatan Jiwa", "pelayanan", "Lama Rawat", "70 %"], ["", "", "Hunian", "75 %"]], xs, 60)
    assert read(pdf(first, second)).body == [
        ["Terwujudnya Pelayanan Kesehatan Jiwa", "Meningkatnya kualitas pelayanan", "Indeks Kepuasan", "> 75"],
        ["", "", "Lama Rawat", "70 %"],
        ["", "", "Hunian", "75 %"],
    ]


def test_pages_with_mirrored_margins(read):
    """Left and right pages have other margins: the columns are shifted."""
    first, second, third = Sheet(), Sheet(), Sheet()
    ruled(first, [HEAD, *ROWS[:3]])
    ruled(second, ROWS[3:6], xs=[x - 22 for x in XS])
    ruled(third, ROWS[6:])
    assert read(pdf(first, second, third)).body == ROWS


def test_a_line_that_says_continued(read):
    first, second = Sheet(), Sheet()
    first.text(50, 50, "Tabel 3.2 Realisasi Anggaran", font="F2")
    ruled(first, [HEAD, *ROWS[:5]])
    second.text(50, 50, "Lanjutan Tabel 3.2", font="F2")
    ruled(second, [HEAD, *ROWS[5:]])
    got = read(pdf(first, second))
    assert got.table.number == "Tabel 3.2"
    assert got.body == ROWS


def test_several_values_cut_by_the_page_break(read):
    first, second = Sheet(), Sheet()
    ruled(first, [HEAD, ROWS[0], ["2", "Sarana dan", "Rp 85.400.000", "Rp 85.150.500 -"]])
    ruled(second, [["", "Prasarana", "", "99,71 Persen"], ROWS[2]])
    got = read(pdf(first, second))
    assert got.body == [
        ROWS[0],
        ["2", "Sarana dan Prasarana", "Rp 85.400.000", "Rp 85.150.500 - 99,71 Persen"],
        ROWS[2],
    ]


def test_columns_of_uneven_width_after_the_page_break(read):
    """A word processor gives the second half other widths; a repeated header says that it goes on."""
    first, second = Sheet(), Sheet()
    ruled(first, [HEAD, *ROWS[:5]])
    ruled(second, [HEAD, *ROWS[5:]], xs=[50, 90, 270, 400, 540])
    assert read(pdf(first, second)).body == ROWS


def test_a_header_that_two_pages_share(read):
    """Too few pages to call it running, but it stands in the same place on both."""
    first, second = Sheet(), Sheet()
    for sheet in (first, second):
        sheet.text(50, 40, "Lampiran Perjanjian Kinerja")
    ruled(first, [HEAD, *ROWS[:5]])
    ruled(second, ROWS[5:])
    assert read(pdf(first, second)).body == ROWS


def test_a_caption_repeated_on_the_next_page(read):
    first, second = Sheet(), Sheet()
    for sheet in (first, second):
        sheet.text(50, 50, "Tabel 3.2 Realisasi Anggaran", font="F2")
    ruled(first, [HEAD, *ROWS[:5]])
    ruled(second, [HEAD, *ROWS[5:]])
    got = read(pdf(first, second))
    assert got.table.number == "Tabel 3.2"
    assert got.body == ROWS
    assert got.unread == []
