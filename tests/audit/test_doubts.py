"""Contradictions that may be none are warnings: parts in a sentence, rounded amounts, one name for several things."""

from dataclasses import replace

from small_ledgers import Page

from lkjip.audit.model import Rule
from lkjip.audit.rules import budgets_agree, capaian_recalculates, one_quantity_has_one_value, plans_agree
from lkjip.audit.rules import serapan_recalculates as serapan
from lkjip.read.prose.subjects import INHERITED
from lkjip.settings import Settings


def severities(rule: Rule, page: Page) -> list[str]:
    """Return the severity of every problem of a rule."""
    results = rule.check(page.ledger(), Settings())
    return [result.severity or rule.severity for result in results if result.verdict == "problem"]


def budget(printed: str) -> Page:
    page = Page().table("Tabel 3.8", "anggaran", "Program A | 29.684.542.985", kind="anggaran")
    return page.sentence("...", "Program A", anggaran=printed)


def test_a_sentence_may_give_the_budget_of_a_part():
    assert severities(budgets_agree.RULE, budget("4.045.304.825")) == ["warning"]


def test_a_misprint_in_a_sentence_is_an_error_however_far_it_moves_the_amount():
    assert severities(budgets_agree.RULE, budget("89.684.542.985")) == ["error"]
    assert severities(budgets_agree.RULE, budget("29.684.452.985")) == ["error"]


def test_a_slip_bears_out_a_subject_from_the_text_above():
    for printed, expected in (("29.684.542.985", []), ("29.664.542.985", ["warning"]), ("4.045.304.825", [])):
        page = budget(printed)
        page.facts[-1] = replace(page.facts[-1], guess=INHERITED)
        assert severities(budgets_agree.RULE, page) == expected


def test_another_number_bears_out_a_subject_from_the_text_above():
    for realisasi, expected in (("3.125.822.300", ["warning"]), ("3.125.822.000", []), ("100", [])):
        page = Page().table("Tabel 3.8", "anggaran | realisasi_anggaran", f"A | 29.684 | {realisasi}", kind="anggaran")
        page.sentence("...", "A", anggaran="4.045", realisasi_anggaran="3.125.822.300" if expected else "100")
        page.facts[-2:] = [replace(fact, guess=INHERITED) for fact in page.facts[-2:]]
        assert severities(budgets_agree.RULE, page) == expected


def test_a_count_beside_a_kegiatan_may_be_of_that_one_alone():
    for beside, whole, expected in (("1", "3", ["warning"]), ("3", "1", ["error"])):
        page = Page().table("Tabel 3.2", "realisasi", f"Laporan Ketertiban | {beside}", satuan="laporan")
        page.table("Tabel 3.3", "realisasi", f"Laporan Ketertiban | {whole}", satuan="laporan")
        page.subjects.append(replace(page.subjects[0], subject_id="line", kind="anggaran", level="sub_kegiatan"))
        assert severities(one_quantity_has_one_value.RULE, page) == expected


def test_an_amount_rounded_to_thousands_is_a_warning():
    page = Page().table("Tabel 3.8", "realisasi_anggaran", "Kegiatan A | 3.125.822.300", kind="anggaran")
    page.sentence("...", "Kegiatan A", realisasi_anggaran="3.125.822.000")
    assert severities(one_quantity_has_one_value.RULE, page) == ["warning"]


def test_of_a_sentence_and_a_table_the_sentence_is_named():
    page = budget("29.684.542.958")
    (found,) = [r for r in budgets_agree.RULE.check(page.ledger(), Settings()) if r.verdict == "problem"]
    assert found.target is not None
    assert found.target.source == "prose"


def test_a_name_that_one_table_gives_to_two_units_is_no_quantity():
    page = Page().table("Tabel 4", "target", "Telur | 217.235")
    page.table("Tabel 6", "satuan | target", "Telur | ton | 217.235", "Telur | persen | 65")
    assert severities(plans_agree.RULE, page) == []


def test_the_target_of_another_plan_is_a_warning():
    page = Page().table("Tabel 1", "target", "IPG | 89,68").table("Tabel 2", "target", "IPG | 66,67")
    page.cell("t02", (0, 1), "Target RPJMD 2016", "header")
    assert severities(plans_agree.RULE, page) == ["warning"]


def test_a_target_that_is_a_range_accuses_no_capaian():
    columns = "target:2023 | batas_bawah:2024 | batas_atas:2024 | realisasi:2024 | capaian:2024"
    page = Page().table("Tabel 3.2", columns, "Tingkat penurunan emisi | 3 | 5 | 6 | 11,45 | 190,83")
    assert severities(capaian_recalculates.RULE, page) == []


def test_one_in_the_last_digit_is_a_warning_and_two_are_an_error():
    page = Page().table("A", "anggaran | realisasi_anggaran | persen_serapan", "X | 18.198 | 16.727 | 91,93")
    assert severities(serapan.RULE, page) == ["warning"]  # 91,917
    page = Page().table("A", "anggaran | realisasi_anggaran | persen_serapan", "X | 18.198 | 16.727 | 91,95")
    assert severities(serapan.RULE, page) == ["error"]


def test_a_sentence_that_gives_the_realisasi_is_not_held_against_the_budget():
    page = Page().table(
        "Tabel 3.8", "anggaran | realisasi_anggaran", "Belanja A | 9.761.548 | 9.432.190", kind="anggaran"
    )
    assert severities(budgets_agree.RULE, page.sentence("...", "Belanja A", anggaran="9.432.190")) == []
