"""What the kelurahan report of a program is no more than what the kecamatan reports of it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit import sums
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import TOTAL, Ledger
from lkjip.audit.model import Linear, Number, Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

SUMMED: Final = (measures.ANGGARAN, measures.REALISASI_ANGGARAN)
EQUAL: Final = "the parts add up to {name}"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Add the amounts of all kelurahan by program, and look for the whole."""
    for measure in SUMMED:
        amounts = [f for f in ledger.of_measure.get(measure, ()) if f.table_id and ledger.subject[f.subject_id].key]
        parts = grouped((f for f in amounts if ledger.subject[f.subject_id].scope), lambda f: name(ledger, f))
        wholes = [f for f in amounts if not ledger.subject[f.subject_id].scope]
        for key, facts in parts.items():
            scopes = {ledger.subject[fact.subject_id].scope for fact in facts}
            if len(scopes) > 1 and len(scopes) == len(facts):
                yield from examine(ledger, facts, [w for w in wholes if w.period == key[1]])


def name(ledger: Ledger, fact: Fact) -> tuple[str, str]:
    """Return what amounts of several kelurahan share: program and period."""
    return ledger.subject[fact.subject_id].key, fact.period


def examine(ledger: Ledger, parts: tuple[Fact, ...], wholes: list[Fact]) -> Iterator[Result]:
    """Hold the sum of the parts against the amount that it equals, else against the program itself."""
    total = sum((number(fact) for fact in parts), Decimal(0))
    same = next((whole for whole in wholes if number(whole) == total and len(parts) > 1), None)
    own = [whole for whole in wholes if name(ledger, whole) == name(ledger, parts[0])]
    own = [whole for whole in own if ledger.subject[whole.subject_id].level != TOTAL]
    if same is not None:
        terms = ((same.fact_id, Decimal(1)), *((fact.fact_id, Decimal(-1)) for fact in parts))
        reason = EQUAL.format(name=same.subject)
        shown = Number(total, 0)
        yield Result("passed", (same, *parts), same, sums.formula(parts), shown, reason, Linear(terms))
    elif own:
        fits = total <= number(own[0])
        yield Result(verdict(fits), (own[0], *parts), own[0], sums.formula(parts), Number(total, 0))


RULE = Rule(
    id="parts-within-whole",
    title=Text(
        "The kelurahan report no more than the kecamatan",
        "Jumlah kelurahan tidak melebihi angka kecamatan",
    ),
    reason="The kelurahan are units of the kecamatan: their budget is part of its budget.",
    severity="error",
    basis="PP 17/2018 (since 2018), as commonly applied: kelurahan are budgeted within the kecamatan.",
    resolve=Text("Compare with the DPA of the kelurahan.", "Cocokkan dengan DPA kelurahan."),
    message=Text(
        "{place}: the numbers disagree: the parts add up to {expected}, more than {printed}.",
        "{place}: angka tidak sesuai: bagian-bagiannya berjumlah {expected}, melebihi {printed}.",
    ),
    check=check,
)
