"""Categories and predikat against printed and national scales."""

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    categories_follow_the_scale,
    evaluations_agree,
    sakip_predikat_follows,
    scales_are_complete,
    skm_class_follows,
    skm_recalculates,
    values_are_possible,
)
from lkjip.settings import Settings

CATEGORY, COMPLETE = categories_follow_the_scale.RULE, scales_are_complete.RULE
SAKIP, SKM, CLASS = sakip_predikat_follows.RULE, skm_recalculates.RULE, skm_class_follows.RULE
AGREE, POSSIBLE = evaluations_agree.RULE, values_are_possible.RULE
OWN = ("Berhasil | ≥ 100 | ", "Cukup Berhasil | 70 | < 100", "Kurang Berhasil | 40 | < 70", "Tidak Berhasil | | < 40")
GAP = ("Baik | 80 | 100", "Cukup | 50 | 75", "Kurang | | < 50")


def rated(*rows: str) -> Page:
    return Page().scale("Tabel 3.1", *OWN).table("Tabel 3.2", "capaian | kategori", *rows)


def test_category_of_the_own_scale():
    found = run(CATEGORY, rated("A | 100 | Berhasil", "B | 86,65 | Cukup Berhasil", "C | 69,99 | Cukup Berhasil"))
    assert verdicts(found) == ["passed", "passed", "problem"]
    assert found[2] == "problem | Cukup Berhasil | Kurang Berhasil"


def test_category_of_a_rounded_value():
    assert verdicts(run(CATEGORY, rated("A | 70,0 | Kurang Berhasil"))) == ["passed"]


def test_category_in_a_sentence():
    page = Page().scale("Tabel 3.1", *OWN)
    page.sentence(
        "capaian sebesar 86,65 % masuk kategori Berhasil, lalu", "IKM", capaian="86,65 %", kategori="Berhasil"
    )
    assert run(CATEGORY, page) == ["problem | Berhasil | Cukup Berhasil"]


def test_category_of_the_national_scale():
    page = Page().table("T", "capaian | kategori", "A | 95 | Sangat Tinggi", "B | 95 | Rendah", "C | 90,5 | Tinggi")
    assert verdicts(run(CATEGORY, page)) == ["passed", "problem", "passed"]
    assert run(CATEGORY, page, Settings(national_scale=False))[0].startswith("could_not_check")


def test_category_of_an_unknown_scale():
    page = Page().table("T", "capaian | kategori", "A | 95 | SB")
    assert run(CATEGORY, page) == ["could_not_check | SB | no scale with that category could be read"]


def test_category_without_a_number():
    assert run(CATEGORY, Page().table("T", "kategori", "A | Berhasil")) == []


def test_scale_without_gaps():
    assert verdicts(run(COMPLETE, Page().scale("T", *OWN))) == ["passed"] * 3
    assert verdicts(run(COMPLETE, Page().scale("T", "Tinggi | 91 | 100", "Sedang | 76 | 90"))) == ["passed"]


def test_scale_with_a_gap_and_an_overlap():
    assert verdicts(run(COMPLETE, Page().scale("T", *GAP))) == ["problem", "passed"]
    assert verdicts(run(COMPLETE, Page().scale("T", "Baik | 80 | 100", "Cukup | 55 | 80"))) == ["problem"]


def test_a_value_in_a_gap_has_no_category():
    page = Page().scale("Tabel 3.1", *GAP).table("T", "capaian | kategori", "A | 77 | Cukup")
    assert run(CATEGORY, page) == ["could_not_check | Cukup | the value lies in a gap of the scale"]


def test_no_scale():
    assert run(COMPLETE, Page()) == []


def test_sakip_bands_leave_their_lower_end_out():
    rows = ("SAKIP a | 80,00 | BB", "SAKIP b | 80,01 | A", "SAKIP c | 70,88 | B", "SAKIP d | 70,88 | Cukup Berhasil")
    found = run(SAKIP, Page().table("T", "nilai_sakip | kategori", *rows))
    assert found == ["passed | BB | BB", "passed | A | A", "problem | B | BB", "problem | Cukup Berhasil | BB"]


def test_sakip_by_the_older_bands():
    page = Page("2015").table("T", "nilai_sakip | kategori", "SAKIP | 62,72 | CC")
    assert run(SAKIP, page) == ["passed | CC | B | by the bands in force until 2015"]


def test_sakip_value_of_an_indikator():
    page = Page().table("T", "target | realisasi | kategori", "Predikat SAKIP | 81 | 80,10 | BB")
    assert run(SAKIP, page) == ["problem | BB | A"]


def test_class_of_the_survey():
    page = Page().table("T", "nilai_skm | kategori", "IKM | 88,31 | A", "IKM lain | 88,30 | A")
    assert verdicts(run(CLASS, page)) == ["passed", "problem"]


def test_class_of_the_survey_in_a_sentence():
    page = Page().sentence("...", "IKM", realisasi="85,53", kategori="A")
    assert run(CLASS, page) == ["problem | A | B"]


UNSUR = ("3,70", "3,29", "3,57", "3,29", "3,62", "3,43", "3,71", "3,76", "3,52")
WEIGHTED = ("0,411", "0,365", "0,396", "0,365", "0,402", "0,381", "0,412", "0,417", "0,391")


ROWS = tuple(f"U{at} | {value} | {weight}" for at, (value, weight) in enumerate(zip(UNSUR, WEIGHTED, strict=True)))
ENDS = ("Jumlah | | 3,540", "Nilai SKM x 25 | | 88,49")


def survey(index: str, *, product: str = "0,411") -> Page:
    ends = (ENDS[0], f"Nilai SKM x 25 | | {index}")
    return Page().table("T", "nilai_unsur | bobot", f"U0 | 3,70 | {product}", *ROWS[1:], *ends, role="skm")


def test_survey_right():
    assert set(verdicts(run(SKM, survey("88,49")))) == {"passed"}


def test_survey_wrong():
    assert "problem | 84,49 | 88,50" in run(SKM, survey("84,49"))
    assert "problem | 0,441 | 0,411" in run(SKM, survey("88,49", product="0,441"))


def test_survey_with_a_number_that_no_survey_can_have():
    assert "problem | 1,39 | 88,50" in run(SKM, survey("1,39"))
    rows = [row.replace("U1 | 3,29", "U1 | 33,29") for row in ROWS]
    page = Page().table("T", "nilai_unsur | bobot", *rows, *ENDS, role="skm")
    assert "problem | 0,365 | 3,695" in run(SKM, page)


def test_index_below_its_lowest_unsur():
    page = Page().sentence("unsur terendah adalah biaya (3,65)", "biaya", nilai_unsur="3,65")
    page.table("T", "realisasi", "Indeks Kepuasan Masyarakat | 86,65")
    assert run(SKM, page) == ["problem | 86,65 | 91,25"]


def test_no_survey():
    assert run(SKM, Page().table("T", "realisasi", "Indeks Kepuasan Masyarakat | 86,65")) == []


def test_evaluation_in_the_text_and_as_realisasi():
    page = (
        Page().table("T", "realisasi", "Nilai SAKIP | 67,05").sentence("tahun 2024", "Nilai SAKIP", nilai_sakip="67,05")
    )
    assert verdicts(run(AGREE, page)) == ["passed"]
    page = (
        Page().table("T", "realisasi", "Nilai SAKIP | 67,05").sentence("tahun 2024", "Nilai SAKIP", nilai_sakip="76,05")
    )
    assert verdicts(run(AGREE, page)) == ["problem"]
    assert run(AGREE, Page().table("T", "realisasi", "Nilai SAKIP | 67,05")) == []


def test_possible_values():
    page = Page().table("T", "nilai_unsur", "U1 | 3,49", "U2 | 349", "U3 | 6,36", kind="unsur")
    assert run(POSSIBLE, page) == ["passed | 3,49", "problem | 349 | 100", "problem | 6,36 | 4"]
    page = Page().table("T", "bobot | nilai_sakip", "Pelaporan | 10 | 638", "Perencanaan | 30 | 31")
    assert verdicts(run(POSSIBLE, page)).count("problem") == 3
    assert run(POSSIBLE, Page().table("T", "target", "A | 3")) == []


def test_a_capaian_far_above_a_low_target_is_possible():
    page = Page().table("T", "target | realisasi | capaian", "A | 4 | 57 | 1.425,00", "B | 4 | 3 | 7.500")
    assert run(POSSIBLE, page) == ["passed | 1.425,00", "problem | 7.500 | 1.000"]


def test_a_capaian_far_beyond_its_scale_is_no_certain_misprint():
    page = Page().table("T", "capaian | nilai_unsur", "A | 1.425,00 | 349")
    found = POSSIBLE.check(page.ledger(), Settings())
    assert {(r.facts[0].measure, r.severity) for r in found if r.verdict == "problem"} == {
        ("capaian", "warning"),
        ("nilai_unsur", None),
    }
