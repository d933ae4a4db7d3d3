"""Lists of tables and attachments that the table of contents or the outline announces are in the report."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page
from lkjip.records import Line
from lkjip.settings import Settings

LISTS: Final = re.compile(
    r"^\W*(?:\w[.)]\s*)?(daftar\s+(?:tabel|gambar|grafik|lampiran|bagan))\W*(?:[ivx\d]+)?\s*$", re.I
)
ANNEX: Final = re.compile(r"^\W*(?:\w[.)]\s*)?(lampiran(?:\s*-\s*lampiran)?)\W*(?:[ivx\d]+)?\s*$", re.I)
ANNEX_HEADING: Final = re.compile(r"^\W*lampiran\b", re.I)
OUTLINE: Final = re.compile(r"^\W*(?:\w[.)]\s*)?(?:kata\s+pengantar|daftar\s+isi|bab\s+[ivx]+)\b", re.I)
FEWEST: Final = 2  # entries of an outline on a page
LAST_CHAPTERS: Final = ("V", "IV")
READ: Final = ("text", "recognised")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every list that is announced, and for attachments behind the last chapter."""
    if any(page.status not in READ and page.status != "blank" for page in ledger.reading.pages):
        return  # what is announced may stand on a page that could not be read
    seen: set[str] = set()
    for line in ledger.reading.lines:
        found = LISTS.match(line.text) or ANNEX.match(line.text)
        if found and is_listed(ledger, line) and found[1].lower() not in seen:
            seen.add(found[1].lower())
            has = has_annex(ledger) if ANNEX.match(line.text) else stands(ledger, line, found[1])
            yield Result("passed") if has else Result("problem", spot=spot(line, found[1]))


def is_listed(ledger: Ledger, line: Line) -> bool:
    """Tell whether a line stands among those of a table of contents or an outline of the report."""
    near = [other.text for other in ledger.reading.lines if other.page == line.page]
    return line.kind != "heading" and sum(OUTLINE.match(text) is not None for text in near) >= FEWEST


def stands(ledger: Ledger, entry: Line, name: str) -> bool:
    """Tell whether a line of another page opens with the name of a list: its heading, or one more entry of it."""
    wanted = "".join(name.lower().split())
    others = (line.text for line in ledger.reading.lines if line.page != entry.page)
    return any("".join(text.lower().split()).startswith(wanted) for text in others)


def has_annex(ledger: Ledger) -> bool:
    """Tell whether anything behind the last chapter is an attachment."""
    last = max((page for name in LAST_CHAPTERS if (page := chapter_page(ledger, name))), default=None)
    if last is None:
        return True
    lines = [line.text for line in ledger.reading.lines if line.page > last]
    tables = any(table.page > last for table in ledger.reading.tables)
    return tables or any(ANNEX_HEADING.match(text) for text in lines) or last + 1 < len(ledger.reading.pages)


def spot(line: Line, name: str) -> Spot:
    """Return the place of an entry."""
    return Spot(line.page, printed=name, place=page_place(line.page, shortened(line.text)))


RULE = Rule(
    id="parts-follow",
    title=Text("What the contents announce is in the report", "Bagian yang diumumkan ada di dalam laporan"),
    reason="Without the attachments a reader cannot check the agreement and the measurements that they hold.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): the report has its lampiran.",
    resolve=Text("Add the part, or take it out of the contents.", "Lengkapi bagiannya, atau hapus dari daftar isi."),
    message=Text("{place}: “{printed}” does not follow.", "{place}: “{printed}” tidak ada di dalam laporan."),
    check=check,
)
