"""Settle a number that could be thousands or decimals by its neighbours: "352,390" beside 268.797."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.read.digits import EITHER
from lkjip.read.subjects import Found

COMPARED: Final = (measures.TARGET, measures.REALISASI)
FAR: Final = 20  # times: a realisasi is hardly ever so much more or less than its target
WEIGHED: Final = "its mark reads as thousands only beside its neighbours"


def weighed(found: Iterable[Found]) -> list[Found]:
    """Return the values of a table, doubtful ones read in the size of the other values of their subject."""
    rows = list(found)
    sizes: dict[str, list[Decimal]] = {}
    for item in rows:
        if item.value.measure in COMPARED and item.value.value and not item.value.guess:
            sizes.setdefault(item.owner.id, []).append(abs(item.value.value))
    return [settled(item, sizes.get(item.owner.id, [])) for item in rows]


def settled(item: Found, sizes: list[Decimal]) -> Found:
    """Return a value as thousands where only that is near the others."""
    value = item.value
    if EITHER not in value.guess or value.value is None or value.measure not in COMPARED or not sizes:
        return item
    thousands = value.value.scaleb(value.decimals)
    if near(value.value, sizes) or not near(thousands, sizes):
        return item
    return replace(item, value=replace(value, value=thousands.quantize(Decimal(1)), decimals=0, guess=WEIGHED))


def near(value: Decimal, sizes: list[Decimal]) -> bool:
    """Tell whether a value is of the size of others."""
    return all(size <= FAR * abs(value) and abs(value) <= FAR * size for size in sizes)
