"""The Renstra, RPJMD or RPD that a report speaks of has one period."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import below_table, matches, spot
from lkjip.grouping import grouped
from lkjip.settings import Settings

PLAN: Final = re.compile(
    r"\b(renstra|rencana strategis|rpjmd|rpd)\b(?:(?!\b(?:renstra|rencana strategis|rpjmd|rpd)\b)[^.;%]){0,70}?"
    r"\b(20\d\d)\s*[-\u2013\u2014/]\s*(20\d\d)\b",
    re.I,
)
ABBREVIATED: Final = re.compile(r"\b(kec|kab|kel|thn|th|prov)\.\s*", re.I)
OWNER: Final = re.compile(r"\b(?:kementerian|nasional|provinsi)\b", re.I)
SAME: Final = {"rencana strategis": "renstra"}


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the periods that are given to one plan; those that do not hold the report's year are other plans'."""
    found = [*((match, spot(paragraph, match)) for paragraph, match in matches(ledger, PLAN)), *of_sources(ledger)]
    current = [(plan(match), where, match) for match, where in found if may_hold(match, ledger.year)]
    for mentions in grouped(current, lambda item: item[0]).values():
        usual = Counter((match[2], match[3]) for _, _, match in mentions).most_common(1)[0][0]
        for _, where, match in mentions:
            if (match[2], match[3]) == usual:
                yield Result("passed")
            else:
                period = f"{usual[0]}-{usual[1]}"
                yield Result("problem", spot=where, expected=Text(period, period))


def may_hold(match: re.Match[str], year: str) -> bool:
    """Tell whether a period holds the year of the report, or is no period at all."""
    return match[2] <= year <= match[3] or match[2] >= match[3]


def of_sources(ledger: Ledger) -> Iterator[tuple[re.Match[str], Spot]]:
    """Return where a line below a table names a plan with its period; its abbreviations hold full stops."""
    for line in ledger.reading.lines:
        if line.kind == "source":
            for match in PLAN.finditer(ABBREVIATED.sub(r"\1 ", line.text)):
                yield match, replace(below_table(ledger, line), printed=match.group())


def plan(match: re.Match[str]) -> tuple[str, str]:
    """Return which plan a match speaks of, and whose: a ministry's or a province's is another than the own."""
    owner = OWNER.search(match.group())
    return SAME.get(match[1].lower(), match[1].lower()), owner.group().lower() if owner else ""


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
