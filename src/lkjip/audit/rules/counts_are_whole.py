"""What is counted is a whole number: no 1,07 innovations, no 3,5 reports."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import NOTHING, Result, Rule, Text
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

COUNTED: Final = re.compile(
    r"laporan|dokumen|orang|unit|kegiatan|paket|desa|kelurahan|kelompok|lembaga|kali|sop|aplikasi|inovasi|peserta"
)
THOUSANDS: Final = 3  # decimals that are thousands
OTHERS: Final = Text("so are {count} more numbers of this name", "demikian juga {count} angka lain dengan nama ini")
NAMED: Final = re.compile(
    r"^(?:- )?(?:jumlah|banyaknya)\s+(?!rata|persen|nilai|indeks|anggaran|dana|realisasi|produksi|capaian)"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every target, realisasi and count of what is counted; a name's numbers are one problem."""
    facts = [
        f for kind in (measures.TARGET, measures.REALISASI, measures.JUMLAH) for f in ledger.of_measure.get(kind, ())
    ]
    counted = [fact for fact in facts if COUNTED.fullmatch(fact.unit) or is_named_count(ledger, fact)]
    counted.sort(key=lambda fact: (fact.page, fact.table_id, fact.row or 0, fact.column or 0))
    yield from (Result("passed", (fact,), fact) for fact in counted if is_whole(fact))
    broken = [fact for fact in counted if not is_whole(fact)]
    for same in grouped(broken, lambda fact: ledger.subject[fact.subject_id].key or fact.subject_id).values():
        yield Result("problem", same, same[0], note=repeated(len(same)))


def is_named_count(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether an indikator calls itself a number of things."""
    name = ledger.subject[fact.subject_id].uraian.lower()
    return fact.unit in ("", "persen") and fact.measure != measures.JUMLAH and bool(NAMED.match(name))


def is_whole(fact: Fact) -> bool:
    """Tell whether a count is whole; "27,510" people have a comma between thousands."""
    return fact.decimals == THOUSANDS or number(fact) == number(fact).to_integral_value()


def repeated(count: int) -> Text:
    """Return a clause for a name that has several such numbers."""
    return both(OTHERS, count=str(count - 1)) if count > 1 else NOTHING


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
