"""Years, claims, categories, names and pending values in sentences."""

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    claims_fit_their_numbers,
    counted_shares_recalculate,
    equal_values_have_one_category,
    officials_keep_their_name,
    one_unit_is_named,
    pending_values_are_absent,
    plan_periods_agree,
    references_lead_somewhere,
    superlatives_hold,
    years_agree,
)
from lkjip.places import is_kecamatan, kecamatan_within


def page(*sentences: str, **known: str) -> Page:
    made = Page(year="2023").known(**known)
    for sentence in sentences:
        made.line(sentence, page=9)
    return made


def problems(rule, made: Page) -> list[str]:
    return [line.removeprefix("problem | ") for line in run(rule, made) if line.startswith("problem")]


class TestYears:
    def test_a_year_compared_with_itself(self):
        wrong = page("Realisasi tahun 2023 dan tahun 2023 dibandingkan pada uraian berikut.")
        right = page("Realisasi tahun 2023 dan tahun 2022 dibandingkan pada uraian berikut.")
        assert problems(years_agree.RULE, wrong) == ["Realisasi tahun 2023 dan tahun 2023"]
        assert verdicts(run(years_agree.RULE, right)) == ["passed"]

    @pytest.mark.parametrize(("other", "found"), [("capaian kinerja", 1), ("target kinerja", 0), ("", 1)])
    def test_the_target_of_the_same_year_may_be_compared(self, other, found):
        made = page(f"Perbandingan capaian kinerja tahun 2023 dengan {other} tahun 2023 disajikan di bawah ini.")
        assert len(problems(years_agree.RULE, made)) == found

    def test_the_end_of_the_plan(self):
        made = page(
            "Renstra Kecamatan Sukamaju Tahun 2021-2026 memuat 3 sasaran.",
            "Semua target telah tercapai pada akhir periode Renstra tahun 2023.",
        )
        assert problems(years_agree.RULE, made) == ["akhir periode Renstra tahun 2023 | 2026"]

    @pytest.mark.parametrize(("date", "early"), [("31 Desember 2023", True), ("12 Februari 2024", False)])
    def test_the_preface_is_signed_after_the_year(self, date, early):
        made = Page(year="2023").line(f"Sukamaju, {date}", page=2)
        assert bool(problems(years_agree.RULE, made)) is early

    @pytest.mark.parametrize(("year", "wrong"), [("2023", False), ("2021", True)])
    def test_headers_and_footers_are_of_the_year(self, year, wrong):
        made = Page(year="2023")
        for number in (4, 5, 6):
            made.line(f"Laporan Kinerja Kecamatan Sukamaju Tahun {year}", kind="running", page=number)
        assert len(problems(years_agree.RULE, made)) == wrong

    def test_periods_of_one_plan(self):
        made = page(
            "Renstra Kecamatan Sukamaju Tahun 2021-2026 memuat 3 sasaran.",
            "Sasaran mengacu pada Renstra Tahun 2021-2026 tersebut.",
            "Target diambil dari Renstra Tahun 2018-2023 tersebut.",
        )
        made.line("Sumber : Renstra Kec. Sukamaju Thn. 2019-2023", kind="source")
        assert [line.split(" | ")[1] for line in problems(plan_periods_agree.RULE, made)] == ["2021-2026"] * 2

    def test_older_plans_and_those_of_others_have_their_own_periods(self):
        made = page(
            "Renstra Kecamatan Sukamaju Tahun 2021-2026 memuat 3 sasaran.",
            "Renstra Kecamatan Sukamaju Tahun 2016-2021 telah berakhir.",
            "Renstra Kementerian Kesehatan Tahun 2020-2024 menjadi acuan.",
        )
        assert problems(plan_periods_agree.RULE, made) == []


class TestClaims:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Jumlah kunjungan meningkat dari 1.200 orang menjadi 1.450 orang.",
            "Angka pengaduan menurun dari 12,5% pada tahun 2022 menjadi 9,75% pada tahun 2023.",
            "Anggaran bertambah dari Rp 90.000.000,- menjadi Rp 120.000.000,-.",
            "Peningkatan layanan dilakukan dari 2 loket menjadi 5 loket.",
            "Capaian kinerja sebesar 104,2% sehingga telah memenuhi target.",
            "Capaian kinerja sebesar 92,4% sehingga belum memenuhi target.",
            "Capaian kinerja sebesar 92,4% dan pada tahun depan diharapkan melampaui target.",
        ],
    )
    def test_right(self, sentence):
        assert problems(claims_fit_their_numbers.RULE, page(sentence)) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Jumlah kunjungan meningkat dari 1.450 orang menjadi 1.200 orang.",
            "Angka pengaduan menurun dari 9,75% pada tahun 2022 menjadi 12,5% pada tahun 2023.",
            "Capaian kinerja indeks layanan sebesar 92,4% sehingga telah memenuhi target.",
            "Indeks layanan dengan capaian kinerja 88% berhasil melampaui target tahun 2023.",
        ],
    )
    def test_wrong(self, sentence):
        assert len(problems(claims_fit_their_numbers.RULE, page(sentence))) == 1

    def test_numbers_of_two_units_are_not_compared(self):
        made = page("Layanan meningkat dari 40% menjadi 12 loket.")
        assert run(claims_fit_their_numbers.RULE, made) == []

    def test_the_highest_of_a_column(self):
        table = ("Loket | 3,10", "Ruang Tunggu | 3,45", "Petugas | 3,60")
        right = Page().table("Tabel 3.4", "nilai_unsur", *table)
        right.sentence("Unsur tertinggi adalah Petugas dengan nilai 3,60.", "Petugas", nilai_unsur="3,60")
        wrong = Page().table("Tabel 3.4", "nilai_unsur", *table)
        wrong.sentence("Unsur tertinggi adalah Ruang Tunggu dengan nilai 3,45.", "Ruang Tunggu", nilai_unsur="3,45")
        second = Page().table("Tabel 3.4", "nilai_unsur", *table)
        second.sentence("Urutan kedua tertinggi adalah Ruang Tunggu, 3,45.", "Ruang Tunggu", nilai_unsur="3,45")
        assert verdicts(run(superlatives_hold.RULE, right)) == ["passed"]
        assert problems(superlatives_hold.RULE, wrong) == ["3,45 | 3,60"]
        assert run(superlatives_hold.RULE, second) == []

    def test_a_pending_value_that_is_printed(self):
        made = page("Sampai laporan ini disusun nilai SAKIP masih belum keluar.")
        assert verdicts(run(pending_values_are_absent.RULE, made)) == ["passed"]
        made.sentence("Nilai SAKIP tahun 2023 sebesar 71,20.", "Nilai SAKIP", nilai_sakip="71,20")
        assert problems(pending_values_are_absent.RULE, made) == ["nilai SAKIP masih belum keluar"]

    def test_last_years_value_may_be_printed(self):
        made = page("Sampai laporan ini disusun nilai SAKIP belum keluar.")
        made.sentence("Nilai SAKIP tahun 2022 sebesar 70,05.", "Nilai SAKIP", **{"nilai_sakip:2022": "70,05"})
        assert problems(pending_values_are_absent.RULE, made) == []

    def test_one_value_two_categories(self):
        made = Page().scale("Tabel 3.1", "Berhasil | 90 | 100", "Cukup Berhasil | 70 | 90")
        for name, category in (("Loket", "Berhasil"), ("Arsip", "Berhasil"), ("Taman", "Cukup Berhasil")):
            made.sentence(
                f"Capaian {name} sebesar 90% dengan kategori {category}.", name, capaian="90%", kategori=category
            )
        assert problems(equal_values_have_one_category.RULE, made) == ["Cukup Berhasil | berhasil"]


OWN = {"kecamatan": "Alok Barat", "kabupaten": "Kabupaten Sikka", "instansi": "Kecamatan Alok Barat"}


class TestNames:
    @pytest.mark.parametrize(
        ("sentence", "found"),
        [
            ("Perjanjian Kinerja Kecamatan Alok Barat memuat 3 sasaran.", []),
            ("Kecamatan yang luas memerlukan kendaraan.", []),
            ("Wilayahnya berbatasan dengan Kecamatan Kluet Utara di sebelah utara.", []),
            ("Rapat dihadiri camat dari Kecamatan Alok Timur.", []),
            ("Perjanjian Kinerja Kecamatan Alok Timur memuat 3 sasaran.", ["Kecamatan Alok Timur"]),
            ("Sasaran Kecamatan Kluet Utara memuat indeks layanan.", ["Kecamatan Kluet Utara"]),
            ("Renstra Dinas Kesehatan memuat 3 sasaran.", ["Dinas Kesehatan"]),
            ("Sasaran Kecamatan Alok Bart memuat indeks layanan.", ["Kecamatan Alok Bart"]),
        ],
    )
    def test_other_units(self, sentence, found):
        assert problems(one_unit_is_named.RULE, page(sentence, **OWN)) == found

    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            (["Layanan di Kecamatan Nelle | 1", "Layanan di Kecamatan Alok Barat | 2"], ["Kecamatan Nelle"]),
            (["Kecamatan Nelle | 1", "Kecamatan Palue | 2", "Kecamatan Alok Barat | 3"], []),
        ],
    )
    def test_a_neighbour_in_a_table_that_compares_none(self, rows, found):
        made = Page().known(**OWN).table("Tabel 1", "realisasi", *rows)
        assert problems(one_unit_is_named.RULE, made) == found

    def test_the_task_of_another_office(self):
        made = page("Tugasnya melaksanakan fungsi penunjang urusan pemerintahan di bidang perencanaan.", **OWN)
        assert len(problems(one_unit_is_named.RULE, made)) == 1

    def test_reports_of_other_units_are_not_examined(self):
        assert run(one_unit_is_named.RULE, page("Sasaran Kecamatan Kluet Utara.", instansi="Dinas Kesehatan")) == []

    def test_the_list_of_kecamatan(self):
        assert is_kecamatan("Aluh - Aluh") and is_kecamatan("ALOK BARAT") and not is_kecamatan("Sukaramean Hilir Jauh")
        assert kecamatan_within(["Alok", "Barat", "Tahun"]) == "Alok Barat"

    def test_a_name_shortened_in_two_ways(self):
        made = page("Nama : Budi Raharja Santoso Wijaya, SE").line("BUDI R. S. WIJAYA, SE")
        assert problems(officials_keep_their_name.RULE, made) == ["Budi Raharja Santoso Wijaya | BUDI R. S. WIJAYA"]
        same = page("Nama : Budi Raharja Wijaya, SE").line("BUDI RAHARJA WIJAYA, SE")
        assert verdicts(run(officials_keep_their_name.RULE, same)) == ["passed"]


class TestReferences:
    def made(self, *numbers: str) -> Page:
        made = Page()
        for number in numbers:
            made.table(number, "target", "Loket | 1")
        return made

    def test_a_table_that_is_not_there(self):
        made = self.made("Tabel 3.1", "Tabel 3.2").line("Rincian dapat dilihat pada Tabel 3.4 berikut.")
        assert problems(references_lead_somewhere.RULE, made) == ["Tabel 3.4"]

    def test_two_tables_of_one_number(self):
        made = self.made("Tabel 3.1", "Tabel 3.2", "Tabel 3.2").line("Rincian dapat dilihat pada Tabel 3.2 berikut.")
        assert problems(references_lead_somewhere.RULE, made) == ["Tabel 3.2"]

    def test_right(self):
        made = self.made("Tabel 3.1", "Tabel 3.2").line("Rincian dapat dilihat pada tabel 3. 2 berikut.")
        assert problems(references_lead_somewhere.RULE, made) == []


class TestCountedShares:
    @pytest.mark.parametrize(
        ("sentence", "found"),
        [
            ("Dari 12 desa yang ada, sebanyak 10 desa atau 83,33% telah tertib.", ["passed | 83,33% | 83,33"]),
            ("Sebanyak 10 desa dari total 12 desa yang ada (80,33 %).", ["problem | 80,33 % | 83,33"]),
            ("Dari 14 (empat belas) desa, 7 (tujuh) desa atau 55% telah lunas.", ["problem | 55% | 50,00"]),
            ("Gangguan selesai 26 kasus dibagi gangguan 32 kasus dikali 100% = 86,67%.", ["problem | 86,67% | 81,25"]),
            (
                "10 dari 12 desa (83,3%) tertib, semula 8 dari 12 (66%).",
                ["passed | 83,3% | 83,33", "passed | 66% | 66,67"],
            ),
        ],
    )
    def test_two_counts_leave_one_percentage(self, sentence, found):
        assert run(counted_shares_recalculate.RULE, page(sentence)) == found

    @pytest.mark.parametrize(
        "sentence",
        [
            "Naik dari 10 desa menjadi 12 desa atau 20%.",
            "Realisasi 10 dokumen dari target 12 dokumen atau 83,33%.",
            "Dari 12 desa terdapat 3 desa mandiri, 9 desa maju atau 75%.",
            "Pagu dari 12 program. Sebanyak 10 program atau 5% baik.",
        ],
    )
    def test_percentages_of_something_else_are_left_alone(self, sentence):
        assert run(counted_shares_recalculate.RULE, page(sentence)) == []
