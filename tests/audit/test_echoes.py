"""A program with one kegiatan repeats its amounts: a problem with one of them names both."""

from small_ledgers import Page

from lkjip.audit import audit
from lkjip.audit.echoes import echoes
from lkjip.settings import Settings

ONE = ("Program A | 700", ".Kegiatan B | 700", "..Sub kegiatan C | 700", "Program D | 700", ".Kegiatan E | 700")


def repeated(*rows: str, name: str) -> list[str]:
    """Return the rows that repeat the amount of one row."""
    ledger = Page().table("A", "anggaran", *rows, kind="anggaran").ledger()
    fact = next(fact for fact in ledger.facts if fact.subject == name)
    return [fact.subject for fact in echoes(ledger, fact)]


def test_the_only_part_and_the_rows_above_it_repeat_an_amount():
    assert repeated(*ONE, name="Kegiatan B") == ["Program A", "Sub kegiatan C"]


def test_a_row_of_several_parts_repeats_none():
    assert repeated(*ONE[:3], ".Kegiatan F | 0", name="Kegiatan B") == ["Sub kegiatan C"]


def test_another_amount_is_no_echo():
    assert repeated("Program A | 750", *ONE[1:], name="Kegiatan B") == ["Sub kegiatan C"]


def test_a_finding_marks_the_rows_that_repeat_its_amount_and_says_so():
    about = {"kind": "anggaran", "level": "kegiatan"}
    page = Page().table("A", "realisasi_anggaran", "Program Layanan Desa | 700", ".Kegiatan Arsip | 700", **about)
    page = page.table("B", "realisasi_anggaran", "Kegiatan Arsip | 900", **about)
    page = page.table("C", "realisasi_anggaran", "Kegiatan Arsip | 900", **about)
    found = next(row for row in audit(page.reading(), Settings()).findings if row.rule == "one-value")
    assert "the same amount stands at Program Layanan Desa" in found.message_en
    assert page.facts[0].fact_id in found.fact_ids.split(";")
