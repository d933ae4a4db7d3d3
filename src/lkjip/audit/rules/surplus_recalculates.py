"""Surplus or defisit is pendapatan less belanja."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Linear, Number, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

LEFT: Final = re.compile(r"^(?:jumlah |total )?(?:surplus|defisit|sisa lebih (?:pembiayaan|perhitungan))")
SPENT: Final = re.compile(r"^(?:jumlah |total )?belanja(?: daerah)?$")
EARNED: Final = re.compile(r"^(?:jumlah |total )?pendapatan(?: daerah)?$")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every surplus row from the rows of its table."""
    for fact in ledger.numbers:
        if fact.unit == "rupiah" and fact.table_id and LEFT.match(name(fact)):
            spent, earned = (in_column(ledger, fact, pattern) for pattern in (SPENT, EARNED))
            if spent is not None:
                yield examine(fact, spent, earned)


def name(fact: Fact) -> str:
    """Return the name of a row in small letters, without signs."""
    return " ".join(re.findall(r"[a-z]+", fact.subject.lower()))


def in_column(ledger: Ledger, fact: Fact, pattern: re.Pattern[str]) -> Fact | None:
    """Return the number of a row of that name in the column of `fact`."""
    column = ledger.of_column[fact.table_id, fact.column]
    return next((other for other in column if pattern.match(name(other))), None)


def examine(fact: Fact, spent: Fact, earned: Fact | None) -> Result:
    """Return whether a surplus is income less spending, whatever sign the report gives it."""
    computed = (number(earned) if earned else Decimal(0)) - number(spent)
    fits = abs(number(fact)) == abs(computed)
    sign = Decimal(1 if number(fact) * computed >= 0 else -1)
    terms = [(fact.fact_id, sign), (spent.fact_id, Decimal(1))]
    terms += [(earned.fact_id, Decimal(-1))] if earned else []
    facts = (fact, spent, earned) if earned else (fact, spent)
    return Result(verdict(fits), facts, fact, expected=Number(computed, fact.decimals), constraint=Linear(tuple(terms)))


RULE = Rule(
    id="surplus-recalculates",
    title=Text("Surplus or defisit is pendapatan less belanja", "Surplus/defisit adalah pendapatan dikurangi belanja"),
    reason="The line closes the table: it must follow from the rows above it.",
    severity="error",
    basis="PSAP 02, PP 71/2010 (since 2010), as commonly applied.",
    resolve=Text("Recalculate the line.", "Hitung ulang baris ini."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but pendapatan less belanja is {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal pendapatan dikurangi belanja {expected}.",
    ),
    check=check,
)
