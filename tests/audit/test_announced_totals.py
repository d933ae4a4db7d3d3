"""A sentence that announces a table, and what the table adds up to."""

from dataclasses import replace

import pytest
from small_ledgers import Page

from lkjip.audit.ledger import Ledger
from lkjip.audit.rules.announced_totals_agree import RULE
from lkjip.records import Region
from lkjip.settings import Settings

ROWS = ("Program Penunjang | 70.000.000", "Program Pemberdayaan | 30.000.000")
ANNOUNCED = "Untuk itu disediakan anggaran sebesar Rp100.000.000 dengan rincian per program sebagai berikut."


def verdicts(page: Page, top: float = 100.0) -> list[str]:
    """Return the verdicts where the first table begins so far below the top of the page."""
    subjects = [replace(row, kind="anggaran", level=row.level or "program") for row in page.subjects]
    page.facts = [replace(fact, unit="rupiah", source="prose" if not fact.table_id else "table") for fact in page.facts]
    regions = (Region("t01", 1, 0, 9, 50.0, top, 500.0, top + 90, ""),)
    reading = replace(replace(page, subjects=subjects).reading(), regions=regions)
    return [result.verdict for result in RULE.check(Ledger(reading), Settings())]


@pytest.mark.parametrize(
    ("rows", "amount", "verdict"),
    [
        ((*ROWS, "Jumlah | 100.000.000"), "100.000.000", "passed"),
        ((*ROWS, "Jumlah | 100.000.000"), "110.000.000", "problem"),
        (ROWS, "100.000.000", "passed"),
        (ROWS, "70.000.000", "problem"),
    ],
)
def test_the_amount_is_the_total_or_the_sum_of_the_programs(rows: tuple[str, ...], amount: str, verdict: str):
    page = Page().sentence(ANNOUNCED, "Anggaran", anggaran=amount).table("A", "anggaran", *rows)
    assert verdicts(page) == [verdict]


def test_text_before_the_table_says_something_else():
    page = Page().sentence(ANNOUNCED, "Anggaran", anggaran="110.000.000").sentence("Jumlah itu terdiri atas:")
    assert verdicts(page.table("A", "anggaran", *ROWS)) == []


def test_a_table_above_the_sentence_is_not_announced():
    page = Page().line("Bab II").sentence(ANNOUNCED, "Anggaran", anggaran="110.000.000")
    assert verdicts(page.table("A", "anggaran", *ROWS), top=0.0) == []


def test_a_sentence_that_announces_nothing_is_left_alone():
    page = Page().sentence("Disediakan anggaran Rp110.000.000.", "Anggaran", anggaran="110.000.000")
    assert verdicts(page.table("A", "anggaran", *ROWS)) == []
