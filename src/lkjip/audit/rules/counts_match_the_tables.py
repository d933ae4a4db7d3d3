"""The number of programs, kegiatan and sub kegiatan that the text states is the number that the tables list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Number, Result, Rule, Text
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

LEVELS: Final = {"program": "program", "kegiatan": "kegiatan", "sub kegiatan": "sub_kegiatan"}
LEVEL_WORD: Final = r"^(?:program|sub kegiatan|kegiatan) "  # names are written with it or without
SHIFTED: Final = "they may be about different things"
WITHIN: Final = "dalam "  # "kegiatan dalam Program X" counts the kegiatan of one program


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every count in a sentence against the table that lists all levels."""
    table = fullest(ledger)
    for fact in ledger.of_measure.get(measures.JUMLAH, ()):
        subject = ledger.subject[fact.subject_id]
        if fact.source != "prose" or fact.unit not in LEVELS or subject.scope:
            continue
        parent = parent_key(subject)
        if table is None or not (parent or (subject.key == fact.unit and in_series(ledger, fact))):
            continue
        shifted = not parent and is_shifted(ledger, table, fact)
        for result in examine(ledger, table, fact, parent):
            yield replace(result, verdict="could_not_check", reason=SHIFTED) if shifted else result


def series(ledger: Ledger, fact: Fact) -> list[Fact]:
    """Return the counts of all levels in the paragraph of a count."""
    block = ledger.subject[fact.subject_id].block_id
    counts = (f for f in ledger.of_measure[measures.JUMLAH] if ledger.subject[f.subject_id].block_id == block)
    return [f for f in counts if f.unit in LEVELS and ledger.subject[f.subject_id].key == f.unit]


def is_shifted(ledger: Ledger, table_id: str, fact: Fact) -> bool:
    """Tell whether all counts of a paragraph add up to the rows, but not level by level: a row's level was misread."""
    counts = series(ledger, fact)
    listed = [len(of_level(ledger.rows[table_id], count.unit)) for count in counts]
    stated = [number(count) for count in counts]
    return len(counts) == len(LEVELS) and sum(stated) == sum(listed) and stated != listed


def of_level(rows: Iterable[Subject], unit: str) -> set[str]:
    """Return the different rows of a level."""
    return {row.key or row.subject_id for row in rows if row.level == LEVELS[unit]}


def in_series(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a paragraph counts several levels: "3 program, 8 kegiatan" is about the whole report."""
    return len({count.unit for count in series(ledger, fact)}) > 1


def fullest(ledger: Ledger) -> str | None:
    """Return the table that lists programs, kegiatan and sub kegiatan, the longest of several; None without one."""

    def listed(table_id: str) -> int:
        levels = [row.level for row in ledger.rows.get(table_id, ())]
        return len(levels) if set(LEVELS.values()) <= set(levels) else 0

    longest = max((table.table_id for table in ledger.reading.tables), key=listed, default=None)
    return longest if longest is not None and listed(longest) else None


def parent_key(subject: Subject) -> str:
    """Return the key of the program or kegiatan whose parts a subject counts, or an empty text."""
    if not subject.key.startswith(WITHIN):
        return ""
    return re.sub(LEVEL_WORD, "", subject.key.removeprefix(WITHIN))


def examine(ledger: Ledger, table_id: str, fact: Fact, parent: str) -> Iterator[Result]:
    """Compare a count with the rows of its level, of the whole table or below one row."""
    rows = ledger.rows[table_id]
    if parent:
        above = [row for row in rows if re.sub(LEVEL_WORD, "", row.key) == parent]
        rows = tuple(child for row in above for child in ledger.children.get(row.subject_id, ()))
    count = len(of_level(rows, fact.unit))
    if count:
        expected = Number(Decimal(count), 0)
        yield Result(verdict(number(fact) == count), (fact,), fact, (ledger.table_name(table_id),), expected)


RULE = Rule(
    id="counts-match",
    title=Text(
        "Counts of programs and kegiatan are those of the tables",
        "Jumlah program dan kegiatan sesuai dengan tabelnya",
    ),
    reason="A count that is off shows that the text or the table is of another version.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the count, or the table.", "Perbaiki jumlahnya, atau tabelnya."),
    message=Text(
        "{place}: the numbers disagree: the text says {printed}, {formula} lists {expected}.",
        "{place}: angka tidak sesuai: teks menyebut {printed}, sedangkan {formula} memuat {expected}.",
    ),
    check=check,
)
