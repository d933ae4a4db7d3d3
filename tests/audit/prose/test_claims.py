"""Claims about all indikator, some of them and the money, against the tables."""

import pytest
from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import (
    claims_fit_the_tables,
    met_counts_agree,
    met_targets_are_met,
    reached_words_fit,
    trends_are_called_right,
)

RULE = claims_fit_the_tables.RULE
INDIKATOR = {"level": "indikator", "role": "indicator"}
ALL = "Semua indikator kinerja telah mencapai target."
SOME = "Namun beberapa indikator sasaran masih menuntut kerja keras."
SAVED = "Dengan demikian efisiensi anggaran dinilai sudah tinggi."
CHOSEN = "Tabel ini memuat kegiatan yang pencapaian kinerjanya mencapai 100%."
PLAN = "Seluruh indikator kegiatan telah mencapai target akhir periode Renstra."


def capaian(*values: str) -> Page:
    names = ("Indeks Jalan Mantap", "Rasio Inovasi Desa", "Persentase Aduan Tuntas")
    rows = [f"{name} | {value}" for name, value in zip(names, values, strict=True)]
    return Page().table("Tabel 3.1", "capaian", *rows, **INDIKATOR)


def spending(*rows: str) -> Page:
    return Page().table("Tabel 3.8", "anggaran | realisasi_anggaran", *rows, role="efficiency")


def efficient(value: str) -> Page:
    page = Page().table("Tabel 3.7", "capaian", f"Indeks Jalan Mantap | {value}", **INDIKATOR)
    return page.table("Tabel 3.8", "anggaran", "Indeks Jalan Mantap | 100", role="efficiency")


def plan(target: str) -> Page:
    page = Page().table(
        "Tabel 3.4", "target", f"Indeks Jalan Mantap | {target}", level="indikator", role="target_akhir"
    )
    return page.table("Tabel 3.1", "realisasi", "Indeks Jalan Mantap | 84", **INDIKATOR)


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (capaian("100", "97,5", "100"), ALL),
        (capaian("100", "104,2", "100"), SOME),
        (spending("A | 100 | 100", "B | 200 | 210", "C | 50 | 50"), SAVED),
        (efficient("99,71"), CHOSEN),
        (plan("87"), PLAN),
    ],
)
def test_tables_speak_against_a_claim(page, claim):
    assert verdicts(run(RULE, page.line(claim))) == ["problem"]


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (capaian("100", "104,2", "100"), ALL),
        (capaian("100", "97,5", "100"), SOME),
        (spending("A | 100 | 100", "B | 200 | 190", "C | 50 | 50"), SAVED),
        (efficient("100"), CHOSEN),
        (plan("80"), PLAN),
    ],
)
def test_tables_bear_a_claim_out(page, claim):
    assert verdicts(run(RULE, page.line(claim))) == ["passed"]


@pytest.mark.parametrize(
    "claim",
    [
        "Hampir semua indikator kinerja telah mencapai target.",
        "Pada misi ke dua semua indikator telah tercapai.",
        "Agar semua indikator kinerja dapat mencapai target diperlukan upaya.",
    ],
)
def test_no_claim_about_all(claim):
    assert run(RULE, capaian("100", "97,5", "100").line(claim)) == []


@pytest.mark.parametrize(("value", "verdict"), [("86,65", "problem"), ("104,7", "passed")])
def test_an_indikator_that_is_said_to_meet_its_target(value, verdict):
    page = capaian(value, "100", "100")
    page = page.sentence("Realisasi 84,24 melampaui target tahun 2024.", "Indeks Jalan Mantap", realisasi="84,24")
    assert verdicts(run(met_targets_are_met.RULE, page)) == [verdict]


@pytest.mark.parametrize("text", ["Realisasi 84,24 belum melampaui target.", "Realisasi 84,24 dari target 90."])
def test_an_indikator_that_is_not_said_to_meet_its_target(text):
    page = capaian("86,65", "100", "100").sentence(text, "Indeks Jalan Mantap", realisasi="84,24")
    assert run(met_targets_are_met.RULE, page) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Dari 3 (tiga) indikator, 2 indikator telah mencapai target dan 1 indikator belum mencapai target.",
            ["passed"] * 2,
        ),
        ("Dari 3 indikator kinerja, 3 indikator telah mencapai target.", ["problem"]),
        ("Dari 3 indikator, sebanyak 2 (dua) indikator tidak mencapai target.", ["problem"]),
        ("Dari 5 indikator program, 5 indikator telah mencapai target.", []),
        ("Sebanyak 3 indikator telah mencapai target.", []),
    ],
)
def test_as_many_indikator_met_their_target_as_the_sentence_says(sentence, found):
    page = capaian("100", "101,5", "98").line(sentence)
    assert verdicts(run(met_counts_agree.RULE, page)) == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("90 | 94,12 | 96,30 | Meningkat", ["passed"]),
        ("90 | 94,12 | 96,30 | Menurun", ["problem"]),
        ("90 | 96,30 | 94,12 | turun.", ["passed"]),
        ("90 | 96,30 | 96,30 | Naik", ["problem"]),
        ("90 | 96,30 | 96,30 | Tetap", ["passed"]),
        ("90 | 96,30 | 94,12 | Meningkatkan layanan", []),
    ],
)
def test_a_table_calls_a_rise_a_rise(row, found):
    page = Page().table("T", "capaian:2022 | capaian:2023 | capaian:2024 | keterangan", f"A | {row}")
    assert verdicts(run(trends_are_called_right.RULE, page)) == found


def test_a_word_beside_one_year_is_left_alone():
    page = Page().table("T", "target | capaian | keterangan", "A | 90 | 94,12 | Menurun")
    assert run(trends_are_called_right.RULE, page) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("100 | 133,33 | Tercapai", ["passed"]),
        ("100 | 91,67 | Tercapai", ["problem"]),
        ("100 | 91,67 | Belum tercapai.", ["passed"]),
        ("100 | 100 | Tidak Tercapai", ["problem"]),
        ("100 | 91,67 | Tercapainya pelayanan", []),
    ],
)
def test_a_table_calls_reached_what_is_reached(row, found):
    page = Page().table("T", "target | capaian | keterangan", f"A | {row}")
    assert verdicts(run(reached_words_fit.RULE, page)) == found
    assert run(reached_words_fit.RULE, page.scale("Skala", "Tercapai | 85 | 100", "Kurang | 0 | < 85")) == []
