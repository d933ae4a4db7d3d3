"""How the text calls the tujuan, sasaran, programs and kegiatan of the tables."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import sentences_use_the_names_of_tables, tujuan_keep_their_words


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


class TestNames:
    @pytest.mark.parametrize(
        ("sentence", "found"),
        [
            ("Hasilnya didukung Program Pemberdayaan Masyarakat Desa dan Kelurahan.", []),
            (
                "Hasilnya didukung Program Pemberdayaan Masyarakat dan Kelurahan.",
                [
                    "problem | Program Pemberdayaan Masyarakat dan Kelurahan | program pemberdayaan masyarakat desa dan kelurahan"
                ],
            ),
            ("Hasilnya didukung program pemberdayaan masyarakat dan kelurahan.", []),  # no name
            (
                "1. Tersedia Sarana dan Prasarana",
                ["problem | Tersedia Sarana dan Prasarana | tersedianya sarana dan prasarana"],
            ),
            ("Kini telah tersedia sarana dan prasarana yang cukup.", []),
        ],
    )
    def test_a_sentence(self, sentence, found):
        page = Page()
        for number in ("2.1", "3.1"):
            page.table(
                f"Tabel {number}", "anggaran", "Program Pemberdayaan Masyarakat Desa dan Kelurahan | 1", level="program"
            )
            page.table(f"Tabel {number}a", "target", "Indeks | 2", sasaran="Tersedianya Sarana dan Prasarana")
        assert problems(sentences_use_the_names_of_tables.RULE, page.line(sentence)) == found


class TestTujuan:
    def plans(self, *names: str) -> Page:
        page = Page()
        for at, name in enumerate(names):
            page.table(f"Tabel 2.{at}", "target", f"{name} | 1", role="iku" if at else "renstra")
        page.cells = [
            replace(cell, text="Tujuan") if cell.kind == "header" and not cell.column else cell for cell in page.cells
        ]
        return page

    def test_right(self):
        page = self.plans("Meningkatnya kepuasan warga", "Meningkatnya kepuasan warga")
        page.line("Adapun tujuan kecamatan yaitu Meningkatnya kepuasan warga dengan indikator IKM.")
        assert problems(tujuan_keep_their_words.RULE, page) == []

    def test_another_table_and_another_sentence(self):
        page = self.plans("Meningkatkan pelayanan publik", "Meningkatnya kepuasan warga", "Meningkatnya kepuasan warga")
        page.line("Adapun tujuan kecamatan yaitu Meningkatnya mutu layanan desa dengan indikator IKM.")
        assert problems(tujuan_keep_their_words.RULE, page) == [
            "problem | Meningkatkan pelayanan publik | Meningkatnya kepuasan warga",
            "problem | Meningkatnya mutu layanan desa | Meningkatnya kepuasan warga",
        ]

    def test_of_several_tujuan_none_is_meant(self):
        page = self.plans("Meningkatkan pelayanan publik").table(
            "Tabel 3", "target", "Tertatanya arsip desa | 1", "Terbinanya warga desa | 2"
        )
        page.cells = [replace(cell, text="Tujuan") if cell.text == "uraian" else cell for cell in page.cells]
        assert problems(tujuan_keep_their_words.RULE, page) == []
