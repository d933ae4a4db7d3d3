"""Parents and totals against their rows."""

from decimal import Decimal

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import parents_add_up, totals_add_up
from lkjip.settings import Settings

PARENTS, TOTALS = parents_add_up.RULE, totals_add_up.RULE


def page(*rows: str, columns: str = "anggaran") -> Page:
    return Page().table("Tabel 3.8", columns, *rows)


def test_parent_right():
    assert run(PARENTS, page("Program | 300", ".Kegiatan A | 100", ".Kegiatan B | 200")) == ["passed | 300 | 300"]


def test_parent_wrong():
    rows = ("Program | 922.166.880 | 30", ".Desa | 9.999.680 | 10", ".Kelurahan | 906.167.200 | 20")
    found = run(PARENTS, page(*rows, columns="anggaran | realisasi_anggaran"))
    assert found == ["problem | 922.166.880 | 916.166.880", "passed | 30 | 30"]


def test_parent_wrong_in_every_column_of_a_table_that_holds_otherwise():
    rows = ("P | 300", ".A | 100", ".B | 200", "Q | 500", ".C | 100", ".D | 300")
    assert verdicts(run(PARENTS, page(*rows))) == ["passed", "problem"]


def test_parent_wrong_and_nothing_else_to_go_by():
    rows = ("Program | 900", ".A | 100", ".B | 200")
    assert verdicts(run(PARENTS, page(*rows))) == ["could_not_check"]


def test_several_parts_that_miss_by_little_are_a_warning():
    rows = ("Program | 620", ".A | 100", ".B | 200", ".C | 300")
    results = list(PARENTS.check(page(*rows).ledger(), Settings()))
    assert [(result.verdict, result.severity) for result in results] == [("problem", "warning")]


def test_rows_of_unknown_place_may_belong_to_the_sum():
    rows = ("Program | 600", ".A | 100", ".B | 200", "C | 300", "Jumlah | 600")
    assert verdicts(run(PARENTS, page(*rows))) == ["passed"]


def test_every_level():
    rows = ("Program | 300", ".Kegiatan | 300", "..Sub A | 100", "..Sub B | 100")
    assert run(PARENTS, page(*rows)) == ["passed | 300 | 300", "problem | 300 | 200"]


def test_a_row_without_amount_stands_for_the_rows_below_it():
    rows = ("Sasaran | 300", ".Program | ", "..Kegiatan A | 100", "..Kegiatan B | 200")
    assert run(PARENTS, page(*rows)) == ["passed | 300 | 300"]


def test_a_missing_row_accuses_nobody():
    found = run(PARENTS, page("Program | 300", ".A | 100", ".B | "))
    assert found == ["could_not_check | 300 | 1 rows hold no number"]


def test_a_blank_can_be_zero():
    found = run(PARENTS, page("Program | 100", ".A | 100", ".B | "))
    assert found == ["passed | 100 | 100 | rows without a number counted as zero"]


def test_a_dash_is_zero():
    rows = ("Program | 300 | 90", ".A | 100 | 40", ".B | - | 50")
    found = run(PARENTS, page(*rows, columns="anggaran | realisasi_anggaran"))
    assert found == ["problem | 300 | 100", "passed | 90 | 90"]


def test_a_row_of_dashes_and_one_amount_has_several_parts():
    rows = ("P | 300", ".A | 100", ".B | 200", "Q | 500", ".C | 100", ".D | -")
    assert run(PARENTS, page(*rows)) == ["passed | 300 | 300", "problem | 500 | 100"]


def test_rounded_weights():
    found = run(TOTALS, page("A | 0,54", "B | 0,54", "Jumlah | 1,1", columns="bobot"))
    assert found == ["passed | 1,1 | 1,1"]


def test_sen_are_exact():
    rows = ("Program | 300,50 | 90", ".A | 100,25 | 40", ".B | 200,20 | 50")
    found = run(PARENTS, page(*rows, columns="anggaran | realisasi_anggaran"))
    assert verdicts(found) == ["problem", "passed"]


def test_dropped_sen_are_no_error():
    rows = ("Program | 301 | 90", ".A | 100 | 40", ".B | 200 | 50")
    ledger = page(*rows, columns="anggaran | realisasi_anggaran").ledger()
    found = [(result.verdict, result.severity) for result in PARENTS.check(ledger, Settings())]
    assert found == [("problem", "info"), ("passed", None)]


def test_tolerance_is_the_analysts():
    settings = Settings(tolerance_rupiah=Decimal(10))
    assert verdicts(run(PARENTS, page("Program | 310", ".A | 100", ".B | 200"), settings)) == ["passed"]


def test_a_hierarchy_that_mostly_fails_is_doubted():
    rows = [line for at in range(3) for line in (f"P{at} | 999.999", f".A{at} | 100.000")]
    assert verdicts(run(PARENTS, page(*rows))) == ["could_not_check"] * 3


def test_columns_are_kept_apart():
    found = run(PARENTS, page("P | 3 | 30", ".A | 3 | 20", columns="realisasi_anggaran:2023-TW1 | realisasi_anggaran"))
    assert verdicts(found) == ["passed", "problem"]


def test_total_right():
    assert run(TOTALS, page("A | 100", "B | 200", "Jumlah | 300")) == ["passed | 300 | 300"]


def test_total_wrong():
    rows = ("A | 356.060.000", "B | 494.663.970", "Jumlah | 832.723.970")
    assert run(TOTALS, page(*rows)) == ["problem | 832.723.970 | 850.723.970"]


def test_the_largest_of_several_totals_cannot_be_told_where_it_stands_first():
    rows = ("Jumlah | 11", "A | 60", "Jumlah B | 90", "C | 20", "D | 40")
    assert verdicts(run(TOTALS, page(*rows))) == ["could_not_check", "could_not_check"]


def test_subtotals_and_grand_total():
    rows = ("A | 100", "B | 200", "Jumlah I | 300", "C | 400", "D | 500", "Jumlah II | 900", "Jumlah I + II | 1.200")
    assert verdicts(run(TOTALS, page(*rows))) == ["passed"] * 3


def test_a_total_above_its_parts():
    rows = ("A | 170", "B | 200", "Total belanja | 300", "Belanja langsung | 100", "Belanja tidak langsung | 200")
    assert verdicts(run(TOTALS, page(*rows))) == ["passed"]


def test_only_rows_of_the_first_level_count():
    rows = ("P | 300", ".A | 100", ".B | 200", "Q | 100", "Jumlah | 400")
    assert verdicts(run(TOTALS, page(*rows))) == ["passed"]


def test_total_with_a_row_missing():
    assert verdicts(run(TOTALS, page("A | 100", "B | ", "Jumlah | 300"))) == ["could_not_check"]


def test_what_is_left_is_no_total():
    rows = ("A | 100 | 60", "B | 200 | 150", "Jumlah | 300 | 210", "Jumlah efisiensi |  | 90")
    assert verdicts(run(TOTALS, page(*rows, columns="anggaran | realisasi_anggaran"))) == ["passed", "passed"]


def test_nothing_to_check():
    assert run(PARENTS, page("A | 100")) == []
    assert run(TOTALS, page("A | 100")) == []


def test_belanja_nests_in_belanja():
    page = Page().table(
        "LRA", "realisasi_anggaran", "Belanja Daerah | 530", ".Operasi | 458", ".Modal | 40", level="belanja"
    )
    assert [line for line in run(PARENTS, page) if "problem" in line] == []  # nothing else shows that they add up
    columns = "anggaran | realisasi_anggaran"
    page = Page().table(
        "LRA", columns, "Belanja | 550 | 530", ".Operasi | 500 | 458", ".Modal | 50 | 40", level="belanja"
    )
    assert [line for line in run(PARENTS, page) if "problem" in line] == ["problem | 530 | 498"]
