"""The scales that law gives to all: the class of satisfaction (SKM) and the predikat of accountability (SAKIP)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from lkjip.report.across.spread import Entry, Spread, spread
from lkjip.report.charts.spreads import spread_chart
from lkjip.report.fragment import Fragment
from lkjip.report.library import Figure, Library, Profile
from lkjip.report.sections.satisfaction import CLASSES, class_of
from lkjip.report.templating import filled
from lkjip.report.vocabulary import N_

# PermenPAN-RB 12/2015 and 88/2021: a predikat begins above its bound.
BOUNDS: Final = ((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"), (30, "C"), (0, "D"))
PREDIKAT: Final = tuple((Decimal(low), name) for low, name in BOUNDS)
HIGHEST: Final = Decimal(100)


def predikat(score: Decimal) -> str:
    """Return the predikat of a SAKIP score from 0 to 100, or "" outside of it."""
    if not 0 <= score <= HIGHEST:
        return ""
    return next((name for low, name in PREDIKAT if score > low), "D")


def entry(profile: Profile, figure: Figure | None, name_of: Callable[[Decimal], str]) -> Entry | None:
    """Return a figure with its class on a scale; None where it is off the scale."""
    name = name_of(figure.value) if figure else ""
    return Entry(profile, figure.value, (figure.fact,), name) if figure and name else None


def scales(library: Library) -> Fragment:
    """Return every report on both scales."""
    satisfaction = spread(library.profiles, lambda profile: entry(profile, profile.satisfaction, class_of))
    sakip = spread(library.profiles, lambda profile: entry(profile, profile.sakip, predikat))
    charts = [
        (N_("Satisfaction of the public (SKM)"), satisfaction, chart(library, satisfaction, CLASSES)),
        (N_("Accountability (SAKIP)"), sakip, chart(library, sakip, PREDIKAT)),
    ]
    return Fragment(filled("across/scales.html.j2", library.words, library=library, charts=charts))


def chart(library: Library, found: Spread, bands: tuple[tuple[Decimal, str], ...]) -> object:
    """Return the chart of one scale with its classes, or None without entries."""
    alt = library.words("Value of each report on the scale, with its classes")
    return spread_chart(found, library.words, alt, bands) if found.entries else None
