"""Counts of programs and kegiatan in sentences against the table that lists them."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import sasaran_are_counted_right
from lkjip.audit.rules.counts_match_the_tables import RULE

LEVELS = ("program", "kegiatan", "sub_kegiatan", "sub_kegiatan", "kegiatan", "sub_kegiatan")


def page() -> Page:
    made = Page().table(
        "Tabel 3.8",
        "anggaran",
        "Penataan Taman | 100",
        ".Taman Kota | 60",
        "..Pembibitan | 20",
        "..Penanaman | 40",
        ".Taman Desa | 40",
        "..Penyiraman | 40",
        kind="anggaran",
    )
    made.subjects = [replace(row, level=level) for row, level in zip(made.subjects, LEVELS, strict=True)]
    return made


def counting(name: str, **counts: str) -> Page:
    """Add a sentence that counts `name` in units."""
    made = page().sentence(f"Terdapat {name}.", name, jumlah=next(iter(counts.values())))
    made.facts[-1] = replace(made.facts[-1], unit=next(iter(counts)).replace("_", " "))
    return made


def test_parts_of_a_program():
    assert run(RULE, counting("dalam Program Penataan Taman", kegiatan="2")) == ["passed | 2 | 2"]
    assert run(RULE, counting("dalam Program Penataan Taman", kegiatan="3")) == ["problem | 3 | 2"]


def test_parts_of_a_kegiatan():
    assert run(RULE, counting("dalam Taman Kota", sub_kegiatan="1")) == ["problem | 1 | 2"]


def test_a_program_that_no_table_lists():
    assert run(RULE, counting("dalam Program Lain", kegiatan="3")) == []


def test_a_count_that_may_be_of_anything():
    assert run(RULE, counting("kegiatan", kegiatan="7")) == []


def stating(program: str, kegiatan: str, sub_kegiatan: str) -> list[str]:
    """Return the verdicts on a sentence that counts all three levels."""
    made = page()
    for unit, count in (("program", program), ("kegiatan", kegiatan), ("sub kegiatan", sub_kegiatan)):
        made.sentence("", unit, jumlah=count)
        made.subjects[-1] = replace(made.subjects[-1], block_id="b001")
        made.facts[-1] = replace(made.facts[-1], unit=unit)
    return verdicts(run(RULE, made))


def test_all_levels_at_once():
    assert stating("1", "2", "3") == ["passed"] * 3
    assert stating("1", "2", "4") == ["passed", "passed", "problem"]


def test_levels_that_were_misread_are_not_accused():
    assert stating("2", "2", "2") == ["could_not_check"] * 3


class TestSasaran:
    def counted(self, text: str, tables: int = 2) -> list[str]:
        made = Page()
        for number in range(tables):
            made.table(
                f"Tabel {number}", "target", "Indeks Arsip | 4", "Indeks Taman | 5", "Indeks Jalan | 6", role="iku"
            )
        sasaran = ("Arsip tertata", "Arsip tertata", "Jalan mulus") * tables
        made.subjects = [
            replace(row, level="indikator", sasaran=name) for row, name in zip(made.subjects, sasaran, strict=True)
        ]
        return run(sasaran_are_counted_right.RULE, made.line(f"Kecamatan menetapkan {text} kinerja."))

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("2 (dua) sasaran strategis yang diukur dengan 3 (tiga) indikator", ["passed"]),
            ("2 sasaran dengan 4 indikator", ["problem | 2 sasaran dengan 4 indikator | 3 indikator"]),
            ("3 sasaran strategis dan 3 indikator", ["problem | 3 sasaran strategis dan 3 indikator | 2 sasaran"]),
            ("1 sasaran dengan 1 indikator", []),  # of something else
        ],
    )
    def test_against_tables_that_list_the_same(self, text, found):
        assert self.counted(text) == found

    def test_one_table_may_be_of_another_version(self):
        assert self.counted("2 sasaran dengan 4 indikator", tables=1) == []
