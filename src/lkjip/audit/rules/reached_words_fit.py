"""A row that a table calls "tercapai" has a capaian of 100 or more, and one that it calls "tidak tercapai" has not."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.audit.rules.trends_are_called_right import called, spot_of
from lkjip.audit.scales import printed_scales
from lkjip.records import Cell, Fact
from lkjip.settings import Settings

WORDS: Final = re.compile(
    r"(?:target\s+)?(?P<not>(?:tidak|belum)\s+)?(?:(?:telah|sudah)\s+)?(?:tercapai|mencapai target|memenuhi target|terpenuhi)\W*",
    re.I,
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every cell that says no more than "tercapai" against the one capaian of its row.

    A scale of the report may call "tercapai" what is less than 100.
    """
    graded = any(WORDS.fullmatch(name) for scale in printed_scales(ledger) for name in scale.names)
    for cell, word, row in called(ledger, WORDS) if not graded else ():
        capaian = [fact for fact in row if fact.measure == measures.CAPAIAN]
        if len(capaian) == 1:
            yield held(ledger, cell, word["not"] is None, capaian[0])


def held(ledger: Ledger, cell: Cell, reached: bool, capaian: Fact) -> Result:
    """Return whether the word fits the capaian."""
    fits = reached == (number(capaian) >= HUNDRED)
    return Result(verdict(fits), formula=(shown(capaian),), spot=spot_of(ledger, cell, capaian))


RULE = Rule(
    id="reached-words",
    title=Text("What a table calls reached is reached", "Yang disebut tercapai di tabel memang tercapai"),
    reason="The word beside a capaian is the conclusion that a reader takes from the row.",
    severity="warning",
    basis="As commonly applied: a capaian of 100 or more reaches the target.",
    resolve=Text("Correct the word, or the capaian.", "Perbaiki katanya, atau capaiannya."),
    message=Text(
        "{place}: the row is called {printed}, but its capaian is {formula}.",
        "{place}: barisnya disebut {printed}, padahal capaiannya {formula}.",
    ),
    check=check,
)
