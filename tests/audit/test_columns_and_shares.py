"""Columns that hold another measure, shares of money as performance, numbers cut off, categories without a scale."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    capaian_recalculates,
    categories_have_a_scale,
    columns_hold_their_measure,
    one_quantity_has_one_value,
    percentages_are_rounded,
    performance_is_no_share_of_money,
)
from lkjip.settings import Settings

COLUMNS, SHARES = columns_hold_their_measure.RULE, performance_is_no_share_of_money.RULE
ROUNDED, SCALE = percentages_are_rounded.RULE, categories_have_a_scale.RULE
ONE_VALUE = one_quantity_has_one_value.RULE


def test_a_column_of_realisasi_that_holds_the_budgets():
    page = Page().table(
        "Tabel 1", "anggaran | realisasi_anggaran", "Gaji | 950 | 890", "Listrik | 700 | 610", "Rapat | 300 | 250"
    )
    page.table("Tabel 2", "realisasi_anggaran", "Gaji | 950", "Listrik | 700", "Rapat | 300")
    assert verdicts(run(COLUMNS, page)).count("problem") == 1


def test_a_budget_that_was_spent_to_the_last_rupiah_accuses_no_column():
    page = Page().table("Tabel 1", "anggaran | realisasi_anggaran", "Gaji | 950 | 950", "Listrik | 700 | 700")
    page.table("Tabel 2", "realisasi_anggaran", "Gaji | 950", "Listrik | 700")
    assert "problem" not in verdicts(run(COLUMNS, page))


def shares(*rows: str) -> list[str]:
    page = Page().table("Tabel 3.2", "anggaran | realisasi_anggaran | target", *rows, satuan="persen")
    return verdicts(run(SHARES, page))


def test_a_share_of_the_budget_as_target():
    rows = ("Layanan | 34.169.400 | 21.463.500 | 62,81", "Desa | 50.000 | 30.000 | 84,5", "Rapat | 50 | 30 | 75,5")
    assert shares(*rows) == ["problem", "passed", "passed"]


@pytest.mark.parametrize(
    ("share", "count", "found"), [("50", "2", ["problem"]), ("50", "", []), ("49", "2", ["passed"])]
)
def test_a_whole_share_beside_what_the_indikator_counts(share, count, found):
    rows = (f"Rapat | 5.000.000 | 2.500.000 | {share} | {count}", "Desa | 9 | 4 | 80 |", "Aduan | 9 | 5 | 90 |")
    page = Page().table("Tabel 3.2", "anggaran | realisasi_anggaran | target | target", *rows, satuan="persen")
    page.facts = [
        replace(fact, column=3, unit="laporan" if fact.column == 4 else fact.unit) if fact.measure == "target" else fact
        for fact in page.facts
    ]
    assert verdicts(run(SHARES, page)) == found


def test_a_column_of_shares_under_another_name_is_about_money():
    assert shares("Layanan | 34.169.400 | 21.463.500 | 62,81", "Desa | 53.455.300 | 43.320.000 | 81,04") == []


def test_an_indikator_of_spending_may_be_a_share_of_money():
    assert shares("Persentase serapan anggaran | 34.169.400 | 21.463.500 | 62,81", "Desa | 50 | 30 | 84,5") == [
        "passed"
    ]


def test_a_percentage_cut_off_is_noted():
    page = Page().table("A", "anggaran | realisasi_anggaran | persen_serapan", "X | 53.455.300 | 43.320.000 | 81,03")
    assert run(ROUNDED, page) == ["problem | 81,03 | 81,04"]


def test_a_percentage_rounded_is_right():
    page = Page().table("A", "anggaran | realisasi_anggaran | persen_serapan", "X | 53.455.300 | 43.320.000 | 81,04")
    assert verdicts(run(ROUNDED, page)) == ["passed"]


def test_a_column_that_is_cut_off_throughout_is_one_problem():
    rows = ("X | 53.455.300 | 43.320.000 | 81,03", "Y | 34.169.400 | 21.465.000 | 62,81")
    page = Page().table("A", "anggaran | realisasi_anggaran | persen_serapan", *rows)
    assert verdicts(run(ROUNDED, page)) == ["problem"]


def test_a_category_without_a_scale():
    text = "Kinerja tahun ini mendapat kategori sangat memuaskan"
    assert verdicts(run(SCALE, Page().sentence(text))) == ["problem"]
    assert verdicts(run(SCALE, Page().sentence(text).line("Skala penilaian: lihat gambar"))) == ["passed"]


def test_an_evaluation_has_a_national_scale():
    assert run(SCALE, Page().sentence("Nilai SAKIP 72,3 dengan predikat sangat baik")) == []


def test_a_capaian_capped_in_one_table_only_is_a_warning():
    page = Page().table("A", "target | realisasi | capaian", "Gaji | 10 | 11 | 100")
    page.table("B", "target | realisasi | capaian", "IKM | 73 | 84,24 | 115,40")
    rule = capaian_recalculates.RULE
    found = [r for r in rule.check(page.ledger(), Settings()) if r.verdict == "problem"]
    assert [(r.severity, r.target and r.target.printed) for r in found] == [("warning", "100")]


def test_a_table_that_stands_alone_against_two_others_is_named():
    rows = ("Gaji | 11.500", "Listrik | 72.300", "Rapat | 33.100")
    page = Page().table("A", "realisasi_anggaran", "Gaji | 21.900", "Listrik | 54.800", "Rapat | 97.000")
    page.table("B", "realisasi_anggaran", *rows).table("C", "realisasi_anggaran", *rows)
    problems = [r for r in ONE_VALUE.check(page.ledger(), Settings()) if r.verdict == "problem"]
    assert [r.severity for r in problems] == ["warning"] * 3
    assert len(problems[0].explains) == 2
