"""A sasaran is measured by the same indikator in the IKU, the PK, the Renstra and the capaian tables."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, grouped, shortened
from lkjip.audit.mentions import own_name
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.records import Subject
from lkjip.settings import Settings

ALIKE: Final = 70.0  # similarity of two names in per cent, whatever the order of their words and what one has more
ROLES: Final = frozenset(
    ("perjanjian_kinerja", "iku", "renstra", "target_akhir", "indicator", "comparison", "efficiency")
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the indikator of every sasaran between tables that give it exactly one."""
    rows = [s for s in ledger.subjects if s.table_id and s.sasaran and s.level == "indikator" and s.key]
    rows = [s for s in rows if ledger.table[s.table_id].role in ROLES and is_of_year(ledger, s)]
    for subjects in grouped(rows, lambda subject: folded(subject.sasaran)).values():
        tables = grouped(subjects, lambda subject: subject.table_id)
        single = [found[0] for found in tables.values() if len({s.key for s in found}) == 1]
        if len(single) > 1:
            names = [own_name(ledger, subject.key) for subject in single]
            usual = Counter(names).most_common(1)[0][0]
            for subject, name in zip(single, names, strict=True):
                yield examine(ledger, subject, (name, usual))


def is_of_year(ledger: Ledger, subject: Subject) -> bool:
    """Tell whether a row is about the report's year; a plan for the next one may have other indikator."""
    return any(fact.period == ledger.year for fact in ledger.of_subject[subject.subject_id])


def folded(sasaran: str) -> str:
    """Return a sasaran for comparison: its words, "tersedia" and "tersedianya" alike."""
    return " ".join(word.removesuffix("nya") for word in sasaran.lower().split())


def examine(ledger: Ledger, subject: Subject, names: tuple[str, str]) -> Result:
    """Return whether an indikator is the usual one of its sasaran, by its name."""
    fits = fuzz.token_set_ratio(*names) >= ALIKE
    place = ledger.cell_place(subject.table_id, subject.page, (shortened(subject.sasaran),))
    spot = Spot(subject.page, subject.table_id, subject.row, None, subject.uraian, place)
    return Result(verdict(fits), ledger.of_subject[subject.subject_id], spot=spot, expected=Text(names[1], names[1]))


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
