"""What a table is for follows from its columns, with a word from its caption."""

import pytest
from made_tables import ACROSS, DOWN, one_table

YEARS = [["Indikator", "2023", ACROSS, "2024", ACROSS], [DOWN, "Realisasi", "Capaian", "Realisasi", "Capaian"]]


@pytest.mark.parametrize(
    ("role", "header", "row", "caption"),
    [
        ("indicator", [["Indikator", "Target", "Realisasi", "Capaian"]], ["A b", "1", "1", "100"], ""),
        ("budget", [["Program", "Anggaran", "Realisasi", "%"]], ["A b", "10", "9", "90"], ""),
        ("comparison", YEARS, ["A b", "1", "100", "2", "100"], "Perbandingan"),
        ("perjanjian_kinerja", [["Indikator", "Satuan", "Target"]], ["A b", "Dok", "1"], "Perjanjian Kinerja"),
        ("iku", [["Indikator Kinerja Utama", "Target"]], ["A b", "1"], "Indikator Kinerja Utama Kecamatan"),
        ("iku", [["Indikator Kinerja Utama", "Formula"]], ["A b", "a per b"], "Indikator Kinerja Utama Kecamatan"),
        ("renstra", [["Indikator", "Target 2024", "Target 2025"]], ["A b", "1", "2"], ""),
        ("target_akhir", [["Indikator", "Realisasi 2024", "Target Akhir Renstra 2026"]], ["A b", "1", "2"], ""),
        ("efficiency", [["Indikator", "Capaian Kinerja %", "Tingkat Efisiensi %"]], ["A b", "100", "3,3"], ""),
        ("skm", [["No", "Unsur Pelayanan", "Nilai"]], ["1", "Persyaratan", "3,4"], ""),
        ("sakip", [["No", "Komponen", "Bobot", "Nilai"]], ["1", "Perencanaan Kinerja", "30", "24,5"], ""),
        ("text", [["No", "Masalah", "Akar Masalah"]], ["1", "Ada", "Banyak"], ""),
        ("contents", [["Judul", "Halaman"]], ["BAB I ........", "5"], ""),
        ("other", [["Bahan", "Kkal"]], ["Padi", "1.400"], ""),
    ],
)
def test_roles(role: str, header: list[list[str]], row: list[str], caption: str) -> None:
    (table,) = one_table(header, [row], caption).tables
    assert (table.role, table.role_reason != "") == (role, True)


def test_grades_of_a_survey_and_of_an_evaluation() -> None:
    survey = one_table([["No", "Unsur Pelayanan", "Nilai"]], [["1", "Persyaratan", "3,4"]])
    assert [(f.measure, s.kind) for f, s in zip(survey.facts, survey.subjects, strict=True)] == [
        ("nilai_unsur", "unsur")
    ]
    sakip = one_table([["No", "Komponen", "Bobot", "Nilai"]], [["1", "Perencanaan Kinerja", "30", "24,5"]])
    assert [f.measure for f in sakip.facts] == ["bobot", "nilai_sakip"]
    assert {row.kind for row in sakip.subjects} == {"sakip"}
