"""A kecamatan's report speaks of its own kecamatan, not of one whose report was copied."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, paragraphs
from lkjip.places import folded, kecamatan, kecamatan_within
from lkjip.records import Severity
from lkjip.settings import Settings

WORD: Final = r"[A-Z][A-Za-z'\u2019]+"
NAMED: Final = re.compile(rf"\b(?:[Kk]ecamatan|KECAMATAN)\s+({WORD}(?:\s*-?\s*{WORD}){{0,2}})")
OF_UNIT: Final = (
    r"(?:renstra|renja|rencana strategis|rencana kerja|perjanjian kinerja|lkj?ip|lakip|laporan (?:akuntabilitas )?kinerja|"
    r"indikator kinerja utama|iku|dpp?a|camat)\s+(?:perubahan\s+)?"
)
OWN_PAPERS: Final = re.compile(rf"\b{OF_UNIT}$", re.I)
OTHER_OFFICE: Final = re.compile(
    rf"\b(?i:{OF_UNIT})((?:Dinas|Badan|Inspektorat|DINAS|BADAN|INSPEKTORAT)\s+{WORD}(?:\s+{WORD})*)"
)
OTHER_TASK: Final = re.compile(
    r"\bfungsi penunjang urusan pemerintahan\s+(?:di\s+)?bidang\s+(?:perencanaan|penelitian|keuangan|kepegawaian|"
    r"pendidikan|pengawasan)[\w\s]{0,60}\b",
    re.I,
)
BORDER: Final = re.compile(r"\b(?:berbatasan|perbatasan|batas(?:nya)?|sebelah (?:utara|selatan|timur|barat))\b", re.I)
SLIP: Final = 85.0  # similarity of a misspelled name to the own one, in per cent
ANOTHER: Final = Text("another kecamatan is named", "nama kecamatan lain disebut")
MISSPELLED: Final = Text("the own name is misspelled", "nama kecamatan sendiri salah ditulis")
OFFICE: Final = Text("another kind of office is named", "jenis perangkat daerah lain disebut")
TASK: Final = Text("this is the task of another kind of office", "ini tugas jenis perangkat daerah lain")


class Own(NamedTuple):
    """The report's own kecamatan and its kabupaten, folded."""

    name: str
    kabupaten: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every kecamatan that is named after Bab I with the report's own, and every office with a kecamatan."""
    name = folded(ledger.attribute.get("kecamatan", ""))
    if not name:
        return
    own = Own(name, ledger.attribute.get("kabupaten", "").casefold())
    start = chapter_page(ledger, "II") or 1
    every = list(places(ledger, start))
    lonely = of_one_kecamatan(every, own)
    for text, where in every:
        yield from names(text, where, own, where.table_id in lonely)
        for pattern, note in ((OTHER_OFFICE, OFFICE), (OTHER_TASK, TASK)):
            for found in pattern.finditer(text):
                yield problem(where, found[found.lastindex or 0], note, "warning")


def places(ledger: Ledger, start: int) -> Iterator[tuple[str, Spot]]:
    """Return every text from a page on, in sentences and in cells, with its place."""
    for paragraph in paragraphs(ledger):
        if paragraph.page >= start:
            yield paragraph.text, Spot(paragraph.page, place=page_place(paragraph.page, shortened(paragraph.text)))
    for cell in ledger.reading.cells:
        if cell.page >= start:
            yield cell.text, ledger.cell_spot(cell)


def of_one_kecamatan(every: Iterable[tuple[str, Spot]], own: Own) -> set[str]:
    """Return the tables that name a single other kecamatan: those that compare several name more."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, where in every:
        named = (known_in(name[1]) for name in NAMED.finditer(text))
        found[where.table_id].update(folded(name) for name in named if name and not is_own(name, own.name))
    return {table for table, others in found.items() if table and len(others) == 1}


def known_in(name: str) -> str:
    """Return the kecamatan that words start with, or an empty text."""
    return kecamatan_within(re.split(r"\s+", re.sub(r"\s*-\s*", "-", name)))


def names(text: str, where: Spot, own: Own, lonely: bool) -> Iterator[Result]:
    """Judge every kecamatan that a text names; `lonely` says that its table names no third one."""
    for found in NAMED.finditer(text):
        name = found[1]
        known = known_in(name)
        part = not known or own.name.startswith(folded(known))
        if is_own(name, own.name) or BORDER.search(text):
            yield Result("passed")
        elif part and fuzz.ratio(folded(name)[: len(own.name) + 1], own.name) >= SLIP:
            yield problem(where, found.group(), MISSPELLED, "info")
        elif part or is_own(known, own.name):
            yield Result("passed")
        else:
            papers = OWN_PAPERS.search(text[: found.start()]) is not None
            near = own.kabupaten in (regency.casefold() for regency in kecamatan()[folded(known)])
            if papers or lonely or not near:
                yield problem(where, f"Kecamatan {known}", ANOTHER, "warning" if papers else "info")


def is_own(name: str, own: str) -> bool:
    """Tell whether a name is the unit's own, or a part of it where a line or cell ends."""
    plain = folded(name)
    return own.startswith(plain) or plain.startswith(own) or own.endswith(plain)


def problem(where: Spot, printed: str, note: Text, severity: Severity) -> Result:
    """Return one name that does not belong here."""
    at = Spot(where.page, where.table_id, where.row, where.column, " ".join(printed.split()), where.place)
    return Result("problem", spot=at, note=note, severity=severity)


RULE = Rule(
    id="one-unit-named",
    title=Text("The report speaks of its own kecamatan", "Laporan menyebut kecamatannya sendiri"),
    reason="The name of another kecamatan shows that a text was copied, and its numbers perhaps too.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: made by the unit responsible (since 2014).",
    resolve=Text("Check whether the passage was copied.", "Periksa apakah bagian ini disalin dari laporan lain."),
    message=Text(
        "{place}: a name that does not belong here: {printed}.", "{place}: nama yang tidak sesuai: {printed}."
    ),
    check=check,
)
