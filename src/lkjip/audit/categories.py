"""Find the number that a category of the report rates, beside it in a table or before it in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from lkjip import measures
from lkjip.audit.ledger import Ledger
from lkjip.records import Fact


@dataclass(frozen=True, slots=True)
class Rating:
    """A number and the category that the report gives it."""

    fact: Fact
    category: Fact

    @property
    def name(self) -> str:
        """Return the category as printed."""
        return self.category.printed


def ratings(ledger: Ledger) -> Iterator[Rating]:
    """Return every rated number of the report."""
    for category in ledger.facts:
        if category.measure == measures.KATEGORI and ledger.subject[category.subject_id].kind != "skala":
            rated = before(ledger, category) if category.source == "prose" else beside(ledger, category)
            if rated is not None:
                yield Rating(rated, category)


def beside(ledger: Ledger, category: Fact) -> Fact | None:
    """Return the number of a table that a category rates: in its own cell, else nearest before it, else nearest."""
    numbers = [
        fact
        for fact in ledger.of_subject[category.subject_id]
        if fact.value is not None and (fact.period == category.period or not category.period or not fact.period)
    ]
    at = category.column or 0
    return min(numbers, key=lambda fact: ((fact.column or 0) > at, abs((fact.column or 0) - at)), default=None)


def before(ledger: Ledger, category: Fact) -> Fact | None:
    """Return the number of a sentence that a category rates: the last one before it."""
    facts = ledger.of_subject[category.subject_id]
    at = next(i for i, fact in enumerate(facts) if fact.fact_id == category.fact_id)
    return next((fact for fact in reversed(facts[:at]) if fact.value is not None), None)
