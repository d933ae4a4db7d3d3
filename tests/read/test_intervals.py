"""A printed number stands for every value that prints so."""

from decimal import Decimal

import pytest

from lkjip.intervals import Interval, exact, loose, rounded, truncated

D = Decimal


def test_half_a_unit_to_either_side() -> None:
    assert rounded(D("84.53"), 2) == Interval(D("84.525"), D("84.535"))
    assert rounded(D("100"), 0) == Interval(D("99.5"), D("100.5"))


def test_cutting_off_goes_away_from_zero() -> None:
    assert truncated(D("96.44"), 2) == Interval(D("96.44"), D("96.45"))
    assert truncated(D("-1.5"), 1) == Interval(D("-1.6"), D("-1.5"))
    assert loose(D("96.44"), 2) == Interval(D("96.435"), D("96.45"))


def test_a_quotient_of_printed_numbers_holds_the_true_one() -> None:
    share = rounded(D("63317198"), 0) / rounded(D("74907830"), 0) * exact(D(100))
    assert share.overlaps(rounded(D("84.53"), 2))
    assert not share.overlaps(rounded(D("92.54"), 2))


def test_sums_and_differences() -> None:
    assert exact(D(2)) + rounded(D("1.5"), 1) == Interval(D("3.45"), D("3.55"))
    assert exact(D(2)) - exact(D(3)) == exact(D(-1))


def test_dividing_by_what_can_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        exact(D(1)) / Interval(D(-1), D(1))
    with pytest.raises(ValueError, match="empty"):
        Interval(D(1), D(0))
