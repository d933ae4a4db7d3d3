"""A report that prints capaian says how they were computed."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, column_name
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, every_text
from lkjip.settings import Settings

FORMULA: Final = re.compile(
    r"\brumus\b|\brumusan\s+(?:yang\s+digunakan|per(?:sentase|hitungan)|capaian|berikut)|\bformula(?:si)?\b|"
    r"\bcara\s+(?:per|peng|meng)?hitung|\bdihitung\s+dengan\s+(?:cara\s+)?(?:membagi|membanding)|[x×*]\s*100|"
    r"\b(?:realisasi|capaian)\W{0,4}(?:/|:|÷|dibagi|dibandingkan(?:\s+dengan)?)\W{0,4}(?:target|rencana)|"
    r"\bpersentase\s+pencapaian\s+(?:rencana|target)\s*=",
    re.I,
)
FEWEST: Final = 3  # capaian beside a realisasi before a reader asks how they came about


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a formula in a report whose tables print capaian; a part of a report may have it elsewhere."""
    inside = (fact for fact in ledger.of_measure.get(measures.CAPAIAN, ()) if fact.table_id)
    capaian = [fact for fact in inside if ledger.beside(fact, measures.REALISASI)]
    if len(capaian) >= FEWEST and chapter_page(ledger, "III") is not None:
        first = capaian[0]
        place = ledger.cell_place(
            first.table_id, first.page, (column_name(ledger.heading(first.table_id, first.column)),)
        )
        held = any(FORMULA.search(text) for text in every_text(ledger))
        yield Result(verdict(held), spot=Spot(first.page, first.table_id, None, first.column, "", place))


RULE = Rule(
    id="capaian-formula",
    title=Text("The report says how capaian are computed", "Laporan menyebutkan cara menghitung capaian"),
    reason="Without the formula nobody can check a capaian, or tell whether the largest were cut.",
    severity="info",
    basis="As commonly applied: Bab III opens with the formulas and the scale of its measurement.",
    resolve=Text(
        "Print the formula, also that for targets where less is better.",
        "Cantumkan rumusnya, termasuk untuk target yang makin rendah makin baik.",
    ),
    message=Text(
        "{place}: capaian are printed here, and nowhere does the report say how they are computed.",
        "{place}: capaian tercantum di sini, tetapi cara menghitungnya tidak disebutkan di mana pun.",
    ),
    check=check,
)
