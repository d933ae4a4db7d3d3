"""Numbers that a report prints again elsewhere: that one was misprinted twice alike is less likely than that another was once."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Final

from lkjip.grouping import grouped
from lkjip.records import Fact

LONG: Final = 4  # digits that tell a number whatever it is about


def printed_again(facts: Iterable[Fact]) -> frozenset[str]:
    """Return the ids of facts whose number stands in another table or sentence too, as the same measure and period.

    A short number must be about the same subject there. One that its own table prints in several cells may have been
    copied from one to the other, and counts for none of them.
    """
    known = [fact for fact in facts if fact.value is not None]
    cells = Counter((fact.table_id, fact.value) for fact in known if fact.table_id)
    alone = [fact for fact in known if cells[fact.table_id, fact.value] <= 1]
    groups = grouped(alone, likeness)
    return frozenset(fact.fact_id for twins in groups.values() if len(twins) > 1 for fact in twins)


def likeness(fact: Fact) -> Hashable:
    """Return what two prints of one number have in common."""
    long = len(str(fact.value).strip("-0.").replace(".", "")) >= LONG
    return fact.value, fact.measure, fact.period, "" if long else fact.subject.casefold()
