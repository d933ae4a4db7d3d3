"""A paragraph that gives amounts of several kegiatan names kegiatan of the tables."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import LINES, Ledger, page_place, shortened
from lkjip.audit.lines import bare, holds, names_of
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Subject
from lkjip.settings import Settings

FEWEST_ROWS: Final = 5  # programs and kegiatan of the tables that the text can name
FEWEST: Final = 3  # kegiatan of a paragraph: one alone may be a part that no table lists
ALSO: Final = Text("nor are the {count} others of the paragraph", "begitu pula {count} lainnya di paragraf ini")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for paragraphs none of whose kegiatan is a row of any table."""
    rows = {name for rows in ledger.rows.values() for name in names_of(rows)}
    said = [row for row in ledger.subjects if row.source == "prose" and row.level in LINES and has_amount(ledger, row)]
    for subjects in grouped(said, lambda row: row.block_id).values() if len(rows) >= FEWEST_ROWS else ():
        names = {bare(row.uraian): row for row in reversed(subjects)}
        if len(names) < FEWEST:
            continue
        if any(holds(rows, name) for name in names):
            yield Result("passed")
        else:
            first = subjects[0]
            spot = Spot(first.page, printed=first.uraian, place=page_place(first.page, shortened(first.uraian)))
            yield Result("problem", spot=spot, note=both(ALSO, count=str(len(names) - 1)))


def has_amount(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a sentence gives an amount of money to a kegiatan."""
    return any(fact.measure in measures.BUDGET for fact in ledger.of_subject[row.subject_id])


RULE = Rule(
    id="kegiatan-known",
    title=Text("The text is about the kegiatan of the tables", "Naskah membahas kegiatan yang ada di tabel"),
    reason="Kegiatan that no table knows show that the paragraph was copied from another year.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Name the kegiatan of this year's budget.", "Sebutkan kegiatan sesuai anggaran tahun ini."),
    message=Text(
        "{place}: “{printed}” is in no table of the report.", "{place}: “{printed}” tidak ada di tabel mana pun."
    ),
    check=check,
)
