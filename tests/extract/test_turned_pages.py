"""Pages and texts that are turned, and sheets of other sizes."""

import pytest
from drawn_pdfs import Sheet, pdf
from typeset_pdfs import table, typeset

ROWS = [
    ["No", "Kegiatan", "Target", "Realisasi", "%"],
    ["1", "Penyusunan laporan kinerja", "12 dokumen", "12 dokumen", "100"],
    ["2", "Pembinaan administrasi desa", "14 desa", "13 desa", "92,86"],
    ["3", "Rapat koordinasi kecamatan", "24 kali", "24 kali", "100"],
]
WIDTHS = "(10mm, 60mm, 25mm, 25mm, 15mm)"
TURNED_XS = (100, 130, 330, 420, 510, 560)


def turned(rotate, turn):
    """Draw the table so that its texts run up (turn 90) or down (turn 270) the stored page."""
    sheet = Sheet(rotate=rotate)
    for y in (100, 120, 140, 160, 180):
        line(sheet, turn, (100, y, 560, y))
    for x in TURNED_XS:
        line(sheet, turn, (x, 100, x, 180))
    for index, row in enumerate(ROWS):
        for x, cell in zip(TURNED_XS, row, strict=False):
            sheet.text(*place(turn, x + 4, 113 + 20 * index), cell, turn=turn)
    return pdf(sheet)


def place(turn, x, y):
    """Return where a point of a landscape page lies on the portrait page that holds it turned."""
    return (y, 842 - x) if turn == 90 else (595 - y, x)


def line(sheet, turn, ends):
    (x0, y0), (x1, y1) = place(turn, *ends[:2]), place(turn, *ends[2:])
    sheet.rule((x0, y0, x1, y1))


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_text_on_turned_pages(read, rotate, turn):
    assert read(turned(rotate, turn)).body == ROWS[1:]


@pytest.mark.parametrize(
    "paper", ["width: 297mm, height: 210mm", "width: 420mm, height: 297mm", "width: 215mm, height: 330mm"]
)
def test_other_sheets(read, paper):
    assert read(typeset(f"#set page({paper})\n" + table(ROWS, WIDTHS))).body == ROWS[1:]


def test_portrait_and_landscape_pages_in_turn(read):
    other = [["Desa", "Penduduk"], ["Podok", "1.204"], ["Bunipah", "987"]]
    body = table(ROWS, WIDTHS) + "#page(flipped: true)[" + table(other) + "]" + table(ROWS, WIDTHS)
    assert [t.body for t in read(typeset(body)).tables] == [ROWS[1:], other[1:], ROWS[1:]]


def test_turned_texts_in_a_header(read):
    """Narrow columns are headed by texts that run upwards."""
    head = ", ".join(f"rotate(-90deg, reflow: true)[{text}]" for text in ("Januari", "Februari", "Maret"))
    got = read(
        typeset(
            f'#table(columns: (10mm, 60mm, 12mm, 12mm, 12mm), "No", "Kegiatan", {head},'
            '"1", "Rapat", "2", "1", "3", "2", "Apel", "4", "4", "5")'
        )
    )
    assert got.table.head == [["No", "Kegiatan", "Januari", "Februari", "Maret"]]
    assert got.body == [["1", "Rapat", "2", "1", "3"], ["2", "Apel", "4", "4", "5"]]


def test_a_turned_text_in_a_merged_cell(read):
    got = read(
        typeset("""
#table(columns: (12mm, 60mm, 25mm), "Misi", "Sasaran", "Target",
  table.cell(rowspan: 2, rotate(-90deg, reflow: true)[Pelayanan Prima]), "Kepuasan masyarakat naik", "80,5",
  "Aduan selesai tepat waktu", "100 %")
""")
    )
    assert got.body == [
        ["Pelayanan Prima", "Kepuasan masyarakat naik", "80,5"],
        ["", "Aduan selesai tepat waktu", "100 %"],
    ]
