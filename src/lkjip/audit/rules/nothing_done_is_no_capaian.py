"""A realisasi of zero has no full capaian, unless zero was the target or less is better."""

from collections.abc import Iterator

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the capaian beside every realisasi of zero that stands without a target."""
    for fact in ledger.of_measure.get(measures.REALISASI, ()):
        if fact.table_id and fact.value == 0 and not may_be_good(ledger, fact):
            for capaian in ledger.beside(fact, measures.CAPAIAN):
                assert capaian.value is not None
                yield Result(verdict(capaian.value < HUNDRED), (capaian, fact), capaian)


def may_be_good(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether zero may be what was wanted; where a target is printed, other rules compute the capaian."""
    subject = ledger.subject[fact.subject_id]
    return subject.arah == "turun" or bool(ledger.beside(fact, measures.TARGET))


RULE = Rule(
    id="nothing-done",
    title=Text("Nothing done is no full capaian", "Realisasi nol bukan capaian penuh"),
    reason="Work that was not done cannot have been achieved in full.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): capaian compares realisasi with target.",
    resolve=Text("Print the target, or correct one of the two.", "Cantumkan targetnya, atau perbaiki salah satunya."),
    message=Text(
        "{place}: the capaian is {printed} although the realisasi is 0, and no target is printed.",
        "{place}: capaian {printed} padahal realisasinya 0, dan targetnya tidak dicantumkan.",
    ),
    check=check,
)
