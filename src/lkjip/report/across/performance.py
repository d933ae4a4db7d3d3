"""What was promised and achieved: the capaian that each report gives itself."""

from decimal import Decimal
from statistics import median

from lkjip.records import Fact
from lkjip.report.across.spread import FEW, Entry, spread
from lkjip.report.charts.spreads import spread_chart
from lkjip.report.fragment import Fragment
from lkjip.report.library import MET, Library, Profile
from lkjip.report.templating import filled


def value(fact: Fact) -> Decimal:
    """Return a fact's number."""
    return fact.value if fact.value is not None else Decimal(0)


def middle_capaian(profile: Profile) -> Entry | None:
    """Return the median of the capaian that a report gives its indikator."""
    if not profile.capaian:
        return None
    ordered = sorted(profile.capaian, key=value)
    return Entry(profile, Decimal(median(value(fact) for fact in ordered)), (ordered[len(ordered) // 2],))


def performance(library: Library) -> Fragment:
    """Return how many indikator each report has, how many it says it met, and their middle."""
    found = spread(library.profiles, middle_capaian)
    words = library.words
    rows = [(profile, profile.met, unmet(profile)) for profile in library.profiles if profile.capaian]
    if len(rows) > FEW:
        rows.sort(key=lambda row: value(row[2][0]) if row[2] else MET)
    alt = words("Median capaian that each report gives its indikator, in per cent")
    chart = spread_chart(found, words, alt) if found.entries else None
    return Fragment(
        filled("across/performance.html.j2", words, library=library, spread=found, chart=chart, rows=rows, few=FEW)
    )


def unmet(profile: Profile) -> list[Fact]:
    """Return the capaian below the target, the lowest first."""
    return sorted((fact for fact in profile.capaian if value(fact) < MET), key=value)
