"""One indikator in several tables: by its sasaran, by its name, by its numbers; and how the tables word it."""

from dataclasses import replace

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.phrases import kind_of, odd_words, shared
from lkjip.audit.rules import indikator_keep_their_sasaran, sasaran_keep_their_indikator, units_stay
from lkjip.audit.ties import tied

SAME_INDIKATOR = sasaran_keep_their_indikator.RULE
SAME_SASARAN = indikator_keep_their_sasaran.RULE
PK = {"role": "perjanjian_kinerja", "level": "indikator"}
CAPAIAN = {"role": "indicator", "level": "indikator"}
PLAN = ("Indeks Jalan Mantap | 72,89", "Rasio Inovasi Desa | 12", "Nilai SAKIP | 61,5")
RESULT = ("Indeks Jalan Mantap | 72,89", "Persentase Desa Inovatif | 12", "Nilai SAKIP | 61,5")


def names(page: Page) -> list[list[str]]:
    """Return the names of every tied indikator."""
    return [[row.uraian for row in rows] for rows in tied(page.ledger())]


def of_sasaran(page: Page, sasaran: str) -> Page:
    """Put every row of the last table beside one sasaran."""
    last = page.tables[-1].table_id
    page.subjects = [replace(row, sasaran=sasaran) if row.table_id == last else row for row in page.subjects]
    return page


def test_the_row_between_known_rows_with_the_same_number_is_the_same_indikator():
    page = Page().table("A", "target", *PLAN, **PK).table("B", "target", *RESULT, **CAPAIAN)
    assert names(page)[1] == ["Rasio Inovasi Desa", "Persentase Desa Inovatif"]


def test_a_number_that_two_rows_print_ties_none():
    plan = ("Indeks Jalan Mantap | 72,89", "Rasio Inovasi Desa | 12", "Nilai SAKIP | 61,5", "Rasio BUMDes | 12")
    page = Page().table("A", "target", *plan, **PK).table("B", "target", *RESULT, **CAPAIAN)
    assert names(page) == [["Indeks Jalan Mantap"] * 2, ["Nilai SAKIP"] * 2]


def test_a_round_number_ties_none():
    plan = [row.replace("12", "100") for row in PLAN]
    result = [row.replace("12", "100") for row in RESULT]
    page = Page().table("A", "target", *plan, **PK).table("B", "target", *result, **CAPAIAN)
    assert len(names(page)) == 2


def test_a_number_alone_ties_no_tables_that_share_little():
    page = Page().table("A", "target", PLAN[1], **PK).table("B", "target", RESULT[1], **CAPAIAN)
    assert names(page) == []


def test_the_only_indikator_of_one_sasaran_is_the_same_whatever_its_target():
    page = of_sasaran(Page().table("A", "target", "Rasio Inovasi Desa | 12", **PK), "Tersedianya inovasi desa")
    page = of_sasaran(page.table("B", "target", "Indeks Inovasi | 61,5", **CAPAIAN), "Tersedia inovasi desa")
    assert names(page) == [["Rasio Inovasi Desa", "Indeks Inovasi"]]
    assert run(SAME_INDIKATOR, page)[1] == "problem | Indeks Inovasi | Rasio Inovasi Desa"
    assert run(SAME_SASARAN, page) == ["problem | Tersedia inovasi desa | Tersedianya inovasi desa"]


def test_another_measure_is_a_warning_and_other_words_are_a_note():
    page = Page().table("A", "target", *PLAN, **PK).table("B", "target", *RESULT, **CAPAIAN)
    page.table("C", "target", *[row.replace("Inovasi Desa", "Inovasi Pelayanan Desa") for row in PLAN], **CAPAIAN)
    found = [result for result in SAME_INDIKATOR.check(page.ledger(), None) if result.verdict == "problem"]  # type: ignore[arg-type]
    assert [(result.spot.printed, result.severity) for result in found if result.spot] == [
        ("Persentase Desa Inovatif", None),
        ("Rasio Inovasi Pelayanan Desa", "info"),
    ]


def test_a_unit_is_compared_between_tied_rows():
    page = Page().table("A", "satuan | target", *(row.replace("|", "| Unit |") for row in PLAN), **PK)
    page.table("B", "satuan | target", *(row.replace("|", "| Persen |") for row in RESULT), **CAPAIAN)
    page.table("C", "satuan | target", *(row.replace("|", "| Uni t |") for row in PLAN), **CAPAIAN)
    problems = [line for line in run(units_stay.RULE, page) if line.startswith("problem")]
    assert problems == ["problem | Persen | Unit"] * 3


@pytest.mark.parametrize(("printed", "found"), [("72,89%", ["problem | 72,89% | indeks"]), ("72,89", [])])
def test_an_index_with_a_per_cent_sign_in_a_sentence(printed, found):
    page = Page().table("A", "target", "Kepuasan | 72,89", satuan="indeks")
    page.sentence(f"Target sebesar {printed}.", "Kinerja", target=printed)
    page.facts[-1] = replace(page.facts[-1], unit="persen" if "%" in printed else "")
    assert [line for line in run(units_stay.RULE, page) if line.startswith("problem")] == found


@pytest.mark.parametrize(("name", "found"), [("Indeks Jalan", ["problem"]), ("Rumah layak huni", [])])
def test_an_index_by_its_name_with_a_per_cent_sign_in_a_sentence(name, found):
    page = Page().table("A", "target", f"{name} | 72,89").sentence("Target 72,89%.", "Kinerja", target="72,89%")
    page.facts[-1] = replace(page.facts[-1], unit="persen")
    assert verdicts(run(units_stay.RULE, page)) == found


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("persentase desa mandiri", "prosentase desa mandiri", []),
        ("jumlah ormas yang aktif", "jumlah ormas aktif", []),
        ("jumlah kebijakan ditindaklanju ti", "jumlah kebijakan ditindaklanjuti", []),
        ("tersedianya sarana", "indeks sarana", ["tersedianya", "indeks"]),
        ("ai", "ai kasus tahun", []),
    ],
)
def test_odd_words(one: str, other: str, odd: list[str]):
    assert odd_words(one, other) == odd


def test_kinds_and_shared_words():
    assert [kind_of(name) for name in ("Presentase desa", "Jumlah desa", "Desa")] == ["persentase", "jumlah", ""]
    assert shared("indeks kepuasan masyarakat", "indeks sarana prasarana") == 0
    assert shared("jumlah inovasi desa", "persentase inovasi desa") == 1
