"""A regulation is cited with one number, one year and its own title."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.legal import Citation, citations, likeness, official_titles, opens_with, words
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import spot
from lkjip.grouping import grouped
from lkjip.settings import Settings

ALIKE: Final = 60.0  # of two titles of one regulation, one of them changed
SAME_TITLE: Final = 90.0  # of two titles that are one
MOST_TITLE: Final = 140  # characters shown of a title
FEWEST_WORDS: Final = 2  # of a title that says which regulation is meant
DATE: Final = Text("the date behind it is of {0}", "tanggal di belakangnya tahun {0}")
YEAR: Final = Text(
    "elsewhere the regulation of this number is of {0}", "di tempat lain peraturan bernomor ini tahun {0}"
)
TITLE: Final = Text("its title is “{0}”", "judulnya “{0}”")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every reference against its date, the other references of its number, and the title of the regulation."""
    found = list(citations(ledger))
    usual = usual_citations(found)
    for each in found:
        problem = year_fault(each, usual.get((each.kind, each.number)))
        where = spot(each.paragraph, each.match)
        if problem is None:
            problem = title_fault(each)
            where = replace(where, printed=shortened(each.title, MOST_TITLE))
        if problem is None:
            yield Result("passed")
        else:
            yield Result("problem", spot=where, note=problem[0], expected=problem[1])


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
    return filled(TITLE, title) if likeness(each.title, title) >= ALIKE else None


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
