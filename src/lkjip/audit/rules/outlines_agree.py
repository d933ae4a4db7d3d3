"""The outline in the introduction, the table of contents and the body have one order and one way of numbering."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.contents_match_the_headings import CHAPTER, NUMERALS, Heading, outline
from lkjip.audit.spelling import words
from lkjip.audit.text import listing_pages
from lkjip.audit.wording import both
from lkjip.records import Line
from lkjip.settings import Settings

FRONT: Final = re.compile(
    r"^\W*(kata\s+pengantar|pengantar|daftar\s+isi|(?:ringkasan|ikhtisar)\s+eksekutif)\W*(?:[ivx]+|\d+)?\s*$", re.I
)
PREFACE: Final = re.compile(r"^kata\s+(?=pengantar)")
TITLE: Final = re.compile(r"^\s*daftar\s+isi\s*$", re.I)
DIGIT: Final = re.compile(r"^\s*(\d)\.\s*([A-Za-z][^.;:]*?)\s*[.;:]?\s*$")
FEWEST: Final = 3  # parts in front, in each of two orders
LETTERS: Final = "ABCDEFGH"
ORDER: Final = Text("the body has the order {order}", "urutan di dalam laporan adalah {order}")
STYLE: Final = Text("the section itself is numbered “{mark}.”", "bagian itu sendiri bernomor “{mark}.”")
SKIPPED: Final = Text("the chapter before it is {before}", "bab sebelumnya adalah {before}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the outline that the report gives of itself with the contents and with its body."""
    pages = listing_pages(ledger)
    listing = [line for line in ledger.reading.lines if line.page in pages]
    body = [line for line in ledger.reading.lines if line.page not in pages and is_heading(line)]
    if listing:
        yield from ordered(listing, body)
        yield from numbered(listing, outline(body))
        yield from counted(listing)


def is_heading(line: Line) -> bool:
    """Tell whether a line may be a heading: that of the table of contents is read with its entries."""
    return line.kind in ("heading", "item") or (line.kind == "contents" and TITLE.match(line.text) is not None)


def ordered(listing: Sequence[Line], body: Sequence[Line]) -> Iterator[Result]:
    """Compare the order of the parts before the first chapter."""
    announced, printed = fronts(listing), fronts(line for line in body if line.kind != "item")
    parts = [name for name in announced if name in printed]
    order = [name for name in printed if name in announced]
    if len(parts) < FEWEST:
        return
    if parts == order:
        yield Result("passed")
        return
    words_of = [announced[name].text.strip(" ;.,") for name in parts]
    first = announced[next(name for name, other in zip(parts, order, strict=True) if name != other)]
    note = both(ORDER, order=", ".join(printed[name].text.strip(" ;.,").title() for name in order))
    yield problem(first, ", ".join(words_of), note)


def fronts(lines: Iterable[Line]) -> dict[str, Line]:
    """Return the lines that name a part before the first chapter, in order."""
    found: dict[str, Line] = {}
    for line in lines:
        part = FRONT.match(line.text)
        if part:
            found.setdefault(PREFACE.sub("", " ".join(part[1].lower().split())), line)
    return found


def numbered(listing: Sequence[Line], printed: dict[tuple[str, str], Heading]) -> Iterator[Result]:
    """Look for sections that the outline numbers with digits and the body with letters."""
    chapter = ""
    for line in listing:
        opened, item = CHAPTER.match(line.text), DIGIT.match(line.text)
        chapter = opened[1].upper() if opened else chapter
        mark = LETTERS[int(item[1]) - 1] if item and 0 < int(item[1]) <= len(LETTERS) else ""
        section = printed.get((chapter, mark))
        if item and section and words(section.title) == words(item[2]):
            yield problem(line, line.text.strip(), both(STYLE, mark=mark))


def counted(listing: Sequence[Line]) -> Iterator[Result]:
    """Look for a chapter that is not the next one."""
    opened = [(found[1].upper(), line) for line in listing if (found := CHAPTER.match(line.text))]
    known = [(NUMERALS.index(name), line) for name, line in opened if name in NUMERALS]
    for (before, _), (place, line) in pairwise(known):
        if place > before + 1:
            yield problem(line, line.text.strip(), both(SKIPPED, before=NUMERALS[before]))
        else:
            yield Result("passed")


def problem(line: Line, printed: str, note: Text) -> Result:
    """Return the result for one line of the outline."""
    return Result(
        "problem", spot=Spot(line.page, printed=printed, place=page_place(line.page, shortened(line.text))), note=note
    )


RULE = Rule(
    id="outline-agrees",
    title=Text("The outline describes the report as it is", "Sistematika sesuai dengan susunan laporannya"),
    reason="A reader finds the parts in another order, or under other numbers, than announced.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the outline, or the headings.", "Perbaiki sistematika, atau judul bagiannya."),
    message=Text(
        "{place}: the outline says “{printed}”, the report differs.",
        "{place}: sistematika menyebut “{printed}”, laporannya berbeda.",
    ),
    check=check,
)
