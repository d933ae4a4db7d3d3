"""Every indikator of the Perjanjian Kinerja stands in the details of the agreement and in a table of results."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.lines import bare, is_one
from lkjip.audit.mentions import own_name
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.phrases import shared
from lkjip.audit.rules.agreements_are_signed_early import CHANGED
from lkjip.audit.ties import tied
from lkjip.records import Subject, Table
from lkjip.settings import Settings

AGREED: Final = "perjanjian_kinerja"  # role of the tables of the agreement
DETAILS: Final = re.compile(r"\b(?:rincian|lampiran)\b", re.I)
RESULTS: Final = frozenset((measures.REALISASI, measures.CAPAIAN))
FEWEST: Final = 2  # indikator that two tables share where one follows the other
MOST: Final = 0.6  # of the indikator of the agreement
LEAST_SHARED: Final = 0.6  # of the words of two names that are one indikator, worded otherwise
NO_RESULT: Final = Text("no table prints its result", "tidak ada tabel yang memuat hasilnya")
NO_DETAIL: Final = Text("the details of the agreement leave it out", "rincian perjanjian tidak memuatnya")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the indikator of the agreement in its details, then in the tables of results."""
    agreed = [table for table in ledger.reading.tables if table.role == AGREED]
    main = [table for table in agreed if not DETAILS.search(table.caption)]
    for table in [each for each in main if CHANGED.search(each.caption)] or main:
        rows = indikator(ledger, table)
        for other in agreed:
            if DETAILS.search(other.caption):
                yield from examine(ledger, rows, indikator(ledger, other), (NO_DETAIL, other))
        results = [row for each in ledger.rows.values() for row in each if has_result(ledger, row)]
        yield from examine(ledger, rows, results, (NO_RESULT, None))


def indikator(ledger: Ledger, table: Table) -> list[Subject]:
    """Return the indikator of a table that have a target."""
    rows = (
        row for row in ledger.rows.get(table.table_id, ()) if row.kind == row.level == "indikator" and not row.scope
    )
    return [row for row in rows if ledger.of_subject[row.subject_id]]


def has_result(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a row is an indikator with a result."""
    return row.kind == "indikator" and any(fact.measure in RESULTS for fact in ledger.of_subject[row.subject_id])


def examine(
    ledger: Ledger, rows: Sequence[Subject], others: Sequence[Subject], about: tuple[Text, Table | None]
) -> Iterator[Result]:
    """Look for rows among others, where most of them are; details have each name as often as the agreement."""
    note, details = about
    ids = {row.subject_id for row in others}
    groups = ({row.subject_id for row in group} for group in tied(ledger))
    together = {name for group in groups if group & ids for name in group}
    left = Counter(own_name(ledger, row.key) for row in others)
    found = [row.subject_id in together or is_among(own_name(ledger, row.key), left) for row in rows]
    if sum(found) < FEWEST or sum(found) < MOST * len(rows):
        return
    for row, held in zip(rows, found, strict=True):
        name = own_name(ledger, row.key)
        left[name] -= 1
        lost = not held or (details is not None and left[name] < 0)
        yield Result("problem", spot=spot(ledger, row, details), note=note) if lost else Result("passed")


def is_among(name: str, others: Collection[str]) -> bool:
    """Tell whether a name is among others, perhaps worded otherwise."""
    return name in others or any(
        is_one(bare(name), bare(other)) or shared(name, other) >= LEAST_SHARED for other in others
    )


def spot(ledger: Ledger, row: Subject, details: Table | None) -> Spot:
    """Return the place of the details that lack an indikator, or that of the indikator itself."""
    if details is not None:
        place = ledger.cell_place(details.table_id, details.page, (shortened(row.uraian),))
        return Spot(details.page, details.table_id, printed=row.uraian, place=place)
    place = ledger.cell_place(row.table_id, row.page, (shortened(row.uraian),))
    return Spot(row.page, row.table_id, row.row, None, row.uraian, place)


RULE = Rule(
    id="agreed-measured",
    title=Text("Every agreed indikator is measured", "Setiap indikator yang diperjanjikan diukur"),
    reason="An indikator that the report leaves out may be one that was missed.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III (since 2014): what is agreed is reported.",
    resolve=Text(
        "Report the indikator, or say why it is left out.", "Laporkan indikator itu, atau jelaskan alasannya."
    ),
    message=Text(
        "{place}: the agreed indikator “{printed}” is missing.",
        "{place}: indikator “{printed}” yang diperjanjikan tidak ada.",
    ),
    check=check,
)
