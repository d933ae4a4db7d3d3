"""A report that calls its capaian "sangat memuaskan" prints the scale that says so."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.scales import printed_scales
from lkjip.audit.text import every_text
from lkjip.settings import Settings

CATEGORY: Final = re.compile(
    r"\b(?:kategori|katagori|predikat|kriteria|capaian|dinyatakan|dinilai)\s+(?:yang\s+|kinerja\s+|adalah\s+)?[\"“”']?"
    r"((?:(?:sangat|cukup|kurang|tidak)\s+)?(?:memuaskan|baik|tinggi)|sangat berhasil|cukup berhasil|kurang berhasil)\b",
    re.I,
)
NATIONAL: Final = re.compile(r"\b(?:s?akip|skm|ikm|indeks kepuasan|survei kepuasan|mutu pelayanan|zona|opini)\b", re.I)
SCALE: Final = re.compile(
    r"\b(?:skala|interval|rentang|(?:kriteria|kategori) (?:penilaian|capaian|nilai))\b|[<>≤≥]\s?\d", re.I
)
KINDS: Final = frozenset({"paragraph", "item"})


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for sentences that rate the performance; an evaluation or a survey has a national scale."""
    scales = printed_scales(ledger) or any(SCALE.search(text) for text in every_text(ledger))  # or one not understood
    for block, lines in ledger.blocks.items():
        text = ledger.text(block)
        found = CATEGORY.search(text) if lines[0].kind in KINDS else None
        if found and not NATIONAL.search(text):
            spot = Spot(lines[0].page, printed=found[1], place=page_place(lines[0].page, shortened(text)))
            yield Result("passed" if scales else "problem", spot=spot)


RULE = Rule(
    id="categories-have-scale",
    title=Text("A category stands on a printed scale", "Kategori capaian memiliki skala yang dicantumkan"),
    reason="Without the scale nobody can tell whether a result is very good or merely good.",
    severity="info",
    basis="Permendagri 86/2017 (since 2017), scale of realisasi kinerja; as commonly applied.",
    resolve=Text("Print the scale before it is used.", "Cantumkan skala penilaian sebelum digunakan."),
    message=Text(
        "{place}: the performance is called {printed}, but the report prints no scale.",
        "{place}: kinerja disebut {printed}, padahal laporan tidak mencantumkan skalanya.",
    ),
    check=check,
    guess_matters=False,
)
