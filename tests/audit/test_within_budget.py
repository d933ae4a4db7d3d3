"""Realisasi against the budget."""

from small_ledgers import Page, run

from lkjip.audit.rules.spending_stays_within_budget import RULE

COLUMNS = "anggaran | realisasi_anggaran"


def test_right():
    assert run(RULE, Page().table("T", COLUMNS, "Gaji | 100 | 100")) == ["passed | 100 | 100"]


def test_overspent():
    found = run(RULE, Page().table("T", COLUMNS, "Gaji | 1.744.146.421 | 1.752.598.421"))
    assert found == ["problem | 1.752.598.421 | 1.744.146.421"]


def test_more_than_before_the_change_is_allowed():
    page = Page().table("T", "anggaran_murni | anggaran_perubahan | realisasi_anggaran", "Gaji | 100 | 200 | 150")
    assert run(RULE, page) == ["passed | 150 | 200 | within the budget after its change"]


def test_income_may_exceed_its_target():
    assert run(RULE, Page().table("T", COLUMNS, "Retribusi pasar | 100 | 150")) == []
    assert run(RULE, Page().table("T", COLUMNS, "Pendapatan | 100 | 150", ".UPTD A | 100 | 150")) == []


def test_missing_budget():
    assert run(RULE, Page().table("T", COLUMNS, "Gaji |  | 100")) == []


def test_deficit_is_a_signed_number():
    assert run(RULE, Page().table("T", COLUMNS, "Defisit | -200 | -100"))[0].startswith("passed")
