"""What a table calls a rise or a fall is one between its last two years."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened, shown
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.grouping import grouped
from lkjip.records import Cell, Fact
from lkjip.settings import Settings

WORDS: Final = re.compile(
    r"(?:(?P<up>naik|meningkat|bertambah)|(?P<down>turun|menurun|berkurang)|tetap|stabil)\W*", re.I
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every cell that says no more than "meningkat" or "menurun" against the years of its row."""
    for cell, word, row in called(ledger, WORDS):
        pairs = last_years(row)
        if pairs:
            yield held(ledger, cell, word, pairs)


def called(ledger: Ledger, words: re.Pattern[str]) -> Iterator[tuple[Cell, re.Match[str], tuple[Fact, ...]]]:
    """Yield the cells of tables that hold such words and no more, with the numbers of their row."""
    for cell in ledger.reading.cells:
        word = words.fullmatch(cell.text.strip()) if cell.kind == "body" else None
        if word:
            yield cell, word, ledger.of_row.get((cell.table_id, cell.row), ())


def last_years(row: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Return the numbers of the last two years of every measure that a row prints for several."""
    found = []
    for facts in grouped((f for f in row if f.period.isdigit()), lambda fact: fact.measure).values():
        years = sorted({fact.period: fact for fact in facts}.values(), key=lambda fact: fact.period)
        if len(years) > 1 and len(years) == len(facts):
            found.append((years[-2], years[-1]))
    return found


def held(ledger: Ledger, cell: Cell, word: re.Match[str], pairs: Sequence[tuple[Fact, Fact]]) -> Result:
    """Return whether a word fits one of the measures of its row."""
    fits = any(is_so(word, number(last) - number(before)) for before, last in pairs)
    before, last = pairs[0]
    return Result(verdict(fits), formula=(shown(before), " → ", shown(last)), spot=spot_of(ledger, cell, last))


def spot_of(ledger: Ledger, cell: Cell, fact: Fact) -> Spot:
    """Return the place of a cell, told by its heading and by the name of a number of its row."""
    name = shortened(ledger.subject[fact.subject_id].uraian)
    return ledger.cell_spot(cell, cell.text, (ledger.heading(cell.table_id, cell.column), name))


def is_so(word: re.Match[str], change: Decimal) -> bool:
    """Tell whether a change is what a word calls it."""
    if word["up"]:
        return change > 0
    return change < 0 if word["down"] else change == 0


RULE = Rule(
    id="trends-called-right",
    title=Text("What a table calls a rise is one", "Yang disebut naik atau turun di tabel memang demikian"),
    reason="The word is read before the numbers.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II, Bab III A 2 (since 2014): this year against earlier years.",
    resolve=Text("Correct the word, or the number.", "Perbaiki katanya, atau angkanya."),
    message=Text(
        "{place}: the row is called {printed}, but its numbers go {formula}.",
        "{place}: barisnya disebut {printed}, padahal angkanya {formula}.",
    ),
    check=check,
)
