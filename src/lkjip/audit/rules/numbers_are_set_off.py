"""Nothing is left over, doubled or missing around a number: commas, brackets, the space before the next word."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches
from lkjip.audit.text import spot as spot_of
from lkjip.records import Cell
from lkjip.settings import Settings


class Slip(NamedTuple):
    """What is wrong around a number, and how it looks."""

    note: Text
    pattern: re.Pattern[str]


AMOUNT: Final = r"\d{1,3}(?:[.,]\d{3})+"
DOUBLED: Final = Slip(
    Text("“Rp” has two full stops", "“Rp” diikuti dua titik"), re.compile(rf"\bRp\s?\.\s?\.\s*{AMOUNT}")
)
RUN_IN: Final = Slip(
    Text("no space parts it from the next word", "tidak ada spasi sebelum kata berikutnya"),
    re.compile(rf"\b{AMOUNT},?-?[a-z]{{3,}}"),
)
LEFT_OVER: Final = Slip(
    Text("a comma stands behind it", "ada koma tersisa di belakangnya"), re.compile(rf"^\s*(?:Rp\.?\s*)?{AMOUNT},\s*$")
)
CLOSED: Final = Slip(
    Text("a bracket is closed that was not opened", "ada kurung tutup tanpa kurung buka"),
    re.compile(r"^[^()]*?(?P<at>\d[\d.,]*\s*%?\s*\))[^()]*$"),
)
OPENED: Final = Slip(
    Text("a bracket is opened and not closed", "ada kurung buka tanpa kurung tutup"),
    re.compile(r"^[^()]*(?P<at>\(\s*\d[\d.,]*\s*%?)[^()\w]*$"),
)
IN_TEXT: Final = (DOUBLED, RUN_IN)
IN_CELLS: Final = (DOUBLED, RUN_IN, LEFT_OVER, CLOSED, OPENED)
COUNTED: Final = re.compile(r"(?:^|\s)\d{1,2}\)")  # "1) first, 2) second": the bracket of a list


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the numbers of every sentence and of every cell."""
    for slip in IN_TEXT:
        for paragraph, found in matches(ledger, slip.pattern):
            yield Result("problem", spot=spot_of(paragraph, found), note=slip.note)
    for cell in ledger.reading.cells:
        if cell.kind == "body" and any(letter.isdigit() for letter in cell.text):
            yield examine(ledger, cell)


def examine(ledger: Ledger, cell: Cell) -> Result:
    """Return whether the numbers of a cell stand free."""
    if not COUNTED.search(cell.text):
        for slip in IN_CELLS:
            found = slip.pattern.search(cell.text)
            if found:
                printed = found.groupdict().get("at") or found.group().strip()
                words = (shortened(cell.text), ledger.heading(cell.table_id, cell.column))
                return Result("problem", spot=ledger.cell_spot(cell, printed, words), note=slip.note)
    return Result("passed")


RULE = Rule(
    id="number-marks",
    title=Text("Nothing is missing or doubled around a number", "Tanda baca di sekitar angka lengkap"),
    reason="A stray comma or bracket makes a reader wonder whether a digit is missing.",
    severity="info",
    basis="EYD V (since 2022) and its predecessors.",
    resolve=Text("Put the marks around the number right.", "Rapikan tanda baca di sekitar angka."),
    message=Text(
        "{place}: the marks around “{printed}” are not in order.",
        "{place}: tanda baca di sekitar “{printed}” tidak rapi.",
    ),
    check=check,
)
