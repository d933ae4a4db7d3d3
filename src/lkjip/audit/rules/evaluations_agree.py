"""The value of the SAKIP evaluation, or of the survey, is one in its table, in the text and as a realisasi."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit import mentions
from lkjip.audit.ledger import TOTAL, Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.settling import settled
from lkjip.audit.survey import NAMED, OF_INDEX
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

SAKIP: Final = re.compile(r"\b(?:sakip|akip|akuntabilitas kinerja instansi pemerintah)\b")
OTHER_YEAR: Final = "they may be about different things"
OF_OTHERS: Final = re.compile(r"\b(?:persentase|jumlah|opd|perangkat daerah yang|rata)\b")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the mentions of both evaluations, year by year."""
    for facts in (list(of_sakip(ledger)), list(of_survey(ledger))):
        for group in grouped(facts, lambda fact: fact.period or ledger.year).values():
            if len({fact.measure for fact in group}) > 1 or any(not named(ledger, fact) for fact in group):
                yield from compared(ledger, group)


def compared(ledger: Ledger, group: tuple[Fact, ...]) -> Iterator[Result]:
    """Compare the mentions of one evaluation; what the rules of mentions compare already is left to them."""
    for result in settled(ledger, mentions.compare(ledger, group)):
        one, other = result.facts[0], result.facts[-1]
        if one.measure != other.measure or not named(ledger, one) or not named(ledger, other):
            yield softened(ledger, result)


def of_sakip(ledger: Ledger) -> Iterator[Fact]:
    """Return the values of the unit's own SAKIP: totals of its table, sentences, realisasi of the indikator."""
    for fact in ledger.numbers:
        subject = ledger.subject[fact.subject_id]
        about = SAKIP.search(subject.key) is not None
        stated = fact.measure == measures.NILAI_SAKIP and (about or subject.level == TOTAL)
        reached = fact.measure == measures.REALISASI and about and not OF_OTHERS.search(subject.key)
        if stated or reached:
            yield fact


def softened(ledger: Ledger, result: Result) -> Result:
    """Return a problem as a warning; one with a passage that names no year may recall where the plan set out."""
    if result.verdict != "problem":
        return result
    if all(is_dated(ledger, fact) for fact in result.facts):
        return replace(result, severity="warning")
    return replace(result, verdict="could_not_check", reason=OTHER_YEAR, constraint=None)


def is_dated(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether the passage of a score names its year."""
    if fact.source == "table" or fact.measure != measures.NILAI_SAKIP:
        return True
    return fact.period in ledger.text(ledger.subject[fact.subject_id].block_id)


def of_survey(ledger: Ledger) -> Iterator[Fact]:
    """Return the values of the survey: the index of its table, sentences, realisasi of the indikator."""
    for fact in ledger.numbers:
        key = ledger.subject[fact.subject_id].key
        in_table = ledger.role(fact) == "skm" and OF_INDEX.search(key) and fact.measure != measures.JUMLAH
        stated = fact.measure in (measures.NILAI_SKM, measures.REALISASI) and NAMED.match(key)
        if (in_table or stated) and fact.value is not None and 25 <= fact.value <= 100:
            yield fact


def named(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a fact has a name by which the rules of mentions find it."""
    return mentions.quantity(ledger, fact) is not None


RULE = Rule(
    id="evaluations-agree",
    title=Text("An evaluation has one value everywhere", "Nilai evaluasi sama di semua bagian"),
    reason="The realisasi of the indikator is the value of the evaluation; of two values one is of another year.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text("Print the value of the evaluation's letter everywhere.", "Samakan dengan surat hasil evaluasi."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {expected} at {other}.",
        "{place}: angka tidak sesuai: tertulis {printed}, sedangkan di {other} tertulis {expected}.",
    ),
    check=check,
)
