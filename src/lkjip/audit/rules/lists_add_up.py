"""The amounts of a list add up to the amount of the sentence that opens it."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit import sums
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.misprints import slip_between
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.sums import Addends
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

OPENS: Final = re.compile(r"\b(?:rincian|terdiri|yaitu|yakni|berikut)\b[^.:;]{0,60}[:;]\s*$", re.I)
FEWEST: Final = 2  # items of a list
FEWEST_DIGITS: Final = 5  # of an amount that is another but for a slip by no chance
OTHER_LIST: Final = "no number of its items adds up to it: some of its parts may stand elsewhere"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the last amount of each kind in a sentence that opens a list against the items behind it."""
    told = {block: [fact for fact in facts if fact.unit == "rupiah"] for block, facts in ledger.told.items()}
    blocks = [block for block, lines in ledger.blocks.items() if lines[0].kind in ("heading", "paragraph", "item")]
    for at, block in enumerate(blocks):
        if block in told and OPENS.search(ledger.text(block)):
            items = tuple(fact for item in behind(ledger, blocks[at + 1 :]) for fact in told.get(item, ()))
            for facts in grouped(told[block], lambda fact: fact.measure).values():
                parts = tuple(fact for fact in items if fact.measure == facts[-1].measure)
                if len(parts) >= FEWEST:
                    yield listed(settings, facts[-1], parts)


def behind(ledger: Ledger, blocks: list[str]) -> Iterator[str]:
    """Yield the items that follow one another."""
    for block in blocks:
        if ledger.blocks[block][0].kind != "item":
            return
        yield block


def listed(settings: Settings, whole: Fact, parts: tuple[Fact, ...]) -> Result:
    """Return whether the first items add up to the amount, or would but for one slip; others may be of another list."""
    results = [sums.result(whole, Addends(parts[:end]), settings) for end in range(FEWEST, len(parts) + 1)]
    fitting = next((result for result in results if result.verdict == "passed"), None)
    if fitting is not None:
        return fitting
    missed = next((result for result in results if misses_by_slip(result)), None)
    return missed or Result("could_not_check", (whole,), whole, reason=OTHER_LIST)


def misses_by_slip(result: Result) -> bool:
    """Tell whether one amount of a sum, mistyped as people do, is all that keeps it from fitting."""
    whole, *parts = result.facts
    rest = number(whole) - sum(map(number, parts))
    meant = [(whole, number(whole) - rest), *((part, number(part) + rest) for part in parts)]
    long = (pair for pair in meant if len(str(int(abs(number(pair[0])))).strip("0")) >= FEWEST_DIGITS)
    return any(value > 0 and slip_between(number(fact), value, fact.decimals) for fact, value in long)


RULE = Rule(
    id="list-sums",
    title=Text("The amounts of a list add up", "Jumlah rincian dalam daftar sesuai"),
    reason="A reader takes the list for all that the amount is made of.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text("Correct the amount that was mistyped.", "Perbaiki angka yang salah ketik."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but the items below it add up to {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal jumlah rincian di bawahnya {expected}.",
    ),
    check=check,
)
