"""Persen serapan against realisasi and anggaran."""

from small_ledgers import Page, run

from lkjip.audit.rules.serapan_recalculates import RULE

COLUMNS = "anggaran | realisasi_anggaran | persen_serapan"


def page(*rows: str) -> Page:
    return Page().table("Tabel 3.8", COLUMNS, *rows)


def test_right():
    assert run(RULE, page("Gaji | 3.057.783.113 | 2.949.374.059 | 96,45")) == ["passed | 96,45 | 96,45"]


def test_wrong():
    assert run(RULE, page("Sarana | 74.907.830 | 63.317.198 | 92,54")) == ["problem | 92,54 | 84,53"]


def test_truncated():
    found = run(RULE, page("Semua | 2.165.714.141 | 2.153.076.141 | 99,41"))
    assert found == ["passed | 99,41 | 99,42 | by truncation"]


def test_nearly_all_is_not_all():
    assert run(RULE, page("Rapat | 100.000 | 100.000 | 99,99")) == ["problem | 99,99 | 100,00"]


def test_the_budget_before_its_change():
    columns = "anggaran_murni | anggaran_perubahan | realisasi_anggaran | persen_serapan"
    found = run(RULE, Page().table("T", columns, "Program | 1.000 | 2.000 | 800 | 80"))
    assert found == ["passed | 80 | 80,00 | against the budget before its change"]


def test_shares_of_a_total_are_another_reading():
    found = run(RULE, page("Pegawai | 600 | 300 | 60,00", "Modal | 400 | 100 | 40,00", "Jumlah | 1.000 | 400 | 100"))
    assert found == [f"passed | {share} | share of the column's total" for share in ("60,00", "40,00", "100")]


def test_the_mean_of_the_rows_is_another_reading_of_a_total():
    found = run(RULE, page("A | 100 | 50 | 50", "B | 300 | 300 | 100", "Jumlah | 400 | 350 | 75"))
    assert found[2] == "passed | 75 | mean of the rows' percentages"


def test_missing_amount():
    assert run(RULE, page("A |  | 50 | 50")) == ["could_not_check | 50 | no anggaran beside it"]


def test_budget_of_zero():
    assert run(RULE, page("A | 0 | 0 | 0")) == ["could_not_check | 0 | the budget is zero"]


def test_nothing_to_check():
    assert run(RULE, Page().table("T", "target", "Laporan | 4")) == []
