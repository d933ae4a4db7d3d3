"""A scale gives every value one band: no gap, no overlap."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.audit.scales import NEIGHBOURS, Band, Scale, high_end, low_end, printed_scales
from lkjip.audit.wording import both
from lkjip.settings import Settings

OVERLAP: Final = Text("{upper} and {lower} both hold {value}", "{upper} dan {lower} sama-sama memuat {value}")
GAP: Final = Text(
    "no band holds what lies between {low} and {high}", "tidak ada kategori untuk nilai antara {low} dan {high}"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the neighbouring bands of every printed scale against each other."""
    for scale in printed_scales(ledger):
        for upper, lower in pairwise(scale.bands):
            yield examine(ledger, scale, upper, lower)


def examine(ledger: Ledger, scale: Scale, upper: Band, lower: Band) -> Result:
    """Return whether two bands meet without a gap or an overlap."""
    facts = tuple(ledger.fact[name] for band in (upper, lower) for name in band.fact_ids)
    low = upper.low if upper.low is not None else upper.high
    high = lower.high if lower.high is not None else lower.low
    if low is None or high is None:
        return Result("could_not_check", facts, reason="a band names no end")
    open_end = upper.low is None or lower.high is None
    note = None if open_end else fault(upper, lower)
    return Result("passed" if note is None else "problem", facts, facts[0], note=note or Text("", ""))


def fault(upper: Band, lower: Band) -> Text | None:
    """Return what is wrong between two bands, or None."""
    low, high = low_end(upper), high_end(lower)
    names = {"upper": upper.name, "lower": lower.name}
    if high > low:
        return both(OVERLAP, value=Number(low, places(low)), **names)
    if high == low and not upper.low_open and not lower.high_open:
        return both(OVERLAP, value=Number(low, places(low)), **names)
    if low - high > NEIGHBOURS or (high == low and upper.low_open and lower.high_open):
        return both(GAP, low=Number(high, places(high)), high=Number(low, places(low)))
    return None


def places(value: Decimal) -> int:
    """Return the decimals that a limit needs."""
    text = f"{value:f}"
    return len(text.partition(".")[2])


RULE = Rule(
    id="scale-complete",
    title=Text("A scale gives every value one band", "Skala memuat setiap nilai tepat satu kali"),
    reason="A value in a gap or in two bands has no category, and the writer chooses.",
    severity="warning",
    basis="The scale that the report prints; whole-number limits like 76-90 and 91-100 are read as neighbours.",
    resolve=Text("Close the gap or the overlap of the scale.", "Perbaiki batas skala yang tumpang tindih atau kosong."),
    message=Text("{place}: the scale contradicts itself.", "{place}: skala tidak konsisten."),
    check=check,
)
