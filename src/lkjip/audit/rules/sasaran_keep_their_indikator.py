"""An indikator is worded alike in the IKU, the PK, the Renstra and the capaian tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.mentions import own_name
from lkjip.audit.model import NOTHING, Result, Rule, Spot, Text
from lkjip.audit.phrases import kind_of, odd_words, shared
from lkjip.audit.ties import indikator_rows, tied
from lkjip.records import Subject
from lkjip.settings import Settings

LEAST_SHARED: Final = 0.5  # of the words of two names, beyond the measure, that make them one indikator
REWORDED: Final = Text("It may be the same, worded differently", "Mungkin sama, hanya susunan katanya berbeda")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the wordings of every indikator that stands in several tables."""
    twice = repeated(ledger)
    for rows in tied(ledger):
        names = [own_name(ledger, row.key) for row in rows]
        usual = usual_of(names, [row.subject_id in twice for row in rows])
        for row, name in zip(rows, names, strict=True):
            yield examine(ledger, row, (name, usual))


def repeated(ledger: Ledger) -> frozenset[str]:
    """Return the rows whose table gives their name to another row too."""
    rows = indikator_rows(ledger)
    often = Counter((row.table_id, own_name(ledger, row.key)) for row in rows)
    return frozenset(row.subject_id for row in rows if often[row.table_id, own_name(ledger, row.key)] > 1)


def usual_of(names: Sequence[str], doubtful: Sequence[bool]) -> str:
    """Return the name that most tables use, of equals one that no table gives to two indikator."""
    often = Counter(names)
    shady = {name for name, twice in zip(names, doubtful, strict=True) if twice}
    return max(often, key=lambda name: (often[name], name not in shady))


def examine(ledger: Ledger, row: Subject, names: tuple[str, str]) -> Result:
    """Return whether an indikator is worded as usual; one that measures something else is no mere rewording."""
    fits = not odd_words(*names)
    kinds = [kind_of(name) for name in names]
    same = len(set(filter(None, kinds))) < len(kinds) and shared(*names) >= LEAST_SHARED
    about = row.sasaran or row.number
    place = ledger.cell_place(row.table_id, row.page, (shortened(about),))
    spot = Spot(row.page, row.table_id, row.row, None, row.uraian, place)
    found = Result(verdict(fits), ledger.of_subject[row.subject_id], spot=spot, expected=Text(names[1], names[1]))
    return replace(found, severity="info", note=REWORDED) if same and not fits else replace(found, note=NOTHING)


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
