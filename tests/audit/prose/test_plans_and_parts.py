"""What a report announces, names and measures, and what it leaves out."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import (
    acronyms_keep_their_words,
    agreed_indikator_are_measured,
    announced_parts_follow,
    captions_hold_what_they_name,
    comparisons_are_present,
    efficiency_weighs_results,
    iku_are_of_the_plan,
    plans_are_called_alike,
    regulations_are_named,
    remainders_have_their_heading,
    rows_have_a_name,
    rows_say_what_is_measured,
    terms_are_current,
    tujuan_are_no_sasaran,
)
from lkjip.settings import Settings


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


def lines(*texts: str, kind: str = "paragraph", year: str = "2024") -> Page:
    page = Page(year=year)
    for text in texts:
        page.line(text, kind=kind)
    return page


class TestAcronyms:
    def test_two_meanings(self):
        page = lines(
            "Rencana Kinerja Tahunan (RKT) disusun.",
            "Rencana Kinerja Tahunan (RKT) dipakai.",
            "Rencana Kerja Tahunan (RKT) dicetak.",
        )
        assert problems(acronyms_keep_their_words.RULE, page) == [
            "problem | Rencana Kerja Tahunan (RKT) | rencana kinerja tahunan"
        ]

    def test_a_misprint_is_not_the_usual_one(self):
        page = lines("Belanda Daerah Raya (BDR).", "Belanja Daerah Raya (BDR) untuk belanja.")
        assert [line.split(" | ")[2] for line in problems(acronyms_keep_their_words.RULE, page)] == [
            "belanja daerah raya"
        ]

    def test_one_meaning(self):
        page = lines("Rencana Kinerja Tahunan (RKT) disusun.", "Rencana Kinerja Tahunan (RKT) dicetak.")
        assert problems(acronyms_keep_their_words.RULE, page) == []


class TestPlans:
    def test_two_names_of_one_period(self):
        page = lines(
            "RPD Kabupaten Tahun 2024-2026.", "Sesuai RPD Tahun 2024-2026.", "RPJMD Kabupaten Tahun 2024 - 2026."
        )
        found = problems(plans_are_called_alike.RULE, page)
        assert found == ["problem | RPJMD Kabupaten Tahun 2024 - 2026 | RPD"]

    def test_two_periods(self):
        page = lines("RPD Kabupaten Tahun 2024-2026.", "RPJMD Kabupaten Tahun 2019-2023.")
        assert problems(plans_are_called_alike.RULE, page) == []


class TestTerms:
    def test_after_the_groups_changed(self):
        page = lines("Realisasi belanja tidak langsung naik.", year="2022")
        assert len(problems(terms_are_current.RULE, page)) == 1

    def test_while_they_were_in_force(self):
        assert problems(terms_are_current.RULE, lines("Realisasi belanja langsung naik.", year="2019")) == []


class TestRegulations:
    LIST = (
        "1. Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;",
        "2. Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara;",
        "3. Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan;",
    )

    def test_without_a_number(self):
        page = lines(
            *self.LIST, "4. Peraturan Menteri Dalam Negeri terkait;", "5. Peraturan Daerah Nomor 3 Tahun 2019;"
        )
        assert problems(regulations_are_named.RULE, page) == ["problem | Peraturan Menteri Dalam Negeri terkait;"]

    def test_one_that_goes_on_in_the_next_line(self):
        page = lines(*self.LIST, "4. Peraturan Menteri Dalam Negeri", "Nomor 86 Tahun 2017;")
        assert problems(regulations_are_named.RULE, page) == []

    def test_a_misspelled_abbreviation(self):
        assert problems(regulations_are_named.RULE, lines("Sesuai Perbub 52 / 2016.")) == ["problem | Perbub"]

    @pytest.mark.parametrize(("year", "count"), [("2014", 1), ("2010", 0)])
    def test_the_name_of_the_ministry(self, year, count):
        name = "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
        page = lines(f"Sesuai {name} Nomor 53 Tahun {year} tentang pedoman.")
        assert len(problems(regulations_are_named.RULE, page)) == count


class TestParts:
    OUTLINE = ("KATA PENGANTAR", "DAFTAR ISI", "BAB I PENDAHULUAN")

    def test_a_list_that_does_not_follow(self):
        page = lines(*self.OUTLINE, "DAFTAR TABEL", kind="contents")
        assert problems(announced_parts_follow.RULE, page) == ["problem | DAFTAR TABEL"]

    def test_a_list_that_follows(self):
        page = lines(*self.OUTLINE, "DAFTAR TABEL", kind="contents").line("DAFTAR TABEL", kind="heading", page=2)
        assert problems(announced_parts_follow.RULE, page) == []

    def test_a_heading_alone_announces_nothing(self):
        page = lines("DAFTAR TABEL", "Tabel 1.1 Jumlah pegawai 3", kind="contents")
        assert problems(announced_parts_follow.RULE, page) == []


class TestTables:
    def test_a_caption_that_promises_more(self):
        page = Page().table("Tabel 1", "satuan | target", "A | % | 4", caption="Target dan Realisasi Kinerja")
        assert problems(captions_hold_what_they_name.RULE, page) == ["problem | Target dan Realisasi Kinerja"]

    def test_a_caption_that_is_kept(self):
        page = Page().table("Tabel 1", "target | realisasi", "A | 4 | 4", caption="Target dan Realisasi Kinerja")
        assert problems(captions_hold_what_they_name.RULE, page) == []

    @pytest.mark.parametrize(
        ("caption", "columns", "kept"),
        [
            ("Efisiensi Sumber Daya", "indikator | anggaran | realisasi_anggaran", False),
            ("Efisiensi Sumber Daya", "capaian | anggaran | realisasi_anggaran", True),
            ("Pendanaan Tahun 2021-2026", "anggaran_murni | anggaran_perubahan | ket", False),
            ("Pendanaan Tahun 2021-2026", "2021 | 2023 | 2026", True),
            ("Pendanaan menurut Renstra Tahun 2021-2026", "anggaran_murni | anggaran_perubahan | ket", True),
            ("Pendanaan Tahun 2022-2023", "anggaran_murni | anggaran_perubahan | ket", True),
        ],
    )
    def test_efficiency_and_years(self, caption, columns, kept):
        page = Page().table("Tabel 1", columns, "Arsip | 10 | 2.000 | 1.000", caption=caption)
        assert bool(problems(captions_hold_what_they_name.RULE, page)) is not kept

    @pytest.mark.parametrize(("last", "found"), [("program", 1), ("kegiatan", 0)])
    def test_a_heading_that_promises_kegiatan(self, last, found):
        page = Page().table("Tabel 1", "indikator program dan kegiatan", "Arsip | A", "Taman | B", kind="anggaran")
        first, second = page.subjects
        page.subjects = [replace(first, level="program"), replace(second, level=last)]
        assert len(problems(captions_hold_what_they_name.RULE, page)) == found

    def efficiency(self, capaian: str) -> list[str]:
        rows = (f"{name} | {capaian} | {spent} | {left}" for name, spent, left in
                (("A", "96,70", "3,30"), ("B", "98,30", "1,70"), ("C", "97,61", "2,39")))  # fmt: skip
        page = Page().table("Tabel 1", "capaian | persen_serapan | efisiensi", *rows)
        return problems(efficiency_weighs_results.RULE, page)

    def test_an_efficiency_of_money_alone(self):
        assert self.efficiency("89,10") == ["problem | 3,30"]

    def test_with_full_results_both_are_one(self):
        assert self.efficiency("100") == []

    def test_a_remainder_under_realisasi(self):
        page = Page().table("Tabel 1", "sisa_anggaran", "Sisa | 1.200.000")
        page.cells[1] = replace(page.cells[1], text="Realisasi")
        assert problems(remainders_have_their_heading.RULE, page) == ["problem | 1.200.000"]

    def test_a_remainder_under_its_own_heading(self):
        page = Page().table("Tabel 1", "sisa_anggaran", "Sisa | 1.200.000")
        page.cells[1] = replace(page.cells[1], text="Sisa Realisasi")
        assert problems(remainders_have_their_heading.RULE, page) == []

    def test_a_unit_without_a_number(self):
        page = Page().table("Tabel 1", "lain", "A | 2 laporan", "B | 1 laporan", "C | 4 Laporan", "D | Laporan")
        assert problems(rows_have_a_name.RULE, page) == ["problem | Laporan"]

    def test_a_total_without_a_name(self):
        page = Page().table(
            "Tabel 1", "anggaran | realisasi_anggaran", "| 900.000 | 800.000", "Loket | 900.000 | 800.000"
        )
        assert problems(rows_have_a_name.RULE, page) == ["problem | 900.000"]

    def test_a_row_whose_name_stands_above(self):
        rows = ("Loket | 900.000 | 800.000", "| 700.000 | 600.000")
        page = Page().table("Tabel 1", "anggaran | realisasi_anggaran", *rows)
        page.cells = [replace(cell, row_span=2) if cell.text == "Loket" else cell for cell in page.cells]
        assert problems(rows_have_a_name.RULE, page) == []


class TestTujuan:
    def made(self, role: str) -> list[str]:
        page = Page().table("Tabel 1", "lain", "Meningkatkan Pelayanan Publik | Tertib Arsip Kantor Desa", role="text")
        page.table("Tabel 2", "lain", "Meningkatkan Pelayanan Publik | 1", role=role)
        heads = {("t01", 0): "Tujuan", ("t01", 1): "Sasaran", ("t02", 0): "Sasaran"}
        page.cells = [
            replace(c, text=heads.get((c.table_id, c.column), c.text)) if c.kind == "header" else c for c in page.cells
        ]
        return problems(tujuan_are_no_sasaran.RULE, page)

    def test_among_the_sasaran(self):
        assert self.made("efficiency") == ["problem | Meningkatkan Pelayanan Publik | Tabel 1"]

    def test_one_that_a_plan_sets_as_a_sasaran(self):
        assert self.made("perjanjian_kinerja") == []


def test_a_kegiatan_without_an_indikator():
    names = ("Pembinaan arsip", "Pembinaan loket", "Pembinaan desa", "Pembinaan warga")
    rows = [f"{name} | {'' if name.endswith('warga') else 'Jumlah laporan'} | 900.000" for name in names]
    page = Page().table("Tabel 1", "lain | anggaran", *rows, level="kegiatan")
    heads = ("Kegiatan", "Indikator", "Anggaran")
    page.cells = [replace(c, text=heads[c.column]) if c.kind == "header" else c for c in page.cells]
    assert problems(rows_say_what_is_measured.RULE, page) == ["problem"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kegiatan Penataan Arsip Kelurahan Lama", 1),
        ("Terlaksananya Penataan Arsip Kelurahan Lama", 0),
        ("Jumlah arsip yang tertata", 0),
    ],
)
def test_the_name_of_a_kegiatan_is_no_indikator(text, found):
    page = Page().table("Tabel 1", "anggaran", "Penataan Arsip Kelurahan Lama | 9", kind="anggaran", level="kegiatan")
    page.table("Tabel 2", "indikator kinerja | target", f"Sasaran | {text} | 4")
    assert len(problems(rows_say_what_is_measured.RULE, page)) == found


@pytest.mark.parametrize(
    ("year", "found"), [(2019, ["problem | Keputusan Camat Sukamaju Nomor 38 Tahun 2019 | 2024"]), (2023, [])]
)
def test_the_decision_on_the_iku_is_of_the_renstra_in_force(year, found):
    decision = f"Dasarnya Keputusan Camat Sukamaju Nomor 38 Tahun {year} tentang Indikator Kinerja Utama."
    page = lines("Sasaran dalam Renstra Kecamatan Tahun 2024 - 2026 ada empat.", decision)
    assert problems(iku_are_of_the_plan.RULE, page) == found


class TestAgreement:
    NAMES = ("Indeks Layanan Warga", "Persentase Aduan Selesai", "Jumlah Inovasi Desa")

    def missing(self, details: tuple[str, ...], results: tuple[str, ...], caption: str = "") -> list[str]:
        page = Page().table("Tabel 2.1", "target", *(f"{name} | 4" for name in self.NAMES), role="perjanjian_kinerja")
        page.table("", "target", *(f"{name} | 4" for name in details), role="perjanjian_kinerja", caption=caption)
        page.table("Tabel 3.1", "target | realisasi", *(f"{name} | 4 | 3" for name in results), role="indicator")
        page.subjects = [replace(row, level="indikator") for row in page.subjects]
        return [line.split(" | ")[1] for line in problems(agreed_indikator_are_measured.RULE, page)]

    def test_all_are_there(self):
        assert self.missing(self.NAMES, self.NAMES, "Rincian Perjanjian Kinerja") == []

    def test_one_has_no_result(self):
        assert self.missing((), self.NAMES[:2]) == [self.NAMES[2]]

    def test_the_details_leave_one_out(self):
        assert self.missing(self.NAMES[:2], self.NAMES, "Rincian Perjanjian Kinerja") == [self.NAMES[2]]

    def test_a_table_about_something_else(self):
        assert self.missing((), self.NAMES[:1]) == []

    def test_one_worded_otherwise(self):
        assert self.missing((), (*self.NAMES[:2], "Jumlah Inovasi Desa yang Dibina")) == []


class TestProgress:
    @pytest.mark.parametrize(
        ("column", "text", "found"),
        [
            ("keterangan", "Tabel di atas membandingkan realisasi dengan target Renstra.", 1),
            ("tingkat kemajuan", "Tabel di atas membandingkan realisasi dengan target Renstra.", 0),
            ("keterangan", "Realisasi telah mencapai 80 % dari target Renstra.", 0),
        ],
    )
    def test_towards_the_last_target(self, column, text, found):
        page = Page().line("BAB III AKUNTABILITAS KINERJA", kind="heading")
        columns = f"realisasi:2024 | target:2026 | {column}"
        page.table("Tabel 3.3", columns, "Indeks Arsip | 72 | 80", role="target_akhir").line(text)
        results = [line for line in problems(comparisons_are_present.RULE, page) if "target akhir" in line]
        assert len(results) == found


@pytest.mark.parametrize(("columns", "found"), [("target | realisasi", 0), ("realisasi:2022 | realisasi:2023", 1)])
def test_a_table_of_several_years_holds_target_and_realisasi(columns, found):
    page = Page("2024").line("BAB III AKUNTABILITAS KINERJA", kind="heading")
    page.table("Tabel 3.1", columns, "Indeks | 80 | 84", role="comparison")
    expected = [result.expected for result in comparisons_are_present.RULE.check(page.ledger(), Settings())]
    assert sum(each is not None and each.en == "target against realisasi" for each in expected) == found
