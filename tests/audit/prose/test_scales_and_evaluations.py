"""Scales without ends, an index without its conversion, a report that cites its own evaluation."""

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import (
    bands_say_their_ends,
    capaian_have_a_formula,
    evaluations_look_back,
    indices_name_their_survey,
    skm_formula_is_converted,
    words_are_spelled_alike,
)


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestBands:
    def bands(self, *texts: str) -> list[str]:
        page = Page().table("Tabel 1", "interval", *(f"Kelas | {text}" for text in texts), role="scale")
        return problems(bands_say_their_ends.RULE, page)

    def test_two_that_share_an_end(self):
        assert self.bands("70% < 100%", "40% < 70%", "< 40%") == ["problem | 70% < 100%", "problem | 40% < 70%"]

    def test_whole_numbers_that_share_none(self):
        assert self.bands("91 < 100", "76 < 90") == []

    def test_both_signs(self):
        assert self.bands("70 ≤ x < 100", "40 ≤ x < 70") == []

    def test_a_comparison_that_cannot_hold(self):
        assert self.bands("80 > 100", "60 - 79") == ["problem | 80 > 100"]


class TestFormula:
    FORMULA = "(Total nilai persepsi per unsur / total unsur yang terisi) x nilai penimbang"

    def made(self, formula: str, value: str) -> list[str]:
        page = Page().table("Tabel 1", "realisasi | rumus", f"Indeks Kepuasan Masyarakat | {value} | {formula}")
        return [line.partition(" | ")[0] for line in problems(skm_formula_is_converted.RULE, page)]

    def test_without_the_conversion(self):
        assert self.made(self.FORMULA, "84,24") == ["problem"]

    def test_with_it(self):
        assert self.made(self.FORMULA + " x 25", "84,24") == []

    def test_an_index_from_one_to_four(self):
        assert self.made(self.FORMULA, "3,37") == []


class TestEvaluations:
    def cited(self, year: str) -> list[str]:
        page = Page().line(f"Hasil evaluasi Inspektorat atas Laporan Kinerja Kecamatan Tahun {year} adalah baik.")
        return [line.rpartition(" | ")[2] for line in problems(evaluations_look_back.RULE, page)]

    def test_of_itself(self):
        assert self.cited("2024") == ["2023"]

    def test_of_the_year_before(self):
        assert self.cited("2023") == []

    @pytest.mark.parametrize(("year", "found"), [("2021", ["TA.2021"]), ("2022", []), ("2023", [])])
    def test_a_letter(self, year, found):
        page = Page().line(f"Surat Inspektorat tanggal 20 Agustus 2023 perihal hasil evaluasi kinerja TA.{year}")
        assert [line.split(" | ")[1] for line in problems(evaluations_look_back.RULE, page)] == found


def test_a_letter_that_looks_like_another():
    page = Page().line("Sumber: LkjlP Kecamatan.", kind="source")
    for place in ("Bab ini", "Lampiran", "Isi"):
        page.line(f"{place} menurut LKjIP tahun lalu.")
    assert problems(words_are_spelled_alike.RULE, page) == ["problem | lkjlp | lkjip"]


def test_an_index_without_a_survey():
    page = Page().table("Tabel 1", "realisasi", "Indeks Kepuasan Masyarakat | 82,10")
    page.line("BAB I PENDAHULUAN", kind="heading")
    assert run(indices_name_their_survey.RULE, page) == []  # a part of a report
    page.line("BAB IV PENUTUP", kind="heading", page=9)
    page.sentence("Realisasi mencapai 82,10.", "Indeks Kepuasan Masyarakat", realisasi="82,10")
    assert problems(indices_name_their_survey.RULE, page) == ["problem | 82,10"]
    page.line("Survei diikuti 150 responden.")
    assert run(indices_name_their_survey.RULE, page) == ["passed | 82,10"]
    assert run(indices_name_their_survey.RULE, Page().table("Tabel 1", "realisasi", "Jumlah inovasi | 2")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Capaian dihitung dengan rumus berikut.", ["passed"]),
        ("Capaian = Realisasi / Target x 100 %", ["passed"]),
        ("Rumusan tujuan mengacu pada hasil perhitungan capaian.", ["problem"]),
    ],
)
def test_how_capaian_are_computed(text, found):
    page = Page().table("Tabel 1", "target | realisasi | capaian", *(f"Indeks {name} | 4 | 3 | 75" for name in "ABC"))
    page.line("BAB III AKUNTABILITAS KINERJA", kind="heading").line(text)
    assert run(capaian_have_a_formula.RULE, page) == found
