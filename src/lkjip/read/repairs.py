"""Characters that a number cannot hold (O, l, S, B, |), put right only where the document itself confirms it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from lkjip.intervals import rounded
from lkjip.read.doubt import SURE
from lkjip.read.numbers import Number, parse
from lkjip.read.words import fold
from lkjip.records import Cell, Repair

MEANT: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})
LOOKS_NUMERIC: Final = re.compile(r"^(?:rp\.?\s*)?[\dOolI|SBZ.,%\s]+$", re.IGNORECASE)
DIGITS: Final = 3  # a number of fewer digits stands twice in one row label's rows by chance

Rows = dict[tuple[str, int], list[Cell]]


def repairs(cells: Sequence[Cell]) -> tuple[Repair, ...]:
    """Return the repairs of a document's cells, in their order; without a confirmation nothing is repaired."""
    rows: Rows = defaultdict(list)
    for cell in cells:
        rows[cell.table_id, cell.row].append(cell)
    return tuple(repair for cell in cells if (repair := repair_of(cell, rows)))


def repair_of(cell: Cell, rows: Rows) -> Repair | None:
    """Return the repair of a cell, or None where it needs none or nothing confirms one."""
    if cell.kind != "body" or cell.confidence >= SURE or not LOOKS_NUMERIC.match(cell.text):
        return None
    now = repaired_text(cell.text)
    if now == cell.text or not (number := only_number(now)):
        return None
    reason = printed_again(cell, number, rows) or recalculates(cell, number, rows)
    return Repair(cell.table_id, cell.row, cell.column, cell.page, cell.text, now, reason) if reason else None


def repaired_text(text: str) -> str:
    """Return a text with the characters that no number holds read as the digits that they look like."""
    sign = re.match(r"rp\.?\s*", text, re.IGNORECASE)
    start = sign.end() if sign else 0
    return text[:start] + text[start:].translate(MEANT)


def only_number(text: str) -> Number | None:
    """Return the number that a text is, or None if it is none or its reading took a guess."""
    found = parse(text)
    return found[0] if len(found) == 1 and not found[0].guess else None


def printed_again(cell: Cell, number: Number, rows: Rows) -> str:
    """Say where a row of the same name surely prints the same number, or nothing."""
    label = label_of(rows[cell.table_id, cell.row])
    if not label or sum(char.isdigit() for char in number.printed) < DIGITS:
        return ""
    for (table_id, row), others in rows.items():
        same_name = (table_id, row) != (cell.table_id, cell.row) and label_of(others) == label
        if same_name and any(other.value == number.value for other in sure_numbers(others, cell)):
            return f"{table_id} row {row} prints the same number for the same name"
    return ""


def label_of(row: Iterable[Cell]) -> str:
    """Return the name of a row: its longest text without digits, folded."""
    names = [fold(cell.text) for cell in row if not any(char.isdigit() for char in cell.text)]
    return max(names, key=len, default="")


def sure_numbers(row: Iterable[Cell], but: Cell) -> Iterator[Number]:
    """Yield the numbers of a row that were surely recognised, those of one cell left out."""
    for cell in row:
        if cell is not but and cell.confidence >= SURE and (number := only_number(cell.text)):
            yield number


def recalculates(cell: Cell, number: Number, rows: Rows) -> str:
    """Say how the number follows from two others of its row as amount, part and percentage, or nothing."""
    others = list(sure_numbers(rows[cell.table_id, cell.row], cell))
    for pair in permutations(others, 2):
        for place in range(3):
            formula = formula_of(number, pair, place)
            if formula and not any(formula_of(other, pair, place) for other in alternatives(cell.text)):
                return formula
    return ""


def formula_of(number: Number, others: tuple[Number, ...], place: int) -> str:
    """Return the percentage that a number forms with two others, standing as part, whole or share, or nothing."""
    ordered = [*others[:place], number, *others[place:]]
    part, whole, share = ordered[0], ordered[1], ordered[2]
    return f"{part.printed} / {whole.printed} x 100 is {share.printed}" if is_share(part, whole, share) else ""


def alternatives(text: str) -> Iterator[Number]:
    """Yield the numbers that a text would be if one of its letters were another digit than it looks like.

    A percentage says nothing of the last digits of an amount: what it confirms for any digit, it confirms for none.
    """
    now = repaired_text(text)
    for at, (old, new) in enumerate(zip(text, now, strict=True)):
        for digit in "0123456789" if old != new else "":
            other = only_number(now[:at] + digit + now[at + 1 :])
            if digit != new and other:
                yield other


def is_share(part: Number, whole: Number, share: Number) -> bool:
    """Tell whether one number is the printed percentage that another is of a third: amounts, and two decimals."""
    if whole.value < 1000 or part.value < 1000 or share.decimals < 2 or share.value > 1000:
        return False
    return rounded(share.value, share.decimals).holds(part.value / whole.value * 100)


def repaired(cells: Iterable[Cell], found: Iterable[Repair]) -> tuple[Cell, ...]:
    """Return the cells with their repairs; a repaired cell is as sure as what confirms it."""
    due = {(repair.table_id, repair.row, repair.column): repair for repair in found}
    return tuple(
        replace(cell, text=repair.now, lines="", confidence=SURE)
        if (repair := due.get((cell.table_id, cell.row, cell.column)))
        else cell
        for cell in cells
    )
