"""Programs and kegiatan that one table or list names and another lacks."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import (
    explanations_match_their_table,
    kegiatan_are_of_the_tables,
    kegiatan_keep_their_program,
    lists_have_their_count,
    lists_name_every_kegiatan,
    programs_stand_in_every_table,
    required_cells_are_filled,
)

NAMES = ("Program Arsip Kelurahan", "Program Pasar Rakyat", "Program Jalan Lingkungan", "Program Taman Kota")


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestPrograms:
    def tables(self, *last: str, **about: str) -> Page:
        page = Page()
        for number in ("2.1", "3.1"):
            page.table(f"Tabel {number}", "anggaran", *(f"{name} | 100" for name in NAMES), level="program")
        return page.table("Tabel 3.2", "anggaran", *(f"{name} | 100" for name in last), level="program", **about)

    @pytest.mark.parametrize(
        ("last", "found"),
        [
            (NAMES, []),
            (NAMES[:3], ["problem | Program Taman Kota"]),
            ((*NAMES[:3], "Terlaksananya Program Taman Kota"), []),
            ((*NAMES[:3], "Program Taman dan Hutan"), []),  # worded otherwise
            (NAMES[:1], []),  # a table about something else
        ],
    )
    def test_the_last_table(self, last, found):
        assert problems(programs_stand_in_every_table.RULE, self.tables(*last)) == found

    def test_a_part_of_the_unit_has_its_own(self):
        page = self.tables(*NAMES[:3], scope="kelurahan wuring")
        assert problems(programs_stand_in_every_table.RULE, page) == []


KEGIATAN = ("Penataan Arsip Kelurahan", "Pembinaan Pasar Rakyat", "Perbaikan Jalan Lingkungan", "Penanaman Pohon Kota",
            "Pelatihan Kader Posyandu", "Pengadaan Kursi Layanan")  # fmt: skip


class TestExplanations:
    def explained(self, *names: str) -> list[str]:
        page = Page().table("Tabel 3.7", "anggaran", *(f"{name} | 100" for name in KEGIATAN[:5]), level="kegiatan")
        for at, name in enumerate(names, start=1):
            page.sentence(f"{at}. Kegiatan {name} menyerap Rp 100 dari anggaran.", f"Kegiatan {name}", anggaran="100")
        page.lines = [replace(line, kind="item") for line in page.lines]
        page.subjects = [replace(row, level="kegiatan") for row in page.subjects]
        return problems(explanations_match_their_table.RULE, page)

    def test_right(self):
        assert self.explained(*KEGIATAN[:5]) == []

    def test_one_of_the_table_is_left_out(self):
        assert self.explained(*KEGIATAN[:4]) == [f"problem | {KEGIATAN[4]}"]

    def test_one_is_not_in_the_table(self):
        assert self.explained(*KEGIATAN) == [f"problem | Kegiatan {KEGIATAN[5]}"]

    def test_a_list_of_few_explains_no_table(self):
        assert self.explained(*KEGIATAN[:3]) == []


@pytest.mark.parametrize(("last", "found"), [("Program D | 400", 0), ("Program D |", 1), ("Program D | | 1", 1)])
def test_a_program_without_the_amount_that_its_kegiatan_have(last, found):
    rows = [text for name in "ABC" for text in (f"Program {name} | 100", f".Kegiatan {name} | 100")]
    page = Page().table("Tabel 1", "anggaran", *rows, last, ".Kegiatan D | 400", level="kegiatan")
    page.subjects = [replace(row, level="program" if "Program" in row.uraian else row.level) for row in page.subjects]
    assert len(problems(required_cells_are_filled.RULE, page)) == found


class TestLists:
    def page(self) -> Page:
        rows = [f".{name} | 100" for name in KEGIATAN]
        page = Page().table("Tabel 3.8", "anggaran", "Program Kota | 600", *rows, "..Sewa Tenda | 1", level="kegiatan")
        levels = {"Program Kota": "program", "Sewa Tenda": "sub_kegiatan"}
        page.subjects = [replace(row, level=levels.get(row.uraian, row.level)) for row in page.subjects]
        return page

    @pytest.mark.parametrize(("count", "found"), [(6, []), (5, ["problem | 5 | 6"]), (3, [])])
    def test_a_list_of_kegiatan(self, count, found):
        page = self.page()
        for at, name in enumerate(KEGIATAN[:count], start=1):
            page.line(f"{at}. {name}, dengan 2 sub kegiatan :", kind="item")
        assert problems(lists_name_every_kegiatan.RULE, page.line("BAB II", kind="heading")) == found

    @pytest.mark.parametrize(("count", "found"), [("2 (dua)", []), ("1 (satu)", ["problem | 1 (satu) | 2"])])
    def test_a_sentence_that_counts_kegiatan(self, count, found):
        page = self.page().line(f"Didukung {count} kegiatan yaitu {KEGIATAN[0]} dan {KEGIATAN[1].lower()}, sesuai DPA.")
        assert problems(lists_have_their_count.RULE, page) == found


class TestPlaces:
    ROWS = ("Program Arsip Kota", "Penataan Arsip Kelurahan", "Program Pasar Kota", "Pembinaan Pasar Rakyat")

    def tables(self, *last: str, text: str = "") -> list[str]:
        page = Page().line(text)
        for number, rows in (("2.1", self.ROWS), ("3.1", self.ROWS), ("3.2", self.ROWS), ("3.3", last)):
            page.table(f"Tabel {number}", "anggaran", *(f"{name} | 100" for name in rows), level="kegiatan")
        page.subjects = [
            replace(row, level="program") if row.uraian.startswith("Program") else row for row in page.subjects
        ]
        return problems(kegiatan_keep_their_program.RULE, page)

    def test_right(self):
        assert self.tables(*self.ROWS) == []

    def test_the_row_of_a_program_is_left_out(self):
        assert self.tables(*self.ROWS[:2], self.ROWS[3]) == ["problem | Pembinaan Pasar Rakyat | pasar kota"]

    def test_a_program_worded_otherwise(self):
        assert self.tables(*self.ROWS[:2], "Program Niaga Warga Desa", self.ROWS[3]) == []

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Program Arsip Kota didukung oleh 1 (satu) kegiatan yaitu Pembinaan Pasar Rakyat", ["pasar kota"]),
            ("Kegiatan Pembinaan Pasar Rakyat pada Program Arsip Kota", ["pasar kota"]),
            ("Program Pasar Kota dengan kegiatan pendukung Pembinaan Pasar Rakyat", []),
            ("Program Arsip Kota dengan kegiatan Lomba Kebersihan Kota", []),  # a kegiatan that no table knows
            ("Program Niaga Warga Desa dengan kegiatan Pembinaan Pasar Rakyat", []),
        ],
    )
    def test_a_sentence(self, text, found):
        told = self.tables(*self.ROWS, text=f"Dicapai melalui {text}, sesuai DPA.")
        assert told == [f"problem | {text} | {program}" for program in found]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Belanja Seragam Kantor", "Lomba Kebersihan Kota", "Sewa Tenda Pasar"), ["problem | Belanja Seragam Kantor"]),
        (("Belanja Seragam Kantor", "Lomba Kebersihan Kota", KEGIATAN[0]), []),
        (("Belanja Seragam Kantor", "Lomba Kebersihan Kota"), []),
    ],
)
def test_a_paragraph_about_kegiatan_that_no_table_knows(names, found):
    page = Page().table("Tabel 3.8", "anggaran", *(f"{name} | 100" for name in KEGIATAN), level="kegiatan")
    for name in names:
        page.sentence(f"Kegiatan {name} menyerap Rp 100.", name, anggaran="100")
    page.subjects = [replace(row, level="kegiatan", block_id=row.block_id and "b001") for row in page.subjects]
    assert problems(kegiatan_are_of_the_tables.RULE, page) == found
