"""Regulations cited with another number, year or title."""

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules.legal_references_agree import RULE


def page(*sentences: str) -> Page:
    made = Page()
    for sentence in sentences:
        made.line(sentence)
    return made


@pytest.mark.parametrize(
    "sentence",
    [
        "Laporan ini mengikuti Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
        "Pemerintah, sehingga wajib disusun.",
        "Dasarnya PermenPAN RB No. 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata "
        "Cara Review atas Laporan Kinerja Instansi Pemerintah.",
        "Menurut Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah camat membantu bupati.",
        "Menurut Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 laporan "
        "disampaikan tiap tahun.",
    ],
)
def test_right(sentence):
    assert verdicts(run(RULE, page(sentence))) == ["passed"]


def test_a_title_with_other_words():
    found = run(
        RULE,
        page(
            "Dasarnya PermenPAN RB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan "
            "Tata Cara Revisi atas Laporan Akuntabilitas Kinerja Instansi Pemerintah."
        ),
    )
    assert verdicts(found) == ["problem"]


def test_the_year_of_one_mention_differs():
    found = run(
        RULE,
        page(
            "Susunan organisasi diatur dengan Peraturan Bupati Sukamaju Nomor 41 Tahun 2017 tentang Tata Kerja Kecamatan.",
            "Tugas camat termuat dalam Perbup 41 / 2017 pasal 5.",
            "Fungsi sekretariat termuat dalam Perbup 41/2019 pasal 8.",
        ),
    )
    assert found == ["passed", "passed", "problem | Perbup 41/2019 | 2017"]


def test_two_regulations_may_share_a_number():
    found = run(
        RULE,
        page(
            "Desa diatur dengan Peraturan Daerah Nomor 6 Tahun 2015 tentang Pemerintahan Desa.",
            "Lihat juga Peraturan Daerah Nomor 6 Tahun 2015 tentang Pemerintahan Desa pasal 3.",
            "Pajak diatur dengan Peraturan Daerah Nomor 6 Tahun 2011 tentang Pajak Hiburan.",
        ),
    )
    assert verdicts(found) == ["passed"] * 3


def test_a_date_of_another_year():
    sentence = "Dibentuk dengan Peraturan Daerah Nomor 9 Tahun 2008 tanggal 2 Mei 2016 tentang Pembentukan Kecamatan."
    assert run(RULE, page(sentence)) == ["problem | Peraturan Daerah Nomor 9 Tahun 2008 tanggal 2 Mei 2016 | 2016"]


def test_no_reference_is_not_applicable():
    assert run(RULE, page("Kecamatan Sukamaju melayani 12 desa.")) == []


PERDA = "Dasarnya Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah."


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("Lihat Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah.", 0),
        ("Lihat Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan Susunan Perangkat Daerah.", 1),
        ("Lihat Peraturan Daerah Nomor 9 Tahun 2016 tentang Pembentukan Susunan Perangkat Daerah.", 0),
        ("Lihat Peraturan Bupati Nomor 8 Tahun 2016 tentang Tugas dan Fungsi serta Tata Kerja Kecamatan.", 1),
        ("Lihat Peraturan Bupati Nomor 9 Tahun 2016 tentang Tugas dan Fungsi serta Tata Kerja Kecamatan.", 0),
    ],
)
def test_local_regulations_keep_title_and_number(second, found):
    assert verdicts(run(RULE, page(PERDA, second))).count("problem") == found


def test_a_title_cut_short_in_a_table():
    made = Page().table("Tabel 2.1", "nama", "Dihitung menurut Permenpan No. 14 Thn 2017 tentang Survey Kepuasan")
    assert verdicts(run(RULE, made)) == ["problem"]
