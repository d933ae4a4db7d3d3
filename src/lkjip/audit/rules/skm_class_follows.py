"""The class of a survey's index, A to D, follows from its value."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.categories import Rating, ratings
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.scales import SKM, SKM_WORDS, folded, naming, possible
from lkjip.audit.survey import is_index
from lkjip.settings import Settings

SCALES: Final = (SKM, SKM_WORDS)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every class of a survey's index against the bands."""
    for rating in ratings(ledger):
        told = rating.category.source == "prose" and rating.fact.measure == measures.REALISASI
        if rating.fact.measure == measures.NILAI_SKM or (told and is_index(ledger, rating.fact)):
            yield examine(rating)


def examine(rating: Rating) -> Result:
    """Return whether the index lies in the band of its class."""
    facts = (rating.fact, rating.category)
    fitting = naming(SCALES, rating.name)
    if not fitting:
        return Result("could_not_check", facts, rating.category, reason="the class is none of A to D")
    names = possible(fitting, rating.fact)
    held = folded(rating.name) in map(folded, names)
    return Result(
        verdict(held),
        facts,
        rating.category,
        (shown(rating.fact), f" ({SKM.title})"),
        Text(" / ".join(names), " / ".join(names)),
        note=Text(f"the class printed is {rating.name}", f"mutu yang tertulis adalah {rating.name}"),
        conclusion=not held,
    )


RULE = Rule(
    id="skm-class",
    title=Text("The class of a survey follows from its index", "Mutu pelayanan sesuai dengan nilai IKM"),
    reason="88,30 is B and 88,31 is A: the class must be that of the printed index.",
    severity="error",
    basis="PermenPAN-RB 14/2017 (since 2017), as commonly applied.",
    resolve=Text("Correct the class or the index.", "Perbaiki mutu atau nilai IKM-nya."),
    message=Text(
        "{place}: the numbers disagree: by the survey's bands {formula} is {expected}.",
        "{place}: angka tidak sesuai: menurut rentang survei, {formula} termasuk {expected}.",
    ),
    check=check,
)
