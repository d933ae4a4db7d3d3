"""The decision that sets the IKU is of the Renstra in force, not of an earlier one."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.plan_periods_agree import PLAN, SAME
from lkjip.audit.text import matches, spot
from lkjip.settings import Settings

DECISION: Final = re.compile(
    r"\b(?:surat\s+)?keputusan\s+(?:camat|kepala|direktur|bupati|wali\s?kota|gubernur|sekretaris)\b[^.;:]{0,80}?"
    r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]+\s*(?:tahun\s+|/\s*)(?P<year>20\d\d)"
    r"(?=\s+tentang\s+(?:penetapan\s+|perubahan\s+(?:atas\s+)?)?(?:indikator\s+kinerja\s+utama|iku)\b)",
    re.I,
)
RENSTRA: Final = "renstra"
BEFORE: Final = 1  # years before its Renstra in which the IKU may be decided


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the year of every decision on the IKU with the first year of the Renstra that holds the report's year."""
    start = first_year(ledger)
    for paragraph, found in matches(ledger, DECISION) if start else ():
        if start - BEFORE <= int(found["year"]):
            yield Result("passed")
        else:
            yield Result("problem", spot=spot(paragraph, found), expected=Text(str(start), str(start)))


def first_year(ledger: Ledger) -> int:
    """Return the year in which the Renstra starts that most mentions give, 0 where none holds the report's year."""
    plans = [found for _, found in matches(ledger, PLAN) if SAME.get(found[1].lower(), found[1].lower()) == RENSTRA]
    years = Counter(int(found[2]) for found in plans if found[2] <= ledger.year <= found[3])
    return years.most_common(1)[0][0] if years else 0


RULE = Rule(
    id="iku-of-plan",
    title=Text("The IKU are decided for the Renstra in force", "IKU ditetapkan untuk Renstra yang berlaku"),
    reason="A new Renstra sets new sasaran; the indikator of the old decision may not measure them.",
    severity="info",
    basis="PermenPAN 20/2008 and PermenPAN-RB 53/2014 (since 2014): IKU follow the medium-term plan.",
    resolve=Text("Cite the decision in force, or renew it.", "Rujuk keputusan yang berlaku, atau perbarui."),
    message=Text(
        "{place}: {printed} is older than the Renstra, which starts in {expected}.",
        "{place}: {printed} lebih lama daripada Renstra yang dimulai tahun {expected}.",
    ),
    check=check,
)
