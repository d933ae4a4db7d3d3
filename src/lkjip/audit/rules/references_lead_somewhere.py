"""A table that the text refers to exists."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, paragraphs, spot
from lkjip.settings import Settings

REFERENCE: Final = re.compile(r"\b(?:tabel|table)\.?\s*((?:\d+|[IVX]+)(?:\s*[.\-]\s*\d+)*)(?!\s*%)", re.I)
FEWEST_NUMBERED: Final = 2  # tables with a number before a reference can be missed


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the table of every reference."""
    known = {folded(found[1]) for table in ledger.reading.tables if (found := REFERENCE.search(table.number))}
    captions = {
        folded(found[1])
        for paragraph in paragraphs(ledger)
        if (found := REFERENCE.match(paragraph.text))  # the caption of a table that is a picture
    }
    if len(known) < FEWEST_NUMBERED:
        return
    for paragraph, found in matches(ledger, REFERENCE):
        fits = folded(found[1]) in known | captions
        yield Result("passed") if fits else Result("problem", spot=spot(paragraph, found))


def folded(number: str) -> str:
    """Return a table number without spaces, its parts joined by dots."""
    return re.sub(r"[\s.\-]+", ".", number.strip()).upper()


RULE = Rule(
    id="references-exist",
    title=Text("A table that the text refers to exists", "Tabel yang dirujuk ada"),
    reason="A reader cannot check what the text says of a table that is not there.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the reference, or add the table.", "Perbaiki rujukannya, atau tambahkan tabelnya."),
    message=Text("{place}: there is no {printed}.", "{place}: {printed} tidak ada."),
    check=check,
)
