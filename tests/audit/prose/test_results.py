"""Results without a year, a budget or work of their own."""

from dataclasses import replace

from small_ledgers import Page, run

from lkjip.audit.rules import (
    bounds_fit_their_numbers,
    nothing_done_is_no_capaian,
    results_are_not_copied,
    results_keep_their_year,
    row_numbers_run_on,
    tables_are_labelled,
    targets_have_a_budget,
)


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestNothingDone:
    def test_full_capaian(self):
        page = Page().table("Tabel 1", "realisasi | capaian", "Arsip baru | 0 | 100", "Arsip lama | 4 | 100")
        assert problems(nothing_done_is_no_capaian.RULE, page) == ["problem | 100"]

    def test_zero_was_the_target(self):
        page = Page().table("Tabel 1", "target | realisasi | capaian", "Kasus | 0 | 0 | 100")
        assert problems(nothing_done_is_no_capaian.RULE, page) == []

    def test_less_is_better(self):
        page = Page().table("Tabel 1", "realisasi | capaian", "Kasus | 0 | 100", arah="turun")
        assert problems(nothing_done_is_no_capaian.RULE, page) == []


class TestBudget:
    def test_of_zero_beside_a_target(self):
        page = Page().table("Tabel 1", "target | anggaran", "Loket | 4 | 0", "Arsip | 2 | 900.000")
        assert problems(targets_have_a_budget.RULE, page) == ["problem | 0 | 4"]

    def test_of_zero_without_a_target(self):
        assert problems(targets_have_a_budget.RULE, Page().table("Tabel 1", "target | anggaran", "Loket | 0 | 0")) == []


class TestCopies:
    def rows(self, *rows: str) -> list[str]:
        page = Page().table("Tabel 1", "realisasi:2022 | realisasi:2023", *rows, level="indikator")
        return problems(results_are_not_copied.RULE, page)

    def test_the_same_in_every_year(self):
        assert self.rows("Aduan selesai | 63 | 68", "Batas desa | 63 | 68") == ["problem | 63 | Aduan selesai"]

    def test_plain_numbers(self):
        assert self.rows("Aduan selesai | 100 | 4", "Batas desa | 100 | 4") == []

    def test_one_year_alike(self):
        assert self.rows("Aduan selesai | 63 | 68", "Batas desa | 63 | 71") == []

    def test_one_indikator_twice(self):
        assert self.rows("Aduan selesai | 63 | 68", "Aduan selesai | 63 | 68") == []


class TestYears:
    def said(self, value: str, year: str) -> list[str]:
        page = Page().table("Tabel 1", "realisasi:2020 | realisasi:2022", "Indeks Kepuasan Warga | 70 | 87")
        page.sentence("Indeks tahun lalu.", "Indeks Kepuasan Warga", **{f"realisasi:{year}": value})
        return problems(results_keep_their_year.RULE, page)

    def test_a_year_that_the_tables_lack(self):
        assert self.said("70", "2021") == ["problem | 70 | 2020"]

    def test_the_year_of_the_tables(self):
        assert self.said("70", "2020") == []

    def test_a_value_of_its_own(self):
        assert self.said("72", "2021") == []


def test_a_kegiatan_below_a_numbered_one_has_no_number():
    page = Page().table(
        "Tabel 1", "lain", "1 | Pembinaan arsip", "2 | Pembinaan desa", " | Pembinaan warga", level="kegiatan"
    )
    page.cells = [
        replace(cell, text="No") if cell.kind == "header" and not cell.column else cell for cell in page.cells
    ]
    page.subjects = [replace(row, number=row.uraian, level="kegiatan") for row in page.subjects]
    assert problems(row_numbers_run_on.RULE, page) == ["problem"]


def test_a_table_of_numbers_without_any_label():
    page = Page()
    for at in range(1, 7):
        page.table(f"Tabel {at}", "target | realisasi", "Loket | 1 | 1", caption="Kinerja")
    page.table("", "anggaran | persen_serapan", "Loket | 900.000 | 97", role="budget")
    assert problems(tables_are_labelled.RULE, page) == ["problem"]


class TestBounds:
    def said(self, sentence: str) -> list[str]:
        page = Page().table("Tabel 1", "persen_serapan", "Arsip | 71,20", "Loket | 78,40")
        return [line.partition(" | ")[2] for line in problems(bounds_fit_their_numbers.RULE, page.line(sentence))]

    def test_above_every_value(self):
        found = self.said("Penyerapan anggaran semua program rata-rata di atas 80 %.")
        assert found == ["Penyerapan anggaran semua program rata-rata di atas 80 %"]

    def test_below_every_value(self):
        assert len(self.said("Penyerapan anggaran rata-rata di bawah 60%.")) == 1

    def test_one_value_fits(self):
        assert self.said("Penyerapan anggaran rata-rata di atas 75%.") == []

    def test_of_one_program(self):
        assert self.said("Penyerapan anggaran arsip di atas 80%.") == []

    def test_a_target(self):
        assert self.said("Penyerapan anggaran semua program ditargetkan di atas 80%.") == []


def listed(*rows: tuple[str, str, str]) -> Page:
    """Return a table whose rows have a number, a level and a name."""
    page = Page().table("Tabel 1", "lain", *(f"{number} | {name}" for number, _, name in rows))
    page.cells = [
        replace(cell, text="No") if cell.kind == "header" and not cell.column else cell for cell in page.cells
    ]
    page.subjects = [
        replace(row, number=number, level=level) for row, (number, level, _) in zip(page.subjects, rows, strict=True)
    ]
    return page


PROGRAMS = [("a", "program", "Arsip"), ("1", "kegiatan", "Bina arsip"), ("b", "program", "Pasar"), ("1", "kegiatan", "Bina pasar"),
            ("c", "program", "Jalan"), ("1", "kegiatan", "Bina jalan")]  # fmt: skip


def test_a_program_without_the_letter_that_others_have():
    page = listed(*PROGRAMS, ("", "program", "Taman"), ("1", "kegiatan", "Bina taman"))
    assert problems(row_numbers_run_on.RULE, page) == ["problem"]


def test_a_first_kegiatan_without_the_number_that_others_have():
    page = listed(*PROGRAMS, ("d", "program", "Taman"), ("", "kegiatan", "Bina taman"))
    assert problems(row_numbers_run_on.RULE, page) == ["problem"]


def test_a_program_above_programs_has_no_number():
    assert problems(row_numbers_run_on.RULE, listed(("", "program", "Semua"), *PROGRAMS)) == []
