"""Bab III holds the seven comparisons and analyses that the regulation recommends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, page_place
from lkjip.audit.model import NOTHING, Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, paragraphs
from lkjip.records import Table
from lkjip.settings import Settings


@dataclass(frozen=True, slots=True)
class Part:
    """One of the seven parts: its name, the roles of tables that hold it, and the words that announce it."""

    name: Text
    roles: frozenset[str]
    words: re.Pattern[str]
    note: Text = NOTHING


def part(names: tuple[str, str], roles: str, words: str, note: Text = NOTHING) -> Part:
    """Return one part."""
    return Part(Text(*names), frozenset(roles.split()), re.compile(words, re.I), note)


WHERE_ONE_IS: Final = Text("it is due only where there is one", "hanya diperlukan bila ada standarnya")


PARTS: Final = (
    part(("target against realisasi", "target dan realisasi"), "indicator", r"target dan realisasi"),
    part(
        ("this year against earlier years", "tahun ini dengan tahun-tahun sebelumnya"),
        "comparison",
        r"tahun (?:sebelumnya|lalu)|beberapa tahun|dengan tahun 20\d\d|tahun 20\d\d dengan",
    ),
    part(
        ("realisasi against the medium-term target", "realisasi dengan target jangka menengah"),
        "target_akhir",
        r"jangka menengah|akhir (?:periode )?(?:renstra|rpjmd)|target akhir",
    ),
    part(
        ("realisasi against the national standard", "realisasi dengan standar nasional"),
        "",
        r"(?:standar|target|rata-rata|capaian|realisasi)\s+(?:\w+\s+){0,3}nasional",
        WHERE_ONE_IS,
    ),
    part(
        ("causes of success or failure, and solutions", "penyebab keberhasilan/kegagalan dan solusi"),
        "",
        r"penyebab|faktor (?:pendorong|penghambat|pendukung|keberhasilan)|hambatan|kendala|permasalahan",
    ),
    part(("efficiency of resources", "efisiensi sumber daya"), "efficiency", r"efisiensi"),
    part(
        ("programmes that helped or hindered", "program/kegiatan yang menunjang"),
        "",
        r"(?:program|kegiatan)\S*\s+(?:\S+\s+){0,4}(?:menunjang|mendukung|penunjang keberhasilan)",
    ),
)
REACHED: Final = "indicator"  # role of the tables of targets and what was reached
AHEAD: Final = "target_akhir"  # role of the tables of realisasi beside the targets of later years
PROGRESS: Final = Text(
    "how far the realisasi has come towards the last target", "sejauh mana realisasi mendekati target akhir"
)
SAYS_HOW_FAR: Final = re.compile(r"%|persen|capaian|kemajuan|progres|selisih|terhadap|thd", re.I)
OF_THE_PLAN: Final = re.compile(r"\b(?:renstra|rpjmd|rpd|jangka menengah|target akhir)\b", re.I)
SHARE: Final = re.compile(r"\d\s*(?:%|persen\b)", re.I)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every part in Bab III, in the roles of its tables and in its words."""
    start = chapter_page(ledger, "III")
    if start is None:
        return
    end = chapter_page(ledger, "IV") or max(page.page for page in ledger.reading.lines) + 1
    texts = [p.text for p in paragraphs(ledger) if start <= p.page <= end]
    inside = [table for table in ledger.reading.tables if start <= table.page <= end]
    texts += [f"{table.caption} {table.section}" for table in inside]
    roles = {table.role for table in inside} | {REACHED for table in inside if is_measured(ledger, table)}
    for each in PARTS:
        held = bool(each.roles & roles) or any(each.words.search(text) for text in texts)
        place = page_place(start, "Bab III")
        note = each.note
        yield (
            Result("passed")
            if held
            else Result("problem", spot=Spot(start, place=place), expected=each.name, note=note)
        )
    for table in inside:
        if table.role == AHEAD and looks_ahead(ledger, table):
            place = ledger.cell_place(table.table_id, table.page, ())
            spot = Spot(table.page, table.table_id, place=place)
            held = says_how_far(ledger, table)
            yield Result("passed") if held else Result("problem", spot=spot, expected=PROGRESS)


def is_measured(ledger: Ledger, table: Table) -> bool:
    """Tell whether a table prints target and realisasi of the report's year."""
    own = {fact.measure for fact in ledger.of_table.get(table.table_id, ()) if fact.period == ledger.year}
    return {measures.TARGET, measures.REALISASI} <= own


def looks_ahead(ledger: Ledger, table: Table) -> bool:
    """Tell whether a table prints a realisasi beside the target of a later year."""
    facts = ledger.of_table.get(table.table_id, ())
    later = any(fact.measure == measures.TARGET and fact.period > ledger.year for fact in facts)
    return later and any(fact.measure == measures.REALISASI for fact in facts)


def says_how_far(ledger: Ledger, table: Table) -> bool:
    """Tell whether a column, or a sentence on the plan near the table, says how far the realisasi has come."""
    headings = (ledger.heading(table.table_id, column) for column in range(table.columns))
    near = (p.text for p in paragraphs(ledger) if table.page <= p.page <= table.page + 1)
    return any(map(SAYS_HOW_FAR.search, headings)) or any(SHARE.search(t) and OF_THE_PLAN.search(t) for t in near)


RULE = Rule(
    id="comparisons-present",
    title=Text("Bab III holds the seven recommended parts", "Bab III memuat tujuh bagian yang dianjurkan"),
    reason="Without a comparison the reader cannot tell whether a realisasi is good.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Anak Lampiran II/1 (since 2014): recommended; the standard only where there is one.",
    resolve=Text("Add the part, or say why it does not apply.", "Tambahkan bagian itu, atau jelaskan alasannya."),
    message=Text("{place}: {expected} was not found.", "{place}: {expected} tidak ditemukan."),
    check=check,
)
