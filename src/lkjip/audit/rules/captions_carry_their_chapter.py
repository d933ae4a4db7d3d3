"""The number of a table or figure starts with the number of its chapter, where the others do."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, listing_pages
from lkjip.settings import Settings

NUMERALS: Final = ("I", "II", "III", "IV", "V", "VI")
CAPTION: Final = re.compile(
    r"^\s*(?P<kind>tabel|table|gambar|grafik)\.?\s*(?P<chapter>\d|[IVX]+)\s*[.\-]\s*(?P<place>\d+)", re.I
)
USUAL: Final = 4  # chapters of a report: behind an earlier one more must follow
MOST: Final = 0.75  # of the numbers that must carry their chapter before one that does not is missed
FEWEST: Final = 4  # such numbers


class Caption(NamedTuple):
    """A numbered caption: the chapter that its number names, and the chapters that it may stand in."""

    page: int
    table_id: str
    printed: str
    named: int
    actual: range


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the number of every caption with its chapter."""
    listing = listing_pages(ledger)
    starts = [(chapter_page(ledger, numeral), at) for at, numeral in enumerate(NUMERALS, start=1)]
    known = [(page, at) for page, at in starts if page is not None and page not in listing]
    if [page for page, _ in known] != sorted({page for page, _ in known}):
        return  # a heading out of its order: what is in the chapter is not known
    captions = list(numbered(ledger, known))
    fitting = sum(caption.named in caption.actual for caption in captions)
    if fitting < FEWEST or fitting < MOST * len(captions):
        return
    for caption in captions:
        if caption.named in caption.actual:
            yield Result("passed")
        else:
            expected = "/".join(map(str, caption.actual))
            yield Result("problem", spot=spot(caption), expected=Text(expected, expected))


def numbered(ledger: Ledger, starts: list[tuple[int, int]]) -> Iterator[Caption]:
    """Return the captions whose number names a chapter; one on a page where a chapter starts may be of either.

    Where a chapter has no heading of its own, what stands before the next one may be of it.
    """
    for page, table_id, text in captions_of(ledger):
        found = CAPTION.match(text)
        chapter = max((at for start, at in starts if start <= page), default=0)
        if found and chapter and page not in {start for start, _ in starts}:
            last = chapter + 1 if chapter >= USUAL else len(NUMERALS) + 1
            following = min((at for start, at in starts if start > page), default=last)
            name = found["chapter"].upper()
            named = NUMERALS.index(name) + 1 if name in NUMERALS else int(name) if name.isdigit() else 0
            yield Caption(page, table_id, " ".join(found.group().split()), named, range(chapter, following))


def captions_of(ledger: Ledger) -> Iterator[tuple[int, str, str]]:
    """Return page, table and text of every caption."""
    for table in ledger.reading.tables:
        yield table.page, table.table_id, table.number
    for line in ledger.reading.lines:
        if line.kind in ("heading", "paragraph", "caption") and line.text.lower().startswith(("gambar", "grafik")):
            yield line.page, "", line.text


def spot(caption: Caption) -> Spot:
    """Return the place of a caption."""
    words = shortened(caption.printed)
    place = Text(words, words) if caption.table_id else page_place(caption.page, words)
    return Spot(caption.page, caption.table_id, printed=caption.printed, place=place)


RULE = Rule(
    id="caption-chapters",
    title=Text("Tables and figures carry the number of their chapter", "Nomor tabel dan gambar sesuai dengan babnya"),
    reason="A number of another chapter was copied, and references to it lead astray.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Number it by its chapter.", "Sesuaikan nomornya dengan bab."),
    message=Text(
        "{place}: the number does not fit, it stands in chapter {expected}.",
        "{place}: nomor tidak sesuai, letaknya di bab {expected}.",
    ),
    check=check,
)
