"""Numbering, labels, spelling and left-over text."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    captions_carry_their_chapter,
    contents_match_the_headings,
    headings_are_spelled_right,
    lists_have_their_count,
    lists_run_on,
    names_are_spelled_alike,
    parts_are_filled,
    sentences_are_complete,
    table_numbers_run_on,
    tables_are_labelled,
    template_text_is_replaced,
)


def lines(*texts: str, kind: str = "paragraph", page: int = 1) -> Page:
    made = Page()
    for text in texts:
        made.line(text, kind=kind, page=page)
    return made


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestLists:
    def test_right(self):
        page = lines("1. Menata arsip lama;", "2. Melatih petugas loket;", "3. Membuka layanan malam;")
        assert problems(lists_run_on.RULE, page) == []

    def test_one_left_out(self):
        page = lines("1. Menata arsip lama;", "2. Melatih petugas loket;", "4. Membuka layanan malam;")
        assert problems(lists_run_on.RULE, page) == ["problem | 4. | 3"]

    def test_a_letter_left_out(self):
        page = lines("a. Menata arsip lama;", "b. Melatih petugas loket;", "d. Membuka layanan malam;")
        assert problems(lists_run_on.RULE, page) == ["problem | d. | c"]

    def test_a_list_inside_another(self):
        page = lines("1. Menata arsip:", "a. arsip lama;", "b. arsip baru;", "2. Melatih petugas:", "a. loket;")
        assert problems(lists_run_on.RULE, page) == []

    def test_one_that_was_read_with_the_text_is_not_missed(self):
        page = lines(
            "1. Menata arsip lama;", "2. Melatih petugas loket; 3. Menambah kursi;", "4. Membuka layanan malam;"
        )
        assert problems(lists_run_on.RULE, page) == []

    def test_the_number_of_a_table_is_no_number_of_the_list(self):
        page = lines(
            "1. Menata arsip lama;", "2. Melatih petugas loket;", "Lihat Tabel 3.1 berikut ini.", "4. Membuka."
        )
        assert problems(lists_run_on.RULE, page) == ["problem | 4. | 3"]

    def test_many_left_out_is_another_list(self):
        page = lines("1. Menata arsip lama;", "2. Melatih petugas loket;", "7. Membuka layanan malam;")
        assert problems(lists_run_on.RULE, page) == []

    def test_as_many_as_announced(self):
        items = ("1. Menata arsip lama;", "2. Melatih petugas loket;", "3. Membuka layanan malam;")
        right = lines("Perbaikan dilakukan dalam 3 (tiga) langkah yaitu :", *items)
        wrong = lines("Perbaikan dilakukan dalam 4 (empat) langkah yaitu :", *items)
        assert verdicts(run(lists_have_their_count.RULE, right)) == ["passed"]
        assert run(lists_have_their_count.RULE, wrong) == ["problem | 4 (empat) langkah yaitu : | 3"]

    def test_examples_are_not_counted(self):
        page = lines("Ada 9 langkah antara lain :", "1. Menata arsip lama;", "2. Melatih petugas loket;")
        assert run(lists_have_their_count.RULE, page) == []


class TestTables:
    def made(self, *labels: tuple[str, str]) -> Page:
        page = Page()
        for number, caption in labels:
            page.table(number, "target | realisasi", "Loket | 1 | 1", caption=caption)
        return page

    def test_numbered_in_order(self):
        page = self.made(*((f"Tabel 3.{at}", "Hasil") for at in (1, 2, 3)))
        assert problems(table_numbers_run_on.RULE, page) == []

    def test_a_number_twice_and_one_left_out(self):
        page = self.made(*((f"Tabel 3.{at}", "Hasil") for at in (1, 2, 2, 4)))
        assert problems(table_numbers_run_on.RULE, page) == ["problem | Tabel 3.2", "problem | Tabel 3.4"]

    def test_letters_part_one_number(self):
        page = self.made(("Tabel 3.1a", "Hasil"), ("Tabel 3.1b", "Hasil"), ("Tabel 3.3", "Hasil"))
        assert problems(table_numbers_run_on.RULE, page) == []

    def test_a_picture_holds_the_number(self):
        page = self.made(("Tabel 3.1", "Hasil"), ("Tabel 3.3", "Hasil")).line("Tabel 3.2 Grafik kunjungan")
        assert problems(table_numbers_run_on.RULE, page) == []

    def test_numbered_otherwise_than_the_others(self):
        page = self.made(("Tabel I", "Masalah"), *((f"Tabel 2.{at}", "Hasil") for at in (1, 2, 3, 4)))
        assert problems(table_numbers_run_on.RULE, page) == ["problem | Tabel I"]

    def test_labels(self):
        labels = [(f"Tabel 3.{at}", "Hasil") for at in range(1, 7)]
        page = self.made(*labels, ("Tabel 3.7", ""), ("", "Rincian Kelurahan"))
        assert problems(tables_are_labelled.RULE, page) == ["problem | Tabel 3.7", "problem | Rincian Kelurahan"]

    def test_labels_are_not_missed_where_few_tables_have_them(self):
        page = self.made(("Tabel 3.1", "Hasil"), ("", "Rincian"), ("", "Rekap"))
        assert problems(tables_are_labelled.RULE, page) == []

    def test_a_summary_without_a_value(self):
        page = Page().table(
            "Tabel 3.1", "target | realisasi", "Loket | 1 | 1", "Rata-rata capaian | |", "Jumlah | 1 | 1"
        )
        assert problems(parts_are_filled.RULE, page) == ["problem | Rata-rata capaian"]

    def test_a_table_without_rows_and_a_source_without_name(self):
        page = Page().table("Tabel 3.5", "target | realisasi | capaian").line("Sumber :", kind="source")
        assert problems(parts_are_filled.RULE, page) == ["problem | Tabel 3.5", "problem | Sumber :"]


class TestChapters:
    def chapters(self) -> Page:
        page = Page()
        for number, numeral in enumerate(("I", "II", "III"), start=1):
            page.line(f"BAB {numeral}", kind="heading", page=10 * number)
        return page

    def test_captions_of_their_chapter(self):
        page = self.chapters()
        for place in range(1, 5):
            page.table(f"Tabel 2.{place}", "target", "Loket | 1", page=21)
        page.line("Gambar 2.1 Bagan", kind="heading", page=12)
        assert problems(captions_carry_their_chapter.RULE, page) == ["problem | Gambar 2.1 | 1"]

    def test_a_chapter_without_a_heading_of_its_own(self):
        page = Page().line("BAB I", kind="heading", page=10).line("BAB II", kind="heading", page=20)
        page.line("BAB IV", kind="heading", page=40)
        for place in range(1, 5):
            page.table(f"Tabel 3.{place}", "target", "Loket | 1", page=31)
        page.line("Gambar 2.1 Bagan", kind="heading", page=12)
        assert problems(captions_carry_their_chapter.RULE, page) == ["problem | Gambar 2.1 | 1"]

    def test_reports_that_number_through_are_left_alone(self):
        page = self.chapters()
        for place in range(1, 5):
            page.table(f"Tabel 1.{place}", "target", "Loket | 1", page=21)
        assert run(captions_carry_their_chapter.RULE, page) == []

    def contents(self, *entries: str) -> Page:
        page = Page()
        for entry in entries:
            page.line(f"{entry} ........ 3", kind="contents", page=2)
        return page

    def test_contents(self):
        page = self.contents(
            "BAB I PENDAHULUAN", "A. Latar Belakang", "BAB II RENCANA", "BAB III HASIL", "A. Capaian Kinerja"
        )
        for text in (
            "BAB I PENDAHULUAN",
            "A. Latar Belakang",
            "BAB II RENCANA",
            "BAB III HASIL",
            "A. Realisasi Belanja",
        ):
            page.line(text, kind="heading", page=5)
        assert problems(contents_match_the_headings.RULE, page) == ["problem | A. Capaian Kinerja | Realisasi Belanja"]

    def test_a_chapter_that_the_body_only_announces(self):
        page = self.contents("BAB I PENDAHULUAN", "BAB II RENCANA", "BAB III HASIL", "BAB IV PENUTUP")
        for text in ("BAB I PENDAHULUAN", "BAB II Rencana", "BAB III Hasil", "BAB IV Penutup"):
            page.line(text, kind="heading", page=5)
        page.line("BAB II RENCANA", kind="heading", page=9).line("BAB IV PENUTUP", kind="heading", page=30)
        assert problems(contents_match_the_headings.RULE, page) == ["problem | BAB III HASIL"]


class TestSpelling:
    def test_a_misprinted_heading(self):
        page = Page().table("Tabel 3.1", "target", "Loket | 1").line("Laporan Realiasi Kegiatan", kind="heading")
        assert problems(headings_are_spelled_right.RULE, page) == ["problem | realiasi | realisasi"]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Skala Nilai Peringkat Kinerja", []),
            ("Skala Nilai Perangkat Kinerja", ["problem | perangkat | peringkat"]),
            ("Tabel Efisien Penggunaan Sumber Daya", ["problem | efisien | efisiensi"]),
            ("Indikator Program Utama", []),
            ("P ogram Pembinaan Desa", ["problem | p ogram | program"]),
            ("P rogram Pembinaan Desa", []),
            ("a) Anggaran Kecamatan", []),
        ],
    )
    def test_a_heading(self, text, found):
        page = Page().table("Tabel 3.1", "target", "Loket | 1").line(text, kind="heading")
        assert problems(headings_are_spelled_right.RULE, page) == found

    def test_the_text_tells_which_ending_is_usual(self):
        page = Page().table("Tabel 1", "target", "Terpenuhinya Gaji dan Tambahannya Penghasilan | 1")
        page.table("Tabel 2", "target", "Terpenuhinya Gaji dan Tambahan Penghasilan | 1")
        assert problems(names_are_spelled_alike.RULE, page) == []
        page.line("Indikatornya adalah Terpenuhinya Gaji dan Tambahan Penghasilan dengan target 10 orang.")
        assert problems(names_are_spelled_alike.RULE, page) == ["problem | tambahannya | tambahan"]

    def test_a_word_cut_by_its_column(self):
        page = Page()
        page.cell("t01", (0, 1), "CAPAIA N", "header")
        assert problems(headings_are_spelled_right.RULE, page) == []

    @pytest.mark.parametrize(
        ("slip", "found"), [("Pemeliharaan Taman Kata", []), ("Pemeliharan Taman Kota", ["pemeliharan"])]
    )
    def test_names_of_rows(self, slip, found):
        page = Page()
        for name in ("Pemeliharaan Taman Kota", "Pemeliharaan Taman Kota", "Pemeliharaan Taman Kota", slip):
            page.table("", "anggaran", f"{name} | 100")
        marked = [line.split(" | ")[1] for line in problems(names_are_spelled_alike.RULE, page)]
        assert marked == found

    def test_two_programs_one_word_apart(self):
        page = Page()
        for name in ("Pembangunan di Desa", "Pembangunan di Desa", "Pembangunan di Kota"):
            page.table("", "anggaran", f"{name} | 100")
        assert problems(names_are_spelled_alike.RULE, page) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lampiran memuat pohon kinerja sesuai format 2.", ["sesuai format 2"]),
        ("Penghargaan yang diterima tahun ini (narasi dan foto).", ["(narasi dan foto)"]),
        ("Realisasi mencapai sebesar ........ dari target.", ["sebesar ....."]),
        ("Camat menetapkan keputusan tentang tentang pelayanan.", ["tentang tentang"]),
        ("Masing masing kelurahan menyusun rencana tahun tahun berikutnya.", []),
        ("Kursi disusun sesuai format ruang rapat.", []),
    ],
)
def test_text_left_over(text, left):
    found = [line.split(" | ")[1] for line in problems(template_text_is_replaced.RULE, lines(text))]
    assert [item[: len(want)] for item, want in zip(found, left, strict=True)] == left


class TestSentences:
    @pytest.mark.parametrize(
        "text",
        [
            "Realisasi belanja kecamatan sebesar Rp 5.000.000,- sampai akhir tahun.",
            "Belanja arsip sebesar : Rp 5.000.000,- sampai akhir tahun.",
            "Realisasi belanja kecamatan sebesar lima juta rupiah.",
        ],
    )
    def test_complete(self, text):
        assert problems(sentences_are_complete.RULE, lines(text)) == []

    @pytest.mark.parametrize(
        ("name", "found"),
        [("Unsur Sarana dan", ["problem | Unsur Sarana dan"]), ("Unsur Sarana dan Prasarana", [])],
    )
    def test_a_name_breaks_off(self, name, found):
        page = lines(f"Untuk meningkatkan {name} perlu dilakukan pengadaan.")
        assert problems(sentences_are_complete.RULE, page) == found

    def test_a_number_is_missing(self):
        page = lines("Capaian kinerja sebesar dengan anggaran Rp 5.000.000,- sampai akhir tahun.")
        assert problems(sentences_are_complete.RULE, page) == ["problem | sebesar dengan"]

    @pytest.mark.parametrize(
        ("following", "found"),
        [("3. Tersedianya ruang tunggu.", ["problem | dengan indikator"]), ("1. Tersedianya ruang tunggu.", [])],
    )
    def test_a_sentence_breaks_off(self, following, found):
        page = lines("Sasaran tersedianya loket yang ramah warga dengan indikator", following)
        page.line("Baris ini menunjukkan di mana naskah berakhir di sebelah kanan.")
        page.lines[0] = replace(page.lines[0], x1=300.0)
        assert problems(sentences_are_complete.RULE, page) == found


class TestContents:
    def test_what_the_contents_lack(self):
        page = Page()
        for entry in ("BAB I PENDAHULUAN", "BAB II RENCANA", "BAB III PENUTUP", "A. Kesimpulan"):
            page.line(f"{entry} ........ 3", kind="contents", page=2)
        for text in ("RINGKASAN EKSEKUTIF", "BAB I PENDAHULUAN", "BAB II RENCANA", "BAB III PENUTUP"):
            page.line(text, kind="heading", page=4)
        page.line("A. Kesimpulan", kind="heading", page=9).line("B. Saran", kind="heading", page=9)
        assert problems(contents_match_the_headings.RULE, page) == [
            "problem | RINGKASAN EKSEKUTIF",
            "problem | B. Saran",
        ]


class TestPrograms:
    def test_a_word_left_out(self):
        page = Page()
        for name in ("Program Taman Hijau dan Jalan", "Program Taman Hijau dan Jalan", "Program Taman dan Jalan"):
            page.table("", "anggaran", f"{name} | 100")
        assert problems(names_are_spelled_alike.RULE, page) == [
            "problem | program taman dan jalan | program taman hijau dan jalan"
        ]

    def test_an_abbreviation_in_brackets(self):
        page = Page()
        for name in ("Program Taman dan Jalan (PTJ)", "Program Taman dan Jalan (PTJ)", "Program Taman dan Jalan"):
            page.table("", "anggaran", f"{name} | 100")
        assert problems(names_are_spelled_alike.RULE, page) == []

    def test_two_of_one_table_are_two(self):
        page = Page()
        names = ("Program Taman Hijau dan Jalan Kota", "Program Taman dan Jalan Kota")
        page.table("", "anggaran", *(f"{name} | 100" for name in names)).table("", "anggaran", f"{names[0]} | 100")
        assert problems(names_are_spelled_alike.RULE, page) == []
