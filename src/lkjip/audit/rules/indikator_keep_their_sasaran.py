"""The sasaran of an indikator is worded alike in the IKU, the PK, the Renstra and the capaian tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.phrases import odd_words, shared, words
from lkjip.audit.ties import tied
from lkjip.records import Subject
from lkjip.settings import Settings

LEAST_SHARED: Final = 0.6  # of the words of two texts; others may be two sasaran, or one cell read as two
MOST_MORE: Final = 3  # words that one of them has more


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the sasaran that tables put beside one indikator, each once in a table."""
    seen: set[tuple[str, str]] = set()
    for group in tied(ledger):
        rows = [row for row in group if words(row.sasaran)]
        most = usual(rows) if rows else None
        for row in rows:
            if most is not None and row is not most and (row.table_id, row.sasaran) not in seen:
                seen.add((row.table_id, row.sasaran))
                yield examine(ledger, row, most)


def usual(rows: Sequence[Subject]) -> Subject:
    """Return the row with the sasaran that most tables print, the first of equals."""
    often = Counter(tuple(words(row.sasaran)) for row in rows)
    return max(rows, key=lambda row: often[tuple(words(row.sasaran))])


def examine(ledger: Ledger, row: Subject, most: Subject) -> Result:
    """Return whether a sasaran is worded as usual."""
    fits = not odd_words(row.sasaran, most.sasaran)
    longer = abs(len(words(row.sasaran)) - len(words(most.sasaran)))
    facts = ledger.of_subject[row.subject_id]
    if not fits and (shared(row.sasaran, most.sasaran) < LEAST_SHARED or longer > MOST_MORE):
        return Result("could_not_check", facts, reason="the two texts have little in common")
    place = ledger.cell_place(row.table_id, row.page, (shortened(row.uraian),))
    spot = Spot(row.page, row.table_id, row.row, None, row.sasaran, place)
    return Result(verdict(fits), facts, spot=spot, expected=Text(most.sasaran, most.sasaran))


RULE = Rule(
    id="same-sasaran",
    title=Text(
        "An indikator keeps its sasaran in every table", "Indikator berada pada sasaran yang sama di tiap tabel"
    ),
    reason="A reader cannot follow a sasaran from the plan to its capaian where its words change on the way.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III (since 2014): sasaran and indikator of the PK.",
    resolve=Text("Word the sasaran as the Renstra and the PK do.", "Tulis sasaran sesuai Renstra dan PK."),
    message=Text(
        "{place}: the sasaran is “{printed}” here, elsewhere “{expected}”.",
        "{place}: sasarannya “{printed}”, di tabel lain “{expected}”.",
    ),
    check=check,
    guess_matters=False,
)
