"""A program that the other tables list is in every table that lists the programs."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.lines import holds, names_of
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both, enumerated
from lkjip.records import Subject
from lkjip.settings import Settings

PROGRAM: Final = frozenset(("program",))
FEWEST: Final = 3  # programs of a table that lists them
OTHERS: Final = 2  # tables that list the same programs before one is missed in a third
HALF: Final = 0.5  # of the other tables that have every program that a table has
SOME: Final = re.compile(r"\b(?:penunjang|pendukung|menunjang|mendukung)\b", re.I)
SHARED: Final = 0.6  # of the programs of either table that both have where they list the same ones
MOST: Final = 0.7  # of the other tables that have a program before it is missed
LISTED: Final = Text("it stands in {tables}", "tercantum di {tables}")
Names = Mapping[str, Subject]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the programs of every table with those of the tables that list nearly the same."""
    tables = dict(listing(ledger))
    for table_id, own in tables.items():
        alike = {other: names for other, names in tables.items() if other != table_id and is_like(own, names)}
        if len(alike) < OTHERS:
            continue
        missing = lacking(own, alike)
        if len(missing) == 1:  # several are another choice of programs
            name, row = next(iter(missing.items()))
            having = list(dict.fromkeys(ledger.table_name(at) for at, names in alike.items() if holds(names, name)))
            note = both(LISTED, tables=enumerated(having))
            yield Result("problem", spot=spot(ledger, table_id, row), note=note)
        elif not missing:
            yield Result("passed")


def listing(ledger: Ledger) -> Iterator[tuple[str, Names]]:
    """Return the tables of the whole unit that list its programs; some name only those that a result is due to."""
    for table_id, rows in ledger.rows.items():
        names = {} if SOME.search(ledger.table[table_id].caption) else names_of(rows, PROGRAM)
        if len(names) >= FEWEST and not any(row.scope for row in rows):
            yield table_id, names


def is_like(own: Names, others: Names) -> bool:
    """Tell whether two tables have most of their programs in common."""
    shared = sum(holds(others, name) for name in own)
    return shared >= SHARED * max(len(own), len(others))


def lacking(own: Names, alike: Mapping[str, Names]) -> dict[str, Subject]:
    """Return the programs that most of the other tables have and a table lacks, each once."""
    if any(share(name, alike) < HALF for name in own):
        return {}  # one that the others lack may be one of theirs, worded otherwise
    found: dict[str, Subject] = {}
    for name, row in (pair for names in alike.values() for pair in names.items()):
        if share(name, alike) >= MOST and not holds(own, name) and not holds(found, name):
            found[name] = row
    return found


def share(name: str, alike: Mapping[str, Names]) -> float:
    """Return the part of some tables that list a program."""
    return sum(holds(names, name) for names in alike.values()) / len(alike)


def spot(ledger: Ledger, table_id: str, row: Subject) -> Spot:
    """Return the place of a table, and the program that it lacks."""
    page = ledger.table[table_id].page
    return Spot(page, table_id, printed=shortened(row.uraian), place=ledger.cell_place(table_id, page, ()))


RULE = Rule(
    id="programs-listed",
    title=Text("Every table lists the same programs", "Setiap tabel memuat program yang sama"),
    reason="A program left out of the plan or of the results cannot be followed, and totals are not those of the rows.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III (since 2014): the programs of the PK.",
    resolve=Text("Add the program, or say why it is left out.", "Tambahkan program itu, atau jelaskan alasannya."),
    message=Text("{place}: “{printed}” is missing.", "{place}: “{printed}” tidak tercantum."),
    check=check,
)
