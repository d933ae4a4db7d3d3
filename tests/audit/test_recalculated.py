"""Remainders, efficiency, differences, means, surplus and columns of totals."""

from dataclasses import replace
from decimal import Decimal

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    columns_add_up,
    differences_recalculate,
    efficiency_recalculates,
    means_recalculate,
    progress_recalculates,
    remainders_recalculate,
    surplus_recalculates,
)

REMAINDERS, EFFICIENCY = remainders_recalculate.RULE, efficiency_recalculates.RULE
DIFFERENCES, MEANS, SURPLUS = differences_recalculate.RULE, means_recalculate.RULE, surplus_recalculates.RULE
COLUMNS = columns_add_up.RULE
BUDGET = "anggaran | realisasi_anggaran"


def test_remainder_right_and_wrong():
    page = Page().table("T", f"{BUDGET} | sisa_anggaran", "A | 100 | 60 | 40", "B | 100 | 60 | 50")
    assert run(REMAINDERS, page) == ["passed | 40 | 40", "problem | 50 | 40"]


def test_remainder_with_the_other_sign():
    assert verdicts(run(REMAINDERS, Page().table("T", f"{BUDGET} | sisa_anggaran", "A | 100 | 60 | -40"))) == ["passed"]


def test_remainder_in_per_cent():
    columns = f"{BUDGET} | persen_serapan | persen_sisa"
    page = Page().table("T", columns, "A | 356.290.980 | 345.167.060 | 96,88 | 3,12", "B | 100 | 60 | 60 | 42")
    assert run(REMAINDERS, page) == ["passed | 3,12 | 3,12", "problem | 42 | 40"]


def test_remainder_truncated():
    page = Page().table("T", f"{BUDGET} | sisa_anggaran | persen_sisa", "A | 30.000 | 20.000 | 10.000 | 33,3")
    assert run(REMAINDERS, page)[1] == "passed | 33,3 | 33,33"


def test_nothing_is_left_to_check():
    assert run(REMAINDERS, Page().table("T", "sisa_anggaran", "A | 40")) == []


def test_efficiency_is_what_is_not_spent():
    page = Page().table("T", "persen_serapan | efisiensi", "A | 96,70 | 3,30", "B | 98,30 | 1,60")
    assert run(EFFICIENCY, page) == ["passed | 3,30 | 3,30", "problem | 1,60 | 1,70"]


def test_efficiency_is_capaian_less_serapan_where_most_rows_say_so():
    page = Page().table(
        "T", "capaian | persen_serapan | efisiensi", "A | 100 | 90 | 10", "B | 120 | 90 | 30", "C | 110 | 90 | 20"
    )
    assert verdicts(run(EFFICIENCY, page)) == ["passed", "passed", "passed"]
    assert run(EFFICIENCY, page)[0].endswith("capaian - serapan")


def test_efficiency_is_the_mean_capaian_of_a_sasaran_less_serapan():
    rows = ("A | 101,90 | 98,00 | 3,90", "B | 97,50 | 95,20 | 3,30", "C | 83,33 | 96,10 | -12,77")
    found = run(EFFICIENCY, Page().table("T", "rata_rata | persen_serapan | efisiensi", *rows))
    assert found[1] == "problem | 3,30 | 2,30"
    assert verdicts(found) == ["passed", "problem", "passed"]


def test_an_efficiency_by_a_formula_of_its_own_is_left_open():
    page = Page().table("T", "persen_serapan | efisiensi", "A | 96,70 | 51,25", "B | 98,30 | 47,10")
    assert verdicts(run(EFFICIENCY, page)) == ["could_not_check", "could_not_check"]


def test_efficiency_alone():
    assert run(EFFICIENCY, Page().table("T", "efisiensi", "A | 3,30")) == []


def test_difference_of_two_years():
    columns = "realisasi:2023 | realisasi:2024 | selisih"
    page = Page().table("T", columns, "A | 71,89 | 72,89 | 1,00", "B | 10 | 15 | 5", "C | 10 | 15 | 6")
    assert verdicts(run(DIFFERENCES, page)) == ["passed", "passed", "problem"]


def test_a_fall_without_its_sign_compares_the_same_years():
    columns = "realisasi:2022 | realisasi:2023 | realisasi:2024 | selisih"
    rows = ("A | 80,12 | 84,35 | 85,60 | 1,25", "B | 60,10 | 83,33 | 75,00 | 8,33", "C | 64,10 | 66,20 | 68,25 | 2,50")
    assert run(DIFFERENCES, Page().table("T", columns, *rows))[-1] == "problem | 2,50 | 2,05"


def test_a_budget_grows_from_the_first_to_the_changed_one():
    columns = "anggaran_murni | anggaran_perubahan | selisih"
    rows = ("A | 700 | 650 | -50", "B | 150 | 100 | -50", "C | 450 | 500 | 55")
    assert run(DIFFERENCES, Page().table("T", columns, *rows))[-1] == "problem | 55 | 50"


def test_a_sentence_that_names_the_year_before_compares_with_it():
    page = Page().sentence("...", "A", selisih="1,52", target="84", realisasi="85,60")
    before = replace(page.facts[-1], fact_id="before", period="2023", value=Decimal("84.35"), printed="84,35")
    page.facts.append(before)
    assert run(DIFFERENCES, page) == ["problem | 1,52 | 1,25"]


def test_growth_in_per_cent():
    page = Page().table("T", "realisasi:2023 | realisasi:2024 | selisih", "A | 80 | 100 | 25", "B | 50 | 60 | 20")
    assert verdicts(run(DIFFERENCES, page)) == ["passed", "passed"]


def test_difference_of_what_is_unclear():
    page = Page().table("T", "target | realisasi | realisasi:2023 | selisih", "A | 80 | 100 | 90 | 7")
    assert run(DIFFERENCES, page) == ["could_not_check | 7 | the row holds several numbers to compare"]


def test_the_heading_says_which_numbers_a_difference_compares():
    page = Page().table(
        "T",
        "realisasi:2023 | capaian:2023 | realisasi:2024 | capaian:2024 | selisih",
        "A | 92,55 | 123,40 | 81,39 | 104,35 | -81,16",
    )
    page.cells = [
        replace(cell, text="Kenaikan/ Penurunan Realisasi") if cell.text == "selisih" else cell for cell in page.cells
    ]
    assert run(DIFFERENCES, page) == ["problem | -81,16 | -11,16"]


def test_mean_right_wrong_and_capped():
    rows = ("A | 80", "B | 120", "Jumlah rata | 100")
    page = Page().table("T", "capaian", *rows)
    page.subjects[-1] = _mean(page)
    assert run(MEANS, page) == ["passed | 100 | 100,00"]
    page = Page().table("T", "capaian", "A | 80", "B | 120", "Jumlah rata | 90")
    page.subjects[-1] = _mean(page)
    assert run(MEANS, page) == ["passed | 90 | 90,00 | mean of values capped at 100"]
    page = Page().table("T", "capaian", "A | 80", "B | 120", "Jumlah rata | 95")
    page.subjects[-1] = _mean(page)
    assert run(MEANS, page) == ["problem | 95 | 100,00"]


def _mean(page: Page):
    from dataclasses import replace

    return replace(page.subjects[-1], level="rata_rata")


def test_surplus():
    rows = ("Pendapatan | 100", "Belanja | 300", "Surplus / (Defisit) | -200")
    assert verdicts(run(SURPLUS, Page().table("T", "anggaran", *rows))) == ["passed"]
    rows = ("Belanja daerah | 300", "Surplus / (Defisit) | -310")
    assert run(SURPLUS, Page().table("T", "anggaran", *rows)) == ["problem | -310 | -300"]
    assert run(SURPLUS, Page().table("T", "anggaran", "Surplus | 1")) == []


def test_quarters_add_up_to_the_year():
    heads = "realisasi_anggaran:2024-TW1 | realisasi_anggaran:2024-TW2 | jumlah"
    page = Page().table("T", heads, "A | 10 | 20 | 30", "B | 1 | 2 | 3", "C | 5 | 5 | 11", satuan="rupiah")
    assert run(COLUMNS, page) == ["passed | 30 | 30", "passed | 3 | 3", "problem | 11 | 10"]


def test_a_column_that_is_no_sum():
    heads = "realisasi_anggaran:2024-TW1 | realisasi_anggaran:2024-TW2 | jumlah"
    page = Page().table("T", heads, "A | 10 | 20 | 31", "B | 1 | 2 | 9", satuan="rupiah")
    assert run(COLUMNS, page) == []


def progress(*rows: str, heading: str = "lain") -> list[str]:
    page = Page().table("Tabel 3.4", "realisasi:2024 | target:2026 | lain:2024", *rows)
    page.cells = [replace(cell, text=heading) if cell.text == "lain:2024" else cell for cell in page.cells]
    page.facts = [replace(fact, unit="persen") if fact.measure == "lain" else fact for fact in page.facts]
    return verdicts(run(progress_recalculates.RULE, page))


def test_progress_follows_where_the_other_rows_do():
    rows = ("A | 40 | 80 | 50", "B | 30 | 40 | 75", "C | 9 | 10 | 90")
    assert progress(*rows) == ["passed"] * 3
    assert progress(*rows, "D | 22 | 23 | 22") == ["passed"] * 3 + ["problem"]
    assert progress(*rows, "D | 77 | 73 | 100") == ["passed"] * 4
    assert progress(*rows, "D | 60 | 40 | 67") == ["passed"] * 3 + ["problem"]  # the ratio is inverted


def test_a_cap_of_progress_does_not_say_that_lower_is_better():
    rows = ["A | 22 | 23 | 95,65", "B | 8 | 12 | 66,67", "C | 80,81 | 84 | 96,20"]
    assert progress(*rows, "Usulan yang diakomodir | 76,73 | 77,00 | 100,00")[-1] == "problem"
    assert progress(*rows, "Jumlah kasus gangguan | 76,73 | 77,00 | 100,00")[-1] == "passed"


def test_progress_of_what_should_fall_may_be_inverted():
    rows = ("A | 40 | 80 | 50", "B | 30 | 40 | 75", "C | 9 | 10 | 90")
    assert progress(*rows, "Jumlah kasus gangguan | 60 | 40 | 67") == ["passed"] * 4
    assert progress(*rows, "Rata-rata waktu penyelesaian | 60 | 40 | 67") == ["passed"] * 4
    assert progress(*rows, "Persentase ketepatan waktu | 60 | 40 | 67") == ["passed"] * 3 + ["problem"]


def test_percentages_of_something_else_are_left_alone():
    assert progress("A | 40 | 80 | 12", "B | 30 | 40 | 75", "C | 9 | 10 | 14") == []


def test_progress_that_the_heading_names_needs_no_other_row():
    assert progress("A | 81,39 | 81 | 100,48", heading="Tingkat Kemajuan (%)") == ["passed"]
    assert progress("A | 81,39 | 81 | 103,03", heading="Tingkat Kemajuan (%)") == ["problem"]
    assert progress("A | 40 | 80 | 12", "B | 30 | 40 | 14", heading="Tingkat Kemajuan (%)") == []
