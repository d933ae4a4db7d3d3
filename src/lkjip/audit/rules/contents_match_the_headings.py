"""The table of contents names the sections as their headings do."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.records import Line
from lkjip.settings import Settings

CHAPTER: Final = re.compile(r"^\s*BAB\s+([IVX]+)\b", re.I)
SECTION: Final = re.compile(r"^\s*([A-H])\.\s+([A-Za-z].*?)\s*[,;:]?\s*(?:[.…]{2,}\s*\d*|\s\d+)?\s*$")
ALIKE: Final = 60.0  # similarity in per cent


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the lettered sections of every chapter."""
    listed = sections(ledger, "contents")
    printed = sections(ledger, "heading")
    for place, (title, line) in listed.items():
        if place in printed:
            yield examine(title, line, printed[place][0])


def sections(ledger: Ledger, kind: str) -> dict[tuple[str, str], tuple[str, Line]]:
    """Return the title of every section by chapter and letter; of several, the last."""
    found: dict[tuple[str, str], tuple[str, Line]] = {}
    chapter = ""
    for line in ledger.reading.lines:
        if line.kind != kind:
            continue
        opened = CHAPTER.match(line.text)
        chapter = opened[1].upper() if opened else chapter
        section = SECTION.match(line.text)
        if section and chapter:
            found[chapter, section[1]] = (section[2], line)
    return found


def examine(listed: str, line: Line, printed: str) -> Result:
    """Return whether the two titles of a section are alike."""
    alike = fuzz.token_set_ratio(listed.lower(), printed.lower()) >= ALIKE
    spot = Spot(line.page, printed=shortened(listed), place=page_place(line.page, shortened(listed)))
    return Result("passed") if alike else Result("problem", spot=spot, expected=Text(printed, printed))


RULE = Rule(
    id="contents-match",
    title=Text("The table of contents names the sections as they are", "Daftar isi sesuai dengan judul bagiannya"),
    reason="A reader who looks for a part does not find it.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Update the table of contents.", "Perbarui daftar isi."),
    message=Text(
        "{place}: the heading of this section is “{expected}”.",
        "{place}: judul bagian ini adalah “{expected}”.",
    ),
    check=check,
)
