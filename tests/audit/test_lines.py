"""What tables and sentences say of one budget line: its target, and its budget before and after a change."""

from dataclasses import replace

from small_ledgers import Page

from lkjip.audit.model import Rule
from lkjip.audit.rules import budgets_agree, lines_keep_their_target
from lkjip.read.prose.subjects import INHERITED
from lkjip.settings import Settings

CAMAT = "Pelaksanaan urusan pemerintahan yang dilimpahkan kepada camat"
PK = {"role": "perjanjian_kinerja"}


def problems(rule: Rule, page: Page) -> list[tuple[str, str, str]]:
    """Return the printed numbers of every problem, and its severity."""
    found = [result for result in rule.check(page.ledger(), Settings()) if result.verdict == "problem"]
    return [(r.facts[0].printed, r.facts[1].printed, r.severity or rule.severity) for r in found]


def with_line(page: Page, name: str = CAMAT, level: str = "kegiatan") -> Page:
    """Put a budget line beside the first row of the last table."""
    row = page.subjects[-1]
    line = replace(row, subject_id=f"{row.subject_id}-b", kind="anggaran", level=level, uraian=name, key=name.lower())
    page.subjects.append(line)
    return page


def targets(plan: str, result: str, satuan: str = "laporan") -> Page:
    """Return a plan and a table of capaian with one kegiatan, each a row "indikator | target"."""
    page = with_line(Page().table("A", "target", plan, satuan=satuan, **PK))
    return with_line(page.table("B", "target", result, satuan=satuan, role="indicator"))


def test_a_kegiatan_has_one_target():
    page = targets("Laporan kesejahteraan sosial | 5", "Laporan tentang kesejahteraan sosial | 4")
    assert problems(lines_keep_their_target.RULE, page) == [("4", "5", "warning")]


def test_indikator_with_little_in_common_make_a_note():
    page = targets("Laporan kesejahteraan sosial | 5", "Rekomendasi penegakan perda | 4")
    assert problems(lines_keep_their_target.RULE, page) == [("4", "5", "info")]


def test_a_sentence_under_the_name_of_its_kegiatan_is_compared():
    page = with_line(Page().table("A", "target", "Laporan kesejahteraan | 5", satuan="laporan", **PK))
    page.sentence("Target 4 laporan.", CAMAT, target="4")
    page.subjects[-1] = replace(page.subjects[-1], level="kegiatan")
    page.facts[-1] = replace(page.facts[-1], guess=INHERITED, unit="laporan")
    assert problems(lines_keep_their_target.RULE, page) == [("4", "5", "warning")]


def test_shares_are_not_compared_and_equal_names_are_elsewhere():
    assert problems(lines_keep_their_target.RULE, targets("Warga puas | 80", "Aduan selesai | 90", "persen")) == []
    assert problems(lines_keep_their_target.RULE, targets("Laporan | 5", "Laporan | 4")) == []


def test_a_kegiatan_with_two_indikator_is_left_alone():
    page = targets("Laporan kesejahteraan sosial | 5", "Laporan tentang kesejahteraan sosial | 4")
    page.subjects.append(replace(page.subjects[-2], subject_id="other", uraian="Kedua", key="kedua"))
    assert problems(lines_keep_their_target.RULE, page) == []


def changed_budget(caption: str, after: str = "51.500.000") -> Page:
    """Return a change of one line's budget, a plan with that of before under another name, and the later one."""
    page = Page().table("A", "anggaran_murni | anggaran_perubahan", f"{CAMAT} | 31.500.000 | {after}", kind="anggaran")
    page.table("B", "anggaran", "Sub urusan lain yang dilimpahkan | 31.500.000", kind="anggaran", caption=caption, **PK)
    return page.table("C", "anggaran", "Sub urusan lain yang dilimpahkan | 51.500.000", kind="anggaran", role="budget")


def test_a_plan_with_the_budget_before_the_change_is_noted():
    found = problems(budgets_agree.RULE, changed_budget("Perjanjian Kinerja"))
    assert found == [("31.500.000", "51.500.000", "info")]


def test_a_changed_plan_with_the_budget_before_the_change_is_a_warning():
    found = problems(budgets_agree.RULE, changed_budget("Perjanjian Kinerja Perubahan"))
    assert found == [("31.500.000", "51.500.000", "warning")]


def test_a_budget_that_never_changed_explains_no_other_amount():
    page = changed_budget("Perjanjian Kinerja Perubahan", "31.500.000")
    (found,) = [result for result in budgets_agree.RULE.check(page.ledger(), Settings()) if result.verdict == "problem"]
    assert (found.severity, found.note) == ("warning", budgets_agree.CHANGED)
