"""The table of contents and the body name the same chapters and sections."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.audit.text import listing_pages
from lkjip.records import Line, Severity
from lkjip.settings import Settings

CHAPTER: Final = re.compile(r"^\s*BAB\s+([IVX]+)\b\s*[:.]?\s*(.*?)\s*(?:[.…]{2,}.*)?$", re.I)
SECTION: Final = re.compile(r"^\s*([A-H])\.\s*([A-Za-z].*?)\s*[,;:]?\s*(?:[.…]{2,}\s*\d*|\s\d+)?\s*$")
NUMERALS: Final = ("I", "II", "III", "IV", "V", "VI")
SAME_WORDS: Final = 0.6  # of the words of both titles that they share where they are one
ALIKE: Final = 88.0  # similarity of two spellings of one title, in per cent
FEWEST: Final = 3  # chapters in the contents and in the body before one can be missed
TEXTUAL: Final = ("heading", "paragraph", "item", "caption")
SPARE: Final = 12  # characters that a title read as a paragraph may have more than in the contents
FRONT: Final = re.compile(r"^\s*(?:kata pengantar|ringkasan eksekutif|ikhtisar eksekutif)\s*$", re.I)
UNLISTED: Final = Text("the table of contents does not list it", "daftar isi tidak memuatnya")
MISSING: Final = Text("the body has no such heading", "judul ini tidak ada di dalam laporan")
OTHER: Final = Text("the heading of this section is “{0}”", "judul bagian ini adalah “{0}”")


class Heading(NamedTuple):
    """The title of a chapter or section and its line."""

    title: str
    line: Line


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every chapter and lettered section of the contents in the body."""
    lines = ledger.reading.lines
    listed = outline(line for line in lines if line.kind == "contents")
    printed = outline(line for line in lines if line.kind in ("heading", "item"))
    chapters = [place for place in listed if not place[1]]
    if len(chapters) < FEWEST or sum(place in printed for place in chapters) < FEWEST:
        return
    yield from unlisted(ledger, listed, printed)
    lost = {place[0] for place in chapters if is_lost(place[0], printed)}
    for place, heading in listed.items():
        if place[0] in lost and not place[1]:
            yield problem(heading, MISSING, "warning")
        elif place[1] and place in printed and place[0] not in lost:
            yield compared(ledger, heading, printed[place])
        elif place[1] and not stands(ledger, heading):
            yield problem(heading, MISSING, "info")
        else:
            yield Result("passed")


def outline(lines: Iterable[Line]) -> dict[tuple[str, str], Heading]:
    """Return the chapters ("III", "") and their sections ("III", "A"); of several, the last."""
    found: dict[tuple[str, str], Heading] = {}
    chapter = ""
    for line in lines:
        opened, section = CHAPTER.match(line.text), SECTION.match(line.text)
        if opened and (line.kind != "item"):
            chapter = opened[1].upper()
            found[chapter, ""] = Heading(opened[2], line)
        elif section and chapter:
            found[chapter, section[1]] = Heading(section[2], line)
    return found


def unlisted(
    ledger: Ledger, listed: dict[tuple[str, str], Heading], printed: dict[tuple[str, str], Heading]
) -> Iterator[Result]:
    """Look for a front part, and for the section next to the last one listed of a chapter, that the contents lack."""
    entries = [line.text.lower() for line in ledger.reading.lines if line.kind == "contents"]
    for line in ledger.reading.lines:
        if line.kind == "heading" and FRONT.match(line.text):
            held = any(line.text.split()[-1].lower() in entry for entry in entries)
            yield Result("passed") if held else added(Heading(line.text.strip(), line))
    for chapter in sorted({chapter for chapter, section in listed if section}):
        letters = [section for other, section in listed if other == chapter and section]
        after = printed.get((chapter, chr(ord(max(letters)) + 1)))
        if after and after.line.kind == "heading" and all(is_one(listed, printed, (chapter, at)) for at in letters):
            held = any(fuzz.partial_ratio(after.title.lower(), entry) >= ALIKE for entry in entries)
            yield Result("passed") if held else added(after)


def is_one(
    listed: dict[tuple[str, str], Heading], printed: dict[tuple[str, str], Heading], place: tuple[str, str]
) -> bool:
    """Tell whether a section has one title in the contents and in the body."""
    return place in printed and is_same(listed[place].title, printed[place].title)


def added(heading: Heading) -> Result:
    """Return the result for a heading that the contents lack."""
    name = shortened(heading.line.text.strip())
    spot = Spot(heading.line.page, printed=name, place=page_place(heading.line.page, name))
    return Result("problem", spot=spot, note=UNLISTED, severity="info")


def is_lost(numeral: str, printed: dict[tuple[str, str], Heading]) -> bool:
    """Tell whether the last heading of a chapter stands before that of the chapter before: it only announces it."""
    if numeral not in NUMERALS[1:]:
        return False
    before = printed.get((NUMERALS[NUMERALS.index(numeral) - 1], ""))
    own = printed.get((numeral, ""))
    after = any((later, "") in printed for later in NUMERALS[NUMERALS.index(numeral) + 1 :])
    return before is not None and after and own is not None and position(own) < position(before)


def position(heading: Heading) -> tuple[int, int]:
    """Return where a heading stands."""
    return heading.line.page, heading.line.line


def compared(ledger: Ledger, listed: Heading, printed: Heading) -> Result:
    """Return whether two titles of a section are one."""
    if is_same(listed.title, printed.title) or stands(ledger, listed):
        return Result("passed")
    return problem(listed, Text(OTHER.en.format(printed.title), OTHER.id.format(printed.title)), "info", printed.title)


def is_same(one: str, other: str) -> bool:
    """Tell whether two titles share most of their words, or one is all in the other."""
    left, right = set(words(one)), set(words(other))
    shared = len(left & right)
    return (
        shared in (len(left), len(right))
        or shared >= SAME_WORDS * len(left | right)
        or fuzz.ratio(one.lower(), other.lower()) >= ALIKE
    )


def stands(ledger: Ledger, heading: Heading) -> bool:
    """Tell whether a title opens a line of the body, behind the contents and what else announces the sections."""
    title, announced = " ".join(words(heading.title)), listing_pages(ledger)
    for line in ledger.reading.lines:
        if line.kind in TEXTUAL and line.page > heading.line.page and line.page not in announced:
            text = " ".join(words(re.sub(r"^\s*[A-Za-z]\.", "", line.text)))
            if line.kind == "paragraph" and len(text) > len(title) + SPARE:
                continue  # a sentence that starts with the words of a title
            if text and fuzz.ratio(text[: len(title)], title[: len(text)]) >= ALIKE and 2 * len(text) >= len(title):
                return True
    return False


def problem(heading: Heading, note: Text, severity: Severity, expected: str = "") -> Result:
    """Return the result for one entry of the contents."""
    name = shortened(re.sub(r"[\s.…]*\d*$", "", heading.line.text))
    spot = Spot(heading.line.page, printed=name, place=page_place(heading.line.page, "daftar isi"))
    return Result("problem", spot=spot, note=note, severity=severity, expected=Text(expected, expected))


RULE = Rule(
    id="contents-match",
    title=Text("The table of contents names the sections as they are", "Daftar isi sesuai dengan judul bagiannya"),
    reason="A reader who looks for a part does not find it.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Update the table of contents, or add the part.", "Perbarui daftar isi, atau lengkapi bagiannya."),
    message=Text(
        "{place}: contents and body differ on “{printed}”.",
        "{place}: daftar isi dan isi laporan berbeda pada “{printed}”.",
    ),
    check=check,
)
