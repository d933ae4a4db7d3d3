"""The rows that repeat an amount because they are one: a program with one kegiatan has the kegiatan's amounts."""

from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import NOTHING, Text
from lkjip.audit.wording import both, enumerated
from lkjip.records import Fact, Subject

REPEATED: Final = Text("The same amount stands at {names}", "Jumlah yang sama tercetak pada {names}")


def echoes(ledger: Ledger, fact: Fact) -> tuple[Fact, ...]:
    """Return the same amount in the rows above that have no other part, and in the only parts below."""
    if not fact.table_id or fact.unit != "rupiah":
        return ()
    rows = (*above(ledger, ledger.subject[fact.subject_id]), *below(ledger, ledger.subject[fact.subject_id]))
    found = (other for row in rows for other in ledger.of_subject[row.subject_id])
    return tuple(f for f in found if (f.measure, f.column, f.value) == (fact.measure, fact.column, fact.value))


def above(ledger: Ledger, row: Subject) -> Iterator[Subject]:
    """Yield the rows above a row that is their only part, the nearest first."""
    while row.parent_id in ledger.subject and len(parts(ledger, row.parent_id)) == 1:
        row = ledger.subject[row.parent_id]
        yield row


def below(ledger: Ledger, row: Subject) -> Iterator[Subject]:
    """Yield the only part of a row, and the only part of that."""
    while len(found := parts(ledger, row.subject_id)) == 1:
        row = found[0]
        yield row


def parts(ledger: Ledger, subject_id: str) -> list[Subject]:
    """Return the budget lines right below a row."""
    return [row for row in ledger.children.get(subject_id, ()) if row.kind == "anggaran"]


def clause(facts: tuple[Fact, ...]) -> Text:
    """Return the words that name the rows of echoes, or nothing."""
    names = [shortened(fact.subject) for fact in facts]
    return both(REPEATED, names=enumerated(names)) if names else NOTHING
