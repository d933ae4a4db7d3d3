"""The report uses the names of budget groups and documents that are in force in its year."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import paragraphs
from lkjip.audit.text import spot as spot_of
from lkjip.settings import Settings


class Term(NamedTuple):
    """A name that is no longer used, the first year of reports in which it is wrong, and what replaced it."""

    pattern: re.Pattern[str]
    since: int
    now: Text


TERMS: Final = (
    Term(  # PP 12/2019, article 55, and Permendagri 77/2020, in force for budgets from 2021
        re.compile(r"\bbelanja\s+(?:tidak\s+)?langsung\b", re.I),
        2021,
        Text(
            "belanja operasi, modal, tidak terduga or transfer", "belanja operasi, modal, tidak terduga, atau transfer"
        ),
    ),
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the terms that the report's year no longer knows; a paragraph or cell says each once."""
    for term in TERMS:
        if not ledger.year.isdigit() or int(ledger.year) < term.since:
            continue
        for paragraph in paragraphs(ledger):
            seen: set[str] = set()
            for found in term.pattern.finditer(paragraph.text):
                name = " ".join(found.group().lower().split())
                if name not in seen:
                    yield Result("problem", spot=spot_of(paragraph, found), expected=term.now)
                seen.add(name)
        yield from in_cells(ledger, term)


def in_cells(ledger: Ledger, term: Term) -> Iterator[Result]:
    """Look for a term in the cells of all tables."""
    for cell in ledger.reading.cells:
        found = term.pattern.search(cell.text)
        if found:
            yield Result("problem", spot=ledger.cell_spot(cell, found.group()), expected=term.now)


RULE = Rule(
    id="terms-current",
    title=Text("Terms are those in force in the report's year", "Istilah sesuai dengan peraturan yang berlaku"),
    reason="A group that the budget no longer has cannot be found in the DPA or the LRA.",
    severity="info",
    basis="PP 12/2019, article 55, and Permendagri 77/2020 (for budgets from 2021): the groups of belanja.",
    resolve=Text("Use the groups of the budget in force.", "Gunakan kelompok belanja yang berlaku."),
    message=Text(
        "{place}: “{printed}” is no longer a group of the budget; it has {expected}.",
        "{place}: “{printed}” bukan lagi kelompok belanja; yang berlaku {expected}.",
    ),
    check=check,
)
