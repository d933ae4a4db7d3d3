"""How words, numbers, units and labels are written."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import (
    names_are_spelled_alike,
    numbers_are_set_off,
    one_number_format_per_column,
    parts_are_filled,
    row_numbers_run_on,
    tables_are_labelled,
    units_suit_their_indikator,
    words_are_set_apart,
    words_are_spelled_alike,
)


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestEnds:
    def amounts(self, *printed: str) -> Page:
        return Page().table("Tabel 1", "anggaran", *(f"Loket {at} | {text}" for at, text in enumerate(printed)))

    def test_one_amount_without_decimals(self):
        page = self.amounts("1.200.000,00", "3.400.000,00", "5.600.000,00", "7.800.000")
        found = problems(one_number_format_per_column.RULE, page)
        assert found == ["problem | 7.800.000 | angka desimal di belakang koma"]

    def test_two_ways_side_by_side_have_no_odd_one(self):
        page = self.amounts("1.200.000,00", "3.400.000,00", "5.600.000,00", "7.800.000", "9.100.000")
        assert problems(one_number_format_per_column.RULE, page) == []

    def test_three_ways_in_one_column(self):
        page = self.amounts("1.200.000", "3.400.000", "9.200.000", "5.600.000,00", "7.800.000,00", "9.100.000")
        page.facts[-1] = replace(page.facts[-1], printed="9.100.000,-")
        found = problems(one_number_format_per_column.RULE, page)
        assert found == ["problem | 5.600.000,00 | tanpa “,00” atau “,-” di belakang"]

    def test_of_several_numbers_in_a_cell_an_end_may_be_lost(self):
        page = self.amounts("1.200.000,-", "3.400.000,-", "5.600.000,-", "7.800.000")
        page.facts.append(replace(page.facts[-1], fact_id="n99", printed="9.100.000"))
        assert problems(one_number_format_per_column.RULE, page) == []

    def test_one_percentage_without_its_sign(self):
        page = Page().table("Tabel 1", "capaian", "A | 97,10%", "B | 98,20%", "C | 99,30%", "D | 96,40")
        assert problems(one_number_format_per_column.RULE, page) == ["problem | 96,40 | tanda persen"]

    def test_a_count_with_another_sign_between_its_thousands(self):
        rows = ("Daging | 768.495", "Telur | 217.235", "Itik | 253.712", "Susu | 352.390")
        page = Page().table("Tabel 1", "realisasi", *rows)
        page.facts[-1] = replace(page.facts[-1], printed="352,390")
        found = problems(one_number_format_per_column.RULE, page)
        assert found == ["problem | 352,390 | titik sebagai pemisah ribuan"]

    def test_most_of_a_column_against_the_spelling_rules(self):
        rows = ("Daging | 768.495", "Telur | 217.235", "Itik | 253.712", "Susu | 352.390")
        page = Page().table("Tabel 1", "realisasi", *rows)
        commas = [replace(fact, printed=fact.printed.replace(".", ",")) for fact in page.facts[1:]]
        page.facts[1:] = commas
        found = problems(one_number_format_per_column.RULE, page)
        assert found == [
            "problem | 768.495 | koma sebagai pemisah ribuan",
            "problem | 217,235 | titik sebagai pemisah ribuan",
        ]
        page.facts = commas  # all alike: no column mixes two ways
        assert problems(one_number_format_per_column.RULE, page) == []

    def test_zero_shows_no_format(self):
        page = Page().table("Tabel 1", "capaian", "A | 97,10%", "B | 98,20%", "C | 99,30%", "D | 0")
        assert problems(one_number_format_per_column.RULE, page) == []


class TestMarks:
    @pytest.mark.parametrize(
        "text",
        [
            "Pagu sebesar Rp.. 51.500.000 terserap.",
            "Pagu sebesar Rp. 51.500.000,dengan realisasi penuh.",
            "Pagu sebesar Rp. 51.500.000,-atau seluruhnya.",
        ],
    )
    def test_in_a_sentence(self, text):
        assert len(problems(numbers_are_set_off.RULE, Page().line(text))) == 1

    def test_right_in_a_sentence(self):
        page = Page().line("Pagu Rp. 51.500.000,- terserap Rp 50.000.000,00 (97,09%), sisanya Rp1.500.000.")
        assert problems(numbers_are_set_off.RULE, page) == []

    @pytest.mark.parametrize(
        ("text", "printed"),
        [("1.755.568.421,", "1.755.568.421,"), ("2 laporan 100 %)", "100 %)"), ("Loket (97,5 %", "(97,5 %")],
    )
    def test_in_a_cell(self, text, printed):
        page = Page().table("Tabel 1", "keterangan", f"A | {text}")
        assert problems(numbers_are_set_off.RULE, page) == [f"problem | {printed}"]

    @pytest.mark.parametrize("text", ["1.755.568.421,-", "(100 %)", "1) arsip 2) loket", "a) 97,5 %", "< 60 (kurang)"])
    def test_right_in_a_cell(self, text):
        page = Page().table("Tabel 1", "keterangan", f"A | {text}")
        assert problems(numbers_are_set_off.RULE, page) == []


class TestUnits:
    def test_a_state_in_per_cent_once_and_not_where_a_formula_is_printed(self):
        def found(column: str) -> int:
            page = Page().table("Tabel 1", "satuan | target", "Tersedianya aturan layanan | persen | 4")
            page.table(
                "Tabel 2", f"satuan | target | {column}", "Tersedianya aturan layanan | persen | 4 | aturan / aduan"
            )
            page.subjects = [replace(subject, level="indikator") for subject in page.subjects]
            return len(problems(units_suit_their_indikator.RULE, page))

        assert [found("keterangan"), found("rumus")] == [1, 0]

    @pytest.mark.parametrize(("count", "found"), [(5, 5), (6, 1)])
    def test_many_states_are_told_in_one(self, count, found):
        rows = [
            f"Ter{name}nya aturan {name} | persen | 4" for name in ("bit", "capai", "dia", "jaga", "tib", "laksana")
        ]
        page = Page().table("Tabel 1", "satuan | target", *rows[:count])
        page.subjects = [replace(subject, level="indikator") for subject in page.subjects]
        assert len(problems(units_suit_their_indikator.RULE, page)) == found

    def unit(self, name: str, satuan: str) -> list[str]:
        page = Page().table("Tabel 1", "satuan | target", f"{name} | {satuan} | 4")
        page.subjects = [replace(subject, level="indikator") for subject in page.subjects]
        return problems(units_suit_their_indikator.RULE, page)

    @pytest.mark.parametrize(
        ("name", "satuan"),
        [
            ("Jumlah inovasi", "persen"),
            ("Jumlah desa yang tertib arsip", "laporan"),
            ("Jumlah kegiatan gotong royong", "orang"),
            ("Indeks kepuasan masyarakat", "persen"),
            ("Persentase aduan yang selesai", "dokumen"),
            ("Tersedianya aturan layanan", "persen"),
            ("Meningkatnya layanan aduan", "persen"),
        ],
    )
    def test_does_not_suit(self, name, satuan):
        assert self.unit(name, satuan) == [f"problem | {satuan}"]

    @pytest.mark.parametrize(
        ("name", "satuan"),
        [
            ("Jumlah inovasi", "inovasi"),
            ("Jumlah laporan keuangan", "dokumen"),
            ("Jumlah penduduk yang terlayani", "orang"),
            ("Indeks kepuasan masyarakat", "indeks"),
            ("Indeks kepuasan masyarakat (%)", "persen"),
            ("Tersedianya aturan layanan", "dokumen"),
            ("Meningkatnya cakupan layanan aduan", "persen"),
            ("Persentase aduan yang selesai", "persen"),
        ],
    )
    def test_suits(self, name, satuan):
        assert self.unit(name, satuan) == []


class TestRowNumbers:
    def rows(self, *numbers: str) -> list[str]:
        page = Page().table("Tabel 1", "nama", *(f"{number} | Loket" for number in numbers))
        page.cells[0] = replace(page.cells[0], text="No.")
        return problems(row_numbers_run_on.RULE, page)

    def test_right(self):
        assert self.rows("1", "2", "3") == []

    def test_a_new_count(self):
        assert self.rows("1", "2", "1", "2") == []

    def test_twice(self):
        assert self.rows("1", "2", "2", "3") == ["problem | 2"]

    def test_left_out(self):
        assert self.rows("1", "2", "4") == ["problem | 4"]

    def test_two_rows_read_as_one(self):
        assert self.rows("1 2", "3") == []

    def test_with_and_without_a_full_stop(self):
        assert self.rows("1.", "2.", "3") == ["problem | 3"]

    def test_a_letter_for_a_digit(self):
        assert self.rows("a", "l", "b") == ["problem | l"]
        assert self.rows("j", "k", "l") == []


class TestWords:
    def test_a_slip_between_the_same_words(self):
        page = Page().table("Tabel 1", "target", "Laporan kordinasi lintas desa | 1")
        for _ in range(4):
            page.line("Rapat dan laporan koordinasi lintas batas.")
        assert problems(words_are_spelled_alike.RULE, page) == ["problem | kordinasi | koordinasi"]

    def test_between_other_words_it_may_be_another_word(self):
        page = Page().table("Tabel 1", "target", "Petugas kordinasi masuk | 1")
        for _ in range(4):
            page.line("Rapat dan laporan koordinasi lintas batas.")
        assert problems(words_are_spelled_alike.RULE, page) == []

    def test_an_abbreviation_is_no_slip(self):
        page = Page().table("Tabel 1", "target", "Dokumen RPJPD tahun berjalan | 1")
        for _ in range(4):
            page.line("Menyusun dokumen RPJMD tahun lalu.")
        assert problems(words_are_spelled_alike.RULE, page) == []

    def names(self, odd: str, usual: str) -> list[str]:
        page = Page().table("Tabel 1", "target", f"{odd} | 1")
        for number in (2, 3):
            page.table(f"Tabel {number}", "target", f"{usual} | 1")
        return problems(names_are_spelled_alike.RULE, page)

    def test_another_ending(self):
        usual = "Tersedianya Sistem Informasi Publik"
        assert self.names("Tersedia Sistem Informasi Publik", usual) == ["problem | tersedia | tersedianya"]

    def test_a_word_left_out(self):
        usual = "Fasilitasi dan Koordinasi Pembinaan serta Pengawasan Desa"
        assert len(self.names("Fasilitasi dan Koordinasi serta Pengawasan Desa", usual)) == 1

    def test_a_level_in_front_is_no_other_name(self):
        usual = "Kegiatan Fasilitasi dan Koordinasi serta Pengawasan Desa"
        assert self.names("Fasilitasi dan Koordinasi serta Pengawasan Desa", usual) == []


class TestLabels:
    def labels(self, *numbers: str) -> list[str]:
        page = Page()
        for number in numbers:
            page.table(number, "target", "Loket | 1", caption="Kinerja")
        return problems(tables_are_labelled.RULE, page)

    def test_written_otherwise(self):
        page = ("Tabel 3.1", "Tabel 3.2", "Tabel 3.3", "Tabel 3.4", "Tabel. 3.5", "Tabel 3. 6")
        assert self.labels(*page) == ["problem | Tabel. 3.5", "problem | Tabel 3. 6"]

    def test_a_full_stop_behind_is_no_other_way(self):
        assert self.labels("Tabel 3.1", "Tabel 3.2", "Tabel 3.3", "Tabel 3.4", "Tabel 4.") == []


def test_a_source_line_belongs_to_the_table_above_it():
    page = Page().table("Tabel 1", "target", "Loket | 1").line("Sumber :", kind="source")
    assert problems(parts_are_filled.RULE, page) == ["problem | Sumber :"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Disusun dari Laporan Evaluasi setiap bulan.", []),
        ("Disusun dari EvaluasiLaporan setiap bulan.", ["problem | EvaluasiLaporan | Evaluasi Laporan"]),
        ("Dibayar melalui aplikasi LinkLaporan setiap bulan.", []),  # a name
    ],
)
def test_words_that_run_together(text, found):
    page = Page().line(text).line("Evaluasi dan laporan; evaluasi atas laporan.")
    assert problems(words_are_set_apart.RULE, page) == found


@pytest.mark.parametrize(
    ("name", "found"), [("Bina Desa dan Kota", []), ("Bina Desadan Kota", ["problem | Desadan | Desa dan"])]
)
def test_words_of_a_cell_that_run_together(name, found):
    usual = ["Pasar Desa dan Kota | 1", "Jalan Desa dan Kota | 2", "Taman Desa dan Kota | 3"]
    page = Page().table("Tabel 1", "target", *usual, f"{name} | 4")
    assert problems(words_are_set_apart.RULE, page) == found
