"""A parent is right or left out: a wrong one would accuse a report of sums that it never claimed."""

from made_tables import ACROSS, DOWN, named, one_table, parents, reading, table

HEADER = [["No", "Uraian", "Anggaran", "Realisasi"]]


def test_words_name_the_levels() -> None:
    result = one_table(
        HEADER,
        [
            ["", "Program Pengelolaan Taman", "10", "9"],
            ["", "Kegiatan Penanaman Pohon", "10", "9"],
            ["", "Sub Kegiatan Pembelian Bibit", "6", "5"],
            ["", "Sub Kegiatan Perawatan Bibit", "4", "4"],
            ["", "Program Lain", "5", "5"],
        ],
    )
    found = parents(result)
    assert found["Kegiatan Penanaman Pohon"] == "Program Pengelolaan Taman"
    assert found["Sub Kegiatan Perawatan Bibit"] == "Kegiatan Penanaman Pohon"
    assert found["Program Lain"] == ""
    assert named(result, "Sub Kegiatan Pembelian Bibit").level == "sub_kegiatan"


def test_list_numbers_in_nested_columns_and_children_without_numbers() -> None:
    result = one_table(
        [["NO.", "PROGRAM", ACROSS, "ANGGARAN"]],
        [
            ["1.", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", ACROSS, "30"],
            ["", "1", "Mengurus Satu", "10"],
            ["", "", "Bibit A", "4"],
            ["", "", "Bibit B", "6"],
            ["", "2", "Mengurus Dua", "20"],
            ["", "", "Bibit C", "20"],
            ["2.", "Program Lain", ACROSS, "7"],
            ["", "1", "Mengurus Tiga", "7"],
            ["", "", "Bibit D", "8"],
        ],
    )
    found = parents(result)
    assert found["Mengurus Dua"].startswith("Program Penunjang")
    assert found["Bibit A"] == found["Bibit B"] == "Mengurus Satu"
    assert found["Bibit D"] == "Mengurus Tiga"  # the others add up, so this one is a misprint
    assert named(result, "Mengurus Satu").number == "1"


def test_children_without_numbers_stay_alone_where_no_sum_supports_them() -> None:
    result = one_table(
        HEADER, [["a", "Satu", "10", ""], ["1", "Dua", "7", ""], ["", "Tiga", "9", ""], ["2", "Empat", "1", ""]]
    )
    assert parents(result)["Tiga"] == ""
    assert parents(result)["Dua"] == ""  # the line without a place may be its sibling: the group is not sure


def test_letters_and_roman_numbers_are_told_apart() -> None:
    rows = [[chr(65 + n), f"Program {n}", "2", ""] for n in range(10)]
    body = [line for row in rows for line in (row, ["1.", f"Isi {row[1]}", "2", ""])]
    found = parents(one_table(HEADER, body))
    assert found["Program 8"] == ""  # "I" is the letter after "H"
    assert all(found[f"Isi Program {n}"] == f"Program {n}" for n in range(10))
    roman = [["I", "Satu", "3", ""], ["1", "Dua", "3", ""], ["II", "Tiga", "4", ""], ["1", "Empat", "4", ""]]
    assert parents(one_table(HEADER, roman))["Empat"] == "Tiga"


def test_a_stop_behind_a_list_number_does_not_open_a_level() -> None:
    body = [["1", "Satu", "3", ""], ["2", "Dua", "4", ""], ["3.", "Tiga", "5", ""], ["4", "Empat", "6", ""]]
    found = parents(one_table(HEADER, [*body, ["", "Jumlah", "18", ""]]))
    assert found["Tiga"] == found["Dua"] == found["Empat"] == "Jumlah"


def test_codes() -> None:
    result = one_table(
        [["Kode", "Uraian", "Anggaran"]],
        [
            ["7.01.01", "Penunjang", "9"],
            ["7.01.01.2.01", "Perencanaan", "5"],
            ["7.01.01.2.01.0001", "Dokumen", "5"],
            ["7.01.01.2.02", "Keuangan", "4"],
        ],
    )
    assert parents(result) == {
        "Penunjang": "",
        "Perencanaan": "Penunjang",
        "Dokumen": "Perencanaan",
        "Keuangan": "Penunjang",
    }
    assert named(result, "Dokumen").level == "sub_kegiatan"


def test_columns_for_levels() -> None:
    result = one_table(
        [["Program", "Kegiatan", "Anggaran"]],
        [["Taman", "", "9"], ["", "Pohon", "5"], ["", "Bunga", "4"], ["Jalan", "", "3"], ["", "Aspal", "3"]],
    )
    assert parents(result) == {"Taman": "", "Pohon": "Taman", "Bunga": "Taman", "Jalan": "", "Aspal": "Jalan"}


def test_belanja() -> None:
    result = one_table(
        [["URAIAN", "ANGGARAN 2022", "REALISASI 2022"]],
        [
            ["BELANJA DAERAH", "30", "29"],
            ["BELANJA OPERASI", "20", "19"],
            ["Belanja Pegawai", "15", "15"],
            ["Belanja Barang dan Jasa", "5", "4"],
            ["BELANJA MODAL", "10", "10"],
            ["Belanja Modal Peralatan dan Mesin", "10", "10"],
            ["SURPLUS / (DEFISIT)", "(30)", "(29)"],
        ],
    )
    assert result.tables[0].role == "lra"
    assert parents(result) == {
        "BELANJA DAERAH": "",
        "BELANJA OPERASI": "BELANJA DAERAH",
        "Belanja Pegawai": "BELANJA OPERASI",
        "Belanja Barang dan Jasa": "BELANJA OPERASI",
        "BELANJA MODAL": "BELANJA DAERAH",
        "Belanja Modal Peralatan dan Mesin": "BELANJA MODAL",
        "SURPLUS / (DEFISIT)": "",
    }


def test_totals_take_the_rows_of_their_block() -> None:
    result = one_table(
        HEADER,
        [
            ["1", "Taman", "10", "9"],
            ["2", "Jalan", "20", "11"],
            ["", "J U M L A H I", "30", "20"],
            ["1", "Pasar", "5", "5"],
            ["", "J U M L A H II", "5", "5"],
            ["", "JUMLAH I + JUMLAH II", "35", "25"],
        ],
    )
    found = parents(result)
    assert found["Taman"] == found["Jalan"] == "J U M L A H I"
    assert found["Pasar"] == "J U M L A H II"
    assert found["J U M L A H I"] == found["J U M L A H II"] == "JUMLAH I + JUMLAH II"
    assert named(result, "J U M L A H I").level == "total"
    assert named(result, "J U M L A H I").key == ""


def test_a_total_a_little_off_keeps_its_rows_and_one_far_off_does_not() -> None:
    close = one_table(HEADER, [["1", "Taman", "10", ""], ["2", "Jalan", "20", ""], ["", "Jumlah", "31", ""]])
    assert parents(close)["Taman"] == "Jumlah"
    far = one_table(HEADER, [["1", "Taman", "10", ""], ["2", "Jalan", "20", ""], ["", "Jumlah", "90", ""]])
    assert parents(far)["Taman"] == ""


def test_an_unnamed_first_line_is_the_units() -> None:
    result = one_table(HEADER, [["", "", "30", "29"], ["1.", "Program A", "10", "9"], ["2.", "Program B", "20", "20"]])
    unit = result.subjects[0]
    assert (unit.level, unit.uraian, unit.key) == ("instansi", "", "kecamatan contoh")
    assert [row.parent_id for row in result.subjects[1:]] == [unit.subject_id] * 2


def test_the_nomenclature_forbids_a_wrong_parent() -> None:
    result = one_table(
        HEADER,
        [
            ["a", "Program Koordinasi Ketentraman dan Ketertiban Umum", "", ""],
            ["1", "Koordinasi Penerapan dan Penegakan Peraturan Daerah dan Peraturan Kepala Daerah", "9", "9"],
            ["", "Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat", "3", "3"],
            ["b", "Program Lain", "", ""],
        ],
    )
    assert parents(result)["Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat"] == ""


def test_units_named_in_one_table_are_scopes() -> None:
    body = [
        ["", "KECAMATAN MAWAR", "5", "5"],
        ["", "PROGRAM PENUNJANG URUSAN", "5", "5"],
        ["", "Administrasi Umum Perangkat Daerah", "5", "5"],
        ["", "KECAMATAN MELATI", "6", "6"],
        ["", "PROGRAM PENUNJANG URUSAN", "6", "6"],
        ["", "Administrasi Umum Perangkat Daerah", "6", "6"],
    ]
    result = one_table(HEADER, body)
    assert [row.scope for row in result.subjects] == ["kecamatan mawar"] * 3 + ["kecamatan melati"] * 3


def test_a_mean_stands_over_its_indikator() -> None:
    result = one_table(
        [["No", "Indikator", "Target", "Realisasi", "Capaian"]],
        [["1", "Satu hal", "1", "2", "200"], ["2", "Dua hal", "2", "2", "100"], ["Rata-rata", ACROSS, "", "", "150"]],
    )
    assert parents(result) == {"Satu hal": "Rata-rata", "Dua hal": "Rata-rata", "Rata-rata": ""}
    assert named(result, "Rata-rata").level == "rata_rata"


def test_a_table_that_starts_midway_has_no_upside_down_parents() -> None:
    result = one_table(
        [["Uraian Program/Kegiatan", "Anggaran"]],
        [["1. Sub Kegiatan Bibit", "4"], ["3. Program Jalan", "9"], ["a. Kegiatan Aspal", "9"]],
    )
    assert parents(result)["3. Program Jalan"] == ""


def test_program_merged_over_its_kegiatan() -> None:
    result = reading(
        table(
            [["Program", "Kegiatan", "Anggaran Murni", "Anggaran Setelah Perubahan"]],
            [["Taman", "Pohon", "5", "6"], [DOWN, "Bunga", "4", "4"], ["Jalan", "Aspal", "3", "3"]],
        )
    )
    assert [row.uraian for row in result.budget] == ["Pohon", "Bunga", "Aspal"]
    assert {row.level for row in result.budget} == {"kegiatan"}


def test_sums_find_kegiatan_that_nothing_marks() -> None:
    result = one_table(
        [["Uraian", "Triwulan I (Rp)", "Triwulan II (Rp)"]],
        [
            ["Urusan Taman", "1.300.001", "2.100.000"],
            ["Menanam", "900.001", "1.500.000"],
            ["Bibit", "900.001", "-"],
            ["Pupuk", "-", "1.500.000"],
            ["Merawat", "400.000", "600.000"],
            ["Air", "300.000", "500.000"],
            ["Gunting", "100.000", "100.000"],
        ],
        "Realisasi Anggaran",
    )
    found = parents(result)
    assert found["Bibit"] == found["Pupuk"] == "Menanam"
    assert found["Air"] == found["Gunting"] == "Merawat"
    assert found["Menanam"] == found["Merawat"] == "Urusan Taman"


def test_round_amounts_in_one_column_prove_nothing() -> None:
    result = one_table(
        [["Uraian", "Anggaran"]], [["Satu", "2.000.000.000"], ["Dua", "1.500.000.000"], ["Tiga", "500.000.000"]]
    )
    assert set(parents(result).values()) == {""}


def test_a_number_of_an_outline_says_more_of_a_row_than_its_name() -> None:
    result = one_table(
        HEADER,
        [
            ["1", "Program Pengelolaan Taman", "17", "9"],
            ["1.1", "Kegiatan Penanaman Pohon", "10", "9"],
            ["1.1.1", "Program Bibit Gratis", "6", "5"],
            ["1.1.2", "Perawatan Bibit", "4", "4"],
            ["1.2", "Kegiatan Pemangkasan", "7", "5"],
            ["1.2.1", "Sub Kegiatan Pembelian Gunting", "7", "5"],
            ["1.2.2", "Sub Kegiatan Pembelian Sapu", "7", "5"],
        ],
    )
    found = parents(result)
    assert found["Program Bibit Gratis"] == found["Perawatan Bibit"] == "Kegiatan Penanaman Pohon"
    assert found["Kegiatan Pemangkasan"] == "Program Pengelolaan Taman"
    assert found["Sub Kegiatan Pembelian Gunting"] == "Kegiatan Pemangkasan"
    assert named(result, "Program Bibit Gratis").level == "sub_kegiatan"
