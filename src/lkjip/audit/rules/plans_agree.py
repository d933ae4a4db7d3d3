"""An indikator has one target for a year in the PK, the IKU, the Renstra and the capaian tables."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.audit import mentions
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.settling import settled
from lkjip.records import Fact
from lkjip.settings import Settings

LONG_TERM: Final = frozenset({"renstra", "iku", "target_akhir"})  # tables whose targets a PK may have revised
RPJMD: Final = re.compile(r"\brpjmd?\b", re.I)
REVISED: Final = Text("A PK may have revised a long-term target", "PK dapat merevisi target jangka menengah")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the targets of every indikator and year."""
    targets = sorted(ledger.of_measure.get(measures.TARGET, ()), key=lambda fact: ledger.role(fact) in LONG_TERM)
    groups = mentions.quantities(ledger, targets)  # a target of the year leads over one of a long-term plan
    for result in settled(ledger, (result for group in groups for result in mentions.compare(ledger, group))):
        if result.verdict == "problem" and len({long_term(ledger, fact) for fact in result.facts}) > 1:
            yield replace(result, severity="warning", note=REVISED, constraint=None)
        else:
            yield result


def long_term(ledger: Ledger, fact: Fact) -> str:
    """Return the long-term plan that a target belongs to: by its heading, else by its table; empty for the year's."""
    named = RPJMD.search(ledger.heading(fact.table_id, fact.column))
    return "rpjmd" if named else "renstra" if ledger.role(fact) in LONG_TERM else ""


RULE = Rule(
    id="plans-agree",
    title=Text(
        "An indikator has one target for a year in every table",
        "Satu indikator memiliki satu target per tahun di semua tabel",
    ),
    reason="Capaian means nothing where the target changes from table to table.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu III: targets are those of the PK (since 2014).",
    resolve=Text(
        "Print the target of the PK everywhere, or explain where and why it was revised.",
        "Cantumkan target sesuai PK di semua tabel, atau jelaskan perubahannya.",
    ),
    message=Text(
        "{place}: the numbers disagree: the target is {printed} here and {expected} at {other}.",
        "{place}: angka tidak sesuai: target di sini {printed}, sedangkan di {other} {expected}.",
    ),
    check=check,
)
