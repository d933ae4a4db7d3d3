"""A total row is the sum of the rows that it closes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit import sums
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

SUMMED: Final = frozenset(  # besides everything in rupiah
    (measures.JUMLAH, measures.BOBOT, measures.NILAI_SAKIP, measures.NILAI_UNSUR)
)
UNCERTAIN: Final = "it cannot be told which rows it closes"
REMAINDER: Final = re.compile(r"\b(efisiensi|sisa|selisih|silpa|surplus|defisit)\b")  # a difference, no sum


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every total row against the rows that it can close."""
    for fact in ledger.numbers:
        subject = ledger.subject[fact.subject_id]
        is_sum = subject.level == TOTAL and not REMAINDER.search(subject.uraian.lower())
        if is_sum and fact.table_id and (fact.unit == "rupiah" or fact.measure in SUMMED):
            yield from examine(ledger, settings, fact)


def examine(ledger: Ledger, settings: Settings, total: Fact) -> Iterator[Result]:
    """Return how the total came out against the first set of rows that it fits, else against the likeliest set."""
    readings = [rows for rows in closed(ledger, total) if rows.facts]
    for rows in readings:
        if sums.adds_up(total, rows.facts, settings):
            yield sums.result(total, rows, settings)
            return
    several = [rows for rows in readings if len(rows.facts) > 1 or rows.missing]
    if several:
        result = sums.result(total, several[0], settings)
        if ledger.children.get(total.subject_id) or result.verdict != "problem" or result.severity:
            yield result
        elif is_last(ledger, total) or sums.misses_by_little(result):
            yield replace(result, severity="warning")
        else:
            yield replace(result, verdict="could_not_check", reason=UNCERTAIN, constraint=None)


def is_last(ledger: Ledger, total: Fact) -> bool:
    """Tell whether a total closes its table and is the only one there: then it is clear what it adds up."""
    rows = ledger.rows[total.table_id]
    return {row.row for row in rows if row.level == TOTAL} == {rows[-1].row}


def closed(ledger: Ledger, total: Fact) -> Iterator[sums.Addends]:
    """Return the sets of rows that a total can add up, the likeliest first."""
    own = sums.parts(ledger, ledger.subject[total.subject_id])
    if own:
        yield sums.addends(ledger, own, total)
    rows = [row for row in ledger.rows[total.table_id] if is_outermost(ledger, row)]
    at = next(i for i, row in enumerate(rows) if row.subject_id == total.subject_id)
    above, below = rows[:at], rows[at + 1 :]
    since = len(above)
    while since and above[since - 1].level != TOTAL:
        since -= 1
    before = [row for row in above if row.level == TOTAL]
    for group in (above[since:], without_totals(above), before, before[-2:], without_totals(below), below):
        yield sums.addends(ledger, group, total)


def is_outermost(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a row stands below no other row than a total."""
    if row.level in DERIVED:
        return False
    parent = ledger.subject.get(row.parent_id)
    return parent is None or row.level == TOTAL or parent.level == TOTAL


def without_totals(rows: list[Subject]) -> list[Subject]:
    """Return the rows that are no totals themselves."""
    return [row for row in rows if row.level != TOTAL]


RULE = Rule(
    id="totals-add-up",
    title=Text("A total is the sum of its rows", "Jumlah adalah penjumlahan baris-barisnya"),
    reason="The total is what other chapters quote; a row mistyped or left out shows here.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II, Bab III B (since 2014); as commonly applied.",
    resolve=Text(
        "Add the rows again; correct the total or the row that was mistyped.",
        "Jumlahkan kembali baris-barisnya; perbaiki jumlah atau baris yang salah ketik.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but its rows add up to {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal baris-barisnya berjumlah {expected}.",
    ),
    check=check,
)
