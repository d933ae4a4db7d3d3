"""What was spent: the share of the budget, from each report's own two amounts."""

from decimal import Decimal

from lkjip.report.across.spread import Entry, spread
from lkjip.report.charts.spreads import spread_chart
from lkjip.report.fragment import Fragment
from lkjip.report.library import Library, Profile
from lkjip.report.templating import filled


def share_spent(profile: Profile) -> Entry | None:
    """Return the share of its budget that a report says was spent, in per cent."""
    if profile.outlay is None or profile.outlay[0].value <= 0:
        return None
    budget, spent = profile.outlay
    return Entry(profile, 100 * spent.value / budget.value, (budget.fact, spent.fact))


def money(library: Library) -> Fragment:
    """Return budget, spending and serapan of every report."""
    found = spread(library.profiles, share_spent)
    words = library.words
    alt = words("Share of the budget spent, by report, from 0 to 100 per cent")
    chart = spread_chart(found, words, alt) if found.entries else None
    values = {"spread": found, "chart": chart, "total": totals(library)}
    return Fragment(filled("across/money.html.j2", words, library=library, **values))


def totals(library: Library) -> tuple[Decimal, Decimal]:
    """Return the budgets and the spending of all reports that state both."""
    both = [profile.outlay for profile in library.profiles if profile.outlay]
    return sum((budget.value for budget, _ in both), Decimal(0)), sum((spent.value for _, spent in both), Decimal(0))
