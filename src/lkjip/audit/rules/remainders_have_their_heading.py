"""What is left of a budget does not stand under the heading of what was spent."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.settings import Settings

SPENT: Final = re.compile(r"reali[sz]asi", re.I)
LEFT: Final = re.compile(r"sisa|selisih|efisiensi|lebih|kurang", re.I)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the heading above every remainder of a table."""
    for fact in ledger.of_measure.get(measures.SISA_ANGGARAN, ()):
        heading = ledger.heading(fact.table_id, fact.column)
        if fact.table_id and heading:
            fits = not SPENT.search(heading) or LEFT.search(heading) is not None
            yield Result(verdict(fits), (fact,), fact)


RULE = Rule(
    id="remainder-heading",
    title=Text("A remainder does not stand under Realisasi", "Sisa anggaran tidak ditulis di kolom realisasi"),
    reason="Who adds up the column, by hand or by program, counts the unspent money as spent.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text(
        "Give the remainder a column or a line of its own.", "Tulis sisa anggaran di kolom atau baris tersendiri."
    ),
    message=Text(
        "{place}: {printed} is what is left of the budget, but stands under the heading of what was spent.",
        "{place}: {printed} adalah sisa anggaran, tetapi ditulis di bawah judul kolom realisasi.",
    ),
    check=check,
)
