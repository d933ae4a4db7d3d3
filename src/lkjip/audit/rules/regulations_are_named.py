"""A regulation in the legal basis has a number and a year, and its kind and ministry carry their own names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.legal import REFERENCE
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import Paragraph, matches, paragraphs, spot
from lkjip.settings import Settings

MARKED: Final = re.compile(r"^\s*(?:[-•▪]|\(?(?:\d{1,2}|[a-z])[.)])\s+", re.I)
NAMED: Final = re.compile(
    r"^(?:undang\s?-\s?undang|peraturan\s+(?:pemerintah|presiden|menteri|daerah|bupati|wali\s?kota|gubernur)|"
    r"permen\w*|perpres|perda|perb?up|pergub|perwal\w*|instruksi\s+presiden|keputusan\s+(?:menteri|presiden|bupati|camat))\b",
    re.I,
)
MISSPELLED: Final = re.compile(r"\bperbub\b", re.I)
MINISTRY: Final = re.compile(
    r"peraturan\s+menteri\s+negara\s+pendayagunaan[^\d;]{0,80}?(?=\s*(?:\(|nomor|no\b)[^;]{0,40}?tahun\s*(?P<year>\d{4}))",
    re.I,
)
CONSTITUTION: Final = re.compile(
    r"undang\s?-\s?undang\s+dasar\s+(?:negara\s+)?republik\s+indonesia\s+tahun\s*(?=[,.;])", re.I
)
LONGEST: Final = 200  # characters of an item that names a regulation
NEIGHBOURS: Final = 3  # items around one that name a regulation with its number, before one without is missed
NEAR: Final = 4  # items before and behind
SINCE: Final = 2012  # the ministry's regulations no longer say "Negara"
NO_NUMBER: Final = Text("it has neither number nor year", "nomor dan tahunnya tidak disebutkan")
NO_YEAR: Final = Text("the year 1945 is left out", "tahun 1945 tidak tercantum")
PERBUP: Final = Text("the abbreviation is Perbup", "singkatannya Perbup")
WITHOUT: Final = Text("the ministry's name has no “Negara” here", "nama kementeriannya tanpa “Negara”")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the items of every list of regulations, and at the names of regulations in all sentences."""
    every = paragraphs(ledger)
    for at, item in enumerate(every[:-1]):
        text = MARKED.sub("", item.text)
        listed = MARKED.match(item.text) and MARKED.match(every[at + 1].text)  # else it may go on there
        if listed and NAMED.match(text) and len(text) <= LONGEST:
            yield numbered(item, text, [*every[max(at - NEAR, 0) : at], *every[at + 1 : at + 1 + NEAR]])
    for paragraph, found in matches(ledger, MISSPELLED):
        yield Result("problem", spot=spot(paragraph, found), note=PERBUP)
    for paragraph, found in matches(ledger, MINISTRY):
        if int(found["year"]) >= SINCE:
            yield Result("problem", spot=spot(paragraph, found), note=WITHOUT)
    for paragraph, found in matches(ledger, CONSTITUTION):
        yield Result("problem", spot=spot(paragraph, found), note=NO_YEAR)
    yield from in_cells(ledger)


def in_cells(ledger: Ledger) -> Iterator[Result]:
    """Look for the constitution without its year in names of kegiatan."""
    for cell in ledger.reading.cells:
        found = CONSTITUTION.search(cell.text)
        if found:
            printed = cell.text[found.end() - len("Tahun ") : found.end() + 1].strip()
            yield Result("problem", spot=ledger.cell_spot(cell, printed), note=NO_YEAR)


def numbered(item: Paragraph, text: str, around: Sequence[Paragraph]) -> Result:
    """Return whether a regulation has a number, where those around it have one."""
    others = sum(REFERENCE.search(other.text) is not None for other in around)
    if re.search(r"\d", text) or others < NEIGHBOURS:
        return Result("passed")
    name = shortened(text)
    return Result("problem", spot=Spot(item.page, printed=name, place=page_place(item.page, name)), note=NO_NUMBER)


RULE = Rule(
    id="regulations-named",
    title=Text("A regulation has its name, number and year", "Peraturan disebut dengan nama, nomor, dan tahunnya"),
    reason="Without number and year a reader cannot look the regulation up.",
    severity="info",
    basis="UU 12/2011, Lampiran II (since 2011): how regulations are named.",
    resolve=Text("Copy the name, number and year from the regulation.", "Salin nama, nomor, dan tahun peraturannya."),
    message=Text(
        "{place}: the regulation “{printed}” is not named in full.",
        "{place}: penyebutan peraturan “{printed}” tidak lengkap.",
    ),
    check=check,
)
