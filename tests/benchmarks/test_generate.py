"""Generated reports agree in everything that they print, and are the same on every run."""

import re
from collections import Counter
from decimal import Decimal

import pytest
from benchmarks.generate import generate, pdf
from benchmarks.generate.constraints import Constraints
from benchmarks.generate.model import Figure, Key, Paragraph, Report, Table, text_of
from benchmarks.generate.numerals import terbilang
from benchmarks.generate.relations import Band, Class, Linear, Ratio, Span, difference, holds, span, total

SEEDS = range(40)
A, B, C = (Key("jumlah", name, "2024") for name in "abc")


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_printed_agrees(seed: int) -> None:
    constraints = Constraints(generate(seed))
    assert [c for c in constraints.every if not c.holds(constraints.values)] == []
    assert len(constraints.every) > 200


@pytest.mark.parametrize("seed", SEEDS)
def test_the_printed_digits_are_the_value(seed: int) -> None:
    report = generate(seed)
    for figure in report.figures().values():
        if figure.unit == "terbilang":
            assert figure.text.lower() == terbilang(int(figure.value or 0))
        elif figure.value is not None:
            assert read_by_hand(figure.text, report) == abs(figure.value), figure


def read_by_hand(text: str, report: Report) -> Decimal:
    """Read digits with the separators that the report uses, and no others."""
    whole, decimals = re.escape(report.style.thousands), re.escape(report.style.decimal_mark)
    assert re.fullmatch(rf"-?\d{{1,3}}({whole}\d{{3}})*({decimals}\d+)?", text), text
    return abs(Decimal(text.replace(report.style.thousands, "").replace(report.style.decimal_mark, ".")))


def test_most_printed_numbers_stand_under_a_constraint() -> None:
    for seed in SEEDS:
        constraints = Constraints(generate(seed))
        bound = sum(spot in constraints.at for spot in constraints.figures)
        assert bound / len(constraints.figures) > 0.9


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert pdf(generate(3)) == pdf(generate(3))
    assert pdf(generate(3)) != pdf(generate(4))


def test_reports_differ_in_their_habits() -> None:
    styles = [generate(seed).style for seed in range(60)]
    for habit in ("thousands", "levels", "numbering", "truncates", "percent_decimals", "caption", "lower_formula"):
        assert len(Counter(getattr(style, habit) for style in styles)) > 1, habit


def test_a_short_report_prints_some_of_the_same_figures() -> None:
    long, short = (Counter(figure.text for figure in generate(3, part).figures().values()) for part in (False, True))
    assert short < long


def test_replacing_a_figure_changes_that_text_alone() -> None:
    report = generate(1)
    spot = next(spot for spot, figure in report.figures().items() if spot.row >= 0)
    other = report.replaced({spot: "???"})
    assert other.figures()[spot].text == "???"
    assert printed(other).count("???") == 1
    assert printed(other).replace("???", report.figures()[spot].text) == printed(report)


def printed(report: Report) -> str:
    """Return all sentences and cells of a report."""
    paragraphs = [text_of(block.pieces) for block in report.blocks if isinstance(block, Paragraph)]
    tables = [block for block in report.blocks if isinstance(block, Table)]
    return "\n".join([*paragraphs, *(text_of(cell.pieces) for t in tables for row in t.body for cell in row)])


def test_a_printed_number_is_what_it_was_rounded_or_cut_from() -> None:
    assert span(Decimal("96.70"), 2, exact=False) == (Decimal("96.695"), Decimal("96.71"))
    assert span(Decimal(12), 0, exact=True) == (12, 12)


def test_relations_solve_for_every_position() -> None:
    point = [Span(Decimal(n), Decimal(n)) for n in (10, 4, 6)]
    assert [total(A, [B, C]).solve(at, point) for at in range(3)] == point
    assert difference(A, B, C).solve(0, point) == (-2, -2)
    ratio = [Span(Decimal(n), Decimal(n)) for n in (50, 3, 6)]
    assert [Ratio(A, B, C).solve(at, ratio) for at in range(3)] == ratio
    lower = [Span(Decimal(n), Decimal(n)) for n in (120, 8, 10)]
    assert [Ratio(A, B, C, Decimal(-100), Decimal(200)).solve(at, lower) for at in range(3)] == lower
    assert holds(Ratio(A, B, C, capped=True), [Span(Decimal(100), Decimal(100)), *(point[0], point[1])])


def test_a_category_holds_against_its_band() -> None:
    bands = (Band("Baik", "80 - 100", Decimal(80), Decimal(100)), Band("Kurang", "< 80", Decimal(0), Decimal("79.99")))
    relation = Class(A, B, bands)
    assert holds(relation, ["BAIK", Span(Decimal(85), Decimal(85))])
    assert not holds(relation, ["Kurang", Span(Decimal(85), Decimal(85))])
    assert relation.solve(0, ["", Span(Decimal(40), Decimal(40))]) == "Kurang"


def test_the_culprit_is_found_where_one_number_alone_repairs_all() -> None:
    report = generate(2)
    constraints = Constraints(report)
    spot, figure = next(
        (spot, figure)
        for spot, figure in constraints.figures.items()
        if figure.unit == "rupiah" and len(constraints.at.get(spot, ())) >= 4
    )
    assert isinstance(figure, Figure) and figure.value is not None
    wrong = figure.value + 5_000_000
    assert constraints.culprits({spot: Span(wrong, wrong)}) == [spot]
    assert constraints.culprits({spot: constraints.values[spot]}) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (1_000, "seribu"),
        (101_115, "seratus satu ribu seratus lima belas"),
        (4_760_149_793, "empat miliar tujuh ratus enam puluh juta seratus empat puluh sembilan ribu tujuh ratus "
         "sembilan puluh tiga"),
    ],
)  # fmt: skip
def test_numbers_in_words(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_a_linear_relation_counts_its_constant() -> None:
    count = Linear(((A, Decimal(1)),), Decimal(-3))
    assert holds(count, [Span(Decimal(3), Decimal(3))])
    assert not holds(count, [Span(Decimal(4), Decimal(4))])
