"""Two indikator of a table do not have the same results year after year."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

PLAIN: Final = frozenset(map(Decimal, (*range(13), 100)))  # results that many indikator have by themselves
FEWEST: Final = 2  # other results that two rows must share


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the realisasi of all rows of every table."""
    for rows in ledger.rows.values():
        known = [row for row in rows if row.level == "indikator" and telling(ledger, row)]
        for alike in grouped(known, lambda row: signature(ledger, row)).values():
            for row in alike:
                if row.key == alike[0].key:
                    yield Result("passed")
                else:
                    facts, name = results(ledger, row), shortened(alike[0].uraian)
                    yield Result("problem", facts, facts[0], expected=Text(name, name))


def results(ledger: Ledger, row: Subject) -> tuple[Fact, ...]:
    """Return the realisasi of a row that are not plain numbers."""
    facts = (fact for fact in ledger.of_subject[row.subject_id] if fact.measure == measures.REALISASI)
    return tuple(fact for fact in facts if fact.value is not None and fact.value not in PLAIN)


def telling(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a row has several results that two indikator would not share by chance."""
    return len({fact.value for fact in results(ledger, row)}) >= FEWEST


def signature(ledger: Ledger, row: Subject) -> tuple[tuple[int | None, Decimal | None], ...]:
    """Return all realisasi of a row with their columns."""
    facts = (fact for fact in ledger.of_subject[row.subject_id] if fact.measure == measures.REALISASI)
    return tuple((fact.column, fact.value) for fact in facts)


RULE = Rule(
    id="results-not-copied",
    title=Text("Two indikator have results of their own", "Dua indikator memiliki realisasi masing-masing"),
    reason="Results that are the same in every year may have been copied from one row to the other.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): the performance data must be reliable.",
    resolve=Text("Check the row against its source.", "Periksa kembali baris itu dengan sumber datanya."),
    message=Text(
        "{place}: {printed} and the other realisasi of the row are those of “{expected}”.",
        "{place}: {printed} dan realisasi lain di baris ini sama dengan “{expected}”.",
    ),
    check=check,
)
