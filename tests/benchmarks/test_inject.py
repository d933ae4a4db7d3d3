"""Misprints are what they are called, stand where they should, and are judged by the truth of the generator."""

import random
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.generate import generate
from benchmarks.generate.model import Figure, Key, Spot
from benchmarks.inject import mistakes, slips
from benchmarks.inject.experiment import changed, extracted, seen
from benchmarks.inject.limit import TooSlow, at_most
from benchmarks.inject.misprints import KINDS, TRUNCATED, Misprint, misprints
from benchmarks.inject.page import Page
from benchmarks.inject.placement import Edit, line_with, placed, squeezed
from benchmarks.inject.summary import Summary, append, share
from benchmarks.inject.verdict import Seen, judged, meant_well, new_findings, values_of

from lkjip.audit import Audit
from lkjip.records import Check, Fact, Finding, Line

SEED = 3


@cache
def page(seed: int = SEED) -> Page:
    return Page(generate(seed))


@cache
def untouched() -> Seen:
    return seen("report", extracted(page().report))


def first(unit: str, seed: int = SEED) -> tuple[Spot, Figure]:
    found = page(seed).figures.items()
    return next((s, f) for s, f in found if f.unit == unit and len(f.text) > 4 and s in page(seed).constraints.at)


def only(texts: dict[Spot, str] | None, spot: Spot) -> str:
    assert texts is not None and list(texts) == [spot]
    return texts[spot]


@pytest.mark.parametrize("seed", range(6))
def test_every_misprint_contradicts_the_report(seed: int) -> None:
    for found in islice(misprints(page(seed), random.Random(seed)), 120):
        assert all(text != page(seed).figures[spot].text for spot, text in found.texts.items()) or len(found.texts) == 2
        if found.kind != TRUNCATED and not found.malformed:
            assert page(seed).constraints.broken(found.values)


def test_every_kind_is_made() -> None:
    made = Counter(f.kind for seed in range(8) for f in islice(misprints(page(seed), random.Random(seed)), 60))
    assert set(made) == set(KINDS)


def test_a_truncated_number_contradicts_nothing() -> None:
    for seed in range(8):
        for found in islice(misprints(page(seed), random.Random(seed)), 60):
            if found.kind == TRUNCATED:
                assert not page(seed).constraints.broken(found.values)


def test_slips_do_what_they_are_called() -> None:
    spot, figure = first("rupiah")
    digits = [sign for sign in figure.text if sign.isdigit()]
    for at in range(20):
        chance = random.Random(at)
        wrong = only(slips.digit_wrong(page(), spot, chance), spot)
        assert sum(a != b for a, b in zip(wrong, figure.text, strict=True)) == 1
        swapped = only(slips.digits_swapped(page(), spot, chance), spot)
        assert sorted(swapped) == sorted(figure.text) and swapped != figure.text
        assert count(only(slips.digit_lost(page(), spot, chance), spot)) in range(len(digits))
        assert count(only(slips.digit_doubled(page(), spot, chance), spot)) == len(digits) + 1
        assert len(only(slips.separator_lost(page(), spot, chance), spot)) == len(figure.text) - 1
        doubled = only(slips.separator_doubled(page(), spot, chance), spot)
        assert any(pair in doubled for pair in ("..", ",,"))


def count(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def test_a_lost_separator_that_changes_nothing_is_no_misprint() -> None:
    spot, figure = next((s, f) for s, f in page().figures.items() if f.unit == "rupiah")
    plain = figure.text.replace(page().report.style.thousands, "")
    assert page().values({spot: plain}) == {spot: page().constraints.values[spot]}
    assert page().values({spot: figure.text + "."}) == {}


def test_mistakes_take_the_number_from_where_they_say() -> None:
    chance = random.Random(1)
    capaian = next(s for s, f in page().figures.items() if f.key.measure == "capaian" and page().ratio(s))
    ratio = page().ratio(capaian)
    assert ratio is not None
    assert only(mistakes.capaian_pasted(page(), capaian, chance), capaian) in {
        f.text for f in page().figures.values() if f.key in (ratio.over, ratio.under)
    }
    program = next(s for s, f in page().figures.items() if f.key[:2] == ("anggaran", "7.01.01") and f.unit == "rupiah")
    whole = only(mistakes.parent_budget(page(), program, chance), program)
    assert whole == page().written(
        page().figures[program], page().number(Key("anggaran", "total", page().report.year.__str__()))
    )
    other = only(mistakes.row_shifted(page(), *in_table(program), chance), in_table(program)[0])
    assert other in {f.text for s, f in page().figures.items() if s.row == in_table(program)[0].row + 1}


def in_table(spot: Spot) -> tuple[Spot]:
    """Return the first place of the same quantity in a table with rows below it."""
    key = page().figures[spot].key
    return (next(s for s in page().constraints.places[key] if s.row >= 0 and page().in_column(s, 1)),)


def test_all_figures_of_a_report_are_found_in_its_pdf() -> None:
    extraction = untouched().extraction
    places = placed(page().report, extraction)
    missing = [spot for spot in page().figures if spot not in places]
    assert missing == []
    for spot, place in places.items():
        rows = extraction.cells if place.kind == "cell" else extraction.lines
        printed = "".join(squeezed(rows[p.of].text)[p.start : p.end] for p in place.parts)
        assert printed == squeezed(page().figures[spot].text)


def test_injecting_changes_one_place() -> None:
    extraction = untouched().extraction
    places = placed(page().report, extraction)
    for found in islice(misprints(page(), random.Random(0)), 40):
        after = changed(extraction, found, places)
        different = [a for a, b in zip(after.cells, extraction.cells, strict=True) if a != b]
        lines = [a for a, b in zip(after.lines, extraction.lines, strict=True) if a != b]
        assert 0 < len(different) + len(lines) <= max(2, sum(len(places[s].parts) for s in found.texts))
        assert all(len(line.word_edges.split(";")) == len(line.text.split()) for line in lines if line.text)


def test_an_edit_counts_no_white_space() -> None:
    assert Edit(2, 7, "9.9").applied("Rp 1.23 4") == "Rp 9.9"
    line = Line(1, 0, "b", "paragraph", "kategori Sangat Baik .", 0, 0, 0, 0, "0 10;11 20;21 30;31 32")
    other = line_with(line, Edit(8, 18, "Cukup"))
    assert (other.text, other.word_edges) == ("kategori Cukup .", "0 10;11.00 30.00;31 32")


def test_what_is_typed_in_is_found_as_what_is_typeset() -> None:
    before = untouched()
    places = placed(page().report, before.extraction)
    found = next(misprints(page(), random.Random(5)))
    typed = seen("report", changed(before.extraction, found, places))
    typeset = seen("report", extracted(page().report.replaced(found.texts)))
    assert [(f.rule, f.printed, f.page) for f in typed.audit.findings] == [
        (f.rule, f.printed, f.page) for f in typeset.audit.findings
    ]


def test_a_misprint_that_nobody_finds_is_a_miss() -> None:
    before = untouched()
    places = placed(page().report, before.extraction)
    found = next(f for f in misprints(page(), random.Random(5)) if places[f.spot].kind == "cell")
    verdict = judged(page(), found, places, (before, before))
    assert not (verdict.detected or verdict.named or verdict.misled)


def test_a_finding_that_names_the_place_and_the_value_counts() -> None:
    before = replace(untouched(), audit=Audit())
    places = placed(page().report, before.extraction)
    spot = next(s for s, f in page().figures.items() if f.unit == "rupiah" and s.row >= 0 and f.value and f.value > 0)
    figure, cell = page().figures[spot], before.extraction.cells[places[spot].parts[0].of]
    fact = next(
        f for f in before.reading.facts if (f.table_id, f.row, f.column) == (cell.table_id, cell.row, cell.column)
    )
    text = figure.text.replace(".", "").replace(",", ".")
    expected = f"{Decimal(text):,}".translate(str.maketrans(",.", ".,"))
    row = finding(fact, expected)
    check = Check("c1", "rule", "problem", fact.fact_id, fact.fact_id, "", expected, "")
    after = replace(before, audit=Audit((check,), (row,), ()))
    misprint = Misprint("digit_wrong", spot, {spot: figure.text}, page().values({spot: figure.text}))
    verdict = judged(page(), misprint, places, (before, after))
    assert (verdict.detected, verdict.named, verdict.valued, verdict.misled) == (True, True, True, False)
    wrong = replace(after, audit=Audit((check,), (replace(row, culprit="other"),), ()))
    verdict = judged(page(), misprint, places, (before, wrong))
    assert (verdict.detected, verdict.named, verdict.misled) == (True, False, True)
    assert not meant_well(page(), spot, replace(row, expected="17"), {fact.fact_id: fact})


def finding(fact: Fact, expected: str) -> Finding:
    return Finding(
        "f1", "rule", "error", fact.page, fact.table_id, fact.row, fact.column, "", fact.printed, expected, "", "", "",
        False, "f1", fact.fact_id, "", "c1", fact.fact_id, False,
    )  # fmt: skip


def test_findings_of_the_untouched_report_do_not_count() -> None:
    reading = untouched().reading
    row = finding(reading.facts[0], "1")
    assert new_findings(Audit((), (row,), ()), Audit((), (row,), ())) == []
    assert new_findings(Audit(), Audit((), (row,), ())) == [row]


def test_numbers_are_read_as_the_program_writes_them() -> None:
    assert list(values_of("seharusnya 1.234,50 atau 7")) == [(Decimal("1234.50"), 2), (Decimal(7), 0)]


def test_the_history_keeps_one_row_per_run(tmp_path: Path) -> None:
    summary = Summary([], 1.4)
    append(summary.row(), tmp_path / "history.csv")
    append(summary.row(), tmp_path / "history.csv")
    lines = (tmp_path / "history.csv").read_text().splitlines()
    assert len(lines) == 3 and lines[0].startswith("commit,reports") and lines[1].endswith(",1")
    assert share([True, False, True]) == "66.7"
    assert share([]) == ""


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlow), at_most(0.05):
        while True:
            pass
    with at_most(5):
        assert True
