"""Programs and kegiatan that one table or list names and another lacks."""

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import programs_stand_in_every_table

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
