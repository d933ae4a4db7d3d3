"""A printed number stands for every value that prints so."""

from decimal import Decimal

from lkjip.intervals import Interval, exactly, rounded, truncated

D = Decimal


def test_half_a_unit_to_either_side() -> None:
    assert rounded(D("84.53"), 2) == Interval(D("84.525"), D("84.535"))
    assert rounded(D("100"), 0) == Interval(D("99.5"), D("100.5"))


def test_cutting_off_goes_away_from_zero() -> None:
    assert truncated(D("96.44"), 2).holds(D("96.4499"))
    assert not truncated(D("96.44"), 2).holds(D("96.45"))
    assert truncated(D("-1.5"), 1).holds(D("-1.59"))


def test_intervals_meet_at_their_ends() -> None:
    assert rounded(D("84.53"), 2).meets(rounded(D("84.52"), 2))
    assert not rounded(D("84.53"), 2).meets(rounded(D("84.51"), 2))
    assert exactly(D(100)).widened(D(1)).holds(D(101))
