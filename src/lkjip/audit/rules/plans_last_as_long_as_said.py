"""A plan lasts as many years as the sentence says that names its period."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.captions_hold_what_they_name import SPAN
from lkjip.audit.rules.claims_fit_their_numbers import SENTENCE
from lkjip.audit.rules.years_agree import plan_end
from lkjip.audit.text import paragraphs, spot
from lkjip.read.prose.spelled import value_of
from lkjip.settings import Settings

DURATION: Final = re.compile(  # not the years that have gone by: "selama 2 tahun pelaksanaan Renstra"
    r"\b(?:(?P<whole>(?:kurun|jangka)\s+waktu)|selama|dalam|periode)\s+"
    r"(?P<said>(?P<years>\d{1,2}|satu|dua|tiga|empat|lima|enam)\s*(?:\(\s*\w+\s*\)\s*)?tahun(?:an)?"
    r"(?(whole)(?:\s+(?:ke\s?depan|mendatang))?|\s+(?:ke\s?depan|mendatang)))\b(?!\s+(?:ke\s?belakang|sebelum|terakhir|lalu))",
    re.I,
)
TO_THE_END: Final = re.compile(r"\btarget\s+(?:akhir|jangka\s+menengah)\b|\bakhir\s+(?:periode|renstra)\b", re.I)
NEAR: Final = 90  # characters between the years and the period that they are about
LONGEST: Final = 6  # years of a plan that is no long-term plan, of which a sentence may take a part


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the years that a sentence gives a plan against its period, or against what is left of it."""
    for paragraph in paragraphs(ledger):
        for sentence in SENTENCE.finditer(paragraph.text) if DURATION.search(paragraph.text) else ():
            found = DURATION.search(paragraph.text, *sentence.span())
            period = found and (period_near(found, sentence) or (left(ledger) if to_the_end(found, sentence) else None))
            if found and period:
                first, last = period
                spans = [int(last) - int(start) for start in (first, ledger.year) if start.isdigit()]
                fits = years(found["years"]) in {span + more for span in spans for more in (0, 1)}
                expected = Text(f"{first}-{last}", f"{first}-{last}")
                yield Result(verdict(fits), spot=spot(paragraph, found, "said"), expected=None if fits else expected)


def period_near(found: re.Match[str], sentence: re.Match[str]) -> tuple[str, str] | None:
    """Return the only period that a sentence names, if it stands near the years that it gives."""
    spans = list(SPAN.finditer(sentence.string, *sentence.span()))
    near = [each for each in spans if each.start() - found.end() <= NEAR and found.start() - each.end() <= NEAR]
    long = any(int(each[2]) - int(each[1]) > LONGEST for each in near)
    return (near[0][1], near[0][2]) if len(spans) == 1 and near and not long else None


def left(ledger: Ledger) -> tuple[str, str] | None:
    """Return the report's year and the last one of the Renstra."""
    end = plan_end(ledger)
    return (ledger.year, end) if end and ledger.year.isdigit() else None


def to_the_end(found: re.Match[str], sentence: re.Match[str]) -> bool:
    """Tell whether the years of a sentence are those up to the end of the plan."""
    return "depan" in found["said"].lower() and TO_THE_END.search(sentence.string, *sentence.span()) is not None


def years(text: str) -> int | None:
    """Return a number of years in digits or words."""
    return int(text) if text.isdigit() else value_of(text)


RULE = Rule(
    id="plan-durations",
    title=Text("A plan lasts as long as the text says", "Lama rencana sesuai dengan periodenya"),
    reason="Five years of a plan that runs for three show that the sentence was copied from an earlier plan.",
    severity="info",
    basis="As commonly applied: Renstra, RPJMD and RPD each cover one period.",
    resolve=Text("Correct the number of years, or the period.", "Perbaiki jumlah tahunnya, atau periodenya."),
    message=Text(
        "{place}: {printed} do not fit {expected}.",
        "{place}: {printed} tidak sesuai dengan {expected}.",
    ),
    check=check,
)
