"""Cells become facts: every value with its measure, unit and subject, nothing dropped."""

from decimal import Decimal
from pathlib import Path

import pytest
from made_tables import ACROSS, DOWN, MANUAL, extraction, lines, named, one_table, plain, reading, said, table

from lkjip.read import Reading, coverage, read


def test_an_indikator_with_its_values() -> None:
    result = one_table(
        [["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
        [["1", "Pelayanan naik", "Indeks Kepuasan Masyarakat", "Indeks", "73", "84,24", "86,65 %"]],
    )
    assert [(f.measure, plain(f.value or Decimal(0)), f.unit, f.printed) for f in result.facts] == [
        ("target", "73", "indeks", "73"),
        ("realisasi", "84.24", "indeks", "84,24"),
        ("capaian", "86.65", "persen", "86,65 %"),
    ]
    (row,) = result.indicators
    assert (row.indikator, row.sasaran, row.tahun) == ("Indeks Kepuasan Masyarakat", "Pelayanan naik", "2024")
    assert (row.target, row.realisasi, row.capaian) == (Decimal(73), Decimal("84.24"), Decimal("86.65"))
    assert result.facts[0].fact_id == "t01-r01-c4-0"


def test_a_row_with_performance_and_money_has_two_subjects() -> None:
    result = one_table(
        [["Kegiatan", "Indikator Kinerja", "Target", "Realisasi", "Anggaran", "Realisasi"]],
        [["Kegiatan A", "Jumlah laporan", "45 Laporan", "44 Laporan", "34,169,400", "30.000.000"]],
    )
    assert said(result.facts) == [
        ("Jumlah laporan", "target", "2024", "45"),
        ("Jumlah laporan", "realisasi", "2024", "44"),
        ("Kegiatan A", "anggaran", "2024", "34169400"),
        ("Kegiatan A", "realisasi_anggaran", "2024", "30000000"),
    ]


def test_an_amount_a_share_and_a_count_in_one_cell() -> None:
    result = one_table(
        [["Uraian Prog/Keg", "Indikator Kinerja", "Target kinerja:", "Realisasi kinerja:"]],
        [
            ["Program A", "Layanan", "Rp. 1.555.607.740, - 100 Persen", "Rp. 467.358.000, (30,04%). - 100 Persen"],
            ["Program B", "Laporan", "Rp. 20.520.000\n5 Laporan", "Rp. 18.700.000 (91,13 %) 5 Laporan"],
        ],
    )
    assert said(result.facts)[:5] == [
        ("Program A", "anggaran", "2024", "1555607740"),
        ("Layanan", "target", "2024", "100"),
        ("Program A", "realisasi_anggaran", "2024", "467358000"),
        ("Program A", "persen_serapan", "2024", "30.04"),
        ("Layanan", "realisasi", "2024", "100"),
    ]


def test_as_many_values_as_names_are_one_of_each() -> None:
    result = one_table(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [["- Laporan Kepegawaian - Laporan Barang", "8 Laporan 2 Laporan", "8 Laporan 1 Laporan"]],
    )
    assert said(result.facts) == [
        ("Laporan Kepegawaian", "target", "2024", "8"),
        ("Laporan Barang", "target", "2024", "2"),
        ("Laporan Kepegawaian", "realisasi", "2024", "8"),
        ("Laporan Barang", "realisasi", "2024", "1"),
    ]
    assert not any(fact.guess for fact in result.facts)


def test_the_dash_of_a_list_is_none_of_the_amount_above_it() -> None:
    result = one_table(
        [["Uraian Prog/Keg", "Indikator Kinerja", "Target kinerja:", "Realisasi kinerja:"]],
        [
            [
                "Kegiatan A",
                "- Laporan A - Laporan B",
                "Rp 2.202.684,\n-1 Laporan\n-5 Laporan",
                "Rp 1.788.009,\n- (81,17%)\n-5",
            ],
            ["Kegiatan B", "Laporan C", "Rp 20.520,\n-5 Laporan", "Rp 18.700, (91,13 %)\n-5 Laporan"],
        ],
    )
    assert ("Laporan A", "realisasi", "2024", "81.17") in said(result.facts)
    assert ("Laporan B", "realisasi", "2024", "5") in said(result.facts)
    assert ("Kegiatan B", "persen_serapan", "2024", "91.13") in said(result.facts)


def test_several_values_of_one_name_say_so() -> None:
    result = one_table([["Indikator Kinerja", "Target"]], [["Laporan Kepegawaian", "8 Laporan 2 Laporan"]])
    assert all("several" in fact.guess for fact in result.facts)


def test_fewer_values_than_names_belong_to_none_of_the_names() -> None:
    names = "- Laporan Kepegawaian - Laporan Barang - Laporan Kas"
    result = one_table(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[names, "8 Laporan 2 Laporan 4 Laporan", "2 Laporan 4 Laporan"]],
    )
    assert [name for name, measure, *_ in said(result.facts) if measure == "realisasi"] == [names, names]


def test_grades_beside_numbers_and_alone() -> None:
    result = one_table(
        [["Indikator", "Target", "Realisasi", "Capaian"]],
        [
            ["Nilai SAKIP", "81", "80,10 (A)", "Cukup Berhasil"],
            ["PAD", "-", "Belum ada", "Tidak Menjadi Indikator Lagi"],
        ],
    )
    assert [(f.measure, f.printed) for f in result.facts] == [
        ("target", "81"),
        ("realisasi", "80,10"),
        ("kategori", "A"),
        ("kategori", "Cukup Berhasil"),
    ]


def test_a_range_is_no_single_target() -> None:
    result = one_table([["Indikator", "Target", "Realisasi"]], [["Penurunan emisi", "5-6%", "11,45%"]])
    assert [(f.measure, f.guess) for f in result.facts] == [
        ("batas_bawah", "one end of a range"),
        ("batas_atas", "one end of a range"),
        ("realisasi", ""),
    ]


def test_bands_of_a_scale() -> None:
    result = one_table(
        [["No", "Interval Nilai Realisasi Kinerja", "Kriteria Penilaian", "Kode"]],
        [
            ["1", "≥ 100%", "Berhasil", "Hijau"],
            ["2", "70% < 100%", "Cukup Berhasil", "Biru"],
            ["3", "<40%", "Tidak Berhasil", "Merah"],
        ],
    )
    assert result.tables[0].role == "scale"
    assert [(f.subject, f.measure, f.value) for f in result.facts if f.value is not None] == [
        ("Berhasil", "batas_bawah", Decimal(100)),
        ("Cukup Berhasil", "batas_bawah", Decimal(70)),
        ("Cukup Berhasil", "batas_atas", Decimal(100)),
        ("Tidak Berhasil", "batas_atas", Decimal(40)),
    ]
    assert {row.kind for row in result.subjects} == {"skala"}


def test_numbers_under_unknown_headings_are_listed() -> None:
    result = one_table(
        [["Indikator", "Target", "Berat Pangan"]],
        [["Skor", "90", "328,2"], ["Pola", "80", "-"], ["Desa", "70", "lihat catatan 3 di bawah"]],
    )
    assert [(row.kind, row.text) for row in result.unread] == [("number", "328,2")]
    assert "Berat Pangan" in result.unread[0].reason
    counted = coverage(result)
    assert (counted.facts, counted.not_understood, counted.irrelevant) == (3, 1, 1)


def test_a_table_without_any_meaning_is_listed_too() -> None:
    result = one_table([["Bahan", "Kkal"]], [["Padi", "1.400,5"], ["Umbi", "70,0"]])
    assert [row.kind for row in result.unread] == ["table", "number", "number"]
    assert result.tables[0].role == "other"


def test_list_numbers_codes_and_column_numbers_are_no_facts() -> None:
    header = [["No", "Kode", "Program", "Anggaran"]]
    body = [["1", "2", "3", "4"], ["1.", "7.01.01", "Program A", "5.000"], ["NIP", "", "19660801 198803 1 001", ""]]
    assert [value for *_, value in said(one_table(header, body).facts)] == ["5000"]


def test_directions_that_the_row_names() -> None:
    result = one_table(
        [["Indikator", "Formula", "Target", "Realisasi"]],
        [
            ["Angka kemiskinan", "Semakin rendah realisasi semakin baik", "5", "4"],
            ["Indeks", "semakin tinggi, semakin baik", "5", "6"],
        ],
    )
    assert [row.arah for row in result.subjects] == ["turun", "naik"]


def test_merged_labels_name_their_rows_but_are_not_matched_elsewhere() -> None:
    result = one_table(
        [["Sasaran", "Indikator", "Target", "Realisasi"]],
        [["Layanan", "Laporan", "1", "1"], [DOWN, DOWN, "2", "2"]],
    )
    assert [(row.uraian, row.key != "", row.sasaran) for row in result.subjects] == [
        ("Laporan", True, "Layanan"),
        ("Laporan", False, "Layanan"),
    ]


def test_savings_belong_to_the_total_above_them() -> None:
    result = one_table(
        [["No", "Program", "Anggaran", "Realisasi", "%"]],
        [
            ["1", "Program A", "60", "50", "83,33"],
            ["2", "Program B", "40", "40", "100"],
            ["", "Jumlah", "100", "90", "90"],
            ["", "Jumlah efisiensi penggunaan sumber daya", "", "10", "10"],
        ],
    )
    total = named(result, "Jumlah")
    left = [(f.measure, plain(f.value or Decimal(0))) for f in result.facts if f.subject_id == total.subject_id]
    assert left[-2:] == [("sisa_anggaran", "10"), ("persen_sisa", "10")]


def test_a_caption_can_name_a_part_of_the_unit() -> None:
    result = one_table([["Program", "Anggaran"]], [["Program A", "5.000"], ["Program B", "6.000"]], "Kelurahan Mawar")
    assert {row.scope for row in result.subjects} == {"kelurahan mawar"}
    own = one_table([["Program", "Anggaran"]], [["Program A", "5.000"]], "Rincian Anggaran Kecamatan Contoh")
    assert {row.scope for row in own.subjects} == {""}


def test_keys_fold_spellings_and_nothing_more() -> None:
    result = one_table(
        [["No", "Kegiatan", "Anggaran"]],
        [
            ["1.", "Kegiatan Koordinasi Ketentraman dan Ketertiban Umum", "1.000"],
            ["2.", "a. Koordinasi Ketenteraman & Ketertiban Umum", "2.000"],
            ["3.", "Koordinasi Ketertiban Umum", "3.000"],
        ],
    )
    first, second, third = (row.key for row in result.subjects)
    assert first == second != third


def test_a_reading_comes_back_from_its_folder(tmp_path: Path) -> None:
    result = one_table([["Program", "Anggaran", "Realisasi"]], [["Program A", "5.000", "4. 000.000"]])
    folder = tmp_path / "contoh"
    result.save(folder)
    assert Reading.load(folder) == result


def test_the_same_cells_give_the_same_reading() -> None:
    made = table([["Program", "Anggaran"]], [["Program A", "5.000"]])
    assert reading(made) == reading(made)


@pytest.mark.parametrize("text", [(), lines("")])
def test_an_empty_document_can_be_read(text: tuple[()]) -> None:
    result = read("kosong", extraction(text=text), MANUAL)
    assert (result.facts, result.tables) == ((), ())
    assert result.attribute("year") == ""


def test_spans_over_measures_are_words_not_values() -> None:
    result = one_table(
        [["Indikator", "2020", ACROSS], [DOWN, "Realisasi", "Capaian"]],
        [["Tindak lanjut", "Tidak Menjadi Indikator Lagi", ACROSS], ["SAKIP", "51,27", "Cukup"]],
    )
    assert [(f.subject, f.measure, f.printed) for f in result.facts] == [
        ("SAKIP", "realisasi", "51,27"),
        ("SAKIP", "kategori", "Cukup"),
    ]


def test_a_doubtful_number_is_read_in_the_size_of_its_neighbours() -> None:
    header = [["Indikator", "Satuan", "Target", "Realisasi", "%"]]
    body = [["Daging", "Ton", "768.495", "992.770", "129,18"], ["Susu", "Ton", "268.797", "352,390*", "131,10"]]
    (milk,) = [fact for fact in one_table(header, body).facts if fact.subject == "Susu" and fact.measure == "realisasi"]
    assert (milk.value, milk.decimals, milk.printed) == (Decimal(352390), 0, "352,390*")
    assert "thousands" in milk.guess
    small = [["Rasio", "Nilai", "0,500", "1,250", "250"]]
    values = [fact.value for fact in one_table(header, small).facts]
    assert values == [Decimal("0.500"), Decimal("1.250"), Decimal(250)]
