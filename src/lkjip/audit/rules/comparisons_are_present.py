"""Bab III holds the seven comparisons and analyses that the regulation recommends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lkjip.audit.ledger import Ledger, page_place
from lkjip.audit.model import NOTHING, Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, paragraphs
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


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every part in Bab III, in the roles of its tables and in its words."""
    start = chapter_page(ledger, "III")
    if start is None:
        return
    end = chapter_page(ledger, "IV") or max(page.page for page in ledger.reading.lines) + 1
    texts = [p.text for p in paragraphs(ledger) if start <= p.page <= end]
    texts += [f"{t.caption} {t.section}" for t in ledger.reading.tables if start <= t.page <= end]
    roles = {table.role for table in ledger.reading.tables if start <= table.page <= end}
    for each in PARTS:
        held = bool(each.roles & roles) or any(each.words.search(text) for text in texts)
        place = page_place(start, "Bab III")
        note = each.note
        yield (
            Result("passed")
            if held
            else Result("problem", spot=Spot(start, place=place), expected=each.name, note=note)
        )


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
