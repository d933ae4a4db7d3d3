"""Columns mean what their headings say, in the company they keep."""

import pytest
from made_tables import ACROSS, DOWN, MANUAL, one_table, said, table

from lkjip.read.columns import columns
from lkjip.read.grid import grids
from lkjip.read.headings import sense

Meanings = list[tuple[str, str]]


def meanings(header: list[list[str]], body: list[list[str]], caption: str = "") -> Meanings:
    made, cells = table(header, body, caption)
    (grid,) = grids([made], cells, MANUAL)
    return [(column.meaning, column.period) for column in columns(grid, MANUAL, "2024") if column.is_measure]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("RELISASI", ("realisasi", "", "", "")),
        ("Tingkat Capaian (%) Thn. 2022", ("capaian", "", "persen", "2022")),
        ("% Realisasi (capaian)", ("capaian", "", "persen", "")),
        ("Penyerapan Anggaran %", ("persen", "anggaran", "persen", "")),
        ("Tingkat Efisiensi %", ("efisiensi", "", "persen", "")),
        ("Anggaran Setelah Perubahan", ("anggaran_perubahan", "anggaran", "", "")),
        ("Anggaran Murni (Rp)", ("anggaran_murni", "anggaran", "rupiah", "")),
        ("REALISASI 2021", ("realisasi", "", "", "2021")),
        ("Saaran Strategis/ Sasaran Program/ kegiatan", ("uraian", "", "", "")),
        ("Realisasi Kinerja sampai dengan Triwulan II 2023", ("realisasi", "kinerja", "", "2023")),
        ("Warna rambut", ("", "", "", "")),
    ],
)
def test_headings(heading: str, expected: tuple[str, str, str, str]) -> None:
    found = sense((heading,), MANUAL)
    assert (found.meaning, found.group, found.unit, found.period.split("-")[0]) == expected


def test_realisasi_and_percent_belong_to_the_budget_beside_them() -> None:
    found = meanings(
        [["No", "Program", "Anggaran", "Realisasi", "%"]], [["1", "Program A", "5.000.000", "4.000.000", "80"]]
    )
    assert [meaning for meaning, _ in found] == ["anggaran", "realisasi_anggaran", "persen_serapan"]


def test_target_and_realisasi_are_about_performance_beside_an_indikator() -> None:
    body = [["Populasi sapi", "Ekor", "466.272", "410.934", "88,13"]]
    found = meanings([["Indikator Kinerja", "Satuan", "Target", "Realisasi", "%"]], body)
    assert [meaning for meaning, _ in found] == ["target", "realisasi", "capaian"]


def test_the_heading_above_decides_between_performance_and_money() -> None:
    header = [
        ["Kegiatan", "Indikator Kinerja", "Kinerja", ACROSS, ACROSS, "Anggaran", ACROSS, ACROSS],
        [DOWN, DOWN, "Target", "Realisasi", "% Realisasi (capaian)", "Target", "Realisasi", "% Realisasi"],
        ["", "", "", "", "", "(Rp)", "(Rp)", ""],
    ]
    found = meanings(header, [["A", "B", "84", "84,24", "99,71 %", "1,955,165,841", "1,984,707,841", "98,51"]])
    assert [meaning for meaning, _ in found] == [
        *("target", "realisasi", "capaian"),
        *("anggaran", "realisasi_anggaran", "persen_serapan"),
    ]


def test_years_come_from_headings_then_the_caption_then_the_document() -> None:
    header = [["Indikator", "2016", ACROSS, "Target Renstra Tahun 2018"], [DOWN, "Target", "Realisasi", DOWN]]
    assert meanings(header, [["A", "1", "2", "3"]]) == [("target", "2016"), ("realisasi", "2016"), ("target", "2018")]
    flat = [["Indikator", "Target", "Realisasi"]]
    assert meanings(flat, [["A", "1", "2"]], "Pengukuran Kinerja Tahun 2022") == [
        ("target", "2022"),
        ("realisasi", "2022"),
    ]
    assert meanings(flat, [["A", "1", "2"]]) == [("target", "2024"), ("realisasi", "2024")]


def test_columns_of_years_alone_take_their_measure_from_above_or_from_the_caption() -> None:
    header = [["Indikator", "Target Capaian Setiap Tahun", ACROSS], [DOWN, "2024", "2025"]]
    assert meanings(header, [["A", "72,89", "73,89"]]) == [("target", "2024"), ("target", "2025")]
    found = meanings([["Indikator", "2023", "2024"]], [["A", "1", "2"]], "Perbandingan Realisasi Tahun 2023 dan 2024")
    assert found == [("realisasi", "2023"), ("realisasi", "2024")]
    found = meanings([["Indikator", "2023", "2024"]], [["A", "1", "2"]], "Tujuan dan Sasaran Jangka Menengah")
    assert found == [("target", "2023"), ("target", "2024")]


def test_quarters() -> None:
    above = "Realisasi Kinerja Pada Triwulan I - IV Tahun 2023"
    header = [
        ["Program/Kegiatan", above, ACROSS, ACROSS, ACROSS],
        [DOWN, "I", ACROSS, "II", ACROSS],
        [DOWN, "K", "Rp", "K", "Rp"],
    ]
    found = meanings(header, [["Administrasi Umum", "1", "12.117.920", "0", "-"]])
    assert found == [
        ("realisasi", "2023-TW1"),
        ("realisasi_anggaran", "2023-TW1"),
        ("realisasi", "2023-TW2"),
        ("realisasi_anggaran", "2023-TW2"),
    ]


def test_a_bare_percentage_behind_two_years_compares_them() -> None:
    header = [["Indikator", "Realisasi Tahun 2015", "Realisasi Tahun 2016", "(%)"]]
    assert meanings(header, [["A", "17", "18", "105,88"]])[-1][0] == "lain"


def test_revenue_is_no_budget() -> None:
    header = [["Uraian", "Target", "Realisasi", "%"]]
    body = [
        ["Retribusi Daerah", "457.000.000", "542.850.050", "118,79"],
        ["Pajak Daerah", "41.000.000", "11.220.000", "27,37"],
    ]
    assert [meaning for meaning, _ in meanings(header, body)] == ["target", "realisasi", "capaian"]


def test_small_numbers_under_unknown_words_are_no_list_numbers() -> None:
    body = [["Kecamatan", "12", "3"], ["Kelurahan", "8", "4"], ["Pasar", "23", "9"]]
    result = one_table([["Tempat", "Gerobak", "Jumlah"]], body)
    assert [row.text for row in result.unread] == ["12", "8", "23"]
    listed = one_table([["Urutan ke", "Tempat", "Jumlah"]], [["1", "Kecamatan", "3"], ["2", "Kelurahan", "4"]])
    assert not listed.unread


def test_a_percentage_behind_a_change_is_the_change() -> None:
    header = [["Program", "Anggaran Semula", "Anggaran Setelah Perubahan", "Bertambah/(Berkurang)", "%"]]
    found = meanings(header, [["Program A", "450.000.000", "500.000.000", "50.000.000", "11,11"]])
    assert [meaning for meaning, _ in found] == ["anggaran_murni", "anggaran_perubahan", "selisih", "selisih"]


def test_rows_that_are_a_year_each_date_their_numbers() -> None:
    header = [["Tahun", "Ketetapan (Rp)", "Realisasi (Rp)", "%"]]
    body = [["2023", "450.000.000", "405.000.000", "90,00"], ["2024", "460.000.000", "423.200.000", "92,00"]]
    facts = one_table(header, body, "Perkembangan Penerimaan PBB").facts
    assert [(fact.measure, fact.period) for fact in facts] == [
        (measure, year) for year in ("2023", "2024") for measure in ("target", "realisasi", "capaian")
    ]


def test_headings_left_in_the_body_and_values_left_in_the_header_are_put_right() -> None:
    header = [["No", "Program", "Anggaran", "Realisasi"], ["", "", "4.760.149.793", "4.603.119.714"]]
    body = [
        ["1", "Program A", "10.000", "9.000"],
        ["No", "Program", "Anggaran", "Realisasi"],
        ["2", "Program B", "1.000", "500"],
    ]
    result = one_table(header, body)
    assert said(result.facts) == [
        ("", "anggaran", "2024", "4760149793"),
        ("", "realisasi_anggaran", "2024", "4603119714"),
        ("Program A", "anggaran", "2024", "10000"),
        ("Program A", "realisasi_anggaran", "2024", "9000"),
        ("Program B", "anggaran", "2024", "1000"),
        ("Program B", "realisasi_anggaran", "2024", "500"),
    ]


def test_units_beside_numbers_under_one_heading() -> None:
    header = [["Kegiatan", "Indikator Kinerja", "Target (2022)", ACROSS, ACROSS], [DOWN, DOWN, "K", ACROSS, "Rp."]]
    result = one_table(header, [["A", "Laporan PATEN", "12", "Laporan", "34.169.400"]])
    assert [(f.measure, f.unit) for f in result.facts] == [("target", "laporan"), ("anggaran", "rupiah")]


def test_an_amount_is_a_budget_where_the_caption_says_so() -> None:
    header = [["No", "Program", "Jumlah (Rp)"]]
    assert meanings(header, [["1", "Taman", "5.000.000"]], "Alokasi Anggaran Tahun 2023") == [("anggaran", "2023")]
    assert meanings(header, [["1", "Taman", "5.000.000"]], "Aset") == [("jumlah", "2024")]


def test_last_year_is_the_year_before_the_document() -> None:
    header = [
        ["Indikator", "Capaian Thn Lalu", "Target", ACROSS, ACROSS],
        [DOWN, DOWN, "Target", "Realisasi", "% Realisasi"],
    ]
    found = meanings(header, [["A", "72", "80", "82", "102,5"]])
    assert found == [("capaian", "2023"), ("target", "2024"), ("realisasi", "2024"), ("capaian", "2024")]


def test_capaian_against_another_target_is_not_the_years() -> None:
    header = [
        ["Indikator", "Realisasi 2016", "Capaian 2016 terhadap Target Akhir Renstra", "Realisasi Nasional Tahun 2016"]
    ]
    assert [meaning for meaning, _ in meanings(header, [["A", "1", "50", "2"]])] == ["realisasi", "lain", "lain"]


def test_progress_of_works_is_no_spending() -> None:
    header = [
        ["Kegiatan", "Anggaran", "Realisasi Keuangan", ACROSS, "Realisasi Fisk"],
        [DOWN, "(Rp)", "(Rp)", "(%)", "(%)"],
    ]
    found = meanings(header, [["A", "465.000.000", "461.178.100", "99,18", "100,00"]])
    assert [meaning for meaning, _ in found] == ["anggaran", "realisasi_anggaran", "persen_serapan", "lain"]


def test_a_year_in_a_heading_outlives_the_caption_of_last_years_report() -> None:
    header = [["Indikator Kinerja", "Target 2024", "Realisasi", "Capaian"]]
    found = meanings(header, [["IKM", "73", "84,24", "115,40"]], "PENGUKURAN KINERJA TAHUN 2023")
    assert [period for _, period in found] == ["2024", "2024", "2024"]


def test_a_row_of_years_with_marks_is_part_of_the_heading() -> None:
    header = [["No.", "Indikator Kinerja", "Realisasi", ACROSS]]
    body = [["", "", "2023*", "2024**"], ["1.", "Pertanian", "0,58", "0,12"]]
    assert meanings(header, body) == [("realisasi", "2023"), ("realisasi", "2024")]


def test_words_under_a_heading_of_one_letter_are_units() -> None:
    header = [["Program", "Indikator", "Target RKPD 2024", ACROSS, ACROSS], [DOWN, DOWN, DOWN, "K", "Rp."]]
    made, cells = table(header, [["A", "Gaji ASN", "7", "Orang", "1.555.446.741"]])
    (grid,) = grids([made], cells, MANUAL)
    assert [column.kind for column in columns(grid, MANUAL, "2024")][2:4] == ["measure", "satuan"]


def test_a_heading_that_a_narrow_column_breaks_is_known() -> None:
    assert sense(("% Keuan gan",), MANUAL).group == "anggaran"


def test_a_unit_in_brackets_does_not_hide_a_heading() -> None:
    assert sense(("Laki-laki (jiwa)",), MANUAL).meaning == "jumlah"


def test_people_are_counted_whole() -> None:
    body = [["Desa A", "2,876", "753"], ["Desa B", "943", "1,197"]]
    reading = one_table([["Desa", "Laki-laki (jiwa)", "Perempuan (jiwa)"]], body)
    assert [int(fact.value or 0) for fact in reading.facts] == [2876, 753, 943, 1197]
