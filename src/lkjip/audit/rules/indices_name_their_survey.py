"""A report that gives an index of satisfaction says something of the survey behind it."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import own_name
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.survey import NAMED, surveys
from lkjip.audit.text import chapter_page, every_text
from lkjip.records import Fact
from lkjip.settings import Settings

SAID: Final = re.compile(r"\b(?:responden|ku[ei]sioner|unsur\s+(?:pelayanan|skm|ikm|survei|survey))\b", re.I)
ENDS: Final = ("I", "IV")  # chapters of a whole report: a part of one may leave the survey to the rest
RESULTS: Final = (measures.REALISASI, measures.NILAI_SKM)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for respondents or unsur anywhere, where a result is the index of a survey; one result for a report."""
    results = [fact for fact in ledger.numbers if fact.measure in RESULTS and is_index(ledger, fact)]
    if results and all(chapter_page(ledger, numeral) for numeral in ENDS):
        first = max(results, key=lambda fact: (fact.period == ledger.year, fact.source == "prose"))
        known = bool(surveys(ledger)) or any(SAID.search(text) for text in every_text(ledger))
        yield Result("passed" if known else "problem", (first,), first)


def is_index(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number is the index of a survey of satisfaction."""
    return NAMED.match(own_name(ledger, ledger.subject[fact.subject_id].key)) is not None


RULE = Rule(
    id="survey-named",
    title=Text("An index of satisfaction has its survey", "Indeks kepuasan disertai surveinya"),
    reason="Without respondents and unsur nobody can tell how an index came about, or what to improve.",
    severity="info",
    basis="PermenPAN-RB 14/2017 (since 2017), as commonly applied: the index is that of nine unsur.",
    resolve=Text(
        "Print the unsur and the number of respondents, or name the survey report.",
        "Cantumkan nilai unsur dan jumlah responden, atau rujuk laporan surveinya.",
    ),
    message=Text(
        "{place}: the report says neither whom nor what the survey behind {printed} asked.",
        "{place}: laporan tidak menjelaskan responden maupun unsur survei di balik nilai {printed}.",
    ),
    check=check,
    guess_matters=False,
)
