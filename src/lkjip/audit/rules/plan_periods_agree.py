"""The Renstra, RPJMD or RPD that a report speaks of has one period."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, grouped
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.settings import Settings

PLAN: Final = re.compile(
    r"\b(renstra|rencana strategis|rpjmd|rpd)\b(?:(?!\b(?:renstra|rencana strategis|rpjmd|rpd)\b)[^.;%]){0,70}?"
    r"\b(20\d\d)\s*[-\u2013\u2014/]\s*(20\d\d)\b",
    re.I,
)
SAME: Final = {"rencana strategis": "renstra"}


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the periods that are given to one plan."""
    found = [(plan(match), paragraph, match) for paragraph, match in matches(ledger, PLAN)]
    for mentions in grouped(found, lambda item: item[0]).values():
        usual = Counter((match[2], match[3]) for _, _, match in mentions).most_common(1)[0][0]
        for _, paragraph, match in mentions:
            if (match[2], match[3]) == usual:
                yield Result("passed")
            else:
                period = f"{usual[0]}-{usual[1]}"
                yield Result("problem", spot=spot(paragraph, match), expected=Text(period, period))


def plan(match: re.Match[str]) -> str:
    """Return which plan a match speaks of."""
    return SAME.get(match[1].lower(), match[1].lower())


RULE = Rule(
    id="plan-periods",
    title=Text("A plan has one period", "Satu dokumen perencanaan memiliki satu periode"),
    reason="A reader must know against which plan the year is measured.",
    severity="warning",
    basis="As commonly applied: Renstra, RPJMD and RPD each cover one period.",
    resolve=Text("Name the plan and its period the same everywhere.", "Samakan nama dan periode dokumennya."),
    message=Text(
        "{place}: the years disagree: {printed}, elsewhere {expected}.",
        "{place}: tahun tidak sesuai: {printed}, di tempat lain {expected}.",
    ),
    check=check,
)
