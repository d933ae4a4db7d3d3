"""A report does not cite an evaluation of itself."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.settings import Settings

EVALUATION: Final = re.compile(
    r"\bevaluasi\s+(?:[\w.&/-]+\s+){0,6}(?:atas|terhadap)\s+(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj?ip|lakip)\b"
    r"[^.;]{0,60}?\btahun\s+(?:anggaran\s+)?(?P<year>20\d\d)",
    re.I,
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the year of every report whose evaluation a sentence cites."""
    for paragraph, found in matches(ledger, EVALUATION):
        if ledger.year.isdigit():
            earlier = str(int(ledger.year) - 1)
            fits = found["year"] < ledger.year
            where = Text(earlier, earlier)
            yield Result(verdict(fits), spot=spot(paragraph, found), expected=None if fits else where)


RULE = Rule(
    id="evaluations-look-back",
    title=Text("An evaluation is of an earlier report", "Evaluasi adalah atas laporan sebelumnya"),
    reason="The report of a year is evaluated when it is finished; it cannot hold the result.",
    severity="info",
    basis="PermenPAN-RB 88/2021 (since 2021) and 12/2015 before it: the evaluation follows the report.",
    resolve=Text("Name the year of the report that was evaluated.", "Sebut tahun laporan yang dievaluasi."),
    message=Text(
        "{place}: the evaluation of this very report is cited; that of {expected} or before was meant.",
        "{place}: yang dikutip evaluasi atas laporan ini sendiri; seharusnya laporan tahun {expected} atau sebelumnya.",
    ),
    check=check,
)
