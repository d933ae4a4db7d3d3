"""Mentions of one quantity against each other."""

from dataclasses import replace
from decimal import Decimal

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules.one_quantity_has_one_value import RULE
from lkjip.read.digits import EITHER, MIXED
from lkjip.settings import Settings


def test_right():
    page = Page().table("Tabel 3.1", "realisasi", "IKM | 84,24").table("Tabel 3.2", "realisasi", "IKM | 84,24")
    assert run(RULE, page) == ["passed | 84,24 | 84,24"]


def test_wrong_is_the_one_that_most_contradict():
    page = Page().table("A", "realisasi", "IKM | 86,65").table("B", "realisasi", "IKM | 84,24")
    page.sentence("...", "IKM", realisasi="84,24")
    assert run(RULE, page) == ["problem | 86,65 | 84,24", "passed | 84,24 | 84,24"]


def test_rounded_and_truncated_mentions_agree():
    page = Page().table("A", "realisasi", "IKM | 84,26").table("B", "realisasi", "IKM | 84,3")
    page.table("C", "realisasi", "IKM | 84,2")
    assert verdicts(run(RULE, page)) == ["passed", "passed"]


def test_rupiah_to_the_last_digit():
    page = (
        Page()
        .table("A", "realisasi_anggaran", "Gaji | 2.949.374.059")
        .sentence("", "Gaji", realisasi_anggaran="2.949.374.058")
    )
    assert verdicts(run(RULE, page)) == ["problem"]


def test_years_are_kept_apart():
    page = Page().table("A", "realisasi:2023 | realisasi:2024", "IKM | 71,89 | 72,89")
    assert run(RULE, page) == []


def test_parts_of_the_kecamatan_are_kept_apart():
    page = Page().table("A", "realisasi_anggaran", "Program | 100", scope="kelurahan wailiti")
    page.table("B", "realisasi_anggaran", "Program | 900")
    assert run(RULE, page) == []


def test_units_are_kept_apart():
    page = (
        Page()
        .table("A", "realisasi", "SAKIP | 70", satuan="indeks")
        .table("B", "realisasi", "SAKIP | 2", satuan="laporan")
    )
    assert run(RULE, page) == []


def test_several_rows_of_one_name_accuse_nobody():
    page = Page().table("A", "realisasi", "IKM | 85", "IKM | 87").table("B", "realisasi", "IKM | 84")
    assert verdicts(run(RULE, page)) == ["could_not_check", "could_not_check"]


def test_totals_of_tables_are_no_quantity():
    page = Page().table("A", "realisasi_anggaran", "Jumlah | 1").table("B", "realisasi_anggaran", "Jumlah | 2")
    assert run(RULE, page) == []


def test_plans_are_left_to_other_rules():
    page = Page().table("A", "target", "IKM | 84").table("B", "target", "IKM | 73")
    assert run(RULE, page) == []


def test_nothing_to_check():
    assert run(RULE, Page().table("A", "realisasi", "IKM | 84")) == []


def test_a_number_that_can_be_read_in_two_ways_is_compared_in_both():
    page = Page().table("A", "realisasi", "Cakupan layanan | 88,38").table("B", "realisasi", "Cakupan layanan | 8,838")
    page.facts[1] = replace(page.facts[1], guess=EITHER)
    assert verdicts(run(RULE, page)) == ["problem"]
    page.facts[0] = replace(page.facts[0], value=Decimal(8838), decimals=0)
    assert verdicts(run(RULE, page)) == ["could_not_check"]


def mixed(other: str) -> Page:
    """Return "1.555.446,741" as it is read in rupiah, and another mention of the amount."""
    page = Page().table("A", "realisasi_anggaran", "Gaji | 1.555.446.741")
    page.table("B", "realisasi_anggaran", f"Gaji | {other}")
    page.facts[0] = replace(page.facts[0], guess=MIXED, printed="1.555.446,741")
    return page


def test_an_amount_with_mixed_separators_disagrees_only_if_it_does_with_and_without_its_thousands():
    assert verdicts(run(RULE, mixed("1.744.146.421"))) == ["problem"]
    assert verdicts(run(RULE, mixed("1.555.446.741"))) == ["passed"]
    assert verdicts(run(RULE, mixed("1.555.447"))) == ["could_not_check"]


def test_what_a_scan_left_in_doubt_still_tells_that_two_tables_are_about_different_things():
    names = ["Jalan lingkungan", "Rumah layak huni", "Pasar desa"]
    page = Page().table("A", "realisasi", *(f"{name} | {5 + at}" for at, name in enumerate(names)))
    page.table("B", "realisasi", *(f"{name} | {2 + at}" for at, name in enumerate(names)))
    surely = verdicts(run(RULE, page))
    page.facts[0] = replace(page.facts[0], guess="recognised with 50 % confidence")
    assert surely == verdicts(run(RULE, page)) == ["could_not_check"] * 3


def test_a_misspelled_indikator_is_the_same_indikator():
    page = Page().table("A", "realisasi", "Persentasi desa atau kelurahan mencapai UCI | 91,07")
    page.table("B", "realisasi", "Persentase desa atau kelurahan mencapai UCI | 91,8")
    assert run(RULE, page) == ["problem | 91,8 | 91,07"]


def test_a_misspelled_name_is_that_of_the_table_that_names_the_unit_otherwise():
    page = (
        Page()
        .known(instansi="Kecamatan Alok")
        .table("A", "realisasi", "Laporan Penyelenggaraan Pemerintahan Kecamatan | 6")
    )
    page.table("B", "realisasi", "Laporan Penyelenggaraan Pemerintahan di Kecamatan | 1")
    page.table("C", "realisasi", "Laporan Penyelenggaraan Kepemerintahan di Kecamatan | 6")
    assert verdicts(run(RULE, page)) == ["problem", "passed"]


def test_what_other_tables_contradict_too_does_not_tell_two_tables_apart():
    page = Page().table("A", "realisasi", "A | 1", "B | 2", "C | 3", "D | 4", "E | 5")
    page.table("B", "realisasi", "A | 7", "B | 8", "C | 9", "D | 4", "E | 5")
    for name, value in (("A", "7"), ("B", "8")):
        page.table(f"C {name}", "realisasi", f"{name} | {value}")
    severities = [result.severity for result in RULE.check(page.ledger(), Settings()) if result.verdict == "problem"]
    assert severities == ["warning"] * 3
    apart = Page().table("A", "realisasi", "A | 1", "B | 2", "C | 3").table("B", "realisasi", "A | 7", "B | 8", "C | 9")
    assert verdicts(run(RULE, apart)) == ["could_not_check"] * 3
