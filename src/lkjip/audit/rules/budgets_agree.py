"""A program, kegiatan or belanja has one budget in the PK, the DPA and the realisasi tables."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit import mentions
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import agree
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.settling import settled
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

LABELLED: Final = (measures.ANGGARAN_PERUBAHAN, measures.ANGGARAN_MURNI)  # a year ends with the changed one
KINDS: Final = (measures.ANGGARAN, *LABELLED)
PLANNED: Final = frozenset({"perjanjian_kinerja", "renstra", "iku", "target_akhir"})
AFTER: Final = re.compile(r"\bperubahan\b", re.I)
BEFORE: Final = Text(
    "The table calls itself changed, and prints the budget before the change",
    "Tabel ini menyebut diri perubahan, tetapi memuat anggaran sebelum perubahan",
)
CHANGED: Final = Text(
    "A plan may show the budget before its change", "Dokumen perencanaan dapat memuat anggaran sebelum perubahan"
)
UNCHANGED: Final = Text(
    "It is the budget that another table labels as before the change", "Angka ini pagu sebelum perubahan di tabel lain"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the budgets of every line and year; what the change of a budget explains needs no further doubt."""
    every = list(compared(ledger))
    yield from settled(ledger, (result for result in every if result.note not in (BEFORE, UNCHANGED)))
    yield from (result for result in every if result.note in (BEFORE, UNCHANGED))


def compared(ledger: Ledger) -> Iterator[Result]:
    """Compare each kind of budget with itself, then the unlabelled with either kind."""
    for kind in LABELLED:
        for group in mentions.quantities(ledger, ledger.of_measure.get(kind, ())):
            yield from mentions.compare(ledger, group)
    every = [fact for kind in KINDS for fact in ledger.of_measure.get(kind, ()) if not is_spending(ledger, fact)]
    every.sort(key=lambda fact: ledger.role(fact) in PLANNED)  # a budget that was spent leads over a planned one
    labelled = grouped((f for kind in LABELLED for f in every if f.measure == kind), lambda fact: named(ledger, fact))
    plain = [fact for fact in every if fact.measure == measures.ANGGARAN]
    for facts in grouped(plain, lambda fact: named(ledger, fact)).values():
        yield from unlabelled(ledger, facts, labelled.get(named(ledger, facts[0]), ()))


def is_spending(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a sentence's "budget" is, to the last rupiah, what a table says was spent of that line."""
    name = named(ledger, fact)
    if fact.source != "prose" or name is None:
        return False
    spent = [f for f in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()) if f.table_id and f.value == fact.value]
    budgets = [f for kind in KINDS for f in ledger.of_measure.get(kind, ()) if f.table_id and f.value == fact.value]
    return any(named(ledger, f) == name for f in spent) and not any(named(ledger, f) == name for f in budgets)


def named(ledger: Ledger, fact: Fact) -> mentions.Quantity | None:
    """Return the quantity of a budget, of whatever kind."""
    quantity = mentions.quantity(ledger, fact)
    return quantity and quantity._replace(measure=measures.ANGGARAN)


def unlabelled(ledger: Ledger, facts: tuple[Fact, ...], labelled: tuple[Fact, ...]) -> Iterator[Result]:
    """Hold budgets that do not say whether they are before or after the change against those that do."""
    if named(ledger, facts[0]) is None:
        return
    rest = []
    for fact in facts:
        same = next((other for other in labelled if agree(fact, other)), None)
        earlier = before_change(ledger, fact) if same is None else None
        if same is not None:
            yield changed_since(ledger, fact, same, labelled)
        elif earlier is not None:
            yield unchanged(ledger, fact, earlier, facts)
        else:
            rest.append(fact)
    after = [other for other in labelled if other.measure == measures.ANGGARAN_PERUBAHAN]
    known = (*rest, *after[-1:])
    for result in mentions.compare(ledger, known) if len(known) > 1 else ():
        planned = any(ledger.role(fact) in PLANNED for fact in result.facts)
        softer = result.verdict == "problem" and planned
        yield replace(result, severity="warning", note=CHANGED, constraint=None) if softer else result


def unchanged(ledger: Ledger, fact: Fact, earlier: Fact, facts: tuple[Fact, ...]) -> Result:
    """Hold a plan's budget that another line had before its change against the other budgets of its own line."""
    others = [other for other in facts if other.table_id != fact.table_id and not agree(other, fact)]
    others.sort(key=lambda other: ledger.role(other) in PLANNED)
    if not others:
        return replace(mentions.compared(ledger, fact, earlier, None), reason=f"as {earlier.measure}")
    later = is_called_changed(ledger, fact)
    found = mentions.compared(ledger, fact, others[0], "warning" if later else "info")
    return replace(found, note=BEFORE if later else UNCHANGED, constraint=None)


def is_called_changed(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a table calls itself changed."""
    table = ledger.table.get(fact.table_id)
    return table is not None and AFTER.search(table.caption) is not None


def changed_since(ledger: Ledger, fact: Fact, same: Fact, labelled: tuple[Fact, ...]) -> Result:
    """Return a pass, unless a plan that calls itself changed prints the budget before its change."""
    after = [other for other in labelled if other.measure == measures.ANGGARAN_PERUBAHAN and not agree(other, fact)]
    if same.measure == measures.ANGGARAN_MURNI and after and is_called_changed(ledger, fact):
        return replace(mentions.compared(ledger, fact, after[-1], "warning"), note=BEFORE, constraint=None)
    return replace(mentions.compared(ledger, fact, same, None), reason=f"as {same.measure}")


def before_change(ledger: Ledger, fact: Fact) -> Fact | None:
    """Return an amount that the report labels as before its change and that a plan repeats under another name."""
    murni = ledger.of_measure.get(measures.ANGGARAN_MURNI, ()) if ledger.role(fact) in PLANNED else ()
    same = (other for other in murni if other.value and agree(fact, other))
    return next((other for other in same if has_changed(ledger, other)), None)


def has_changed(ledger: Ledger, earlier: Fact) -> bool:
    """Tell whether the report prints another budget after the change."""
    return any(not agree(later, earlier) for later in ledger.beside(earlier, measures.ANGGARAN_PERUBAHAN))


RULE = Rule(
    id="budgets-agree",
    title=Text(
        "A budget line has one budget in every table",
        "Satu baris anggaran memiliki satu pagu di semua tabel",
    ),
    reason="PK, DPA and realisasi speak of one budget; where it changed during the year, the report should say so.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): Bab III B reports the budget used to realise the PK.",
    resolve=Text(
        "Say which budget is meant, before or after the change, and print the same one everywhere.",
        "Sebutkan anggaran yang dimaksud, murni atau perubahan, dan samakan di semua tabel.",
    ),
    message=Text(
        "{place}: the numbers disagree: the budget is {printed} here and {expected} at {other}.",
        "{place}: angka tidak sesuai: anggaran di sini {printed}, sedangkan di {other} {expected}.",
    ),
    check=check,
)
