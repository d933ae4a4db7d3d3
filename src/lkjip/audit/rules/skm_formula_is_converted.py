"""The printed formula of the satisfaction index converts it to the scale of its values."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import paragraphs
from lkjip.settings import Settings

FORMULA: Final = re.compile(r"persepsi[^;]{0,80}unsur[^;]{0,80}penimbang", re.I)
CONVERTED: Final = re.compile(r"(?<!\d)25(?!\d)")
NAME: Final = re.compile(r"\bkepuasan\b|\bikm\b|\bskm\b", re.I)
HIGHEST: Final = Decimal(4)  # that the formula gives without the conversion


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the formula in sentences and cells of a report that prints a converted index."""
    said = [text for paragraph in paragraphs(ledger) if CONVERTED.search(text := paragraph.text) and NAME.search(text)]
    if any(FORMULA.search(text) or "konversi" in text.lower() for text in said) or not is_converted(ledger):
        return
    for text, spot in formulas(ledger):
        yield Result("passed") if CONVERTED.search(text) else Result("problem", spot=spot)


def is_converted(ledger: Ledger) -> bool:
    """Tell whether the report prints a satisfaction index above the highest that unsur have."""
    named = (fact for fact in ledger.numbers if NAME.search(fact.subject))
    return any(fact.value is not None and fact.value > HIGHEST for fact in named)


def formulas(ledger: Ledger) -> Iterator[tuple[str, Spot]]:
    """Return every text that prints the formula, with its place."""
    for paragraph in paragraphs(ledger):
        found = FORMULA.search(paragraph.text)
        if found:
            place = page_place(paragraph.page, shortened(paragraph.text))
            yield paragraph.text, Spot(paragraph.page, printed=found.group(), place=place)
    for cell in ledger.reading.cells:
        found = FORMULA.search(cell.text)
        if found:
            words = (ledger.heading(cell.table_id, cell.column),)
            yield cell.text, ledger.cell_spot(cell, found.group(), words)


RULE = Rule(
    id="skm-formula",
    title=Text("The formula of the index gives its values", "Rumus indeks menghasilkan nilainya"),
    reason="Without the conversion by 25 the formula gives a value from 1 to 4, not the index that is reported.",
    severity="info",
    basis="PermenPAN-RB 14/2017, Lampiran (since 2017): SKM nilai is multiplied by 25.",
    resolve=Text("Print the whole formula, “x 25” included.", "Tulis rumus lengkap termasuk “x 25”."),
    message=Text(
        "{place}: the formula lacks the conversion by 25: “{printed}”.",
        "{place}: rumus tanpa konversi 25: “{printed}”.",
    ),
    check=check,
)
