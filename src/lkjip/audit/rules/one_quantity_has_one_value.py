"""One subject, measure and period has one value wherever the report prints it."""

from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit import mentions
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.settling import settled
from lkjip.audit.shares import share
from lkjip.settings import Settings

OUTCOMES: Final = (  # what was achieved has one value; plans and budgets may change and have rules of their own
    measures.REALISASI,
    measures.CAPAIAN,
    measures.REALISASI_ANGGARAN,
    measures.PERSEN_SERAPAN,
    measures.SISA_ANGGARAN,
    measures.PERSEN_SISA,
    measures.EFISIENSI,
    measures.NILAI_SAKIP,
    measures.NILAI_SKM,
    measures.NILAI_UNSUR,
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the mentions of every quantity."""
    for measure in OUTCOMES:
        facts = (fact for fact in ledger.of_measure.get(measure, ()) if share(ledger, fact) is None)
        compared = (
            result for group in mentions.quantities(ledger, facts) for result in mentions.compare(ledger, group)
        )
        yield from settled(ledger, compared)


RULE = Rule(
    id="one-value",
    title=Text(
        "One quantity has one value wherever it is printed",
        "Satu besaran memiliki satu nilai di mana pun dicetak",
    ),
    reason="A reader cannot use a number that another page contradicts.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu I and II: data that can be relied on (since 2014).",
    resolve=Text(
        "Find out which value the source document has, and print it everywhere.",
        "Periksa nilai pada dokumen sumber, lalu samakan di semua tempat.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {expected} at {other}.",
        "{place}: angka tidak sesuai: tertulis {printed}, sedangkan di {other} tertulis {expected}.",
    ),
    check=check,
)
