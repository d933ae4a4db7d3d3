"""What stands beside, around, above and below a table is not part of it, and no table is missed for it."""

from drawn_pdfs import Sheet, grid, pdf
from typeset_pdfs import table, typeset

ROWS = [
    ["No", "Desa", "Pagu (Rp)", "Realisasi (Rp)"],
    ["1", "Sungai Musang", "812.450.000", "800.125.500"],
    ["2", "Podok", "790.000.000", "789.990.000"],
    ["3", "Bunipah", "655.300.250", "650.000.000"],
]
OTHER = [["Jabatan", "Orang"], ["Camat", "1"], ["Kepala Seksi", "4"], ["Staf", "12"]]
WIDTHS = "(10mm, 50mm, 35mm, 35mm)"
PROSE = "Capaian kinerja kecamatan pada tahun berjalan diuraikan sebagai berikut, dengan hasil yang baik. " * 3
SIGNED = """
#v(6mm)
#align(right, block(width: 60mm, align(center)[
  Aluh-Aluh, 31 Januari 2023 \\ Camat, #v(12mm) Drs. AHMAD FAUZI, M.Si \\ NIP. 19680412 199303 1 005
]))
"""
WATERMARK = "#set page(background: rotate(-45deg, text(80pt, fill: luma(220))[SALINAN]))\n"


def test_two_tables_side_by_side(read):
    side = f"#grid(columns: (100mm, 1fr), column-gutter: 8mm, [{table(ROWS, '(8mm, 32mm, 30mm, 30mm)')}], [{table(OTHER)}])"
    assert [t.body for t in read(typeset(side)).tables] == [ROWS[1:], OTHER[1:]]


def test_two_tables_close_above_one_another(read):
    sheet = Sheet()
    bottom = grid(sheet, ROWS, ([50, 80, 280, 410, 540], 100))
    grid(sheet, OTHER, ([50, 280, 410], bottom + 6))
    assert [t.body for t in read(pdf(sheet)).tables] == [ROWS[1:], OTHER[1:]]


def test_two_tables_with_a_caption_between(read):
    body = f"#align(center)[*Tabel 3.1 Pagu Desa*]\n{table(ROWS, WIDTHS)}#align(center)[*Tabel 3.2 Pegawai*]\n{table(OTHER)}"
    got = read(typeset(body))
    assert [(t.number, t.caption) for t in got.tables] == [("Tabel 3.1", "Pagu Desa"), ("Tabel 3.2", "Pegawai")]
    assert [t.body for t in got.tables] == [ROWS[1:], OTHER[1:]]


def test_a_table_inside_a_box(read):
    boxed = f"#box(stroke: 0.5pt, inset: 5mm, width: 100%)[{PROSE} {table(ROWS, WIDTHS)} {PROSE}]"
    got = read(typeset(boxed))
    assert got.body == ROWS[1:]
    assert sum(line.startswith("Capaian kinerja") for line in got.lines) == 2


def test_a_table_in_a_page_border(read):
    border = "#set page(background: rect(width: 190mm, height: 277mm, stroke: 1.5pt))\n"
    got = read(typeset(border + PROSE + table(ROWS, WIDTHS) + PROSE))
    assert got.body == ROWS[1:]
    assert len(got.lines) > 2


def test_a_watermark_across_the_page(read):
    got = read(typeset(WATERMARK + PROSE + table(ROWS, WIDTHS)))
    assert got.table.head == ROWS[:1]
    assert got.body == ROWS[1:]


def test_header_and_footer_rules_on_each_page(read):
    running = """#set page(header: [LKjIP Kecamatan Contoh #v(-2mm) #line(length: 100%, stroke: 1pt)],
  footer: [#line(length: 100%, stroke: 0.5pt) #v(-2mm) Halaman 5])\n"""
    got = read(typeset(running + PROSE + table(ROWS, WIDTHS) + PROSE + SIGNED))
    assert got.body == ROWS[1:]


def test_a_signature_block_and_a_footnote(read):
    note = "#text(7pt)[\\*) angka sementara, belum diaudit]\n"
    got = read(typeset(table(ROWS, WIDTHS) + note + SIGNED))
    assert got.body == ROWS[1:]
    assert "NIP. 19680412 199303 1 005" in got.lines
    assert "*) angka sementara, belum diaudit" in got.lines


def test_two_signatures_side_by_side_are_no_table(read):
    both = "#grid(columns: (1fr, 1fr), align(center)[Bupati Banjar, #v(12mm) H. SAIDI], align(center)[Camat, #v(12mm) FAUZI])"
    got = read(typeset(PROSE + "#line(length: 100%)" + both + "#line(length: 100%)"))
    assert got.tables == []


def test_underlined_words_are_no_table(read):
    got = read(
        typeset(
            f"#underline[NIP. 19680412 199303 1 005]\n\n{PROSE}\n\n#underline[Camat Contoh] #h(40mm) #underline[Bupati]"
        )
    )
    assert got.tables == []


def test_a_bar_chart_is_no_table(read):
    sheet = Sheet()
    for y in range(100, 301, 40):
        sheet.rule((80, y, 520, y), 0.3, "0.8 G")
        sheet.text(55, y + 3, str((300 - y) // 2))
    sheet.rule((80, 100, 80, 300))
    sheet.rule((80, 300, 520, 300))
    for index, height in enumerate((120, 150, 90, 180)):
        sheet.bar((110 + 100 * index, 300 - height, 150 + 100 * index, 300), "0.2 0.4 0.8 rg")
        sheet.text(115 + 100 * index, 315, str(2019 + index))
        sheet.text(120 + 100 * index, 295 - height, f"{height / 2:.1f}".replace(".", ","))
    got = read(pdf(sheet))
    assert got.tables == []
    assert any("2019" in line for line in got.lines)


def test_an_organisation_chart_is_no_table(read):
    sheet = Sheet()

    def box(x, y, text):
        sheet.draw(f"q 0.7 w {x} {842 - y - 30} 110 30 re S Q")
        sheet.text(x + 8, y + 18, text)

    box(240, 80, "CAMAT")
    box(400, 140, "SEKRETARIS")
    for index, text in enumerate(("SEKSI PEMERINTAHAN", "SEKSI PEMBANGUNAN", "SEKSI SOSIAL", "SEKSI TRANTIB")):
        box(40 + 130 * index, 240, text)
        sheet.rule((95 + 130 * index, 220, 95 + 130 * index, 240))
    sheet.rule((295, 110, 295, 220))
    sheet.rule((295, 155, 400, 155))
    sheet.rule((95, 220, 485, 220))
    got = read(pdf(sheet))
    assert got.tables == []
    assert any("SEKRETARIS" in line for line in got.lines)


def test_a_contents_page_is_no_table(read):
    listed = "\n\n".join(
        f"{title} #box(width: 1fr, repeat[.]) {page}"
        for title, page in (
            ("BAB I PENDAHULUAN", 1),
            ("A. Latar Belakang", 1),
            ("B. Maksud dan Tujuan", 3),
            ("BAB II PERENCANAAN", 5),
        )
    )
    tables = table(
        [
            ["Tabel 2.1", "Rencana Strategis", "5"],
            ["Tabel 2.2", "Perjanjian Kinerja", "7"],
            ["Tabel 3", "Capaian", "12"],
        ]
    )
    got = read(typeset(f"= DAFTAR ISI\n{listed}\n#pagebreak()\n= DAFTAR TABEL\n{tables}"))
    assert got.tables == []
