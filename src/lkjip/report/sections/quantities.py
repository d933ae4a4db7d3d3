"""One quantity, every place it is printed: where its values agree, and where they do not."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from lkjip.records import Fact
from lkjip.report.charts.places import places_chart
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled
from lkjip.report.vocabulary import MEASURES, meaning

MOST_CHARTS: Final = 6


@dataclass(frozen=True, slots=True)
class Quantity:
    """One subject, measure and period, with the facts that state it in page order."""

    facts: list[Fact]

    @property
    def first(self) -> Fact:
        """Return the fact that names it."""
        return self.facts[0]

    @property
    def values(self) -> list[Decimal]:
        """Return the different values."""
        return sorted({fact.value for fact in self.facts if fact.value is not None})


def quantities(dossier: Dossier) -> list[Quantity]:
    """Return what is printed in several places, as far as a rule took it for one quantity; most values first."""
    owner: dict[str, set[str]] = {}
    for check in dossier.checks:
        members = [fact_id for fact_id in check.fact_ids.split(";") if fact_id in dossier.fact]
        if is_identity([dossier.fact[fact_id] for fact_id in members], dossier):
            together = set(members).union(*(owner.get(fact_id, ()) for fact_id in members))
            owner.update(dict.fromkeys(together, together))
    groups = {id(members): members for members in owner.values()}.values()
    found = [Quantity(sorted((dossier.fact[i] for i in members), key=position)) for members in groups]
    return sorted(found, key=lambda quantity: (-len(quantity.values), -len(quantity.facts), position(quantity.first)))


def position(fact: Fact) -> tuple[int, float, float, str]:
    """Return where a fact stands in the report."""
    return fact.page, fact.y0, fact.x0, fact.fact_id


def is_identity(facts: list[Fact], dossier: Dossier) -> bool:
    """Tell whether a check held statements of one measure of one subject against each other."""
    subjects = {dossier.subject[fact.subject_id].key for fact in facts if fact.subject_id in dossier.subject}
    return len(facts) > 1 and len({fact.measure for fact in facts}) == len(subjects) == 1


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
    what = meaning(MEASURES, quantity.first.measure, words)
    alt = words(
        "%(what)s of %(subject)s is printed in %(places)s places with %(values)s different values.",
        what=what,
        subject=quantity.first.subject,
        places=len(quantity.facts),
        values=len(quantity.values),
    )
    return places_chart(quantity.facts, dossier, alt)
