"""Realisasi against the budget."""

from small_ledgers import Page, run

from lkjip.audit.rules.spending_is_no_other_budget import RULE as NO_BUDGET
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


def test_a_sentence_that_repeats_an_overspend_of_a_table():
    page = Page().table("T", COLUMNS, "Gaji | 1.744.146.421 | 1.752.598.421", "Air | 900 | 700")
    page = page.sentence("Realisasi Rp 1.752.598.421.", "Kesekretariatan", realisasi_anggaran="1.752.598.421")
    assert run(RULE, page)[2:] == ["problem | 1.752.598.421 | 1.744.146.421"]


def test_a_sentence_whose_amount_one_table_prints_within_its_budget():
    page = Page().table("T", COLUMNS, "Gaji | 1.744.146.421 | 1.752.598.421")
    page = page.table("U", COLUMNS, "Gaji | 1.800.000.000 | 1.752.598.421")
    page = page.sentence("Realisasi Rp 1.752.598.421.", "Kesekretariatan", realisasi_anggaran="1.752.598.421")
    assert [line.split(" | ")[0] for line in run(RULE, page)] == ["problem", "passed"]


class TestNoOtherBudget:
    def sentence(self, *rows: str, **values: str) -> list[str]:
        page = Page().table("T", COLUMNS, *rows)
        return run(NO_BUDGET, page.sentence("Realisasi Rp 85.669.400.", "Pelayanan", **values))[len(rows) :]

    def test_a_sentence_calls_a_budget_its_realisasi(self):
        found = self.sentence("Program A | 85.669.400 | 72.963.500", realisasi_anggaran="85.669.400")
        assert found == ["problem | 85.669.400"]

    def test_a_budget_that_was_spent_or_whose_realisasi_no_table_prints(self):
        assert self.sentence("Program A | 85.669.400 | 85.669.400", realisasi_anggaran="85.669.400") == []
        assert self.sentence("Program A | 85.669.400 |", realisasi_anggaran="85.669.400") == []
