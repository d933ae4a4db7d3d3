"""Acronyms, misspelled names, rows larger than their whole, plans that print the budget before its change."""

from small_ledgers import Page, run, verdicts

from lkjip.audit import names
from lkjip.audit.rules import (
    budgets_agree,
    counts_are_whole,
    one_quantity_has_one_value,
    parts_are_no_larger_than_their_row,
    plans_agree,
)
from lkjip.settings import Settings

ONE_VALUE, PLANS, BUDGETS = one_quantity_has_one_value.RULE, plans_agree.RULE, budgets_agree.RULE
SUB = {"kind": "anggaran", "level": "sub_kegiatan"}
LONG = "peningkatan efektifitas pelaksanaan pelayanan kepada masyarakat di wilayah kecamatan"


def test_an_acronym_stands_for_its_words():
    found = names.acronyms(["Indeks Pembangunan Manusia (IPM) dan Standar Pelayanan Minimal (SPM)", "Dinas X (ABC)"])
    assert found["ipm"] == "indeks pembangunan manusia"
    assert found["spm"] == "standar pelayanan minimal"
    assert "abc" not in found


def test_an_acronym_with_two_meanings_stands_for_neither():
    texts = ["Indeks Pembangunan Gender (IPG)", "Indeks Pemberdayaan Gender (IPG)"]
    assert "ipg" not in names.acronyms(texts)


def test_the_reports_own_meaning_comes_first():
    assert names.acronyms(["Indeks Kemiskinan Manusia (IKM)"])["ikm"] == "indeks kemiskinan manusia"
    assert names.acronyms([])["ikm"] == "indeks kepuasan masyarakat"


def test_a_slip_in_a_long_name_is_the_same_name():
    slip = LONG.replace("di wilayah", "diwilayah")
    assert names.spellings([(LONG, "t1"), (LONG, "t2"), (slip, "t3")]) == {slip: LONG}


def test_two_names_in_one_table_are_two_things():
    assert names.spellings([(LONG, "t1"), (LONG + "x", "t1")]) == {}


def test_another_word_or_number_is_another_name():
    assert names.spellings([(LONG, "t1"), (LONG + " tp", "t2")]) == {}
    assert names.spellings([(LONG + " tahap 1", "t1"), (LONG + " tahap 2", "t2")]) == {}


def test_names_with_their_words_misspelled_are_namesakes():
    other = LONG.replace("efektifitas", "efektivitas").replace("pelayanan", "pelayan")
    assert names.namesakes([(LONG, "t1"), (LONG, "t2"), (other, "t3")], continued=False) == {other: LONG}
    assert names.namesakes([(LONG, "t1"), (other, "t1")], continued=False) == {}


def test_names_with_other_words_or_numbers_are_no_namesakes():
    for other in (LONG.replace("masyarakat", "lansia"), LONG.replace("di wilayah", "untuk warga"), LONG + " khusus"):
        assert names.namesakes([(LONG, "t1"), (other, "t2")], continued=False) == {}
    assert names.namesakes([(LONG + " tahap 1", "t1"), (LONG + " tahap 2", "t2")], continued=False) == {}


def test_a_name_that_goes_on_by_a_word_is_a_namesake_unless_two_do():
    short = "koordinasi ketenteraman ketertiban"
    assert names.namesakes([(short, "t1"), (f"{short} umum", "t2")], continued=True) == {f"{short} umum": short}
    assert names.namesakes([(short, "t1"), (f"{short} umum", "t2"), (f"{short} khusus", "t2")], continued=True) == {}
    assert names.namesakes([(short, "t1"), (f"{short} dak", "t2")], continued=True) == {}


def test_amounts_of_namesakes_that_disagree_are_a_warning():
    other = LONG.replace("efektifitas", "efektivitas").replace("pelayanan", "pelayan")
    page = Page().table("A", "realisasi_anggaran", f"{LONG} | 34.169.400", **SUB)
    page = page.table("B", "realisasi_anggaran", f"{other} | 21.463.500", **SUB)
    found = [r for r in ONE_VALUE.check(page.ledger(), Settings()) if r.verdict == "problem"]
    assert [r.severity for r in found] == ["warning"]


def test_mentions_by_acronym_and_by_words_are_one_quantity():
    page = Page().table("A", "realisasi", "Indeks Kepuasan Masyarakat | 84,24").table("B", "realisasi", "IKM | 87,92")
    assert verdicts(run(ONE_VALUE, page)) == ["problem"]


def test_a_mean_that_differs_from_its_indikator_is_a_warning():
    page = Page().table("A", "realisasi", "IKM | 84,24").table("B", "realisasi", "Rata rata IKM | 87,92")
    found = [r for r in ONE_VALUE.check(page.ledger(), Settings()) if r.verdict == "problem"]
    assert [(r.severity, r.target and r.target.printed) for r in found] == [("warning", "87,92")]


def test_rows_of_one_table_have_one_voice():
    page = Page().table("A", "target", "IKM | 73").table("B", "target", "IKM | 73")
    page.table("C", "target", "IKM | 87", "IKM | 87", "IKM | 87")
    assert [line for line in run(PLANS, page) if "problem" in line] == ["problem | 87 | 73"] * 3


def lines(*rows: str) -> Page:
    page = Page().table("T", "anggaran", *rows, kind="anggaran")
    levels = {"P": "program", "K": "kegiatan", "S": "sub_kegiatan"}
    page.subjects = [
        type(s)(**{n: getattr(s, n) for n in s.__slots__} | {"level": levels[s.uraian[0]]}) for s in page.subjects
    ]
    return page


PARTS = parts_are_no_larger_than_their_row.RULE


def test_a_sub_kegiatan_larger_than_its_program():
    page = lines("P Desa | 25.911.800", "S Musrenbang | 7.513.400", "S Pemberdayaan | 53.455.300")
    assert run(PARTS, page) == ["passed | 7.513.400 | 25.911.800", "problem | 53.455.300 | 25.911.800"]


def test_the_next_program_starts_anew():
    assert verdicts(run(PARTS, lines("P A | 10", "K B | 10", "P C | 900", "K D | 900"))) == ["passed", "passed"]


def test_a_row_without_an_amount_hides_nothing_else():
    assert run(PARTS, lines("P A | 100", "K B", "S C | 200")) == ["problem | 200 | 100"]


def test_a_changed_plan_with_the_budget_before_the_change():
    page = Page().table("PK", "anggaran", "Kegiatan A | 31.500.000", caption="PERJANJIAN KINERJA PERUBAHAN")
    page.table("Matrik", "anggaran_murni | anggaran_perubahan", "Kegiatan A | 31.500.000 | 51.500.000")
    assert [line for line in run(BUDGETS, page) if "problem" in line] == ["problem | 31.500.000 | 51.500.000"]


def test_a_first_plan_has_the_budget_before_the_change():
    page = Page().table("PK", "anggaran", "Kegiatan A | 31.500.000", caption="PERJANJIAN KINERJA")
    page.table("Matrik", "anggaran_murni | anggaran_perubahan", "Kegiatan A | 31.500.000 | 51.500.000")
    assert "problem" not in verdicts(run(BUDGETS, page))


def test_the_broken_counts_of_one_name_are_one_problem():
    page = (
        Page()
        .table("A", "target | realisasi", "Jumlah Inovasi | 1,07 | 1,07")
        .table("B", "target", "Jumlah Inovasi | 2")
    )
    assert verdicts(run(counts_are_whole.RULE, page)) == ["passed", "problem"]
