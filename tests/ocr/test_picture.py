"""A scan becomes straight, evenly lit and upright."""

import numpy as np
import pytest
from drawn import XS, YS, page
from scans import Scanner, scanned, skewed

from lkjip.extract.rules import anchors
from lkjip.extract.sheet import Piece
from lkjip.ocr.blots import cleaned, letters_of
from lkjip.ocr.picture import Grey, Photo, picture_of
from lkjip.ocr.ruled import linked, rules_on, without_rules
from lkjip.ocr.upright import runs_across


@pytest.mark.parametrize("degrees", [-1.5, -0.3, 0.0, 0.2, 0.9])
def test_skew_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    picture = picture_of(Photo(skewed(page(150), degrees), 150))
    assert picture.skew == pytest.approx(-degrees, abs=0.1)


def test_shade_is_divided_out() -> None:
    scan = scanned(page(150), Scanner(150), 1)
    grey = picture_of(Photo(scan, 150)).grey
    assert shade(scan) > 8
    assert abs(shade(grey)) < shade(scan) / 2 + 1


def shade(grey: Grey) -> float:
    """Return how much darker the left side of a picture is than the right one."""
    eighth = grey.shape[1] // 8
    return float(np.median(grey[:, -2 * eighth : -eighth]) - np.median(grey[:, eighth : 2 * eighth]))


@pytest.mark.parametrize("dpi", [150, 300])
def test_rules_of_a_scanned_table_are_found_where_they_are(dpi: int) -> None:
    rules = rules_on(picture_of(Photo(scanned(page(dpi), Scanner(dpi), 1), dpi)))
    assert anchors(rule.at for rule in rules.horizontal) == pytest.approx(YS, abs=1.5)
    assert anchors(rule.at for rule in rules.vertical) == pytest.approx(XS, abs=1.5)


def test_letters_are_no_rules_and_stay_when_rules_go() -> None:
    picture = picture_of(Photo(page(200), 200))
    bare = without_rules(picture, rules_on(picture))
    assert 0.3 < bare.ink.sum() / picture.ink.sum() < 0.9
    assert rules_on(bare).horizontal == () == rules_on(bare).vertical


def test_lying_text_is_told_from_upright_text() -> None:
    picture = picture_of(Photo(page(200), 200))
    assert runs_across(picture.ink)
    assert not runs_across(picture.turned(90).ink)


def test_dust_goes_and_dots_of_text_stay() -> None:
    picture = picture_of(Photo(page(200), 200))
    bare = without_rules(picture, rules_on(picture))
    dusty = bare.grey.copy()
    dusty[1500:1506, 2000:2006] = 0
    ink = np.where(dusty < 190, 255, 0).astype(np.uint8)
    clean = cleaned(dusty, letters_of(ink))
    assert (clean[1490:1520, 1990:2020] == 255).all()
    assert np.abs(clean.astype(int) - bare.grey)[ink > 0].sum() < 0.01 * ink.sum() + 36 * 255
    assert letters_of(ink)[1500:1506, 2000:2006].sum() == 0


def test_a_rule_broken_by_the_scan_is_one_and_two_tables_side_by_side_stay_two() -> None:
    broken = [Piece(100, 50, 90), Piece(100.5, 96, 140), Piece(100, 145, 200)]
    apart = [Piece(100, 50, 250), Piece(100, 275, 500)]
    assert [(rule.start, rule.end) for rule in linked(broken)] == [(50, 200)]
    assert linked(apart) == apart
