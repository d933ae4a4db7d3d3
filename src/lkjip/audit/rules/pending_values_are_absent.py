"""A value that the text calls not yet known is printed nowhere."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.audit.wording import both
from lkjip.records import Fact
from lkjip.settings import Settings

PENDING: Final = re.compile(
    r"\b(?:nilai|hasil|skor)\s+(?:evaluasi\s+|penilaian\s+)?(?:l?akip|sakip|akuntabilitas kinerja)\b"
    r"(?:(?!\btahun\s+(?P<other>20\d\d))[^.;]){0,80}?\b(?P<words>(?:masih\s+)?belum\s+(?:ada|keluar|terbit|diterima|"
    r"tersedia|dirilis|diumumkan|diketahui|dinilai|dievaluasi)(?:\s+atau\s+belum\s+(?:ada|keluar|terbit))?"
    r"(?:\s+hasilnya)?)\b",
    re.I,
)
PRINTED: Final = Text("elsewhere it is {value}", "di tempat lain nilainya {value}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the value of the report's year wherever a sentence says that there is none yet."""
    known = values(ledger)
    for paragraph, found in matches(ledger, PENDING):
        if known:
            note = both(PRINTED, value=shown(known[0]))
            yield Result("problem", tuple(known), spot=spot(paragraph, found), note=note)
        else:
            yield Result("passed")


def values(ledger: Ledger) -> list[Fact]:
    """Return the values of the evaluation that the report prints for its own year."""
    facts = ledger.of_measure.get(measures.NILAI_SAKIP, ())
    return [fact for fact in facts if fact.period == ledger.year and not fact.guess and fact.value]


RULE = Rule(
    id="pending-absent",
    title=Text("A value that is not yet known is printed nowhere", "Nilai yang belum keluar tidak tercantum"),
    reason="One of the two passages is of another version of the report.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Delete the passage that no longer holds.", "Hapus bagian yang sudah tidak berlaku."),
    message=Text("{place}: the text says “{printed}”.", "{place}: teks menyebut “{printed}”."),
    check=check,
)
