"""Every form in which real reports print a number, typed by hand, and a fuzz test."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.read.numbers import BREAK, NumberStyle, cores, parse, style_of

AMOUNTS = NumberStyle(whole=True)
CERTAIN = [
    ("4.760.149.793", "4760149793", 0),
    ("Rp. 4.760.149.793,-", "4760149793", 0),
    ("Rp.. 51,500,000", "51500000", 0),
    ("Rp16.173.100", "16173100", 0),
    ("Rp.0,-", "0", 0),
    ("9.987.650 ,-", "9987650", 0),
    ("1.755.568.421,", "1755568421", 0),
    ("2.202.684.141,00", "2202684141.00", 2),
    ("1,744,146,421.50", "1744146421.50", 2),
    ("(2.202.684.141,00)", "-2202684141.00", 2),
    ("Rp. (5.000.000)", "-5000000", 0),
    ("-39,12", "-39.12", 2),
    ("84,24", "84.24", 2),
    ("82.30", "82.30", 2),
    ("48.82%", "48.82", 2),
    ("100 %", "100", 0),
    ("100 Persen", "100", 0),
    ("mencapai angka 100%", "100", 0),
    ("angka 72,89", "72.89", 2),
    ("- 100 Persen", "100", 0),
    ("(62,81%)", "62.81", 2),
    ("10 orang", "10", 0),
    ("4Jenis laporan", "4", 0),
    ("992.770 *", "992770", 0),
    ("131,83 (SB)", "131.83", 2),
    ("B (72,3)", "72.3", 1),
    ("1 (satu)", "1", 0),
    ("≥ 100%", "100", 0),
    ("1.234 jiwa", "1234", 0),
    ("0.99", "0.99", 2),
    ("Rp 4,7 miliar", "4700000000", -8),
    (f"11.805.00{BREAK}0", "11805000", 0),
    (f"1.783.957.{BREAK}490", "1783957490", 0),
    (f"85.{BREAK}400", "85400", 0),
    (f"99,{BREAK}88%", "99.88", 2),
]
GUESSED = [
    ("4. 603.119.714", "4603119714", "space"),
    ("11.805.00 0", "11805000", "space"),
    ("2.949.374059", "2949374059", "missing"),
    ("1.555.446,741", "1555446741", "dots and commas"),
    ("1..234.567", "1234567", "doubled"),
    ("1.234.567.00", "1234567.00", "one mark"),
    ("1.2345.678.901", "12345678901", "three digits"),
    ("352,390", "352.390", "thousands or decimals"),
]


@pytest.mark.parametrize(("text", "value", "decimals"), CERTAIN)
def test_numbers_that_leave_no_doubt(text: str, value: str, decimals: int) -> None:
    (number,) = parse(text)
    assert (number.value, number.decimals, number.guess) == (Decimal(value), decimals, "")


@pytest.mark.parametrize(("text", "value", "why"), GUESSED)
def test_a_guess_says_so(text: str, value: str, why: str) -> None:
    (number,) = parse(text)
    assert number.value == Decimal(value)
    assert why in number.guess
    assert number.printed == text


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "",
        "Nihil",
        "7.01.02.2.01.0001",
        "7.01.02.2.01",
        "5.1.02.01.01.0024",
        "31 Desember 2022",
        "20-08-2022",
        "Tahun 2022",
        "2022-2026",
        "NIP. 19660801 198803 1 001",
        "1. Program Penunjang",
        "Pasal 6 ayat (1)",
        "Pasal 6 angka 2",
        "Peraturan Nomor 53",
        "Tabel 3.1",
        "U1",
        "2a",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert parse(text) == []


def test_several_values_of_one_cell_keep_their_units() -> None:
    found = parse("Rp. 467.358.000, (30,04%). - 100 Persen")
    assert [(n.value, n.unit, n.bracketed) for n in found] == [
        (Decimal(467358000), "rupiah", False),
        (Decimal("30.04"), "persen", True),
        (Decimal(100), "persen", False),
    ]
    assert [(n.value, n.unit) for n in parse("Rp 2.202.684.141, -1 Laporan -5 Laporan")] == [
        (Decimal(2202684141), "rupiah"),
        (Decimal(1), "laporan"),
        (Decimal(5), "laporan"),
    ]


def test_two_amounts_side_by_side_stay_two() -> None:
    assert [n.value for n in parse("3.172.147.713 3.063.738.659")] == [Decimal(3172147713), Decimal(3063738659)]


def test_list_numbers_that_count_are_no_part_of_amounts() -> None:
    assert [n.value for n in parse("1. 500.000 2. 600.000")] == [Decimal(500000), Decimal(600000)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-6%", "5", "6"),
        ("11.2-11.7%", "11.2", "11.7"),
        ("70% < 100%", "70", "100"),
        ("85,00 - 100,00", "85.00", "100.00"),
        ("76 s.d 90", "76", "90"),
    ],
)
def test_a_range_has_two_ends(text: str, low: str, high: str) -> None:
    first, last = parse(text)
    assert (first.mark, first.value, last.mark, last.value) == ("from", Decimal(low), "to", Decimal(high))
    assert first.unit == last.unit


def test_a_column_shows_its_style() -> None:
    assert style_of(cores("1.234.567") + cores("12,5")) == NumberStyle(".", ",")
    assert style_of(["34.169.400", "51,500,000"]) == NumberStyle()
    dots = style_of(["10.040.345", "768.495"])
    assert [(n.value, n.guess != "") for n in parse("352,390*", dots)] == [(Decimal(352390), True)]
    points = style_of(["82.30", "99.5"])
    assert parse("1.234", points)[0].value == Decimal("1.234")


def test_amounts_have_no_three_decimals() -> None:
    assert parse("34,169", AMOUNTS)[0].value == Decimal(34169)
    assert parse("2.949.374059", AMOUNTS)[0].guess
    assert parse("(1.234)", AMOUNTS)[0].value == Decimal(-1234)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for number in parse(text):
        assert text[number.start : number.end].split() == number.printed.split()
        assert number.decimals <= 60


@given(st.text(alphabet="0123456789.,- Rp%()\u2028", max_size=30))
def test_any_run_of_digits_and_marks_can_be_read(text: str) -> None:
    for number in parse(text):
        assert number.printed in text.replace(BREAK, " ")
        assert number.start < number.end


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from([0, 2]))
def test_a_well_formed_number_comes_back(cents: int, decimals: int) -> None:
    value = Decimal(cents).scaleb(-decimals)
    text = f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    (number,) = parse(f"Rp. {text}")
    assert (number.value, number.decimals, number.guess) == (value, decimals, "")
