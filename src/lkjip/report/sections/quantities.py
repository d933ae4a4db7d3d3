"""One quantity, every place it is printed: where its values agree, and where they do not."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from lkjip import measures
from lkjip.records import Fact
from lkjip.report.charts.places import places_chart
from lkjip.report.dossier import Dossier, grouped
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled
from lkjip.report.vocabulary import MEASURES, meaning

MOST_CHARTS: Final = 6
# What a report states once and repeats: not the counts and bounds that many rows share.
COMPARED: Final = frozenset(
    {
        measures.TARGET,
        measures.REALISASI,
        measures.CAPAIAN,
        measures.ANGGARAN,
        measures.REALISASI_ANGGARAN,
        measures.PERSEN_SERAPAN,
        measures.NILAI_SAKIP,
        measures.NILAI_SKM,
        measures.NILAI_UNSUR,
    }
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One subject, measure and period, with the facts that state it in page order."""

    subject: str
    measure: str
    period: str
    facts: list[Fact]

    @property
    def values(self) -> list[Decimal]:
        """Return the different values, the most frequent first."""
        counts = grouped(self.facts, lambda fact: fact.value)
        return [value for value, _ in sorted(counts.items(), key=lambda item: -len(item[1])) if value is not None]


def quantities(dossier: Dossier) -> list[Quantity]:
    """Return what is printed in two places or more, with the most values first."""
    numbers = [fact for fact in dossier.facts if fact.value is not None and fact.measure in COMPARED]
    groups = grouped(numbers, lambda fact: identity(fact, dossier))
    found = [
        Quantity(facts[0].subject, facts[0].measure, facts[0].period, sorted(facts, key=lambda fact: (fact.page, fact.y0)))
        for key, facts in groups.items()
        if key[0] and len({(fact.page, fact.y0, fact.x0) for fact in facts}) > 1
    ]
    return sorted(found, key=lambda quantity: (-len(quantity.values), -len(quantity.facts), quantity.facts[0].page))


def identity(fact: Fact, dossier: Dossier) -> tuple[str, ...]:
    """Return what makes two facts one quantity: subject, part of the instansi, measure, period and unit."""
    subject = dossier.subject.get(fact.subject_id)
    if subject is None:
        return ("",)
    return subject.key, subject.scope, subject.level, fact.measure, fact.period or dossier.year, fact.unit


def every_place(dossier: Dossier) -> Fragment:
    """Return a plot of each quantity that is printed with different values, and how many agree everywhere."""
    found = quantities(dossier)
    torn = [quantity for quantity in found if len(quantity.values) > 1]
    charts = [(quantity, chart(quantity, dossier)) for quantity in torn[:MOST_CHARTS]]
    values = {"agreeing": len(found) - len(torn), "charts": charts, "others": torn[MOST_CHARTS:]}
    return Fragment(filled("quantities.html.j2", dossier.words, dossier=dossier, **values))


def chart(quantity: Quantity, dossier: Dossier) -> Markup:
    """Return the plot of one quantity."""
    words = dossier.words
    what = meaning(MEASURES, quantity.measure, words)
    alt = words(
        "%(what)s of %(subject)s is printed in %(places)s places with %(values)s different values.",
        what=what,
        subject=quantity.subject,
        places=len(quantity.facts),
        values=len(quantity.values),
    )
    return places_chart(quantity.facts, words, alt)
