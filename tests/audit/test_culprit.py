"""The number that the constraints single out."""

from dataclasses import replace
from decimal import Decimal

import pytest
from small_ledgers import Page

from lkjip.audit import diagnosis, engine
from lkjip.audit.causes import Cause
from lkjip.audit.culprit import Culprit, Held, culprits, same_numbers
from lkjip.audit.model import Linear, Result, Text
from lkjip.audit.rules import RULES
from lkjip.audit.twins import printed_again
from lkjip.settings import Settings

BUDGET = "anggaran | realisasi_anggaran | persen_serapan"


def found(page: Page) -> list[tuple[str, Decimal | None, str]]:
    """Return the culprits as printed, with what they should have been and the slip."""
    ledger = page.ledger()
    singled: tuple[Culprit, ...] = culprits(ledger.fact, diagnosis.held(engine.tested(ledger, RULES, Settings())))
    return [(ledger.fact[culprit.fact_ids[0]].printed, culprit.value, culprit.slip) for culprit in singled]


def kelurahan(*, copied: bool) -> Page:
    page = Page().table(
        "Tabel 3.8",
        BUDGET,
        "Kelurahan | 912.167.200 | 890.150.828 | 97,59",
        ".Musrenbang | 25.279.610 | 23.679.670 | 93,67",
        ".Sarana | 74.907.830 | 63.317.198 | 92,54",
        ".Pemberdayaan | 753.669.960 | 739.448.960 | 98,11",
        ".Evaluasi | 58.309.800 | 57.705.000 | 98,96",
    )
    if copied:
        page.sentence("...", "Sarana", anggaran="74.907.830", realisasi_anggaran="63.317.198", persen_serapan="92,54")
        page.sentence("...", "Kelurahan", anggaran="912.167.200", realisasi_anggaran="890.150.828")
    return page


@pytest.mark.parametrize("copied", [False, True])
def test_one_digit_repairs_a_sum_and_a_percentage(copied: bool):
    assert found(kelurahan(copied=copied)) == [("63.317.198", Decimal(69317198), "digit")]


def test_two_digits_swapped_repair_a_total_a_percentage_and_a_mention():
    page = Page().table(
        "Tabel 3.7",
        BUDGET,
        "Gedung | 372.500.000 | 267.374.000 | 71,78",
        "Pemeliharaan | 935.278.000 | 875.004.321 | 91,63",
        "Keuangan | 100.000.000 | 96.583.600 | 96,58",
        "Jumlah | 1.407.778.000 | 1.220.961.921 | 86,73",
    )
    assert found(page) == [("875.004.321", Decimal(857004321), "digits_swapped")]


def test_a_total_that_is_wrong_itself():
    page = Page().table(
        "T",
        BUDGET,
        "A | 100.000.000 | 90.000.000 | 90,00",
        "B | 200.000.000 | 190.000.000 | 95,00",
        "Jumlah | 300.000.000 | 280.500.000 | 93,33",
    )
    assert found(page) == [("280.500.000", Decimal(280000000), "digit")]


def test_a_percentage_that_is_wrong_itself_and_printed_thrice():
    page = Page().table("T", BUDGET, "A | 123.456.789 | 98.765.432 | 81,00")
    page.sentence("...", "A", realisasi_anggaran="98.765.432", persen_serapan="80,00")
    page.sentence("...", "A", anggaran="123.456.789", persen_serapan="80,00")
    page.sentence("...", "A", persen_serapan="80,00")
    assert found(page) == [("81,00", Decimal("80.00"), "digit")]


def test_a_percentage_alone_cannot_tell():
    assert found(Page().table("T", BUDGET, "A | 123.456.789 | 98.765.432 | 57,31")) == []


def test_a_percentage_alone_is_wrong_where_both_amounts_are_printed_twice():
    page = Page().table("T", BUDGET, "A | 123.456.789 | 98.765.432 | 57,31")
    page.sentence("...", "A", anggaran="123.456.789", realisasi_anggaran="98.765.432")
    assert [printed for printed, _, _ in found(page)] == ["57,31"]


def test_two_equal_columns_of_one_row_are_two_numbers():
    page = Page().table("T", "anggaran_murni | anggaran_perubahan", "A | 123.456.789 | 123.456.789")
    murni, perubahan = page.facts
    terms = ((murni.fact_id, Decimal(1)), (perubahan.fact_id, Decimal(-1)))
    joined = same_numbers(page.ledger().fact, [Held("c1", Linear(terms), failed=False)])
    assert joined.find(murni.fact_id) != joined.find(perubahan.fact_id)


def test_two_mentions_cannot_tell():
    page = Page().table("A", "realisasi", "IKM | 84,24").table("B", "realisasi", "IKM | 61,90")
    assert found(page) == []


def test_two_misprints_in_two_places():
    page = kelurahan(copied=False).table(
        "Tabel 4",
        BUDGET,
        "Lain | 300.000.000 | 270.000.000 | 90,00",
        ".Lain satu | 100.000.000 | 90.000.000 | 90,00",
        ".Lain dua | 200.000.000 | 150.000.000 | 90,00",
    )
    assert [printed for printed, _, _ in found(page)] == ["63.317.198", "150.000.000"]


def test_a_slip_in_a_number_too_short_to_name_one_leaves_another_slip_in_doubt():
    page = Page().table("T", "target:2026 | realisasi | lain", "A | 100 | 75 | 57").table("U", "realisasi", "A | 75")
    page.cells = [replace(cell, text="Kemajuan") if cell.text == "lain" else cell for cell in page.cells]
    page.facts = [replace(fact, unit="persen") if fact.measure == "lain" else fact for fact in page.facts]
    assert found(page) == []


def test_nothing_fails():
    assert found(Page().table("T", BUDGET, "A | 100 | 50 | 50")) == []


def test_a_number_that_is_wrong_itself_is_not_placed_again():
    page = Page().table("T", BUDGET, "A | 123.456.789 | 98.765.432 | 57,31")
    page.sentence("...", "A", anggaran="123.456.789", realisasi_anggaran="98.765.432")
    ledger = page.ledger()
    tests = engine.tested(ledger, RULES, Settings())
    clauses = {known.clause.id for known in diagnosis.diagnoses(ledger, tests).values() if known.culprits}
    assert clauses == {"kemungkinan besar seharusnya 80,00"}


def test_two_swapped_digits_of_a_short_number_stand_out_against_a_majority():
    page = Page().table("A", "target", "Kasus banjir | 41")
    for name in "BCDE":
        page.table(name, "target", "Kasus banjir | 14")
    assert [printed for printed, _, _ in found(page)] == ["41"]


def test_a_realisasi_is_named_beside_a_capaian_that_is_capped():
    columns = "target | realisasi | capaian"
    page = Page().table("Tabel 3.2", columns, "Indeks Kepuasan | 81 | 78,97 | 100", "Jalan mantap | 50 | 60 | 100")
    page.table("Tabel 3.3", "realisasi", "Indeks Kepuasan | 87,97").table("B", "realisasi", "Indeks Kepuasan | 87,97")
    assert found(page) == [("78,97", Decimal("87.97"), "digits_swapped")]


def test_a_cap_leaves_a_target_open_to_one_side():
    columns = "target | realisasi | capaian"
    page = Page().table("Tabel 3.2", columns, "Indeks Kepuasan | 810 | 87,97 | 100", "Jalan mantap | 50 | 60 | 100")
    assert found(page) == []


def remainder(again: str) -> Page:
    """A sentence whose remainder lost a digit to a slip, or one of its two amounts; a table prints an amount again."""
    page = Page().sentence(
        "...", "Kecamatan", anggaran="496.524.381", realisasi_anggaran="408.410.199", sisa_anggaran="88.111.182"
    )
    return page.table("Tabel 3.8", "anggaran | realisasi_anggaran", f"Belanja Daerah | 496.524.381 | {again}")


def test_an_amount_that_another_table_prints_too_is_not_the_wrong_one():
    assert found(remainder("408.410.199")) == [("88.111.182", Decimal(88114182), "digit")]
    assert found(remainder("399.999.999")) == []


def test_a_number_that_its_own_table_prints_twice_may_have_been_copied():
    facts = remainder("408.410.199").table("Tabel 4", "realisasi", "A | 71,35", "B | 71,35").ledger().fact
    again = printed_again(facts.values())
    assert {facts[name].printed for name in again} == {"496.524.381", "408.410.199"}


def test_an_unknown_budget_is_the_one_that_another_table_prints():
    page = Page().sentence(
        "...", "Belanja", anggaran="2.408.960.116", realisasi_anggaran="2.161.850.370", persen_serapan="98,37"
    )
    page.table("Tabel 3.8", BUDGET, "Jumlah | 2.197.702.790 | 2.161.850.370 | 98,37")
    assert found(page) == [("2.408.960.116", Decimal(2197702790), "")]


def test_a_capaian_from_a_target_printed_elsewhere_leaves_its_own_target_alone():
    ledger = Page().table("T", "target | realisasi | capaian", "Indeks Gender | 66,67 | 89,11 | 99,36").ledger()
    target, realisasi, capaian = ledger.fact.values()
    result = Result("problem", (capaian, target, realisasi), capaian)
    elsewhere = Cause("other_operand", Text("it fits 89.68", "cocok dengan 89,68"))
    alone = Culprit((target.fact_id,), Decimal("89.68"), "", ("c1",))
    assert diagnosis.diagnosis(ledger, result, elsewhere, alone).clause == elsewhere.clause
    twice = replace(alone, check_ids=("c1", "c2"))
    assert diagnosis.diagnosis(ledger, result, elsewhere, twice).culprits == (target.fact_id,)
