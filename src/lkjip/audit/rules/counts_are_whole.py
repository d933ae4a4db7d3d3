"""What is counted is a whole number: no 1,07 innovations, no 3,5 reports."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

COUNTED: Final = re.compile(
    r"laporan|dokumen|orang|unit|kegiatan|paket|desa|kelurahan|kelompok|lembaga|kali|sop|aplikasi|inovasi|peserta"
)
THOUSANDS: Final = 3  # decimals that are thousands
NAMED: Final = re.compile(
    r"^(?:- )?(?:jumlah|banyaknya)\s+(?!rata|persen|nilai|indeks|anggaran|dana|realisasi|produksi|capaian)"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every target, realisasi and count of what is counted."""
    for measure in (measures.TARGET, measures.REALISASI, measures.JUMLAH):
        for fact in ledger.of_measure.get(measure, ()):
            if COUNTED.fullmatch(fact.unit) or is_named_count(ledger, fact):
                yield examine(fact)


def is_named_count(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether an indikator calls itself a number of things."""
    name = ledger.subject[fact.subject_id].uraian.lower()
    return fact.unit in ("", "persen") and fact.measure != measures.JUMLAH and bool(NAMED.match(name))


def examine(fact: Fact) -> Result:
    """Return whether a count is whole; a percentage of a count is another unit, and a warning."""
    grouped = fact.decimals == THOUSANDS  # "27,510" people: a comma between thousands
    fits = grouped or number(fact) == number(fact).to_integral_value()
    return Result(verdict(fits), (fact,), fact)


RULE = Rule(
    id="counts-whole",
    title=Text("What is counted is a whole number", "Besaran yang dihitung berupa bilangan bulat"),
    reason="Half a report cannot be delivered: the number or its unit is another one.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II F (since 2014): indikator are measurable.",
    resolve=Text("Correct the number, or the unit of the indikator.", "Perbaiki angkanya, atau satuan indikatornya."),
    message=Text("{place}: {printed} is no count.", "{place}: {printed} bukan jumlah yang dapat dihitung."),
    check=check,
)
