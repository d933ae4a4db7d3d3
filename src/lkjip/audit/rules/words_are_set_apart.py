"""Two words of the text do not run together."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import counts
from lkjip.read.doubt import CERTAIN
from lkjip.read.prose.passages import READ
from lkjip.records import Line
from lkjip.settings import Settings

TOGETHER: Final = re.compile(r"\b([^\W\d_]*[a-z]{2})([A-Z][a-z]{3,})\b")
FEWEST: Final = 2  # times that the report prints each of the two words by itself: else it is a name


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a capital inside a word that starts a word of its own; narrow columns of tables break words."""
    known = counts(line.text for line in ledger.reading.lines)
    for line in ledger.reading.lines:
        if line.kind in READ and line.confidence >= CERTAIN:
            yield from examine(line, known)


def examine(line: Line, known: Counter[str]) -> Iterator[Result]:
    """Return the words of a line that are two; one result where there is none."""
    found = [
        match for match in TOGETHER.finditer(line.text) if all(known[part.lower()] >= FEWEST for part in match.groups())
    ]
    for match in found:
        two = f"{match[1]} {match[2]}"
        spot = Spot(line.page, printed=match.group(), place=page_place(line.page, shortened(line.text)))
        yield Result("problem", spot=spot, expected=Text(two, two))
    if not found:
        yield Result("passed")


RULE = Rule(
    id="words-apart",
    title=Text("A space stands between two words", "Antara dua kata ada spasi"),
    reason="Two items of a list that run together are counted as one, and a search finds neither word.",
    severity="info",
    basis="EYD V (since 2022) and its predecessors.",
    resolve=Text("Put a space, or start a new item.", "Beri spasi, atau mulai butir baru."),
    message=Text("{place}: “{printed}” is “{expected}”.", "{place}: “{printed}” seharusnya “{expected}”."),
    check=check,
)
