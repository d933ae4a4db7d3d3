"""A kegiatan has one target and one realisasi in every table and sentence that gives it one indikator of one unit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit import mentions
from lkjip.audit.ledger import LINES, Ledger
from lkjip.audit.mentions import PLAIN_UNITS, own_name
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.phrases import shared
from lkjip.grouping import grouped
from lkjip.read.prose.subjects import INHERITED
from lkjip.records import Fact
from lkjip.settings import Settings

MEASURES: Final = (measures.TARGET, measures.REALISASI)
LEAST_SHARED: Final = 0.5  # of the words of two names that make them one indikator
OF_LINE: Final = Text(
    "Both stand for this kegiatan, but may count different things",
    "Keduanya untuk kegiatan ini, tetapi mungkin menghitung hal yang berbeda",
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare what tables and sentences plan and report for every kegiatan, in units of things that are counted."""
    lines = line_of_rows(ledger)
    for measure in MEASURES:
        named = [(name, fact) for fact in ledger.of_measure.get(measure, ()) if (name := line(ledger, fact, lines))]
        for pairs in grouped(named, lambda pair: (pair[0], pair[1].unit, pair[1].period)).values():
            facts = tuple(named_above(fact) for _, fact in pairs)
            if len(facts) > 1 and facts[0].unit not in PLAIN_UNITS:
                yield from compared(ledger, facts)


def named_above(fact: Fact) -> Fact:
    """Return a fact, trusted where only the kegiatan above its sentence says what it is about."""
    return replace(fact, guess="") if fact.guess == INHERITED else fact


def line_of_rows(ledger: Ledger) -> dict[tuple[str, int | None], str]:
    """Return the kegiatan of every table row that has exactly one, and exactly one indikator."""
    found = {}
    for place, rows in grouped((s for s in ledger.subjects if s.table_id), lambda s: (s.table_id, s.row)).items():
        lines = [row for row in rows if row.kind == "anggaran" and row.level in LINES and row.key]
        if len(lines) == 1 and sum(row.kind == "indikator" for row in rows) == 1 and not lines[0].scope:
            found[place] = own_name(ledger, lines[0].key)
    return found


def line(ledger: Ledger, fact: Fact, lines: dict[tuple[str, int | None], str]) -> str:
    """Return the kegiatan that a number is about, or an empty text."""
    subject = ledger.subject[fact.subject_id]
    if fact.table_id:
        return lines.get((fact.table_id, fact.row), "")
    return own_name(ledger, subject.key) if subject.level in LINES else ""


def compared(ledger: Ledger, facts: tuple[Fact, ...]) -> Iterator[Result]:
    """Compare the numbers of one kegiatan; what has one name is compared elsewhere."""
    for result in mentions.compare(ledger, facts):
        names = [indikator(ledger, fact) for fact in result.facts]
        if len(names) < 2 or names[0] != names[1] or not names[0]:
            yield softened(result, names) if result.verdict == "problem" else result


def indikator(ledger: Ledger, fact: Fact) -> str:
    """Return the indikator that a table gives a number, or an empty text."""
    return own_name(ledger, ledger.subject[fact.subject_id].key) if fact.table_id else ""


def softened(result: Result, names: list[str]) -> Result:
    """Return a contradiction as a warning, as a note where the indikator have little in common."""
    apart = all(names) and shared(*names) < LEAST_SHARED
    return replace(result, severity="info" if apart else None, note=OF_LINE, constraint=None)


RULE = Rule(
    id="kegiatan-targets",
    title=Text(
        "A kegiatan has one target and one realisasi in every table",
        "Satu kegiatan memiliki satu target dan satu realisasi di semua tabel",
    ),
    reason="A reader cannot tell what was planned where the PK and the capaian of a kegiatan name other numbers.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III: targets are those of the PK (since 2014).",
    resolve=Text(
        "Print the target of the PK everywhere, or explain the difference.",
        "Cantumkan target sesuai PK di semua tabel, atau jelaskan perbedaannya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {expected} at {other}.",
        "{place}: angka tidak sesuai: tertulis {printed}, sedangkan di {other} tertulis {expected}.",
    ),
    check=check,
)
