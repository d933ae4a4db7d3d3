"""A printed formula of capaian can tell good from bad: it is no constant, and its brackets are in place."""

from collections.abc import Iterator
from typing import Final

from lkjip.audit.formulas import PrintedFormula, printed_formulas
from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.records import Severity
from lkjip.settings import Settings

FAULTS: Final = {
    "constant": Text("it gives 100 whatever the realisasi is", "hasilnya selalu 100 berapa pun realisasinya"),
    "misprinted": Text("as its brackets stand it gives no percentage", "letak kurungnya tidak menghasilkan persentase"),
}


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at every formula of target and realisasi that the report prints."""
    for formula in printed_formulas(ledger):
        fault = FAULTS.get(formula.kind)
        if fault is None:
            yield Result("passed", reason=formula.kind)
        else:
            severity: Severity = "error" if formula.kind == "constant" else "info"
            yield Result("problem", spot=spot(formula), note=fault, severity=severity)


def spot(formula: PrintedFormula) -> Spot:
    """Return the place of a formula."""
    words = shortened(formula.text)
    return Spot(formula.page, printed=formula.text, place=page_place(formula.page, words))


RULE = Rule(
    id="formula-sound",
    title=Text("A formula of capaian can tell good from bad", "Rumus capaian dapat membedakan hasil baik dan buruk"),
    reason="(realisasi - (realisasi - target)) / target is always 100 %: a misprint that spread between reports.",
    severity="error",
    basis="As commonly applied: (target - (realisasi - target)) / target x 100 where lower is better.",
    resolve=Text("Print the formula that was meant.", "Perbaiki rumusnya."),
    message=Text("{place}: the formula is misprinted.", "{place}: rumusnya salah cetak."),
    check=check,
)
