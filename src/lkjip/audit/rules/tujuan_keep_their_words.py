"""A unit with one tujuan words it alike in every table and in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lkjip.audit.ledger import Ledger, column_name, shortened
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.phrases import odd_words
from lkjip.audit.rules.tujuan_are_no_sasaran import TUJUAN, under
from lkjip.audit.spelling import words
from lkjip.audit.text import matches, spot
from lkjip.grouping import grouped
from lkjip.records import Cell
from lkjip.settings import Settings

SAID: Final = re.compile(
    r"\btujuan\b(?!\s*(?:,|dan\b))[^.;:,]{0,60}?\b(?:yaitu|yakni|adalah|ialah)\s*:?\s*[\"\u201c]?"
    r"(?P<name>(?:Me[mn]|Ter|Ber)\w+\s[^.;:,\"\u201d]{8,120}?)(?=\s+(?:dengan|yang\s+di|sebagaimana)\b|[.;:,\"\u201d]|$)"
)
AGREED: Final = frozenset(("iku", "perjanjian_kinerja"))  # roles of tables whose words bind the others
FEWEST: Final = 2  # tables that name the tujuan


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the tujuan of the tables that name one, and what the text says of it."""
    tables = grouped(under(ledger, TUJUAN), lambda cell: cell.table_id)
    named = [cells[0] for cells in tables.values() if len({words(cell.text) for cell in cells}) == 1]
    if len(tables) < FEWEST or len(named) < len(tables):
        return  # several tujuan: which of them is meant is not known
    most = usual(ledger, named)
    for cell in named:
        if is_reworded(cell.text, most.text):
            where = ledger.cell_spot(
                cell, shortened(cell.text), (column_name(ledger.heading(cell.table_id, cell.column)),)
            )
            yield Result("problem", spot=where, expected=Text(most.text, most.text))
        else:
            yield Result("passed")
    yield from said(ledger, named, most)


def usual(ledger: Ledger, named: Sequence[Cell]) -> Cell:
    """Return the tujuan as most tables word it; of equals, as the IKU or the PK does."""
    often = [sum(not is_reworded(cell.text, other.text) for other in named) for cell in named]
    bound = [ledger.table[cell.table_id].role in AGREED for cell in named]
    return named[max(range(len(named)), key=lambda at: (often[at], bound[at], -at))]


def said(ledger: Ledger, named: Sequence[Cell], most: Cell) -> Iterator[Result]:
    """Look for sentences that word the tujuan as no table does."""
    for paragraph, found in matches(ledger, SAID):
        if any(not is_reworded(found["name"], cell.text) for cell in named):
            yield Result("passed")
        else:
            where = replace(spot(paragraph, found), printed=found["name"])
            yield Result("problem", spot=where, expected=Text(most.text, most.text))


def is_reworded(one: str, other: str) -> bool:
    """Tell whether two wordings differ by a word, however spelled."""
    return bool(odd_words(one, other))


RULE = Rule(
    id="same-tujuan",
    title=Text("The tujuan is worded alike everywhere", "Tujuan ditulis sama di semua bagian"),
    reason="A reader cannot tell which tujuan the unit has agreed to reach.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III (since 2014): tujuan and sasaran are those agreed.",
    resolve=Text("Word the tujuan as the Renstra does.", "Tulis tujuan sesuai Renstra."),
    message=Text(
        "{place}: the tujuan is “{printed}” here, elsewhere “{expected}”.",
        "{place}: tujuannya “{printed}”, di tempat lain “{expected}”.",
    ),
    check=check,
)
