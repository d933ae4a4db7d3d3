"""Headers on one to three levels, with spans, colours and no styling at all."""

from typeset_pdfs import table, typeset


def test_two_levels_with_spans(read):
    got = read(
        typeset("""
#table(columns: (10mm, 1fr, 20mm, 20mm, 20mm),
  table.cell(rowspan: 2)[No], table.cell(rowspan: 2)[Indikator Kinerja], table.cell(colspan: 3)[Kinerja],
  "Target", "Realisasi", "Capaian",
  "1", "Indeks kepuasan masyarakat", "80,00", "84,00", "105,00",
  "2", "Nilai evaluasi AKIP", "70", "65", "92,86")
""")
    )
    assert got.table.head == [
        ["No", "Indikator Kinerja", "Kinerja", "", ""],
        ["", "", "Target", "Realisasi", "Capaian"],
    ]
    assert got.body == [
        ["1", "Indeks kepuasan masyarakat", "80,00", "84,00", "105,00"],
        ["2", "Nilai evaluasi AKIP", "70", "65", "92,86"],
    ]


def test_three_years_side_by_side_on_three_levels(read):
    years = ", ".join(f"table.cell(colspan: 2)[{year}]" for year in (2021, 2022, 2023))
    got = read(
        typeset(f"""
#table(columns: (10mm, 1fr, ..(18mm,) * 6),
  table.cell(rowspan: 3)[No], table.cell(rowspan: 3)[Indikator], table.cell(colspan: 6)[Tahun],
  {years},
  "Target", "Realisasi", "Target", "Realisasi", "Target", "Realisasi",
  "1", "Persentase desa tertib", "80 %", "82,5 %", "85 %", "84,1 %", "90 %", "95,7 %",
  "2", "Jumlah inovasi", "1", "1", "2", "1", "2", "3")
""")
    )
    assert got.table.head == [
        ["No", "Indikator", "Tahun", "", "", "", "", ""],
        ["", "", "2021", "", "2022", "", "2023", ""],
        ["", "", "Target", "Realisasi", "Target", "Realisasi", "Target", "Realisasi"],
    ]
    assert got.body == [
        ["1", "Persentase desa tertib", "80 %", "82,5 %", "85 %", "84,1 %", "90 %", "95,7 %"],
        ["2", "Jumlah inovasi", "1", "1", "2", "1", "2", "3"],
    ]


def test_coloured_header_with_column_numbers(read):
    rows = [
        ["No", "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["1", "2", "3", "4", "5=4/3"],
        ["1", "Belanja Pegawai", "1.783.957.490", "1.702.000.100", "95,41"],
        ["2", "Belanja Barang dan Jasa", "612.400.000", "598.250.400", "97,69"],
    ]
    got = read(typeset(table(rows, options='fill: (_, y) => if y == 0 { rgb("#4472c4") }')))
    assert got.table.head == rows[:2]
    assert got.body == rows[2:]


def test_header_broken_over_lines_in_narrow_columns(read):
    rows = [
        ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Capaian Kinerja"],
        ["1", "Meningkatnya pelayanan", "Indeks kepuasan", "105,00"],
    ]
    got = read(typeset(table(rows, "(8mm, 18mm, 18mm, 15mm)")))
    assert got.table.head == rows[:1]
    assert got.body == rows[1:]


def test_repeated_header_of_two_levels_over_pages(read):
    head = """table.header(
  table.cell(rowspan: 2)[No], table.cell(rowspan: 2)[Program], table.cell(colspan: 2)[Anggaran (Rp)],
  "Pagu", "Realisasi"),"""
    rows = [
        ["1", "Pelayanan Administrasi", "120.000.000", "118.500.000"],
        ["2", "Sarana dan Prasarana", "85.400.000", "85.150.500"],
        ["3", "Disiplin Aparatur", "12.000.000", "11.900.000"],
        ["4", "Kapasitas Sumber Daya", "45.000.000", "40.250.000"],
        ["5", "Pelaporan Kinerja", "9.500.000", "9.500.000"],
        ["6", "Pemberdayaan Masyarakat", "230.000.000", "221.075.000"],
    ]
    listed = ", ".join(f'"{cell}"' for row in rows for cell in row)
    page = "#set page(height: 50mm, margin: (x: 20mm, y: 10mm))\n"
    got = read(typeset(f"{page}#table(columns: (10mm, 1fr, 30mm, 30mm), {head} {listed})"))
    assert got.table.head == [["No", "Program", "Anggaran (Rp)", ""], ["", "", "Pagu", "Realisasi"]]
    assert got.body == rows
    assert ";" in got.table.pages
