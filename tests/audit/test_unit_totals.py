"""The budget and the spending of the whole unit against the totals of the tables."""

from dataclasses import replace

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules.unit_amounts_are_totals import RULE
from lkjip.settings import Settings

UNIT = "Kecamatan Alok"


def spent(*totals: str) -> Page:
    """Return a table with a total."""
    page = Page().known(instansi=UNIT)
    return page.table("Tabel 3.8", "anggaran | realisasi_anggaran", *totals, kind="anggaran")


def told(page: Page, text: str = "...", **values: str) -> Page:
    """Add a sentence about the unit."""
    page.sentence(text, UNIT, **values)
    page.subjects[-1] = replace(page.subjects[-1], level="instansi")
    return page


def test_right():
    page = told(spent("Jumlah | 2.202.684 | 1.783.957"), anggaran="2.202.684", realisasi_anggaran="1.783.957")
    assert verdicts(run(RULE, page)) == ["passed", "passed"]


def test_wrong():
    page = told(spent("Jumlah | 2.202.684 | 1.783.957"), anggaran="2.165.714")
    assert run(RULE, page) == ["problem | 2.165.714 | 2.202.684"]


def test_an_amount_far_from_every_total_may_be_of_something_else():
    page = told(spent("Jumlah | 2.202.684 | 1.783.957"), anggaran="3.112.459")
    assert verdicts(run(RULE, page)) == ["could_not_check"]


def test_a_sentence_may_add_up_what_no_table_does():
    page = spent("Jumlah | 2.202.684 | 1.783.957")
    page.sentence("...", "belanja langsung", anggaran="2.202.684")
    page.sentence("...", "belanja tidak langsung", anggaran="2.000")
    told(page, anggaran="2.204.684")
    page.subjects = [replace(s, block_id="b001") if s.source == "prose" else s for s in page.subjects]
    assert verdicts(run(RULE, page)) == ["could_not_check"]


def test_beside_spending_a_plan_that_nobody_spent_of_is_no_total():
    page = spent("Jumlah | 2.202.684 | 1.783.957").table("Tabel 2", "anggaran", "Jumlah | 2.165.714", kind="anggaran")
    assert verdicts(run(RULE, told(page, anggaran="2.165.714"))) == ["passed"]
    page = spent("Jumlah | 2.202.684 | 1.783.957").table("Tabel 2", "anggaran", "Jumlah | 2.165.714", kind="anggaran")
    told(page, anggaran="2.165.714", persen_serapan="99,41")
    assert run(RULE, page) == ["problem | 2.165.714 | 2.202.684"]


def test_a_part_of_the_total_is_named_and_so_is_the_rest():
    rows = ("Belanja | 2.202 | 1.783", ".Operasi | 2.173 | 1.754", ".Modal | 29 | 29")
    page = Page().known(instansi=UNIT)
    page.table("LRA", "anggaran | realisasi_anggaran", *rows, kind="anggaran", level="belanja")
    page.table("Sumber", "anggaran_perubahan", "APBD | 2.173", kind="anggaran", level="sumber")
    (found,) = [result for result in RULE.check(page.ledger(), Settings()) if result.verdict == "problem"]
    assert found.note.en == "It is the amount of Operasi alone, and leaves out Modal"


def test_nothing_to_check():
    assert run(RULE, told(Page().known(instansi=UNIT), anggaran="2.165.714")) == []
