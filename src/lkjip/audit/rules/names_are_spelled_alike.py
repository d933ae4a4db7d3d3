"""A program, kegiatan, sasaran or indikator is spelled alike in every table."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import counts, slips, words
from lkjip.records import Cell
from lkjip.settings import Settings

FEWEST: Final = 2  # words of a name that can be misspelled
LONGEST: Final = 240  # characters of a cell that is a name, not a text


PROGRAM: Final = "program"
LONG: Final = 4  # words of a program's name from which one that lacks a word is the same program


class Spelling(NamedTuple):
    """What a name should read like, and the words that differ."""

    name: str
    wrong: str
    right: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every name in a table against the more frequent spelling of it."""
    named = [(cell, words(cell.text)) for cell in ledger.reading.cells if is_name(cell)]
    known = counts(cell.text for cell in ledger.reading.cells) + counts(line.text for line in ledger.reading.lines)
    spelled = Counter(name for _, name in named)
    by_size: dict[int, list[tuple[str, ...]]] = {}
    for name in spelled:
        by_size.setdefault(len(name), []).append(name)
    wrong = {name: found for name in spelled if (found := better(name, by_size, known))}
    wrong |= {name: found for name in spelled if (found := fuller(name, by_size, named))}
    for cell, name in named:
        if name in wrong:
            yield Result("problem", spot=spot(ledger, cell, wrong[name]), expected=expected(wrong[name]))
        elif spelled[name] > 1:
            yield Result("passed")


def is_name(cell: Cell) -> bool:
    """Tell whether a cell can hold a name."""
    return cell.kind == "body" and len(cell.text) <= LONGEST and len(words(cell.text)) >= FEWEST


def better(name: tuple[str, ...], names: dict[int, list[tuple[str, ...]]], known: Counter[str]) -> Spelling | None:
    """Return the spelling that a name slips from, or None."""
    for other in names[len(name)]:
        found = slips(name, other, known)
        if found:
            return Spelling(" ".join(other), *found[0])
    return None


def fuller(
    name: tuple[str, ...], names: dict[int, list[tuple[str, ...]]], named: list[tuple[Cell, tuple[str, ...]]]
) -> Spelling | None:
    """Return the more frequent name of a program that lacks one word here; two that one table lists are two."""
    if name[0] != PROGRAM or len(name) < LONG:
        return None
    own = {cell.table_id for cell, other in named if other == name}
    for other in names.get(len(name) + 1, ()):
        lacking = next((word for at, word in enumerate(other) if other[:at] + other[at + 1 :] == name), "")
        cells = [cell for cell, each in named if each == other]
        short = any(f"({lacking}" in cell.text.lower() for cell in cells)  # an abbreviation in brackets
        if lacking and not short and len(cells) > len(own) and not own & {cell.table_id for cell in cells}:
            return Spelling(" ".join(other), " ".join(name), " ".join(other))
    return None


def spot(ledger: Ledger, cell: Cell, spelling: Spelling) -> Spot:
    """Return the place of a name."""
    place = ledger.cell_place(cell.table_id, cell.page, (shortened(cell.text),))
    return Spot(cell.page, cell.table_id, cell.row, cell.column, spelling.wrong, place)


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
