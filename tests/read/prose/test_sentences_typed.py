"""Sentences typed by hand in the ways that reports phrase them: what every number measures and is about."""

import pytest
from typed_prose import beside_rows, reading, said

BUDGET = [
    (
        "Kegiatan Pengelolaan Arsip dengan alokasi dana sebesar Rp. 12.500.000,- terealisasi sebesar "
        "Rp. 11.250.000,- atau 90%.",
        "Kegiatan Pengelolaan Arsip",
        ["anggaran: Rp. 12.500.000,-", "realisasi_anggaran: Rp. 11.250.000,-", "persen_serapan: 90%"],
    ),
    (
        "Program Penataan Kampung dianggarkan Rp 250.000.000,00 dengan realisasi Rp 200.000.000,00 (80,00%).",
        "Program Penataan Kampung",
        ["anggaran: Rp 250.000.000,00", "realisasi_anggaran: Rp 200.000.000,00", "persen_serapan: (80,00%)"],
    ),
    (
        "Dari pagu anggaran Kegiatan Pelayanan Loket sebesar Rp40.000.000,- dapat diserap Rp38.000.000,- sehingga "
        "tingkat penyerapannya 95%.",
        "Kegiatan Pelayanan Loket",
        ["anggaran: Rp40.000.000,-", "realisasi_anggaran: Rp38.000.000,-", "persen_serapan: 95%"],
    ),
    (
        "Sisa anggaran Kegiatan Pelayanan Loket sebesar Rp 2.000.000,- atau 5%.",
        "Kegiatan Pelayanan Loket",
        ["sisa_anggaran: Rp 2.000.000,-", "persen_sisa: 5%"],
    ),
    (
        "Anggaran Program Penataan Kampung sebelum perubahan sebesar Rp 100.000.000,- dan setelah perubahan menjadi "
        "Rp 120.000.000,-.",
        "Program Penataan Kampung",
        ["anggaran_murni: Rp 100.000.000,-", "anggaran_perubahan: Rp 120.000.000,-"],
    ),
    (
        "Pagu anggaran awal Kegiatan Pelayanan Loket sebesar Rp 40.000.000,- berubah menjadi Rp 45.000.000,-.",
        "Kegiatan Pelayanan Loket",
        ["anggaran_murni: Rp 40.000.000,-", "anggaran_perubahan: Rp 45.000.000,-"],
    ),
    (
        "Capaian kinerja keuangan Program Penataan Kampung adalah 80,00% atau Rp 200.000.000,- dari total "
        "Rp 250.000.000,-.",
        "Program Penataan Kampung",
        ["persen_serapan: 80,00%", "realisasi_anggaran: Rp 200.000.000,-", "anggaran: Rp 250.000.000,-"],
    ),
]
PERFORMANCE = [
    (
        "Indikator Indeks Kepuasan Warga dengan target 80 dan realisasi 84 sehingga capaian kinerjanya 105%.",
        "Indikator Indeks Kepuasan Warga",
        ["target: 80", "realisasi: 84", "capaian: 105%"],
    ),
    (
        "Target indikator Jumlah Posyandu Aktif adalah 20 posyandu, terealisasi 18 posyandu dengan capaian 90%.",
        "indikator Jumlah Posyandu Aktif",
        ["target: 20", "realisasi: 18", "capaian: 90%"],
    ),
    (
        "Realisasi Indeks Kepuasan Warga meningkat dari 78,10 pada tahun 2022 menjadi 80,05 pada tahun 2023.",
        "Indeks Kepuasan Warga",
        ["realisasi: 78,10", "realisasi: 80,05"],
    ),
    (
        "Capaian Indeks Kepuasan Warga sebesar 98,30% masuk kategori “Sangat Baik”, predikat a. dan b. menyusul.",
        "Indeks Kepuasan Warga",
        ["capaian: 98,30%", "kategori: Sangat Baik"],
    ),
    (
        "Nilai SAKIP Kecamatan Sukamaju tahun 2023 sebesar 71,20 dengan predikat BB.",
        "Nilai SAKIP",
        ["nilai_sakip: 71,20", "kategori: BB"],
    ),
    (
        "Nilai SAKIP Kecamatan Sukamaju tahun 2023 adalah 72,45 (BB).",
        "Nilai SAKIP",
        ["nilai_sakip: 72,45", "kategori: BB"],
    ),
    (
        "Realisasi Indeks Kepuasan Warga tahun 2023 sebesar 80,05 naik 1,95 dibandingkan tahun 2022 yang hanya 78,10.",
        "Indeks Kepuasan Warga",
        ["realisasi: 80,05", "selisih: 1,95", "realisasi: 78,10"],
    ),
]


@pytest.mark.parametrize(("sentence", "subject", "facts"), BUDGET + PERFORMANCE)
def test_numbers_of_one_subject(sentence, subject, facts):
    assert said(sentence) == [f"{measure} of {subject}: {printed}" for measure, printed in map(split, facts)]


def split(fact):
    measure, _, printed = fact.partition(": ")
    return measure, printed


def test_counts_name_what_they_count():
    assert said("Kecamatan Sukamaju menetapkan 3 (tiga) sasaran strategis dengan 5 (lima) indikator kinerja.") == [
        "jumlah of sasaran strategis: 3 (tiga)",
        "jumlah of indikator kinerja: 5 (lima)",
    ]
    assert said("Kecamatan Sukamaju melaksanakan 4 program, 9 kegiatan dan 21 sub kegiatan.") == [
        "jumlah of program: 4",
        "jumlah of kegiatan: 9",
        "jumlah of sub kegiatan: 21",
    ]


def test_years_are_those_of_their_numbers():
    sentence = "Realisasi Indeks Kepuasan Warga meningkat dari 78,10 pada tahun 2022 menjadi 80,05 pada tahun 2023."
    assert [fact.period for fact in reading(sentence).facts] == ["2022", "2023"]


def test_amounts_of_a_list_measure_what_the_line_above_says():
    found = reading(
        "RENCANA BELANJA",
        "Alokasi anggaran Program Penataan Kampung sebesar Rp. 90.000.000,- dengan rincian sebagai berikut :",
        "1) Pembangunan Jalan Gang, sebesar Rp. 60.000.000,-",
        "2) Perbaikan Saluran Air, sebesar Rp. 30.000.000,-",
        "Pemeliharaan alat musik sebesar Rp. 1.000.000,-",
    )
    assert [fact.measure for fact in found.facts] == ["anggaran", "anggaran", "anggaran", "lain"]
    assert [bool(fact.guess) for fact in found.facts[:3]] == [False, True, True]


def test_a_thing_without_name_is_not_the_one_named_before():
    found = said(
        "Anggaran Program Penataan Kampung sebesar Rp 90.000.000,-. Selain itu terdapat satu program dukungan dengan "
        "anggaran Rp 10.000.000,-."
    )
    assert found == [
        "anggaran of Program Penataan Kampung: Rp 90.000.000,-",
        "anggaran of satu program dukungan: Rp 10.000.000,-",
    ]


def test_a_kegiatan_that_no_text_names_is_not_the_instansi():
    found = reading("Kegiatan ini menyerap dana sebesar Rp 75.000.000,- dari dana Rp 80.000.000,-.")
    assert not found.facts
    assert len(found.unread) == 2


def test_a_sentence_of_few_words_is_no_row_of_numbers():
    assert (
        len(said("Realisasi Belanja Operasi Rp1.340.700.000,00 (94,42%) dan Belanja Modal Rp79.000.000,00 (98,75%)."))
        == 4
    )
    assert said("Belanja Barang 420.000.000 390.000.000 92,86") == []


def test_a_list_of_what_was_spent_goes_on_with_what_was_spent():
    text = "Realisasi Belanja Operasi Rp1.340.700.000,00 (94,42%) dan Belanja Modal Rp79.000.000,00 (98,75%)."
    assert said(text) == [
        "realisasi_anggaran of Belanja Operasi: Rp1.340.700.000,00",
        "persen_serapan of Belanja Operasi: (94,42%)",
        "realisasi_anggaran of Belanja Modal: Rp79.000.000,00",
        "persen_serapan of Belanja Modal: (98,75%)",
    ]
    text = "Belanja Operasi Rp9.000.000 dengan realisasi Rp8.000.000 dan Belanja Modal Rp7.000.000 dengan realisasi Rp6.000.000."
    assert [line.split(" of ")[0] for line in said(text)] == ["anggaran", "realisasi_anggaran"] * 2
    assert said("Realisasi Belanja Kecamatan Sukamaju sebesar Rp 9.000.000.") == [
        "realisasi_anggaran of Kecamatan Sukamaju: Rp 9.000.000"
    ]


def test_a_difference_is_no_realisasi_of_what_is_higher():
    found = reading("Realisasi tahun 2023 lebih tinggi 1,25 dibanding realisasi tahun 2022.")
    assert not found.facts
    assert [row.text for row in found.unread] == ["1,25"]


def test_a_higher_value_is_no_difference():
    found = said("Realisasi Indeks Kepuasan Warga lebih tinggi, yaitu 80,05.")
    assert found == ["realisasi of Indeks Kepuasan Warga: 80,05"]


def test_a_row_called_capaian_kinerja_is_no_subject_of_another_capaian():
    text = "Indikator Indeks Taman dengan target 80 dan realisasi 84 memperoleh capaian kinerja sebesar 105%."
    assert beside_rows(text, "Capaian Kinerja", "Indeks Taman")[-1] == "capaian of Indikator Indeks Taman: 105%"


def test_the_value_of_a_survey_is_that_of_its_indikator():
    text = "Nilai Survei Kepuasan Masyarakat Tahun 2023 sebesar 88,49 dengan mutu pelayanan A."
    subject = "Indeks Kepuasan Masyarakat"
    assert beside_rows(text, subject) == [f"nilai_skm of {subject}: 88,49", f"kategori of {subject}: A"]


def test_a_realisasi_is_rated_by_the_class_of_a_survey_alone():
    text = "Nilai IKM sebesar 85,53 dengan mutu pelayanan A (Sangat Baik)."
    subject = "Indeks Kepuasan Masyarakat"
    assert beside_rows(text, subject) == [f"realisasi of {subject}: 85,53", f"kategori of {subject}: A"]
    assert beside_rows("Nilai IKM sebesar 85,53 dengan kategori Sangat Baik.", subject) == [
        f"realisasi of {subject}: 85,53"
    ]


def test_what_cannot_be_tied_is_listed():
    found = reading("Efisiensi anggaran tahun 2023 sebesar 4,25% atau Rp 42.500.000,-.")
    assert not found.facts
    assert [row.text for row in found.unread] == ["4,25%", "Rp 42.500.000,-"]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Berdasarkan Peraturan Bupati Nomor 12 Tahun 2019 pasal 4 ayat (2), camat dibantu sekretaris.", 4),
        ("Laporan ini disusun pada tanggal 20 Januari 2024.", 2),
        ("Rincian dapat dilihat pada Tabel 3.2 di bawah ini.", 1),
        ("104) Kegiatan Penyediaan Kursi Taman;", 1),
        ("Upaya meliputi 1) pelayanan loket, 2) penataan arsip, dan 3) pembinaan kader.", 3),
    ],
)
def test_numbers_that_are_no_quantity_are_counted(sentence, numbers):
    found = reading(sentence)
    assert (found.tied, found.untied, found.irrelevant) == (0, 0, numbers)


@pytest.mark.parametrize(("sentence", "subject", "facts"), BUDGET + PERFORMANCE)
def test_every_number_is_tied_untied_or_of_no_concern(sentence, subject, facts):
    found = reading(sentence)
    years = sentence.count(" 2022") + sentence.count(" 2023")
    numbers = [fact for fact in facts if not fact.startswith("kategori")]
    assert (found.tied, found.untied, found.irrelevant) == (len(numbers), 0, years)


def test_a_change_is_that_of_the_score_before_it():
    text = (
        "Nilai SAKIP Kecamatan Sukamaju tahun 2023 sebesar 64,50, meningkat 3,00 dibandingkan tahun 2022 sebesar 60,50."
    )
    assert said(text) == [
        "nilai_sakip of Nilai SAKIP: 64,50",
        "selisih of Nilai SAKIP: 3,00",
        "nilai_sakip of Nilai SAKIP: 60,50",
    ]
