"""Capaian against target and realisasi."""

from decimal import Decimal

from small_ledgers import Page, run

from lkjip.audit.rules.capaian_recalculates import RULE
from lkjip.settings import Settings

COLUMNS = "target | realisasi | capaian"
FORMULAS = "(Realisasi / Rencana) x 100 % dan (Rencana - (Realisasi - Rencana)) / Rencana x 100 %"


def page(*rows: str, **about: str) -> Page:
    return Page().table("Tabel 3.1", COLUMNS, *rows, **about)


def test_right():
    assert run(RULE, page("Indeks Kepuasan | 73 | 84,24 | 115,40")) == ["passed | 115,40 | 115,40"]


def test_wrong():
    assert run(RULE, page("Indeks Kepuasan | 73 | 84,24 | 86,65 %")) == ["problem | 86,65 % | 115,40"]


def test_printed_as_a_whole_number():
    assert run(RULE, page("Jumlah laporan | 45 | 52 | 116 %"))[0].startswith("passed | 116 % | 115,56")


def test_truncated():
    assert run(RULE, page("Jumlah laporan | 45 | 52 | 115,5")) == ["passed | 115,5 | 115,56 | by truncation"]


def test_operands_were_rounded():
    found = run(RULE, page("Indeks Kepuasan | 73 | 84,2 | 115,30"))
    assert found == ["passed | 115,30 | 115,34 | within the rounding of its operands"]


def test_a_digit_beyond_rounding():
    assert run(RULE, page("Jumlah laporan | 45 | 52 | 115,57")) == ["problem | 115,57 | 115,56"]


def test_tolerance_is_the_analysts():
    found = run(RULE, page("Jumlah laporan | 45 | 52 | 115,6"), Settings(tolerance=Decimal("0.1")))
    assert found[0].startswith("passed")
    found = run(RULE, page("Jumlah laporan | 45 | 52 | 115,65"), Settings(tolerance=Decimal("0.1")))
    assert found == ["passed | 115,65 | 115,56 | within the tolerance"]


def test_lower_is_better_where_the_report_says_so():
    found = run(RULE, page("Jumlah kasus | 50 | 40 | 120", arah="turun").sentence(FORMULAS))
    assert found[0].startswith("passed | 120 | 120,00")


def test_lower_is_better_by_the_nature_of_the_indikator():
    assert run(RULE, page("Jumlah kasus rabies | 55 | 50 | 110"))[0].startswith("passed | 110 | 110,00")


def test_the_printed_formulas_leave_no_room_for_target_over_realisasi():
    found = run(RULE, page("Kehadiran warga | 73 | 84,24 | 86,65").sentence(FORMULAS))
    assert found == ["problem | 86,65 | 115,40"]


def test_target_over_realisasi_without_a_hint_is_a_warning():
    results = list(RULE.check(page("Kehadiran warga | 73 | 84,24 | 86,65").ledger(), Settings()))
    assert [result.severity for result in results] == ["warning"]


def test_capped_at_100():
    assert run(RULE, page("Jumlah orang | 10 | 11 | 100 %")) == ["passed | 100 % | 110,00 | capped at 100"]


def test_a_cap_alone_does_not_say_that_lower_is_better():
    [result] = RULE.check(page("Usulan yang diakomodir | 77,00 | 70,50 | 100 %").ledger(), Settings())
    assert (result.verdict, result.severity) == ("problem", "warning")
    assert run(RULE, page("Jumlah kasus gangguan | 77,00 | 70,50 | 100 %"))[0].startswith("passed")


def test_capped_everywhere_else_in_the_column():
    found = run(RULE, page("Jumlah orang | 10 | 11 | 100 %", "Jumlah laporan | 5 | 10 | 20 %"))
    assert found == ["passed | 100 % | 110,00 | capped at 100", "problem | 20 % | 100,00"]


def test_capped_nowhere_else_in_the_column():
    found = run(RULE, page("Jumlah orang | 10 | 11 | 100 %", "Jumlah laporan | 5 | 10 | 200 %"))
    assert found[0] == "problem | 100 % | 110,00"


def test_periods_are_kept_apart():
    columns = "target:2023 | realisasi:2023 | capaian:2023 | target:2024 | realisasi:2024 | capaian:2024"
    assert run(RULE, Page().table("T", columns, "Laporan | 4 | 4 | 100 | 8 | 4 | 50")) == [
        "passed | 100 | 100,00",
        "passed | 50 | 50,00",
    ]


def test_missing_operand():
    assert run(RULE, page("Laporan | 4 |  | 100")) == ["could_not_check | 100 | no realisasi beside it"]


def test_target_of_zero():
    assert run(RULE, page("Anthrax | 0 | 0 | 100")) == ["could_not_check | 100 | the target is zero"]


def test_in_a_sentence():
    found = run(RULE, Page().sentence("...", "Laporan", target="4", realisasi="3", capaian="57"))
    assert found == ["problem | 57 | 75,00"]


def test_nothing_to_check():
    assert run(RULE, Page().table("T", "anggaran", "Program | 1.000")) == []


def test_a_column_that_follows_the_target_of_another_year_follows_it_in_every_row():
    columns = "realisasi:2024 | target:2026 | target:2025 | capaian:2024"
    rows = ("A | 40 | 80 | 70 | 50", "B | 30 | 40 | 35 | 75", "C | 22 | 23 | 21 | 22")
    found = run(RULE, Page().table("Tabel 3.3", columns, *rows))
    assert [line.split(" | ")[0] for line in found] == ["passed", "passed", "problem"]
    assert run(RULE, Page().table("Tabel 3.3", columns, *rows[2:]))[0].startswith("could_not_check")
