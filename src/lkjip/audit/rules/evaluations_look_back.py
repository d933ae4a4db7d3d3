"""A report does not cite an evaluation of itself, nor a letter that evaluates a year long past."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import Paragraph, matches, spot
from lkjip.audit.wording import both
from lkjip.settings import Settings

EVALUATION: Final = re.compile(
    r"\bevaluasi\s+(?:[\w.&/-]+\s+){0,6}(?:atas|terhadap)\s+(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj?ip|lakip)\b"
    r"[^.;]{0,60}?\btahun\s+(?:anggaran\s+)?(?P<year>20\d\d)",
    re.I,
)
LETTER: Final = re.compile(
    r"\b(?:tanggal|tgl\.?|tertanggal)\s+\d{1,2}\s+[a-z]+\s+(?P<dated>20\d\d)\b[^;]{0,160}?\bevaluasi\b[^;]{0,120}?"
    r"\b(?P<said>(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*(?P<year>20\d\d))\b",
    re.I,
)
ITSELF: Final = Text("the evaluation of this very report is cited", "yang dikutip evaluasi atas laporan ini sendiri")
DATED: Final = Text("the letter is of {year}", "suratnya bertahun {year}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the year of every report whose evaluation a sentence cites, and of every dated letter about one."""
    for paragraph, found in matches(ledger, EVALUATION):
        if ledger.year.isdigit():
            earlier = str(int(ledger.year) - 1)
            yield result((paragraph, found, 0), found["year"] < ledger.year, earlier, ITSELF)
    for paragraph, found in matches(ledger, LETTER):
        before = str(int(found["dated"]) - 1)
        fits = before <= found["year"] <= found["dated"]  # some name the year in which they evaluate
        yield result((paragraph, found, "said"), fits, before, both(DATED, year=found["dated"]))


def result(at: tuple[Paragraph, re.Match[str], str | int], fits: bool, year: str, note: Text) -> Result:
    """Return whether the year of an evaluated report fits."""
    return Result("passed") if fits else Result("problem", spot=spot(*at), expected=Text(year, year), note=note)


RULE = Rule(
    id="evaluations-look-back",
    title=Text("An evaluation is of an earlier report", "Evaluasi adalah atas laporan sebelumnya"),
    reason="The report of a year is evaluated when it is finished; it cannot hold the result.",
    severity="info",
    basis="PermenPAN-RB 88/2021 (since 2021) and 12/2015 before it: the evaluation follows the report.",
    resolve=Text("Name the year of the report that was evaluated.", "Sebut tahun laporan yang dievaluasi."),
    message=Text(
        "{place}: the evaluated year does not fit, {expected} was meant: {printed}.",
        "{place}: tahun yang dievaluasi tidak sesuai, seharusnya {expected}: {printed}.",
    ),
    check=check,
)
