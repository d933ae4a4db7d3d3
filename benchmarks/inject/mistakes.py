"""Mistakes of the writer: a number computed from, or copied from, the wrong place."""

import random

from benchmarks.generate.model import Spot
from benchmarks.generate.numerals import terbilang
from benchmarks.generate.relations import HUNDRED, Class, Linear
from benchmarks.inject.page import NUMBERS, Page, Texts

from lkjip import measures

MONEY = (measures.ANGGARAN, measures.REALISASI_ANGGARAN)


def ratio_inverted(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Divide the wrong way round."""
    ratio = page.ratio(spot)
    if ratio is None:
        return None
    over, under = page.number(ratio.over), page.number(ratio.under)
    return {spot: page.written(page.figures[spot], HUNDRED * under / over)} if over else None


def copied(page: Page, spot: Spot, source: Spot | None) -> Texts | None:
    """Print the number that another figure prints."""
    return {spot: page.figures[source].text} if source is not None and page.figures[spot].unit in NUMBERS else None


def row_shifted(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print the number of the row below."""
    return copied(page, spot, page.in_column(spot, 1))


def copied_neighbour(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print the number of the neighbouring column again."""
    return copied(page, spot, page.in_row(spot))


def column_swapped(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print a number and its neighbour in each other's column."""
    other = page.in_row(spot) if page.figures[spot].unit in NUMBERS else None
    return None if other is None else {spot: page.figures[other].text, other: page.figures[spot].text}


def other_year(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print the number of another year."""
    figure = page.figures[spot]
    years = [
        at
        for key, places in page.constraints.places.items()
        for at in places[:1]
        if (key.measure, key.subject) == (figure.key.measure, figure.key.subject)
        and key.period != figure.key.period
        and key.period.isdigit()
    ]
    return copied(page, spot, chance.choice(years) if years else None)


def other_target(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Measure against the target of another year."""
    ratio = page.ratio(spot)
    if ratio is None or page.figures[spot].key.measure != measures.CAPAIAN:
        return None
    target = ratio.under if ratio.under.measure == measures.TARGET else ratio.over
    others = [k for k in page.constraints.places if k[:2] == target[:2] and k.period != target.period]
    if not others:
        return None
    other = chance.choice(others)
    keys = (ratio.over, other) if target is ratio.under else (other, ratio.under)
    value = ratio.offset + ratio.scale * page.number(keys[0]) / page.number(keys[1])
    return {spot: page.written(page.figures[spot], min(value, HUNDRED) if ratio.capped else value)}


def parent_budget(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print the amount of the level above, or divide by it."""
    figure = page.figures[spot]
    if figure.key.measure in MONEY and figure.unit == "rupiah":
        parent = page.parent(figure.key)
        return {spot: page.written(figure, page.number(parent))} if parent else None
    ratio = page.ratio(spot) if figure.key.measure == measures.PERSEN_SERAPAN else None
    parent = page.parent(ratio.under) if ratio else None
    if ratio is None or parent is None:
        return None
    return {spot: page.written(figure, HUNDRED * page.number(ratio.over) / page.number(parent))}


def modal_added(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Count belanja modal in where it does not belong, or twice."""
    figure = page.figures[spot]
    modal = figure.key._replace(subject="5.2")
    if figure.key.measure not in MONEY or figure.unit != "rupiah" or figure.key.subject not in ("5", "5.1", "total"):
        return None
    if modal not in page.constraints.places:
        return None
    return {spot: page.written(figure, page.number(figure.key) + page.number(modal))}


def capaian_pasted(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Print the realisasi as the capaian."""
    ratio = page.ratio(spot)
    if ratio is None or page.figures[spot].key.measure != measures.CAPAIAN:
        return None
    real = ratio.over if ratio.over.measure == measures.REALISASI else ratio.under
    return copied(page, spot, page.constraints.places[real][0])


def category_wrong(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Name another class of the scale."""
    figure = page.figures[spot]
    scale = next((c.relation for c in page.constraints.at.get(spot, ()) if isinstance(c.relation, Class)), None)
    if figure.unit != "kategori" or scale is None:
        return None
    others = [band.name for band in scale.bands if band.name.casefold() != figure.text.casefold()]
    return {spot: chance.choice(others)}


def count_wrong(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Count one too many or too few."""
    figure = page.figures[spot]
    counted = figure.unit == "jumlah" and figure.key.measure == measures.JUMLAH and counts_something(page, spot)
    if not counted or figure.value is None:
        return None
    return {spot: page.written(figure, figure.value + chance.choice((-1, 1) if figure.value > 1 else (1,)))}


def counts_something(page: Page, spot: Spot) -> bool:
    """Tell whether a number counts what the report lists, or stands beside its words."""
    key = page.figures[spot].key
    listed = any(isinstance(c.relation, Linear) and len(c.spots) == 1 for c in page.constraints.at.get(spot, ()))
    return listed or any(page.figures[at].unit == "terbilang" for at in page.constraints.places[key])


def terbilang_wrong(page: Page, spot: Spot, chance: random.Random) -> Texts | None:
    """Write a number in other words than in digits: one word of it differs."""
    figure = page.figures[spot]
    if figure.unit != "terbilang" or figure.value is None:
        return None
    digits = list(str(int(figure.value)))
    at = chance.randrange(len(digits))
    digits[at] = chance.choice([digit for digit in "123456789" if digit != digits[at]])
    words = terbilang(int("".join(digits)))
    return {spot: words.title() if page.report.style.capital_words else words}
