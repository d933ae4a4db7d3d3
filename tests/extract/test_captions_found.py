"""Captions above, below, on the page before, on two lines, written in every way, or missing."""

import pytest
from typeset_pdfs import table, typeset

ROWS = [
    ["No", "Indikator", "Target", "Realisasi"],
    ["1", "Indeks kepuasan", "80,5", "82,1"],
    ["2", "Nilai AKIP", "70", "65"],
]
PROSE = "Capaian kinerja kecamatan pada tahun berjalan diuraikan sebagai berikut, dengan hasil yang baik. " * 3
TABLE = table(ROWS, "(10mm, 1fr, 25mm, 25mm)")


def centred(*lines):
    return "#align(center)[" + " \\ ".join(f"*{line}*" for line in lines) + "]\n"


@pytest.mark.parametrize(
    ("printed", "number", "caption"),
    [
        ("Tabel 3.4 Capaian Kinerja Tahun 2022", "Tabel 3.4", "Capaian Kinerja Tahun 2022"),
        ("Tabel 3. 4 Capaian Kinerja", "Tabel 3. 4", "Capaian Kinerja"),
        ("Tabel III.4 Capaian Kinerja", "Tabel III.4", "Capaian Kinerja"),
        ("TABEL 3.4. CAPAIAN KINERJA", "TABEL 3.4.", "CAPAIAN KINERJA"),
        ("Tabel 7 : Capaian Kinerja", "Tabel 7", "Capaian Kinerja"),
        ("Tabel: 3.3 Capaian Kinerja", "Tabel: 3.3", "Capaian Kinerja"),
        ("Tabel. 3.6 Capaian Kinerja", "Tabel. 3.6", "Capaian Kinerja"),
        ("Tabel 3.1a Capaian Kinerja", "Tabel 3.1a", "Capaian Kinerja"),
        ("Tabel T-C.30 Capaian Kinerja", "Tabel T-C.30", "Capaian Kinerja"),
    ],
)
def test_ways_to_write_a_number(read, printed, number, caption):
    got = read(typeset(PROSE + centred(printed) + TABLE)).table
    assert (got.number, got.caption) == (number, caption)


def test_caption_on_two_lines(read):
    got = read(typeset(PROSE + centred("Tabel 3.4", "Capaian Kinerja Kecamatan", "Tahun 2022") + TABLE)).table
    assert (got.number, got.caption) == ("Tabel 3.4", "Capaian Kinerja Kecamatan Tahun 2022")


def test_caption_below(read):
    got = read(typeset(PROSE + TABLE + centred("Tabel 3.4 Capaian Kinerja") + PROSE)).table
    assert (got.number, got.caption) == ("Tabel 3.4", "Capaian Kinerja")


def test_caption_on_the_page_before(read):
    got = read(typeset(PROSE + centred("Tabel 3.4 Capaian Kinerja") + "#pagebreak()\n" + TABLE)).table
    assert (got.number, got.caption) == ("Tabel 3.4", "Capaian Kinerja")


def test_no_caption(read):
    got = read(typeset("= B. Capaian Kinerja\n" + PROSE + "\n\n" + TABLE + PROSE)).table
    assert (got.number, got.caption) == ("", "")
    assert got.section == "B. Capaian Kinerja"


def test_a_title_without_a_number(read):
    got = read(typeset(PROSE + "\n\n" + centred("CAPAIAN KINERJA KECAMATAN CONTOH", "TAHUN 2022") + TABLE)).table
    assert (got.number, got.caption) == ("", "CAPAIAN KINERJA KECAMATAN CONTOH TAHUN 2022")


def test_one_number_used_twice(read):
    body = centred("Tabel 3.4 Capaian Kinerja") + TABLE + PROSE + centred("Tabel 3.4 Realisasi Anggaran") + TABLE
    found = [(t.number, t.caption) for t in read(typeset(body)).tables]
    assert found == [("Tabel 3.4", "Capaian Kinerja"), ("Tabel 3.4", "Realisasi Anggaran")]


def test_a_sentence_that_names_a_table_is_no_caption(read):
    body = PROSE + "\n\nTabel 3.4 menunjukkan bahwa seluruh target tercapai.\n\n" + TABLE
    assert read(typeset(body)).table.number == ""


def test_a_source_below_is_no_caption(read):
    body = centred("Tabel 3.4 Capaian Kinerja") + TABLE + "Sumber: Kecamatan Contoh, 2023\n\n" + PROSE
    got = read(typeset(body))
    assert got.table.caption == "Capaian Kinerja"
    assert "Sumber: Kecamatan Contoh, 2023" in got.lines


def test_the_rest_of_a_heading_is_no_title(read):
    """Lines one and a half apart: the last word of an item stands alone above the table."""
    words = "a) Jumlah dokumen data prioritas bidang pelayanan kesehatan masyarakat di Provinsi Jawa"
    item = f"\n\n#set par(leading: 1.2em)\n{words} #linebreak() #h(6mm) Barat\n"
    assert read(typeset(PROSE + item + TABLE)).table.caption == ""
