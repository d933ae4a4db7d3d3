"""How well each report holds together: the share of its own calculations that hold."""

from decimal import Decimal

from lkjip.records import Finding
from lkjip.report.across.spread import Entry, spread
from lkjip.report.charts.spreads import spread_chart
from lkjip.report.fragment import Fragment
from lkjip.report.library import Library, Profile
from lkjip.report.templating import filled


def share_held(profile: Profile) -> Entry | None:
    """Return the share of the comparisons tried that hold, in per cent."""
    tried = profile.tally.held + profile.tally.broken
    return Entry(profile, Decimal(100 * profile.tally.held) / tried) if tried else None


def soundness(library: Library) -> Fragment:
    """Return the share that holds in every report, and its gravest finding."""
    found = spread(library.profiles, share_held)
    words = library.words
    alt = words("Share of the comparisons that hold, by report, in per cent")
    chart = spread_chart(found, words, alt) if found.entries else None
    worst = [(entry.profile, gravest(entry.profile)) for entry in reversed(found.named)]
    return Fragment(filled("across/soundness.html.j2", words, library=library, spread=found, chart=chart, worst=worst))


def gravest(profile: Profile) -> Finding | None:
    """Return the finding of a report that matters most."""
    return next(iter(profile.dossier.leaders), None)
