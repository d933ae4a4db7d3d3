"""The running text of a report: its paragraphs, chapters and the places of words in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Spot
from lkjip.masking import masked
from lkjip.read.prose.passages import Passage, passages
from lkjip.records import Line

CHAPTER_LINE: Final = re.compile(r"^\s*bab\s+([ivx]+)\b", re.I)
LABEL: Final = re.compile(r"^\s*(?:tabel|table)\s*[.:]?\s*((?:\d+|[IVX]+\b)(?:\s*[.\-]\s*\d+)*)", re.I)
LISTED: Final = 3  # chapters that a page names when it only announces them
AROUND: Final = 24  # characters shown before a word in a sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, paragraph or list item."""

    page: int
    kind: str
    text: str


@lru_cache(maxsize=4)
def passages_of(ledger: Ledger) -> tuple[Passage, ...]:
    """Return the headings, paragraphs and list items outside tables, in reading order."""
    return tuple(passages(ledger.reading.lines))


@lru_cache(maxsize=4)
def paragraphs(ledger: Ledger) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the report outside tables, in reading order, with their numbers and bullets."""
    return tuple(
        Paragraph(passage.page, passage.kind, f"{passage.marker} {passage.plain}".strip())
        for passage in passages_of(ledger)
    )


def every_text(ledger: Ledger) -> Iterator[str]:
    """Yield every text of the report, in tables and outside."""
    yield from (line.text for line in ledger.reading.lines)
    yield from (cell.text for cell in ledger.reading.cells)
    yield from (table.caption for table in ledger.reading.tables)


def chapter_page(ledger: Ledger, numeral: str) -> int | None:
    """Return the page on which a chapter ("III") starts: its last heading on a page that does not list the chapters."""
    listing = listing_pages(ledger)
    pages = [page for name, page in chapter_headings(ledger) if name == numeral]
    own = [page for page in pages if page not in listing] or pages
    return own[-1] if own else None


def listing_pages(ledger: Ledger) -> set[int]:
    """Return the pages that announce the chapters: those with the headings of several."""
    headings = chapter_headings(ledger)
    return {page for _, page in headings if len({name for name, other in headings if other == page}) >= LISTED}


def chapter_headings(ledger: Ledger) -> list[tuple[str, int]]:
    """Return number and page of every heading that names a chapter."""
    headings = (line for line in ledger.reading.lines if line.kind == "heading")
    return [(found[1].upper(), line.page) for line in headings if (found := CHAPTER_LINE.match(line.text))]


def label_numbers(ledger: Ledger) -> set[str]:
    """Return the folded numbers that lines and captions open with: those of tables that are pictures, too."""
    texts = [line.text for line in ledger.reading.lines] + [table.caption for table in ledger.reading.tables]
    return {folded_number(found[1]) for text in texts if (found := LABEL.match(text))}


def folded_number(number: str) -> str:
    """Return a table number without spaces, its parts joined by dots: "3. 2" and "3-2" are "3.2"."""
    return re.sub(r"[\s.\-]+", ".", number.strip(" .-")).upper()


def matches(ledger: Ledger, pattern: re.Pattern[str]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Return where a pattern stands in the paragraphs of the report."""
    for paragraph in paragraphs(ledger):
        for found in pattern.finditer(paragraph.text):
            yield paragraph, found


def spot(paragraph: Paragraph, found: re.Match[str], group: str | int = 0) -> Spot:
    """Return the place of a match, or of a group of it, with the words around it; never a NIP."""
    start = max(paragraph.text.rfind(" ", 0, max(found.start(group) - AROUND, 0)), 0)
    words = masked(shortened(paragraph.text[start:].strip()))
    return Spot(paragraph.page, printed=masked(found[group].strip()), place=page_place(paragraph.page, words))


def below_table(ledger: Ledger, line: Line) -> Spot:
    """Return the place of a line below a table, or on its page where no table ends above it."""
    above = [region for region in ledger.reading.regions if region.page == line.page and region.y1 <= line.y0]
    table = max(above, key=lambda region: (region.y1, region.table_id)).table_id if above else ""
    name = shortened(line.text)
    place = ledger.cell_place(table, line.page, (name,)) if table else page_place(line.page, name)
    return Spot(line.page, table, printed=line.text.strip(), place=place)
