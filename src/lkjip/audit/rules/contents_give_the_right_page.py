"""The table of contents gives every chapter and section the page that is printed below it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.contents_match_the_headings import Heading, is_same, outline
from lkjip.audit.text import listing_pages
from lkjip.audit.wording import both
from lkjip.settings import Settings

PAGE: Final = re.compile(r"[\s.…](\d{1,3})\s*$")
LABEL: Final = re.compile(r"(?:^|[\s|])(\d{1,3})\s*$|^\s*(\d{1,3})\s*\|")
FEWEST: Final = 3  # entries with a page of both kinds
NEAREST: Final = 2  # pages off before an entry misleads: a heading may end a page in one edition and open the next
ALSO: Final = Text("{off} of {all} entries give another page", "{off} dari {all} butir menyebut halaman lain")


class Entry(NamedTuple):
    """An entry of the contents, the page that it gives, and the page printed where its heading stands."""

    heading: Heading
    given: int
    printed: int

    @property
    def off(self) -> int:
        """Return by how many pages the entry is wrong."""
        return abs(self.given - self.printed)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the pages of all entries, and name the entry that is farthest off."""
    known = list(entries(ledger))
    if len(known) < FEWEST:
        return
    wrong = [entry for entry in known if entry.off]
    worst = max(known, key=lambda entry: entry.off)
    yield from (Result("passed") for entry in known if not entry.off)
    if worst.off >= NEAREST:
        name = shortened(re.sub(r"[\s.…]*\d*$", "", worst.heading.line.text))
        spot = Spot(worst.heading.line.page, printed=str(worst.given), place=page_place(worst.heading.line.page, name))
        note = both(ALSO, off=str(len(wrong)), all=str(len(known)))
        yield Result("problem", spot=spot, expected=Text(str(worst.printed), str(worst.printed)), note=note)


def entries(ledger: Ledger) -> Iterator[Entry]:
    """Return the entries of the contents whose heading and pages are known."""
    labels, listing = printed_pages(ledger), listing_pages(ledger)
    body = [line for line in ledger.reading.lines if line.kind in ("heading", "item") and line.page not in listing]
    printed = outline(body)
    for place, listed in outline(line for line in ledger.reading.lines if line.kind == "contents").items():
        found, given = printed.get(place), PAGE.search(listed.line.text)
        same = found and (not place[1] or is_same(listed.title, found.title))
        if found and same and given and found.line.page in labels:
            yield Entry(listed, int(given[1]), labels[found.line.page])


def printed_pages(ledger: Ledger) -> dict[int, int]:
    """Return the page numbers printed above or below the text, by page, where they count on from page to page."""
    found: dict[int, int] = {}
    for line in ledger.reading.lines:
        label = LABEL.search(line.text) if line.kind == "running" else None
        if label:
            found[line.page] = int(label[1] or label[2])
    pages = sorted(found)
    steady = [a for a, b in pairwise(pages) if found[b] > found[a]]
    return found if len(steady) >= len(pages) - 2 else {}


RULE = Rule(
    id="contents-pages",
    title=Text("The table of contents gives the right pages", "Nomor halaman dalam daftar isi benar"),
    reason="A reader who turns to the page does not find the part; the contents were made for another version.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Update the table of contents.", "Perbarui daftar isi."),
    message=Text(
        "{place}: the table of contents gives page {printed}, the heading stands on page {expected}.",
        "{place}: daftar isi menyebut halaman {printed}, judulnya ada di halaman {expected}.",
    ),
    check=check,
)
