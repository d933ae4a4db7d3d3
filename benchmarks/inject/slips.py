"""Slips of the typist: what happens to the digits and separators of one number."""

import random
from itertools import pairwise

from benchmarks.generate.model import Figure, Spot
from benchmarks.inject.page import NUMBERS, Page, Texts

DIGITS = "0123456789"


def number_at(page: Page, spot: Spot) -> Figure | None:
    """Return the figure at a place if it is a number in digits."""
    figure = page.figures[spot]
    return figure if figure.unit in NUMBERS else None


def digit_places(page: Page, figure: Figure) -> list[int]:
    """Return where the digits of a number stand; the sen of an amount are left alone."""
    text = figure.text.partition(page.report.style.decimal_mark)[0] if figure.unit == "rupiah" else figure.text
    return [at for at, sign in enumerate(text) if sign in DIGITS]


def digit_wrong(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Type one digit wrong."""
    figure = number_at(page, spot)
    if figure is None:
        return None
    places = digit_places(page, figure)
    at = chance.choice(places)
    first = at == places[0]
    other = chance.choice([d for d in DIGITS if d != figure.text[at] and not (first and d == "0")])
    return {spot: figure.text[:at] + other + figure.text[at + 1 :]}


def digits_swapped(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Swap two digits that follow each other."""
    figure = number_at(page, spot)
    if figure is None:
        return None
    text = figure.text
    places = digit_places(page, figure)
    pairs = [(a, b) for a, b in pairwise(places) if text[a] != text[b]]
    pairs = [(a, b) for a, b in pairs if not (a == places[0] and text[b] == "0")]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    return {spot: text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :]}


def digit_lost(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Lose a digit of the whole part; the separators follow."""
    figure = number_at(page, spot)
    whole, rest = parted(page, figure) if figure else ("", "")
    if len(whole) < 2:
        return None
    at = chance.randrange(len(whole))
    return {spot: grouped(page, whole[:at] + whole[at + 1 :], rest)}


def digit_doubled(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Type a digit of the whole part twice; the separators follow."""
    figure = number_at(page, spot)
    whole, rest = parted(page, figure) if figure else ("", "")
    if not whole:
        return None
    at = chance.randrange(len(whole))
    return {spot: grouped(page, whole[: at + 1] + whole[at:], rest)}


def parted(page: Page, figure: Figure) -> tuple[str, str]:
    """Return the digits before the decimal mark, and the rest with its mark; nothing for a negative number."""
    style = page.report.style
    whole, mark, rest = figure.text.partition(style.decimal_mark)
    whole = whole.replace(style.thousands, "")
    return (whole, mark + rest) if whole.isdigit() else ("", "")


def grouped(page: Page, whole: str, rest: str) -> str:
    """Return digits with the thousands separators of the report."""
    return f"{int(whole):,}".replace(",", page.report.style.thousands) + rest


def separators(text: str) -> list[int]:
    """Return where the separators of a number stand."""
    return [at for at, sign in enumerate(text) if sign in ".,"]


def separator_lost(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Lose one separator."""
    figure = number_at(page, spot)
    places = separators(figure.text) if figure else []
    if figure is None or not places:
        return None
    at = chance.choice(places)
    return {spot: figure.text[:at] + figure.text[at + 1 :]}


def separator_doubled(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Type one separator twice."""
    figure = number_at(page, spot)
    places = separators(figure.text) if figure else []
    if figure is None or not places:
        return None
    at = chance.choice(places)
    return {spot: figure.text[:at] + figure.text[at] + figure.text[at:]}


def separator_moved(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Put one separator a digit too far to the left or to the right."""
    figure = number_at(page, spot)
    places = separators(figure.text) if figure else []
    if figure is None or not places:
        return None
    text, at = figure.text, chance.choice(places)
    if chance.random() < 0.5 and at >= 2 and text[at - 1] in DIGITS and text[at - 2] in DIGITS:
        return {spot: text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]}
    if at + 2 < len(text) and text[at + 1] in DIGITS and text[at + 2] in DIGITS:
        return {spot: text[:at] + text[at + 1] + text[at] + text[at + 2 :]}
    return None


def truncated(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Cut a percentage off where it was rounded up."""
    figure = number_at(page, spot)
    ratio = page.ratio(spot) if figure else None
    bare = figure is not None and figure.decimals != page.decimals(figure)
    if figure is None or ratio is None or bare or page.report.style.truncates:
        return None
    return {spot: page.cut(figure, page.computed(ratio))}
