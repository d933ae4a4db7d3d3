"""Years: a comparison keeps to one, and a table has a column for those that it is said to show."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    agreements_are_signed_early,
    captions_name_their_year,
    compared_years_agree,
    plans_last_as_long_as_said,
    shown_years_have_a_column,
    years_agree,
)

COMPARED, SHOWN = compared_years_agree.RULE, shown_years_have_a_column.RULE


def problems(page: Page, rule=COMPARED) -> list[str]:
    return [line.removeprefix("problem | ") for line in run(rule, page) if line.startswith("problem")]


class TestComparedYears:
    def test_a_second_comparison_without_numbers_names_another_year(self):
        text = (
            "Capaian 86,65%, jika dibandingkan dengan tahun 2022 sebesar 83,33%, artinya capaian dibandingkan dengan {}"
        )
        assert problems(Page().sentence(text.format("tahun 2021 meningkat."))) == ["dibandingkan dengan tahun 2021"]
        assert problems(Page().sentence(text.format("tahun 2022 meningkat."))) == []
        assert problems(Page().sentence(text.format("tahun 2021 sebesar 80% meningkat."))) == []

    def conclusion(self, *periods: str) -> list[str]:
        text = f"Realisasi 70 dari target 73 tahun {periods[0]} sehingga capaian kinerja tahun {periods[2]} sebesar 95,89%."
        page = Page().sentence(text, "Indeks Jalan", realisasi="70", target="73", capaian="95,89")
        page.facts = [replace(fact, period=year) for fact, year in zip(page.facts, periods, strict=True)]
        return problems(page)

    def test_a_capaian_of_another_year_than_its_numbers(self):
        assert self.conclusion("2023", "2023", "2021") == ["capaian kinerja tahun 2021"]

    def test_a_capaian_of_the_year_of_its_numbers(self):
        assert self.conclusion("2023", "2023", "2023") == []
        assert self.conclusion("2022", "2023", "2021") == []


class TestYearsShown:
    def table(self, *years: str, caption: str) -> Page:
        columns = " | ".join(f"realisasi:{year}" for year in years)
        return Page().table("Tabel 3.3", columns, "Indeks Jalan | 70 | 71 | 72", caption=caption)

    @pytest.mark.parametrize(("before", "found"), [("2022", ["problem"]), ("2023", ["passed"])])
    def test_the_year_before(self, before, found):
        page = self.table("2021", before, "2024", caption="Capaian 2024 dengan Tahun Sebelumnya")
        assert verdicts(run(SHOWN, page)) == found

    def test_no_promise(self):
        assert run(SHOWN, self.table("2021", "2022", "2024", caption="Capaian Kinerja")) == []

    @pytest.mark.parametrize(("years", "found"), [("2021 dan 2023", ["tahun 2021 dan 2023"]), ("2021 dan 2022", [])])
    def test_a_sentence_reads_a_year_from_a_table(self, years, found):
        page = self.table("2021", "2022", "2024", caption="Capaian")
        page = page.line(f"Data pada tabel 3.3 di atas menunjukkan bahwa pada tahun {years} capaian naik.")
        assert problems(page, SHOWN) == found


class TestAgreements:
    @pytest.mark.parametrize(
        ("title", "date", "late"),
        [
            ("PERJANJIAN KINERJA TAHUN 2024", "8 Oktober 2024", True),
            ("PERUBAHAN PERJANJIAN KINERJA TAHUN 2024", "8 Oktober 2024", False),
            ("PERJANJIAN KINERJA TAHUN 2024", "12 Januari 2024", False),
            ("PERJANJIAN KINERJA TAHUN 2025", "8 Oktober 2024", False),
            ("PERJANJIAN KINERJA TAHUN 2024", "5 Februari 2025", True),
            ("REVISI PERJANJIAN KINERJA TAHUN 2024", "8 Oktober 2024", False),
            ("KATA PENGANTAR", "8 Oktober 2024", False),
        ],
    )
    def test_the_date(self, title, date, late):
        page = Page().line(title, kind="heading").line(f"Sukamaju, {date}").line("Pihak Kedua, Pihak Pertama,")
        found = problems(page, agreements_are_signed_early.RULE)
        assert found == ([date] if late else [])


class TestCaptions:
    @pytest.mark.parametrize(
        ("caption", "columns", "found"),
        [
            ("Pengukuran Kinerja Tahun 2023", "target:2024 2024", ["problem"]),
            ("Pendanaan Tahun 2021 s/d Tahun 2023", "2022 | 2023 | 2024", ["problem"]),
            ("Pengukuran Kinerja Tahun 2024", "2024", ["passed"]),
            ("Kinerja 2024 dan Target Akhir Tahun 2026", "2024 | 2026", ["passed"]),
            ("Realisasi terhadap Target Tahun 2026", "2024 | 2026", []),
            ("Capaian terhadap RPJMD 2018-2023", "2024", []),
            ("Capaian menurut Perda Nomor 5 Tahun 2020", "2024", []),
        ],
    )
    def test_against_the_columns(self, caption, columns, found):
        page = Page().table("Tabel 3.1", columns, "Indeks Jalan | 7 | 8 | 9", caption=caption)
        assert verdicts(run(captions_name_their_year.RULE, page)) == found

    @pytest.mark.parametrize(
        ("section", "found"),
        [
            ("2.3 Perjanjian Kinerja Tahun 2023", ["2.3 Perjanjian Kinerja Tahun 2023"]),
            ("2.3 Perjanjian Kinerja Tahun 2024", []),
            ("2.3 Perbandingan dengan Tahun 2023", []),
            ("2.1 Rencana Strategis 2018-2023", []),
        ],
    )
    def test_against_the_heading_above(self, section, found):
        about = {"caption": "Perjanjian Kinerja Tahun 2024", "section": section}
        page = Page().table("Tabel 2.1", "target", "Indeks Jalan | 7", **about)
        assert problems(page, captions_name_their_year.RULE) == [f"{text} | 2024" for text in found]

    @pytest.mark.parametrize(("year", "found"), [("2024", 1), ("2023", 0)])
    def test_against_the_numbers(self, year, found):
        page = Page().table(
            "Tabel 3.1", "anggaran:2023", "A | 12.340.000", "B | 5.678.100", caption="Realisasi Tahun 2023"
        )
        page.table("Tabel 3.2", f"anggaran:{year}", "Arsip | 12.340.000", "Taman | 5.678.100")
        page.cells = [replace(cell, text="anggaran") if cell.kind == "header" else cell for cell in page.cells]
        assert len(problems(page, captions_name_their_year.RULE)) == found


class TestDurations:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Sasaran dicapai dalam 5 (lima) tahun ke depan menurut Renstra Tahun 2024-2026.", ["problem"]),
            ("Sasaran dicapai dalam 3 (tiga) tahun ke depan menurut Renstra Tahun 2024-2026.", ["passed"]),
            ("Visi kurun waktu lima tahun periode 2021-2026.", ["passed"]),
            ("Visi kurun waktu 5 tahun periode 2024-2026.", ["problem"]),
            ("Selama 2 tahun pelaksanaan Renstra 2021-2026 capaian naik.", []),
            ("Sasaran dicapai dalam 2 tahun ke depan menurut Renstra Tahun 2021-2026.", ["passed"]),  # what is left
            ("Visi 5 tahun ke depan menurut RPJPD 2005-2025.", []),
            ("Renstra 2024-2026. Kemampuan selama 1 (satu) tahun ke depan mencapai target akhir periode.", ["problem"]),
            ("Renstra 2024-2026. Kemampuan selama 2 (dua) tahun ke depan mencapai target akhir periode.", ["passed"]),
        ],
    )
    def test_against_the_period(self, text, found):
        assert verdicts(run(plans_last_as_long_as_said.RULE, Page().line(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dasar penyusunan LKjIP Kecamatan Tahun 2023 adalah sebagai berikut", ["LKjIP Kecamatan Tahun 2023 | 2024"]),
        ("Laporan Kinerja Tahun 2023 disusun berdasarkan Perpres.", ["Laporan Kinerja Tahun 2023 | 2024"]),
        ("Dasar penyusunan LKjIP Kecamatan Tahun 2024 adalah sebagai berikut", []),
        ("Tindak lanjut atas LKjIP Tahun 2023 dipakai menyusun rencana.", []),
        ("Capaian dalam LKjIP Tahun 2023 naik.", []),
    ],
)
def test_the_year_by_which_the_report_calls_itself(text, found):
    assert problems(Page().line(text), years_agree.RULE) == found
