"""A program is the sum of its kegiatan, a kegiatan of its sub kegiatan, a belanja of its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lkjip.audit import sums
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

UNCERTAIN: Final = "nothing else on the page shows that these rows add up"
SEVERAL_PARTS: Final = 2  # parts that say more about a sum than a single one


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every amount against the rows below it, table by table."""
    results = [examine(ledger, settings, fact) for fact in parents(ledger)]
    held = [result for result in results if result.facts]
    for group in grouped(held, lambda result: result.facts[0].table_id).values():
        yield from doubted(ledger, group)


def parents(ledger: Ledger) -> Iterator[Fact]:
    """Return every amount in rupiah that has rows below it."""
    for fact in ledger.numbers:
        subject = ledger.subject[fact.subject_id]
        is_sum = fact.unit == "rupiah" and fact.table_id and subject.level not in DERIVED | {TOTAL}
        if is_sum and sums.parts(ledger, subject):
            yield fact


def examine(ledger: Ledger, settings: Settings, fact: Fact) -> Result:
    """Hold an amount against its rows; against those of unknown place too, where they stand between."""
    subject = ledger.subject[fact.subject_id]
    rows = sums.addends(ledger, sums.parts(ledger, subject), fact)
    if not rows.facts:
        return Result("could_not_check")
    result = sums.result(fact, rows, settings)
    others = sums.addends(ledger, sums.loose(ledger, subject), fact)
    if result.verdict != "problem" or not others.facts:
        return result
    wider = sums.result(fact, rows + sums.Addends(others.facts), settings)
    if wider.verdict == "passed":
        return wider
    if sums.misses_by_little(wider):
        return replace(wider, severity="warning", constraint=None)
    return replace(wider, verdict="could_not_check", reason=UNCERTAIN, constraint=None)


def doubted(ledger: Ledger, group: Iterable[Result]) -> Iterator[Result]:
    """Accuse a row of a table only where something else on the page shows that such rows add up.

    That is another column of the same row; or most other rows of the table, for a row of several parts. Several parts
    that miss their sum by little speak for it too, but are a warning.
    """
    every = list(group)
    held = {result.facts[0].subject_id for result in every if result.verdict == "passed"}
    failed = {result.facts[0].subject_id for result in every if result.verdict == "problem"} - held
    for result in every:
        subject_id = result.facts[0].subject_id
        usual = len(held) >= len(failed) and count(ledger, result) >= SEVERAL_PARTS
        if result.verdict != "problem" or subject_id in held or usual:
            yield result
        elif len(result.facts) - 1 > SEVERAL_PARTS and sums.misses_by_little(result):
            yield replace(result, severity="warning")
        else:
            yield replace(result, verdict="could_not_check", reason=UNCERTAIN, constraint=None)


def count(ledger: Ledger, result: Result) -> int:
    """Return how many parts a row has: those that print a dash were thought of too."""
    return max(len(result.facts) - 1, len(sums.parts(ledger, ledger.subject[result.facts[0].subject_id])))


RULE = Rule(
    id="parents-add-up",
    title=Text(
        "A row is the sum of the rows below it",
        "Setiap baris induk adalah jumlah rincian di bawahnya",
    ),
    reason="A program that is more or less than its kegiatan means that one of the amounts is misprinted or left out.",
    severity="error",
    basis="Permendagri 90/2019 and its kodefikasi (since 2021): program, kegiatan, sub kegiatan; PSAP 02, PP 71/2010: "
    "belanja and its parts; as commonly applied.",
    resolve=Text(
        "Compare each row with the DPA or LRA; correct the one that was mistyped, or add the row that is missing.",
        "Cocokkan setiap baris dengan DPA atau LRA; perbaiki yang salah ketik, atau tambahkan baris yang hilang.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but the rows below it add up to {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal jumlah rinciannya {expected}.",
    ),
    check=check,
)
