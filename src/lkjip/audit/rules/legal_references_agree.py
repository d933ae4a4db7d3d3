"""A regulation is cited with one number, one year and its own title."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.legal import Citation, citations, is_inside, likeness, official_titles, opens_with, words
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import spot
from lkjip.grouping import grouped
from lkjip.settings import Settings

ALIKE: Final = 60.0  # of two titles of one regulation, one of them changed
SAME_TITLE: Final = 90.0  # of two titles that are one
MOST_TITLE: Final = 140  # characters shown of a title
FEWEST_WORDS: Final = 2  # of a title that says which regulation is meant
MOST_WORDS: Final = 2  # that differ between two wordings of one title
SPELLED: Final = 75.0  # from which two words are one, spelled otherwise
LOCAL: Final = {"PERDA", "PERKADA"}
ELSEWHERE: Final = Text("elsewhere its title is “{0}”", "di tempat lain judulnya “{0}”")
TWIN: Final = Text(
    "number and year are also those of “{0}” just before", "nomor dan tahunnya sama dengan “{0}” sebelumnya"
)
DATE: Final = Text("the date behind it is of {0}", "tanggal di belakangnya tahun {0}")
YEAR: Final = Text(
    "elsewhere the regulation of this number is of {0}", "di tempat lain peraturan bernomor ini tahun {0}"
)
TITLE: Final = Text("its title is “{0}”", "judulnya “{0}”")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every reference against its date, the other references of its number, and the title of the regulation."""
    found = list(citations(ledger))
    usual, titled = usual_citations(found), usual_titles(found)
    for before, each in zip([None, *found], found, strict=False):
        faults = (
            year_fault(each, usual.get((each.kind, each.number))),
            title_fault(each) or wording_fault(each, titled.get((each.kind, each.number))),
            twin_fault(each, before),
        )
        for at, fault in enumerate(faults):
            if fault is not None:
                yield Result("problem", spot=place(ledger, each, titled=at == 1), note=fault[0], expected=fault[1])
        if not any(faults):
            yield Result("passed")


def place(ledger: Ledger, each: Citation, titled: bool) -> Spot:
    """Return the place of a reference, or of its title."""
    printed = shortened(each.title, MOST_TITLE) if titled else each.printed
    if each.cell is not None:
        return ledger.cell_spot(each.cell, printed)
    return replace(spot(each.paragraph, each.match), printed=printed)


def year_fault(each: Citation, other: Citation | None) -> tuple[Text, Text] | None:
    """Return what is wrong with the year of a reference, in words, and what it should be."""
    if each.dated and each.dated != each.year:
        return filled(DATE, each.dated)
    if other is not None and other.year != each.year and means_same(each, other) and not official_title(each):
        return filled(YEAR, other.year)
    return None


def title_fault(each: Citation) -> tuple[Text, Text] | None:
    """Return what is wrong with the title of a national regulation."""
    title = official_title(each)
    if not title or len(words(each.title)) < FEWEST_WORDS or opens_with(each.title, title):
        return None
    return filled(TITLE, title) if likeness(each.title, title) >= ALIKE or is_inside(each.title, title) else None


def wording_fault(each: Citation, other: Citation | None) -> tuple[Text, Text] | None:
    """Return the title that a regulation without a known one has elsewhere, where one word or two differ inside it."""
    if other is None or not each.title or official_title(each):
        return None
    ours, theirs = each.title.lower().split(), other.title.lower().split()
    changes = [step for step in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if step[0] != "equal"]
    inside = [step for step in changes if step[2] < len(ours) and step[4] < len(theirs)]
    if len(inside) != 1 or not is_slight(inside[0], ours, theirs):
        return None
    return filled(ELSEWHERE, shortened(other.title, MOST_TITLE))


def is_slight(step: tuple[str, int, int, int, int], ours: list[str], theirs: list[str]) -> bool:
    """Tell whether a word or two were left out, put in or exchanged between others that are the same."""
    _, start, end, first, last = step
    one, other = " ".join(ours[start:end]).strip(" ,"), " ".join(theirs[first:last]).strip(" ,")
    small = max(end - start, last - first) <= MOST_WORDS and start > 0
    same_behind = ours[end : end + MOST_WORDS] == theirs[last : last + MOST_WORDS]
    return small and same_behind and fuzz.ratio(one, other) < SPELLED


def twin_fault(each: Citation, before: Citation | None) -> tuple[Text, Text] | None:
    """Return what is wrong where the regulation named just before, of another kind, has the same number and year."""
    if before is None or {each.kind, before.kind} != LOCAL or not (each.title and before.title):
        return None
    if (each.number, each.year) != (before.number, before.year) or likeness(each.title, before.title) >= ALIKE:
        return None
    return filled(TWIN, shortened(before.printed))


def official_title(each: Citation) -> str:
    """Return the title of a national regulation that these reports usually cite, or an empty text."""
    return official_titles().get((each.kind, each.number, each.year), "")


def filled(template: Text, value: str) -> tuple[Text, Text]:
    """Return a clause and what was expected."""
    return Text(template.en.format(value), template.id.format(value)), Text(value, value)


def usual_citations(found: list[Citation]) -> dict[tuple[str, str], Citation]:
    """Return the reference with the year that most references of a kind and number have; ties have none."""
    result = {}
    for key, group in grouped(found, lambda each: (each.kind, each.number)).items():
        ranked = Counter(each.year for each in group).most_common(2)
        if len(ranked) > 1 and ranked[0][1] > ranked[1][1]:
            same = [each for each in group if each.year == ranked[0][0]]
            result[key] = max(same, key=lambda each: len(each.title))
    return result


def usual_titles(found: list[Citation]) -> dict[tuple[str, str], Citation]:
    """Return the reference with the title that most references of a kind and number have, the longest of equals."""
    result = {}
    for key, group in grouped((each for each in found if each.title), lambda each: (each.kind, each.number)).items():
        often = Counter(each.title.lower() for each in group)
        result[key] = max(group, key=lambda each: (often[each.title.lower()], len(each.title)))
    return result


def means_same(one: Citation, other: Citation) -> bool:
    """Tell whether two references of one number are to one regulation: the same title, or one without any."""
    if not one.title:
        return one.kind in ("PERDA", "PERKADA")
    return bool(other.title) and max(likeness(one.title, other.title), likeness(other.title, one.title)) >= SAME_TITLE


RULE = Rule(
    id="legal-references",
    title=Text(
        "A regulation is cited with its number, year and title", "Peraturan dikutip dengan nomor, tahun, dan judulnya"
    ),
    reason="A reference that varies shows that text was copied, and a reader cannot look the regulation up.",
    severity="info",
    basis="As commonly applied; the titles of national regulations are those of their publication.",
    resolve=Text(
        "Copy number, year and title from the regulation.", "Salin nomor, tahun, dan judul dari peraturannya."
    ),
    message=Text("{place}: the citation varies: {printed}.", "{place}: kutipan peraturan tidak konsisten: {printed}."),
    check=check,
)
