"""A program, kegiatan, sasaran or indikator is spelled alike in every table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.spelling import SHORTEST, counts, is_shorter, slips, words
from lkjip.grouping import grouped
from lkjip.records import Cell
from lkjip.settings import Settings

FEWEST: Final = 2  # words of a name that can be misspelled
LONGEST: Final = 240  # characters of a cell that is a name, not a text
TEXT: Final = ""  # the running text, as one more place that prints a name
PROGRAM: Final = "program"
LONG: Final = 4  # words of a program's name from which one that lacks a word is the same program
LONGER: Final = 6  # words of any other name
LEVELS: Final = frozenset(("program", "kegiatan", "sub", "sasaran", "indikator", "jumlah", "persentase", "prosentase"))


Name = tuple[str, ...]  # its words
Names = Mapping[int, Sequence[Name]]  # by the number of their words
Tables = Mapping[Name, set[str]]  # the tables that print each


class Spelling(NamedTuple):
    """What a name should read like, and the words that differ."""

    name: str
    wrong: str
    right: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every name in a table against the more frequent spelling of it."""
    named = names_in(ledger)
    spelled = Counter(name for _, name in named)
    wrong = misspelled(ledger)
    for cell, name in named:
        if name in wrong:
            yield Result("problem", spot=ledger.cell_spot(cell, wrong[name].wrong), expected=expected(wrong[name]))
        elif spelled[name] > 1:
            yield Result("passed")


@lru_cache(maxsize=4)
def names_in(ledger: Ledger) -> tuple[tuple[Cell, Name], ...]:
    """Return every cell that can hold a name, and its words."""
    return tuple((cell, words(cell.text)) for cell in ledger.reading.cells if is_name(cell))


@lru_cache(maxsize=4)
def misspelled(ledger: Ledger) -> dict[Name, Spelling]:
    """Return the names that are spelled otherwise than a more frequent one, and how that is spelled."""
    known = counts(cell.text for cell in ledger.reading.cells) + counts(line.text for line in ledger.reading.lines)
    tables: dict[Name, set[str]] = {}
    for cell, name in names_in(ledger):
        tables.setdefault(name, set()).add(cell.table_id)
    text = f" {' '.join(words(' '.join(line.text for line in ledger.reading.lines)))} "
    told = {name for name in tables if len(name) >= LONG and f" {' '.join(name)} " in text}
    by_size = grouped(tables, len)
    wrong = {name: found for name in tables if (found := better(name, by_size, known))}
    said = {name: places | {TEXT} if name in told else places for name, places in tables.items()}
    wrong |= {name: found for name in tables if (found := other_ending(name, by_size, said))}
    return wrong | {name: found for name in tables if (found := fuller(ledger, name, by_size, tables))}


def is_name(cell: Cell) -> bool:
    """Tell whether a cell can hold a name."""
    return cell.kind == "body" and len(cell.text) <= LONGEST and len(words(cell.text)) >= FEWEST


def better(name: Name, names: Names, known: Counter[str]) -> Spelling | None:
    """Return the spelling that a name slips from, or None."""
    for other in names[len(name)]:
        found = slips(name, other, known)
        if found:
            return Spelling(" ".join(other), *found[0])
    return None


def other_ending(name: Name, names: Names, tables: Tables) -> Spelling | None:
    """Return the name in more tables that ends one word otherwise, or None."""
    for other in names[len(name)]:
        pairs = [(word, right) for word, right in zip(name, other, strict=True) if word != right]
        if len(pairs) == 1 and len(name) >= LONG and is_shorter(*pairs[0]) and is_rarer(name, other, tables):
            return Spelling(" ".join(other), *pairs[0])
    return None


def fuller(ledger: Ledger, name: Name, names: Names, tables: Tables) -> Spelling | None:
    """Return the name in more tables of which this one lacks a word, or None."""
    if len(name) < (LONG if name[0] == PROGRAM else LONGER):
        return None
    for other in names.get(len(name) + 1, ()):
        lacking = next((word for at, word in enumerate(other) if other[:at] + other[at + 1 :] == name), "")
        telling = lacking and (name[0] == PROGRAM or len(lacking) >= SHORTEST) and lacking not in LEVELS
        if telling and is_rarer(name, other, tables) and not is_bracketed(ledger, lacking, other):
            return Spelling(" ".join(other), " ".join(name), " ".join(other))
    return None


def is_rarer(name: Name, other: Name, tables: Tables) -> bool:
    """Tell whether a name stands in fewer tables than another; two that one table lists are two."""
    return len(tables[name]) < len(tables[other]) and not tables[name] & tables[other] - {TEXT}


def is_bracketed(ledger: Ledger, word: str, name: Name) -> bool:
    """Tell whether a word of a name is an abbreviation that stands behind it in brackets."""
    return any(f"({word}" in cell.text.lower() for cell, other in names_in(ledger) if other == name)


def expected(spelling: Spelling) -> Text:
    """Return the right words."""
    return Text(spelling.right, spelling.right)


RULE = Rule(
    id="names-spelled",
    title=Text("A name is spelled alike in every table", "Nama ditulis sama di semua tabel"),
    reason="Tables are matched by the names of their rows; a name spelled otherwise looks like another row.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the spelling.", "Perbaiki ejaannya."),
    message=Text(
        "{place}: “{printed}” is spelled “{expected}” in other tables.",
        "{place}: “{printed}” di tabel lain ditulis “{expected}”.",
    ),
    check=check,
)
