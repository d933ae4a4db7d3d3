"""A row with a target has a budget to reach it with."""

from collections.abc import Iterator

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a budget of zero beside a target in the same row of a table."""
    for fact in ledger.of_measure.get(measures.ANGGARAN, ()):
        if fact.value is None or not fact.table_id:
            continue
        row = ledger.of_row[fact.table_id, fact.row]
        targets = [other for other in row if other.measure == measures.TARGET and other.value]
        if targets:
            yield Result(verdict(fact.value != 0), (fact, targets[0]), fact, expected=shown(targets[0]))


RULE = Rule(
    id="targets-funded",
    title=Text("A target has a budget", "Target memiliki anggaran"),
    reason="A target without money was either not planned for, or its amount was left out.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran I (since 2014): the agreement names targets and their budget.",
    resolve=Text(
        "Print the budget, or say how the target is reached without one.", "Lengkapi anggarannya, atau jelaskan."
    ),
    message=Text(
        "{place}: the budget is {printed}, while the target beside it is {expected}.",
        "{place}: anggarannya {printed}, padahal target di baris itu {expected}.",
    ),
    check=check,
)
