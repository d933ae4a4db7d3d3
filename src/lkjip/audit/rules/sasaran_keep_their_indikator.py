"""An indikator is worded alike in the IKU, the PK, the Renstra and the capaian tables."""

from collections.abc import Iterator
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.mentions import own_name
from lkjip.audit.model import NOTHING, Result, Rule, Spot, Text
from lkjip.audit.phrases import kind_of, odd_words, shared
from lkjip.audit.ties import tied, usual
from lkjip.records import Subject
from lkjip.settings import Settings

LEAST_SHARED: Final = 0.5  # of the words of two names, beyond the measure, that make them one indikator
REWORDED: Final = Text("It may be the same, worded differently", "Mungkin sama, hanya susunan katanya berbeda")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the wordings of every indikator that stands in several tables."""
    for rows in tied(ledger):
        most = usual(ledger, rows)
        yield from (examine(ledger, row, most) for row in rows)


def examine(ledger: Ledger, row: Subject, most: Subject) -> Result:
    """Return whether an indikator is worded as usual; one that measures something else is no mere rewording."""
    name, other = own_name(ledger, row.key), own_name(ledger, most.key)
    fits = not odd_words(name, other)
    kinds = {kind for kind in (kind_of(name), kind_of(other)) if kind}
    reworded = not fits and len(kinds) < 2 and shared(name, other) >= LEAST_SHARED
    place = ledger.cell_place(row.table_id, row.page, (shortened(row.sasaran),))
    return Result(
        verdict(fits),
        ledger.of_subject[row.subject_id],
        spot=Spot(row.page, row.table_id, row.row, None, row.uraian, place),
        expected=Text(most.uraian, most.uraian),
        severity="info" if reworded else None,
        note=REWORDED if reworded else NOTHING,
    )


RULE = Rule(
    id="same-indikator",
    title=Text("A sasaran keeps its indikator in every table", "Sasaran memakai indikator yang sama di semua tabel"),
    reason="A sasaran that is measured by another indikator than agreed cannot be compared with its target.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III (since 2014): sasaran and indikator of the PK.",
    resolve=Text("Use the indikator of the PK, or explain the change.", "Gunakan indikator sesuai PK, atau jelaskan."),
    message=Text(
        "{place}: the indikator is “{printed}” here, elsewhere “{expected}”.",
        "{place}: indikatornya “{printed}”, di tabel lain “{expected}”.",
    ),
    check=check,
    guess_matters=False,
)
