"""The parts that a sentence breaks an amount into add up to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip.audit import sums
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.sums import Addends
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

BREAKS: Final = re.compile(
    r"\b(?:(?:dengan\s+)?(?:per|pe)?rincian(?:nya)?|terdiri\s+(?:dari|atas)|terbagi\s+(?:atas|menjadi))\b", re.I
)
NOT_ALL: Final = re.compile(r"\b(?:antara\s+lain|di\s?antaranya|sebagian|salah\s+satu)\b", re.I)
FEWEST: Final = 2  # parts
UNSURE: Final = "it is not clear that these are all its parts"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every amount before "terdiri dari" against those of its kind behind it."""
    for block, facts in ledger.told.items():
        amounts = (fact for fact in facts if fact.unit == "rupiah")
        text = ledger.text(block)
        cue = BREAKS.search(text) if not NOT_ALL.search(text) and len(BREAKS.findall(text)) == 1 else None
        if cue is not None:
            for group in grouped(amounts, lambda fact: fact.measure).values():
                yield from broken_down(ledger, settings, tuple(split(text, cue, group)))


def split(text: str, cue: re.Match[str], facts: tuple[Fact, ...]) -> Iterator[tuple[bool, Fact]]:
    """Yield the amounts of a text in order, with whether each stands before the words that break one down."""
    at = 0
    for fact in facts:
        found = text.find(fact.printed, at)
        if found < 0:
            return
        at = found + len(fact.printed)
        yield found < cue.start(), fact


def broken_down(ledger: Ledger, settings: Settings, facts: tuple[tuple[bool, Fact], ...]) -> Iterator[Result]:
    """Return whether the parts of an amount add up to it; too much can be a part of a part."""
    wholes, parts = ([fact for before, fact in facts if before is side] for side in (True, False))
    if not wholes or len(parts) < FEWEST:
        return
    result = sums.result(wholes[-1], Addends(tuple(parts)), settings)
    if result.verdict == "passed":
        yield result
    elif are_parts(ledger, wholes[-1], parts) and sum(map(number, parts)) < number(wholes[-1]):
        yield replace(result, constraint=None)
    else:
        yield Result("could_not_check", result.facts, wholes[-1], reason=UNSURE)


def are_parts(ledger: Ledger, whole: Fact, parts: list[Fact]) -> bool:
    """Tell whether amounts are about different things of one level, below that of the whole."""
    rows = [ledger.subject[fact.subject_id] for fact in parts]
    names, levels = {row.key for row in rows}, {row.level for row in rows}
    return (
        len(names) == len(parts)
        and "" not in names
        and levels != {ledger.subject[whole.subject_id].level}
        and len(levels) == 1
    )


RULE = Rule(
    id="breakdowns",
    title=Text("A breakdown in a sentence adds up", "Rincian dalam kalimat sesuai jumlahnya"),
    reason="A reader takes the parts for all there is; one that is left out cannot be followed.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text(
        "Name the part that is left out, or correct the amounts.",
        "Sebutkan rincian yang tertinggal, atau perbaiki jumlahnya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but its parts in the sentence add up to {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal jumlah rincian di kalimat itu {expected}.",
    ),
    check=check,
)
