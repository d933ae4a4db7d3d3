"""A sentence or heading calls a program, kegiatan or sasaran by the name that the tables give it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from lkjip.audit.ledger import LINES, Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.names_are_spelled_alike import LEVELS, Name, misspelled
from lkjip.audit.spelling import is_shorter, words
from lkjip.audit.text import Paragraph, paragraphs, spot
from lkjip.settings import Settings

WORD: Final = re.compile(r"[^\W\d_]+")
AND: Final = ("dan",)  # behind a phrase: the name goes on
SHORTEST: Final = 4  # words of a name, or letters of a word that a name can lack
LONGER: Final = 5  # words of a name from which one word left out leaves the same name
LONGEST: Final = 14  # words of a name that is looked for
CAPITALS: Final = 0.6  # of the longer words of a phrase that must be written as a name
TWICE: Final = 2  # tables that print a name before another ending of one word is a slip


class Names(NamedTuple):
    """The names of the tables, and what each reads like with a word left out or with any one word unknown."""

    known: frozenset[Name]
    shorter: Mapping[Name, Name]
    masked: Mapping[tuple[str, ...], Name]
    lengths: tuple[int, ...]


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for every name in all sentences."""
    names = names_of(ledger)
    for paragraph in paragraphs(ledger):
        found = list(WORD.finditer(paragraph.text))
        plain = tuple(match.group().lower() for match in found)
        at = 0
        while at < len(found):
            length, right = longest(names, plain, found, at)
            if length and right == plain[at : at + length]:
                yield Result("passed")
            elif length and plain[at + length : at + length + 1] != AND:
                yield problem(paragraph, found[at], found[at + length - 1], right)
            at += max(length, 1)


def names_of(ledger: Ledger) -> Names:
    """Return the names of programs, kegiatan and sasaran as the tables spell them."""
    wrong = misspelled(ledger)
    printed: dict[Name, set[str]] = {}
    for row in ledger.subjects:
        own = [row.uraian] if row.level in LINES else []
        for text in (*own, row.sasaran) if row.table_id else ():
            if SHORTEST <= len(words(text)) <= LONGEST and words(text) not in wrong:
                printed.setdefault(words(text), set()).add(row.table_id)
    known = frozenset(printed)
    shorter = {less: name for name in printed for less in lacking(name) if less not in known}
    often = Counter({name: len(tables) for name, tables in printed.items()})
    masked = {mask: name for name, count in often.items() if count >= TWICE for mask in masks(name)}
    return Names(known, shorter, masked, tuple(sorted({len(name) for name in (*known, *shorter)}, reverse=True)))


def lacking(name: Name) -> Iterator[Name]:
    """Return a name without each of its inner words that says something."""
    if len(name) >= LONGER:
        for at in range(1, len(name) - 1):
            if len(name[at]) >= SHORTEST and name[at] not in LEVELS:
                yield name[:at] + name[at + 1 :]


def masks(name: Name) -> Iterator[tuple[str, ...]]:
    """Return a name with each of its words unknown."""
    return ((*name[:at], "", *name[at + 1 :]) for at in range(len(name)))


def longest(names: Names, plain: Name, found: Sequence[re.Match[str]], at: int) -> tuple[int, Name]:
    """Return the length of the longest phrase here that is a name or nearly one, and that name."""
    for length in names.lengths if found[at].group()[0].isupper() else ():
        phrase = plain[at : at + length]
        if len(phrase) == length and is_named(found[at : at + length]):
            right = phrase if phrase in names.known else names.shorter.get(phrase) or other_ending(names, phrase)
            if right:
                return length, right
    return 0, ()


def other_ending(names: Names, phrase: Name) -> Name | None:
    """Return the name that ends one word of a phrase otherwise, or None."""
    for mask in masks(phrase):
        name = names.masked.get(mask)
        at = mask.index("")
        if name is not None and is_shorter(name[at], phrase[at]):
            return name
    return None


def is_named(found: Sequence[re.Match[str]]) -> bool:
    """Tell whether most words of a phrase are written with a capital, as those of a name are."""
    long = [match.group() for match in found if len(match.group()) >= SHORTEST]
    return sum(word[0].isupper() for word in long) >= CAPITALS * len(long)


def problem(paragraph: Paragraph, first: re.Match[str], last: re.Match[str], right: Name) -> Result:
    """Return the result for one phrase."""
    phrase = re.compile(re.escape(paragraph.text[first.start() : last.end()])).search(paragraph.text, first.start())
    assert phrase is not None
    name = " ".join(right)
    return Result("problem", spot=spot(paragraph, phrase), expected=Text(name, name))


RULE = Rule(
    id="names-in-text",
    title=Text("The text uses the names of the tables", "Naskah memakai nama yang ada di tabel"),
    reason="A program under another name cannot be found in the tables.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Copy the name from the budget document.", "Salin nama dari dokumen anggaran."),
    message=Text(
        "{place}: “{printed}” is “{expected}” in the tables.", "{place}: “{printed}” di tabel ditulis “{expected}”."
    ),
    check=check,
)
