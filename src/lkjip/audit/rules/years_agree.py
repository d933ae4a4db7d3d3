"""The years of a sentence fit together, the plan and the report."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.plan_periods_agree import PLAN
from lkjip.audit.text import Paragraph, matches, paragraphs, spot
from lkjip.records import Severity
from lkjip.settings import Settings

YEAR: Final = r"(?:tahun\s+)?((?:19|20)\d\d)\b(?!\s*[-\u2013/]\s*\d)"
ITSELF: Final = re.compile(  # a realisasi and the target of one year may well be compared
    r"(?:\b(?P<what>(?:realisasi|capaian|pencapaian|hasil|nilai|kinerja)(?:\s+(?:kinerja|anggaran))?)\s+)?"
    r"\btahun\s+(?P<one>(?:19|20)\d\d)\s+(?:dan|dengan|terhadap|dibandingkan(?: dengan)?|dibanding(?: dengan)?)\s+"
    rf"(?:(?P=what)\s+)?{YEAR}(?!\s*[,.]?\s*(?:triwulan|semester))",
    re.I,
)
COMPARES: Final = re.compile(r"\b(?:di)?banding|\bperbandingan", re.I)
PLAN_END: Final = re.compile(
    rf"\b(?:akhir|terakhir)\s+(?:tahun\s+)?(?:periode\s+)?(?:perubahan\s+)?(?:renstra|rencana strategis)"
    rf"(?:\s+perubahan)?\s+(?:(?:di|pada|yaitu|yakni|,)\s+)?{YEAR}",
    re.I,
)
SIGNED: Final = re.compile(
    r"^[A-Z][\w' -]{2,30},\s+(\d{1,2})\s+(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|"
    r"nopember|desember)\s+((?:19|20)\d\d)\b",
    re.I,
)
REPORT: Final = re.compile(
    r"\b(?:lkj?ip|lakip|laporan\s+(?:akuntabilitas\s+)?kinerja)\b[^\d]*?\btahun\s*((?:19|20)\d\d)\b", re.I
)
OWN: Final = re.compile(
    r"\b(?:lkj?ip|lakip|lkip|laporan\s+(?:akuntabilitas\s+)?kinerja)\b(?:(?!\b(?:peraturan|negara)\b)[^.;\d]){0,120}?"
    r"\b(?P<said>tahun\s+(?:anggaran\s+)?(?P<year>20\d\d))\b(?!\s*[-\u2013/]\s*\d)",
    re.I,
)
ITS_MAKING: Final = re.compile(r"\b(?:penyusunan|menyusun|disusun(?:nya)?|tersusun(?:nya)?|maksud|sistematika)\b", re.I)
OF_OTHERS: Final = re.compile(
    r"\b(?:evaluasi|tindak\s+lanjut|sebelum(?:nya)?|lalu|banding\w*|menurut|berdasarkan|mengacu|berpedoman)\b", re.I
)
NAMED: Final = Text("the report itself is of {0}", "laporan ini sendiri tahun {0}")
HEADER: Final = Text(
    "the header or footer is that of another year's report", "kepala atau kaki halaman berasal dari laporan tahun lain"
)
FRONT: Final = 6  # pages in which the preface is signed
SAME: Final = Text("a year is compared with itself", "tahun dibandingkan dengan tahun itu sendiri")
ENDS: Final = Text("the plan ends in {0}", "periode rencananya berakhir tahun {0}")
EARLY: Final = Text(
    "the preface is signed before the year that it reports is over",
    "kata pengantar ditandatangani sebelum tahun yang dilaporkan berakhir",
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for comparisons of a year with itself, for the end of the plan, and for the date of the preface."""
    for paragraph, found in matches(ledger, ITSELF):
        if found["one"] != found[3]:
            yield Result("passed")
        elif COMPARES.search(paragraph.text):
            yield problem((paragraph, found), SAME, "warning")
    end = plan_end(ledger)
    for paragraph, found in matches(ledger, PLAN_END) if end else ():
        ends = Text(ENDS.en.format(end), ENDS.id.format(end))
        yield Result("passed") if found[1] == end else problem((paragraph, found), ends, "warning", end)
    yield from preface(ledger)
    yield from running(ledger)
    yield from own_name(ledger)


def plan_end(ledger: Ledger) -> str:
    """Return the last year of the plan that most sentences name, where it is not over yet; else an empty text."""
    ends = Counter(
        found[3] for _, found in matches(ledger, PLAN) if found[1].lower() in ("renstra", "rencana strategis")
    )
    ranked = ends.most_common(2)
    clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else ""


def running(ledger: Ledger) -> Iterator[Result]:
    """Hold the year in headers and footers against the report's; a line that every page repeats counts once."""
    seen: set[str] = set()
    for line in ledger.reading.lines:
        found = REPORT.search(line.text) if line.kind == "running" and ledger.year else None
        if found is None or found[1] in seen:
            continue
        seen.add(found[1])
        header = (Paragraph(line.page, line.kind, line.text), found)
        yield Result("passed") if found[1] == ledger.year else problem(header, HEADER, "warning", ledger.year)


def own_name(ledger: Ledger) -> Iterator[Result]:
    """Hold the year by which a sentence on its making calls the report; a later one would be of another report."""
    is_of = Text(NAMED.en.format(ledger.year), NAMED.id.format(ledger.year))
    for paragraph, found in matches(ledger, OWN):
        start = max(paragraph.text.rfind(stop, 0, found.start()) for stop in (". ", "; ")) + 1
        sentence = paragraph.text[start:].split(". ", 1)[0]
        before = paragraph.text[start : found.end()]
        if ledger.year and ITS_MAKING.search(sentence) and not OF_OTHERS.search(before):
            wrong = found["year"] < ledger.year
            yield problem((paragraph, found), is_of, "info", ledger.year) if wrong else Result("passed")


def preface(ledger: Ledger) -> Iterator[Result]:
    """Hold the date of the preface against the end of the year."""
    for paragraph in paragraphs(ledger):
        found = SIGNED.match(paragraph.text) if paragraph.page <= FRONT else None
        if found is None or not ledger.year:
            continue
        if found[3] > ledger.year:
            yield Result("passed")
        elif found[3] == ledger.year:
            yield problem((paragraph, found), EARLY, "info")
        return


def problem(at: tuple[Paragraph, re.Match[str]], note: Text, severity: Severity, expected: str = "") -> Result:
    """Return one problem with the years."""
    return Result("problem", spot=spot(*at), note=note, severity=severity, expected=Text(expected, expected))


RULE = Rule(
    id="years-agree",
    title=Text("The years of a sentence fit together", "Tahun-tahun dalam kalimat saling sesuai"),
    reason="A reader must know which years are compared; a wrong year shows that text was copied from another report.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the year.", "Perbaiki tahunnya."),
    message=Text("{place}: the years do not fit: {printed}.", "{place}: tahun tidak sesuai: {printed}."),
    check=check,
)
