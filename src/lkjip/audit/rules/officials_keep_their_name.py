"""An official's name is written alike where it is printed in full and where it is signed."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.settings import Settings

INTRODUCED: Final = re.compile(r"^\s*nama\s*:\s*(?P<name>[A-Z][^,\d:]{4,60})", re.I)
TITLES: Final = frozenset(("dr", "drs", "dra", "ir", "prof", "h", "hj"))
FEWEST: Final = 3  # words of a name that can be shortened in two ways


class Name(NamedTuple):
    """A name with its words in small letters, and where it is printed."""

    page: int
    printed: str
    words: tuple[str, ...]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every name behind "Nama :" among the lines in capitals, where it is signed."""
    for line in ledger.reading.lines:
        found = INTRODUCED.match(line.text)
        name = named(line.page, found["name"]) if found else None
        signed = next(signatures(ledger, name), None) if name else None
        if name is None or signed is None:
            continue
        expected = Text(signed.printed, signed.printed)
        fits = signed.words == name.words
        yield Result("passed") if fits else Result("problem", spot=spot(name), expected=expected)


def named(page: int, printed: str) -> Name | None:
    """Return a name of several words, without the titles before it."""
    words = tuple(re.findall(r"[a-z]+", printed.lower()))
    while words and words[0] in TITLES:
        words = words[1:]
    return Name(page, " ".join(printed.split()).rstrip(" ."), words) if len(words) >= FEWEST else None


def signatures(ledger: Ledger, name: Name) -> Iterator[Name]:
    """Return the names in capitals that start and end like a name."""
    first, last = re.escape(name.words[0]), re.escape(name.words[-1])
    between = re.compile(rf"\b{first}\b(?P<middle>[A-Z .'-]{{1,50}}?)\b{last}\b", re.I)
    for line in ledger.reading.lines:
        found = between.search(line.text)
        if found and found.group().isupper():
            yield Name(line.page, found.group(), tuple(re.findall(r"[a-z]+", found.group().lower())))


def spot(name: Name) -> Spot:
    """Return the place of a name."""
    return Spot(name.page, printed=name.printed, place=page_place(name.page, name.printed))


RULE = Rule(
    id="official-names",
    title=Text("An official's name is written alike", "Nama pejabat ditulis sama"),
    reason="A signed agreement should name its parties as they sign.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Write the name alike.", "Samakan penulisan namanya."),
    message=Text(
        "{place}: {printed} signs as {expected}.", "{place}: {printed} menandatangani dengan nama {expected}."
    ),
    check=check,
)
