"""An amount in words is the amount in digits."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.read.prose.spelled import spells, value_of
from lkjip.settings import Settings

IN_WORDS: Final = re.compile(r"\(\s*([A-Za-z][A-Za-z \-]+)\s*\)")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every number that is printed in digits and in words."""
    for fact in ledger.numbers:
        words = IN_WORDS.search(fact.printed)
        if words is None or not spells(words[1]):
            continue
        value = value_of(words[1])
        if value is None:
            yield Result("could_not_check", (fact,), fact, reason="the words could not be read as a number")
        else:
            fits = number(fact).to_integral_value() == value
            yield Result(verdict(fits), (fact,), fact, expected=Number(Decimal(value), 0))


RULE = Rule(
    id="words-match-digits",
    title=Text("An amount in words is the amount in digits", "Terbilang sama dengan angkanya"),
    reason="Where both are printed, a reader may rely on either.",
    severity="error",
    basis="As commonly applied.",
    resolve=Text("Correct the words or the digits.", "Perbaiki terbilang atau angkanya."),
    message=Text(
        "{place}: the numbers disagree: in {printed} the words say {expected}.",
        "{place}: angka tidak sesuai: pada {printed} terbilangnya {expected}.",
    ),
    check=check,
    guess_matters=False,
)
