"""A table that the text refers to exists, its number is that of one table, and "berikut" is what follows."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import LABEL, Paragraph, folded_number, label_numbers, matches, spot
from lkjip.audit.wording import both
from lkjip.records import Table
from lkjip.settings import Settings

REFERENCE: Final = re.compile(r"\b(?:tabel|table)\.?\s*((?:\d+|[IVX]+)(?:\s*[.\-]\s*\d+)*)(?!\s*%)", re.I)
LETTERED: Final = re.compile(rf"{REFERENCE.pattern}\s?[a-z]\b", re.I)  # "Tabel 2.3a": one of several
NONE: Final = Text("there is no such table", "tabel itu tidak ada")
TWO: Final = Text("two tables have this number", "dua tabel memakai nomor ini")
FOLLOWS: Final = re.compile(rf"{REFERENCE.pattern}\s*,?\s+(?:yang\s+)?(?-i:(?:sebagai\s+)?berikut|di\s?bawah)\b", re.I)
NEXT: Final = Text("the table that follows is {number}", "tabel yang menyusul adalah {number}")
SAID: Final = frozenset(("paragraph", "item"))
SOON: Final = 2  # captions after a sentence among which the announced one stands
FEWEST_NUMBERED: Final = 2  # tables with a number before a reference can be missed


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the table of every reference."""
    numbers = [number for number, _ in numbered_tables(ledger)]
    lettered = {folded_number(found[1]) for table in ledger.reading.tables if (found := LETTERED.search(table.number))}
    known, twice = (
        set(numbers),
        {number for number, times in Counter(numbers).items() if times > 1 and number not in lettered},
    )
    captions = label_numbers(ledger)
    if len(known) < FEWEST_NUMBERED:
        return
    for paragraph, found in matches(ledger, REFERENCE):
        number = folded_number(found[1])
        if number not in known | captions:
            yield Result("problem", spot=spot(paragraph, found), note=NONE)
        elif number in twice and paragraph.kind == "paragraph":
            yield Result("problem", spot=spot(paragraph, found), note=TWO, severity="info")
        else:
            yield Result("passed")
    yield from announced(ledger)


def announced(ledger: Ledger) -> Iterator[Result]:
    """Hold every table that a sentence announces against the captions that come next; one that is nowhere is told above."""
    blocks = [(lines[0], ledger.text(block)) for block, lines in ledger.blocks.items()]
    labels = [LABEL.match(text) if line.kind == "caption" else None for line, text in blocks]
    captions = [(at, folded_number(label[1])) for at, label in enumerate(labels) if label]
    known = {number for _, number in captions}
    for at, (line, text) in enumerate(blocks):
        for found in FOLLOWS.finditer(text) if line.kind in SAID else ():
            following = [number for place, number in captions if place > at][:SOON]
            if not following:
                break
            number = folded_number(found[1])
            lost = number in known and number not in following
            paragraph, note = Paragraph(line.page, line.kind, text), both(NEXT, number=following[0])
            yield (
                Result("problem", spot=spot(paragraph, found), note=note, severity="info") if lost else Result("passed")
            )


def numbered_tables(ledger: Ledger) -> list[tuple[str, Table]]:
    """Return the tables that print a number, each behind it."""
    tables = ledger.reading.tables
    return [(folded_number(found[1]), table) for table in tables if (found := REFERENCE.search(table.number))]


RULE = Rule(
    id="references-exist",
    title=Text("A table that the text refers to exists, once", "Tabel yang dirujuk ada, dan hanya satu"),
    reason="A reader cannot check what the text says of a table that is not there.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the reference, or add the table.", "Perbaiki rujukannya, atau tambahkan tabelnya."),
    message=Text("{place}: the reference to {printed} fails.", "{place}: rujukan ke {printed} tidak tepat."),
    check=check,
)
