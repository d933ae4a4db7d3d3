"""What a sentence claims of all indikator, of some, or of the money fits what the tables print."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.formulas import direction
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.mentions import GENERIC, own_name, reference
from lkjip.audit.model import HUNDRED, Result, Rule, Text
from lkjip.audit.rules.claims_fit_their_numbers import SENTENCE
from lkjip.audit.text import Paragraph, paragraphs, spot
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

MET: Final = r"(?:telah|sudah|berhasil|dapat)\s+(?:(?:mencapai|memenuhi|melampaui|melebihi)\s+target|tercapai)\b"
ALL_MET: Final = re.compile(
    rf"\b(?:semua|seluruh|keseluruhan)\s+indikator\b[^.;,]{{0,90}}?\b(?P<claim>{MET}[^.;,]*)", re.I
)
NOT_ALL: Final = re.compile(
    r"\b(?:hampir|kecuali|belum|tidak|agar|untuk|diharapkan|misi|sasaran\s+(?:ke|strategis|\d))\b", re.I
)
PLAN_END: Final = re.compile(r"\bakhir\s+(?:periode\s+)?(?:renstra|rencana\s+strategis)\b", re.I)
SOME_LACK: Final = re.compile(
    r"\b(?:beberapa|sebagian)\s+indikator(?:\s+\w+){0,3}?\s+(?P<claim>masih\s+(?:menuntut|memerlukan|perlu|membutuhkan)\s+"
    r"(?:kerja\s+keras|upaya)|(?:belum|tidak|kurang)\s+(?:mencapai|memenuhi|tercapai))\b",
    re.I,
)
SAVED: Final = re.compile(
    r"\b(?P<claim>efisiensi\s[^.;\d]{0,30}\b(?:telah|sudah|sangat|cukup)\s+(?:tinggi|baik|tercapai))\b", re.I
)
CHOSEN: Final = re.compile(
    r"\b(?:indikator|sasaran|program|kegiatan)\s+yang\s+(?:pen)?capaian\w*\s+(?:kinerja\w*\s+)?"
    r"(?P<claim>(?:telah\s+)?(?:mencapai|sebesar|sama\s+dengan)\s+100\s?%)",
    re.I,
)
EFFICIENCY: Final = "efficiency"  # role of the tables that list what reached its target, with its money
NEXT: Final = 2  # pages after a sentence on which the table stands that it announces
AROUND: Final = 40  # characters before "semua indikator" that may say of which
FEWEST: Final = 3  # numbers before it says something that all are alike
BELOW: Final = Text("{place} prints a capaian of {value} %", "{place} memuat capaian {value} %")
TARGET: Final = Text(
    "the target at {place} is {value}, the realisasi is less", "target di {place} {value}, realisasinya kurang"
)
FULL: Final = Text("no table prints a capaian below 100 %", "tidak ada tabel yang memuat capaian di bawah 100 %")
SPENT: Final = Text(
    "no row of the table of efficiency spends less than its budget",
    "tidak ada baris tabel efisiensi dengan realisasi di bawah anggaran",
)
Named = dict[str, Fact]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the claims of every sentence against the tables."""
    capaian = of_year(ledger, measures.CAPAIAN)
    for paragraph in paragraphs(ledger):
        for sentence in SENTENCE.finditer(paragraph.text):
            yield from all_met(ledger, paragraph, sentence, capaian)
            yield from chosen(ledger, paragraph, sentence)
            found = SOME_LACK.search(paragraph.text, *sentence.span())
            if found and len(capaian) >= FEWEST:
                yield result(paragraph, found, FULL if all(number(f) >= HUNDRED for f in capaian.values()) else None)
            found = SAVED.search(paragraph.text, *sentence.span())
            rows = spending(ledger) if found else []
            if found and len(rows) >= FEWEST:
                yield result(paragraph, found, SPENT if all(spent >= budget for budget, spent in rows) else None)


@lru_cache(maxsize=8)
def of_year(ledger: Ledger, measure: str) -> Named:
    """Return the number of the report's year that most tables give every indikator, by its name."""
    rows = [(ledger.subject[fact.subject_id], fact) for fact in sure(ledger, measure)]
    known = [(own_name(ledger, row.key), fact) for row, fact in rows if row.level == "indikator" and not row.scope]
    named = grouped((pair for pair in known if not GENERIC.fullmatch(pair[0])), lambda pair: pair[0])
    return {name: reference(ledger, tuple(fact for _, fact in pairs)) for name, pairs in named.items()}


def sure(ledger: Ledger, measure: str) -> list[Fact]:
    """Return the numbers of the report's year that tables print and that took no guess to read."""
    inside = (fact for fact in ledger.of_measure.get(measure, ()) if fact.table_id and not fact.guess)
    return [fact for fact in inside if fact.period in (ledger.year, "")]


def all_met(ledger: Ledger, paragraph: Paragraph, sentence: re.Match[str], capaian: Named) -> Iterator[Result]:
    """Hold the claim that all targets were met against every capaian, or against the targets at the end of the plan."""
    found = ALL_MET.search(paragraph.text, *sentence.span())
    if not found or NOT_ALL.search(paragraph.text, max(sentence.start(), found.start() - AROUND), found.end()):
        return
    if PLAN_END.search(found["claim"]):
        missed = missed_targets(ledger)
        note = both(TARGET, place=ledger.place(missed[0]), value=shown(missed[0])) if missed else None
        yield result(paragraph, found, note)
    elif capaian:
        low = [fact for fact in capaian.values() if number(fact) < HUNDRED]
        note = both(BELOW, place=ledger.place(low[0]), value=shown(low[0])) if low else None
        yield result(paragraph, found, note)


def chosen(ledger: Ledger, paragraph: Paragraph, sentence: re.Match[str]) -> Iterator[Result]:
    """Hold the claim that a table of efficiency lists only what reached 100 % against the capaian of its rows."""
    found = CHOSEN.search(paragraph.text, *sentence.span())
    if found is None:
        return
    pages = range(paragraph.page, paragraph.page + NEXT + 1)
    tables = [table for table in ledger.reading.tables if table.role == EFFICIENCY and table.page in pages]
    if tables:
        names = {own_name(ledger, row.key) for row in ledger.rows.get(tables[0].table_id, ())}
        low = [fact for fact in sure(ledger, measures.CAPAIAN) if number(fact) < HUNDRED]
        listed = [fact for fact in low if names & {own_name(ledger, row.key) for row in in_row(ledger, fact)}]
        note = both(BELOW, place=ledger.place(listed[0]), value=shown(listed[0])) if listed else None
        yield result(paragraph, found, note)


def in_row(ledger: Ledger, fact: Fact) -> list[Subject]:
    """Return what stands in the row of a fact: a kegiatan and its indikator."""
    return [row for row in ledger.rows[fact.table_id] if row.row == fact.row]


def missed_targets(ledger: Ledger) -> list[Fact]:
    """Return the targets for the end of the plan that the report's realisasi does not reach."""
    realisasi = of_year(ledger, measures.REALISASI)
    targets = [fact for fact in ledger.of_measure.get(measures.TARGET, ()) if ledger.role(fact) == "target_akhir"]
    rows = [(fact, ledger.subject[fact.subject_id]) for fact in targets]
    known = [(fact, row, realisasi.get(own_name(ledger, row.key))) for fact, row in rows]
    up = [(fact, reached) for fact, row, reached in known if reached and direction(row) != "turun"]
    return [fact for fact, reached in up if fact.unit == reached.unit and number(reached) < number(fact)]


def spending(ledger: Ledger) -> list[tuple[Decimal, Decimal]]:
    """Return budget and realisasi of every row of the tables of efficiency."""
    spent = [f for f in ledger.of_measure.get(measures.REALISASI_ANGGARAN, ()) if ledger.role(f) == EFFICIENCY]
    return [(number(budgets[0]), number(fact)) for fact in spent if (budgets := ledger.budgets(fact))]


def result(paragraph: Paragraph, found: re.Match[str], note: Text | None) -> Result:
    """Return a claim as a problem where something speaks against it."""
    return Result("problem", spot=spot(paragraph, found, "claim"), note=note) if note else Result("passed")


RULE = Rule(
    id="claims-fit-tables",
    title=Text("Claims fit the tables", "Pernyataan sesuai dengan tabel"),
    reason="Readers quote the claim, not the table; where they contradict each other one of them is wrong.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the words or the table.", "Perbaiki kata-kata atau tabelnya."),
    message=Text("{place}: words and tables disagree: {printed}.", "{place}: kata dan tabel tidak sesuai: {printed}."),
    check=check,
    guess_matters=False,
)
