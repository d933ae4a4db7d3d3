"""A number is written so that it can be read in one way."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

NUMBER: Final = re.compile(r"\d(?:[\d.,\s]*\d)?")
GOOD: Final = re.compile(
    r"(?:0|[1-9]\d*)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|"
    r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?: \d{3})+(?:,\d{1,2})?"
)
MONEY: Final = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?|\d+(?:,\d{1,2})?")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every printed number against the ways in which numbers are written."""
    for fact in ledger.numbers:
        if fact.measure not in (measures.BATAS_BAWAH, measures.BATAS_ATAS):
            fits = is_good(fact)
            yield Result(verdict(fits), (fact,), fact, expected=None if fits else shown(fact))


def is_good(fact: Fact) -> bool:
    """Tell whether the digits of a fact are written with regular groups and one kind of decimal separator."""
    found = NUMBER.search(fact.printed)
    if found is None:
        return True  # a number in words
    digits = found.group()
    pattern = MONEY if fact.unit == "rupiah" else GOOD
    return pattern.fullmatch(digits) is not None


RULE = Rule(
    id="number-format",
    title=Text("A number can be read in one way", "Angka tertulis sehingga hanya dapat dibaca satu cara"),
    reason="A lost or doubled separator makes an amount a thousand times larger or smaller.",
    severity="warning",
    basis="EYD V (since 2022) and its predecessors: a dot parts thousands, a comma parts decimals.",
    resolve=Text("Write the number with regular separators.", "Tulis angka dengan tanda pemisah yang benar."),
    message=Text(
        "{place}: the number is malformed: {printed}; it was read as {expected}.",
        "{place}: penulisan angka tidak baku: {printed}; dibaca sebagai {expected}.",
    ),
    check=check,
    guess_matters=False,
)
