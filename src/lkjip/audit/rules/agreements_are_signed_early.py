"""A Perjanjian Kinerja is signed early in its year; a later one says that it is a change."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.years_agree import SIGNED
from lkjip.records import Line
from lkjip.settings import Settings

AGREEMENT: Final = re.compile(r"\bperjanjian\s+kinerja\b", re.I)
OF_YEAR: Final = re.compile(r"\btahun\s+(20\d\d)\b", re.I)
CHANGED: Final = re.compile(r"\b(?:perubahan|revisi)\b", re.I)
PARTY: Final = re.compile(r"\bpihak\s+(?:pertama|kedua|ke\s?-?\s?(?:1|2|satu|dua))\b", re.I)
LATER: Final = frozenset(("juli", "agustus", "september", "oktober", "november", "nopember", "desember"))
AROUND: Final = 3  # lines before and after a date in which the parties stand
TITLES: Final = frozenset(("heading", "caption"))


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the date above the signatures of every agreement; several of one date count once."""
    seen: set[str] = set()
    for title, line, found in signed(ledger.reading.lines):
        year = next(iter(OF_YEAR.findall(title)), ledger.year)
        late = found[3] > year or (found[3] == year and found[2].lower() in LATER)
        if year and found.group() not in seen:
            seen.add(found.group())
            place = page_place(line.page, shortened(line.text))
            wrong = late and not CHANGED.search(title)
            yield Result(verdict(not wrong), spot=Spot(line.page, printed=" ".join(found.groups()), place=place))


def signed(lines: Sequence[Line]) -> Iterator[tuple[str, Line, re.Match[str]]]:
    """Return the titles of every agreement on its page and the one before, with the date above its signatures."""
    for at, line in enumerate(lines):
        found = SIGNED.match(line.text)
        if found and any(PARTY.search(other.text) for other in lines[max(at - AROUND, 0) : at + AROUND + 1]):
            near = [other.text for other in lines if other.kind in TITLES and line.page - 1 <= other.page <= line.page]
            if any(AGREEMENT.search(text) for text in near):
                yield " ".join(near), line, found


RULE = Rule(
    id="agreements-early",
    title=Text(
        "A Perjanjian Kinerja is signed in the first half of its year",
        "Perjanjian Kinerja ditandatangani pada paruh pertama tahunnya",
    ),
    reason="A target that is set when most of the year is over is no target; a changed agreement should say so.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran I (since 2014): signed within a month after the DPA; later ones are changes.",
    resolve=Text(
        "Call it a Perubahan Perjanjian Kinerja and show the one before it, or correct the date.",
        "Sebut sebagai Perubahan Perjanjian Kinerja dan tampilkan yang sebelumnya, atau perbaiki tanggalnya.",
    ),
    message=Text(
        "{place}: the agreement is dated {printed} and does not call itself a change.",
        "{place}: perjanjian ini bertanggal {printed} dan tidak disebut sebagai perubahan.",
    ),
    check=check,
)
