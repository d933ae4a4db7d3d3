"""What the summary and the closing chapter say against the chapters between them."""

from dataclasses import replace

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules.summaries_follow_the_report import RULE


def report(capaian: str, text: str = "Capaian sasaran", *, page: int = 1) -> Page:
    """Return a report whose summary (page 1) or closing chapter (page 5) gives a capaian."""
    columns = "target | realisasi | capaian"
    made = Page().line("BAB I", kind="heading", page=2).line("BAB IV", kind="heading", page=4)
    made.table("Tabel 3.1", columns, "IKM | 73 | 84,24 | 115,40", "SOP | 4 | 3 | 75", "LPPD | 1 | 1 | 100", page=3)
    made.sentence(text, "sasaran", capaian=capaian)
    made.facts[-1] = replace(made.facts[-1], page=page)
    return made


def test_a_capaian_that_a_table_prints():
    assert verdicts(run(RULE, report("115,40"))) == ["passed"]


def test_a_mean_of_some_of_them():
    for mean in ("96,80", "87,5"):
        assert verdicts(run(RULE, report(mean))) == ["passed"]


def test_one_that_nothing_gives():
    assert verdicts(run(RULE, report("88,24"))) == ["problem"]
    assert verdicts(run(RULE, report("88,24", page=5))) == ["problem"]


def test_what_the_chapters_themselves_say_is_left_to_other_rules():
    assert run(RULE, report("88,24", page=3)) == []


def test_a_capaian_of_money_is_no_capaian_of_work():
    assert run(RULE, report("88,24", "Capaian kinerja keuangan")) == []
