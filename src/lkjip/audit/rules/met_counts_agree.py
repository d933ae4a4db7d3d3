"""How many indikator a sentence says reached their target, and how many did not, is what the tables print."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED, Number, Result, Rule, Text
from lkjip.audit.rules.claims_fit_the_tables import of_year
from lkjip.audit.rules.claims_fit_their_numbers import SENTENCE
from lkjip.audit.text import paragraphs, spot
from lkjip.audit.wording import both
from lkjip.settings import Settings

COUNT: Final = r"\d{1,3}(?:\s*\([a-z ]+\))?"
WHOLE: Final = re.compile(
    rf"\bdari\s+(?:total\s+|jumlah\s+|seluruh\s+|sebanyak\s+)*(?P<count>{COUNT})\s+indikator\b", re.I
)
MET: Final = re.compile(
    rf"\b(?P<claim>(?P<count>{COUNT})\s+indikator(?:\s+\w+){{0,4}}?\s+(?P<not>(?:tidak|belum|kurang)\s+)?"
    r"(?:telah\s+|sudah\s+|berhasil\s+|dapat\s+)*(?:mencapai|memenuhi|melampaui|melebihi|tercapai)(?:\s+target)?)\b",
    re.I,
)
PRINTED: Final = Text(
    "of {all} indikator the tables give {met} a capaian of 100 % or more",
    "dari {all} indikator, {met} memiliki capaian 100 % atau lebih di tabel",
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Count the capaian of the year where a sentence speaks of as many indikator as the tables have."""
    capaian = of_year(ledger, measures.CAPAIAN).values()
    met = sum(number(fact) >= HUNDRED for fact in capaian)
    for paragraph in paragraphs(ledger):
        for sentence in SENTENCE.finditer(paragraph.text):
            whole = WHOLE.search(paragraph.text, *sentence.span())
            if whole and counted(whole) == len(capaian):
                for found in MET.finditer(paragraph.text, whole.end(), sentence.end()):
                    expected = len(capaian) - met if found["not"] else met
                    note = both(PRINTED, all=str(len(capaian)), met=str(met))
                    yield Result(
                        verdict(counted(found) == expected),
                        expected=Number(Decimal(expected), 0),
                        spot=spot(paragraph, found, "claim"),
                        note=note,
                    )


def counted(found: re.Match[str]) -> int:
    """Return a count as a number."""
    return int(found["count"].split("(")[0])


RULE = Rule(
    id="met-counts",
    title=Text(
        "As many indikator reached their target as the text says",
        "Jumlah indikator yang mencapai target sesuai dengan tabel",
    ),
    reason="How many indikator reached their target is the shortest summary of a year.",
    severity="warning",
    basis="As commonly applied: a capaian of 100 or more reaches the target.",
    resolve=Text("Count again, or correct the tables.", "Hitung ulang, atau perbaiki tabelnya."),
    message=Text(
        "{place}: the count is {printed}, but {expected} fits the tables.",
        "{place}: tertulis {printed}, padahal menurut tabel {expected}.",
    ),
    check=check,
)
