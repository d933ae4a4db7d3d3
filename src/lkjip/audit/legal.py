"""Legal references in sentences: which kind of regulation, its number, year and title."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger
from lkjip.audit.text import Paragraph, paragraphs
from lkjip.records import Cell

KINDS: Final = {
    "UU": r"undang\s?-\s?undang|UU",
    "PP": r"peraturan pemerintah|PP",
    "PERPRES": r"peraturan presiden|perpres",
    "INPRES": r"instruksi presiden|inpres",
    "PERMENPAN": r"(?:peraturan menteri|permen)\s*-?\s*(?:negara\s+)?(?:pendayagunaan|pan\b|panrb)",
    "PERMENDAGRI": r"peraturan menteri dalam negeri|permendagri",
    "PERDA": r"peraturan daerah|perda",
    "PERKADA": r"peraturan (?:bupati|wali\s?kota|gubernur)|per[bp]u[bp]|perwal(?:i|ko)?|pergub",
}
KIND: Final = "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in KINDS.items())
NUMBER: Final = (
    r"(?P<number>\d{1,4}[A-Z]?)\s*(?:[/.]\s*[A-Za-z][\w./-]*?\s*)?(?:tahun\s*|thn\.?\s*|/\s*(?:tahun\s*)?)"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*[-\u2013]\s*20)"
)
REFERENCE: Final = re.compile(
    rf"(?:{KIND})(?P<issuer>(?:(?!\bnomor\b|\bno\b)[^\d;:]){{0,90}}?)(?:\b(?:nomor|no)\b\.?\s*:?\s*)?{NUMBER}", re.I
)
TITLE: Final = re.compile(r"^[\s,)]*(?:tanggal\s+[\w\s]{5,20}?)?\s*(?:tentang\s+)+(?P<title>[A-Za-z][^;:.()]*)", re.I)
DATED: Final = re.compile(r"^\s*tanggal\s+\d{1,2}\s+\w+\s+(?P<year>(?:19|20)\d\d)\b", re.I)
OTHER_KIND: Final = re.compile(r"\b(?:undang\s?-\s?undang|peraturan|instruksi|keputusan|surat|perda)\b", re.I)
LIGHT: Final = frozenset(("dan", "serta", "atas", "yang", "di", "dari", "antara", "tentang", "pedoman"))
SPELLINGS: Final = {"review": "reviu", "kkn": "korupsi kolusi nepotisme", "pemda": "pemerintahan daerah"}
SAME_WORD: Final = 75.0  # of two spellings: reviu, review; survei, survey


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation that a sentence names; `title` is what follows "tentang", perhaps with more of the sentence."""

    kind: str
    number: str
    year: str
    issuer: str
    title: str
    date: str  # behind its year, where one is printed
    dated: str  # the year of that
    paragraph: Paragraph
    match: re.Match[str]
    cell: Cell | None = None  # where a table names it

    @property
    def printed(self) -> str:
        """Return the reference as printed, from its kind to its year and its date."""
        return " ".join(f"{self.match.group()}{self.date}".split())


def citations(ledger: Ledger) -> Iterator[Citation]:
    """Return the regulations that the sentences of a report name, and then those of its tables."""
    for paragraph in paragraphs(ledger):
        yield from named(paragraph)
    for cell in ledger.reading.cells:
        for each in named(Paragraph(cell.page, cell.kind, cell.text)):
            yield replace(each, cell=cell)


def named(paragraph: Paragraph) -> Iterator[Citation]:
    """Return the regulations that a text names."""
    for found in REFERENCE.finditer(paragraph.text):
        if not OTHER_KIND.search(found["issuer"]):
            yield citation(paragraph, found)


def citation(paragraph: Paragraph, found: re.Match[str]) -> Citation:
    """Return one reference with the title and date behind it."""
    behind = paragraph.text[found.end() :]
    title, dated = TITLE.match(behind), DATED.match(behind)
    kind = next(name for name in KINDS if found[name])
    number = found["number"].lstrip("0").upper()
    return Citation(
        kind,
        number,
        found["year"],
        " ".join(found["issuer"].split()),
        " ".join(title["title"].split()) if title else "",
        dated.group() if dated else "",
        dated["year"] if dated else "",
        paragraph,
        found,
    )


@cache
def official_titles() -> dict[tuple[str, str, str], str]:
    """Return the titles of national regulations that these reports cite, by kind, number and year."""
    with (Path(__file__).parent / "regulations.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["kind"], row["number"], row["year"]): row["title"] for row in csv.DictReader(stream)}


def words(title: str) -> list[str]:
    """Return the words of a title that carry meaning."""
    spelled = " ".join(SPELLINGS.get(word, word) for word in re.findall(r"[a-z]+", title.lower()))
    return [word for word in spelled.split() if word not in LIGHT]


def opens_with(printed: str, title: str) -> bool:
    """Tell whether a printed text starts with a title, spelling aside."""
    wanted, found = words(title), words(printed)
    return len(found) >= len(wanted) and all(same(one, other) for one, other in zip(wanted, found, strict=False))


def is_inside(printed: str, title: str) -> bool:
    """Tell whether all words of a printed text are words of a title, which starts otherwise."""
    wanted, found = words(title), words(printed)
    return not same(found[0], wanted[0]) and all(any(same(one, other) for other in wanted) for one in found)


def same(one: str, other: str) -> bool:
    """Tell whether two words are one, differently spelled or run together with a neighbour."""
    return one == other or fuzz.ratio(one, other) >= SAME_WORD


def likeness(printed: str, title: str) -> float:
    """Return how much the beginning of a printed text is like a title, in per cent."""
    wanted = words(title)
    return fuzz.ratio(" ".join(words(printed)[: len(wanted) + 1]), " ".join(wanted))
