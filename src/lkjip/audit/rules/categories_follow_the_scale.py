"""A category follows from the number beside it, on the report's own scale, else on the national one."""

from collections.abc import Iterator

from lkjip import measures
from lkjip.audit.categories import Rating, ratings
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.scales import NATIONAL, Scale, folded, naming, possible, printed_scales
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every category of a capaian against the scales that have a band of its name."""
    own = printed_scales(ledger)
    scales = (*own, NATIONAL) if settings.national_scale else own
    for rating in ratings(ledger):
        if rating.fact.measure == measures.CAPAIAN:
            yield examine(rating, own, scales)


def examine(rating: Rating, own: tuple[Scale, ...], scales: tuple[Scale, ...]) -> Result:
    """Return whether some scale with a band of that name gives it to the number."""
    facts = (rating.fact, rating.category)
    fitting = naming(own, rating.name) or naming(scales, rating.name)
    if not fitting:
        return Result("could_not_check", facts, rating.category, reason="no scale with that category could be read")
    names = possible(fitting, rating.fact)
    if not names:
        return Result("could_not_check", facts, rating.category, reason="the value lies in a gap of the scale")
    held = folded(rating.name) in map(folded, names)
    return Result(
        verdict(held),
        facts,
        rating.category,
        (shown(rating.fact), f" ({fitting[0].title})"),
        Text(" / ".join(names), " / ".join(names)),
        severity=None if fitting[0].table_id else "warning",
        note=Text(f"the category printed is {rating.name}", f"kategori yang tertulis adalah {rating.name}"),
        conclusion=not held,
    )


RULE = Rule(
    id="category-follows",
    title=Text("A category follows from its number", "Kategori sesuai dengan nilainya"),
    reason="The category is what readers remember; it must be the one that the scale gives the number.",
    severity="error",
    basis="The scale that the report prints; else Permendagri 86/2017 (since 2017), as commonly applied.",
    resolve=Text(
        "Look the number up in the scale, and correct the category or the number.",
        "Cocokkan nilainya dengan skala, lalu perbaiki kategori atau nilainya.",
    ),
    message=Text(
        "{place}: the numbers disagree: by the scale {formula} is {expected}.",
        "{place}: angka tidak sesuai: menurut skala, {formula} termasuk {expected}.",
    ),
    check=check,
)
