"""A table whose caption promises targets or realisasi has a column of them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Table
from lkjip.settings import Settings


class Promise(NamedTuple):
    """What a caption may promise, and the headings under which it may stand."""

    name: str
    promised: re.Pattern[str]
    headings: tuple[str, ...]


PROMISES: Final = (
    Promise("target", re.compile(r"\btarget\b", re.I), ("target", "rencana")),
    Promise(
        "realisasi",
        re.compile(r"\breali[sz]asi\b", re.I),
        ("realisasi", "realized", "capaian", "penyerapan", "serapan", "spj", "hasil", "%", "nilai"),
    ),
)
ALIKE: Final = 85.0  # of a heading and a word for what it holds, misprints aside, in per cent
FEWEST: Final = 3  # columns with a heading of which one may be meant
LACKING: Final = Text("no column has a {name}", "tidak ada kolom {name}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a column for everything that a caption promises."""
    for table in ledger.reading.tables:
        headings = [ledger.heading(table.table_id, column).lower() for column in range(table.columns)]
        if sum(map(bool, headings)) < FEWEST:
            continue
        for promise in PROMISES:
            if promise.promised.search(table.caption):
                kept = any(holds(heading, word) for heading in headings for word in promise.headings)
                note = both(LACKING, name=promise.name)
                yield Result("passed") if kept else Result("problem", spot=spot(ledger, table), note=note)


def holds(heading: str, word: str) -> bool:
    """Tell whether a heading says a word, perhaps misprinted or broken over lines."""
    return word in heading.replace(" ", "") or (
        fuzz.partial_ratio(word, heading) >= ALIKE and len(heading) >= len(word)
    )


def spot(ledger: Ledger, table: Table) -> Spot:
    """Return the place of a caption."""
    place = ledger.cell_place(table.table_id, table.page, ())
    return Spot(table.page, table.table_id, printed=table.caption, place=place)


RULE = Rule(
    id="captions-kept",
    title=Text("A table holds what its title promises", "Tabel memuat apa yang disebut judulnya"),
    reason="A reader looks for the comparison that the title names, and does not find it.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): the comparisons of Bab III.",
    resolve=Text("Add the column, or correct the title.", "Tambahkan kolomnya, atau perbaiki judulnya."),
    message=Text(
        "{place}: the table does not hold what its title promises: “{printed}”.",
        "{place}: tabel tidak memuat apa yang disebut judulnya: “{printed}”.",
    ),
    check=check,
)
