"""A SAKIP predikat follows from its value: BB is more than 70 and at most 80."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.categories import Rating, ratings
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.scales import SAKIP, SAKIP_UNTIL_2015, SAKIP_WORDS, Scale, folded, naming, possible, printed_scales
from lkjip.settings import Settings

SCALES: Final = (SAKIP, SAKIP_WORDS)
LAST_OLD_YEAR: Final = "2016"  # reports of that year still quote evaluations by the older bands
RATED: Final = (measures.NILAI_SAKIP, measures.REALISASI, measures.TARGET)
ABOUT: Final = re.compile(r"\b(sakip|akip|akuntabilitas kinerja)\b")
NO_PREDIKAT: Final = "it is no SAKIP predikat"
OLDER: Final = "by the bands in force until 2015"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every predikat of a SAKIP value against the bands."""
    own = printed_scales(ledger)
    for rating in ratings(ledger):
        about = ABOUT.search(ledger.subject[rating.fact.subject_id].uraian.lower())
        if rating.fact.measure == measures.NILAI_SAKIP or (about and rating.fact.measure in RATED):
            yield examine(rating, own)


def examine(rating: Rating, own: tuple[Scale, ...]) -> Result:
    """Return whether the value lies in the band of its predikat."""
    facts = (rating.fact, rating.category)
    if rating.category.source == "prose" and not naming((*SCALES, *own), rating.name):
        return Result("could_not_check", facts, rating.category, reason=NO_PREDIKAT)
    names = possible(naming(SCALES, rating.name) or [SAKIP], rating.fact)
    held = folded(rating.name) in map(folded, names)
    old = rating.fact.period <= LAST_OLD_YEAR and rating.name in possible([SAKIP_UNTIL_2015], rating.fact)
    return Result(
        verdict(held or old),
        facts,
        rating.category,
        (shown(rating.fact), f" ({SAKIP.title})"),
        Text(" / ".join(names), " / ".join(names)),
        OLDER if old and not held else "",
        note=Text(f"the predikat printed is {rating.name}", f"predikat yang tertulis adalah {rating.name}"),
        conclusion=not held,
    )


RULE = Rule(
    id="sakip-predikat",
    title=Text("A SAKIP predikat follows from its value", "Predikat SAKIP sesuai dengan nilainya"),
    reason="The predikat decides how a unit is ranked; its bands are the same in both regulations.",
    severity="error",
    basis="PermenPAN-RB 12/2015 (2015 to 2020), 88/2021 (since 2021), the older bands until 2015; as commonly applied.",
    resolve=Text(
        "Compare with the letter of the inspectorate; correct the predikat or the value.",
        "Cocokkan dengan surat inspektorat; perbaiki predikat atau nilainya.",
    ),
    message=Text(
        "{place}: the numbers disagree: by the SAKIP bands {formula} is {expected}.",
        "{place}: angka tidak sesuai: menurut rentang SAKIP, {formula} termasuk {expected}.",
    ),
    check=check,
)
