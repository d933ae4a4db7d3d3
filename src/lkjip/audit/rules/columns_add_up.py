"""A column of totals is the sum of the columns that it closes: four quarters, men and women."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit import sums
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

CLOSES: Final = re.compile(r"\b(?:jumlah|total|sampai dengan|s/d|s\.d|setahun|l\s*\+\s*p)\b", re.I)
FEWEST: Final = 2  # rows that hold before the others must
MOST: Final = 0.6  # of the rows


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every column that is headed as a total against the columns to its left."""
    columns = [column for column in ledger.of_column if CLOSES.search(ledger.heading(*column))]
    for table_id, column in columns:
        rows = [pair for fact in ledger.of_column[table_id, column] if (pair := parts(ledger, fact))[1]]
        results = [sums.result(fact, sums.Addends(left), settings) for fact, left in rows]
        held = sum(result.verdict == "passed" for result in results)
        if held >= FEWEST and held >= MOST * len(results):
            yield from results


def parts(ledger: Ledger, total: Fact) -> tuple[Fact, tuple[Fact, ...]]:
    """Return a total and the numbers to its left in its row, of its unit and of one measure."""
    row = [f for f in ledger.of_row[total.table_id, total.row] if (f.column or 0) < (total.column or 0)]
    alike = [f for f in row if f.unit == total.unit]
    nearest = max(alike, key=lambda fact: fact.column or 0, default=None)
    same = [f for f in alike if nearest is not None and f.measure == nearest.measure]
    found = grouped(same, lambda fact: fact.subject_id)
    last = found[nearest.subject_id] if nearest is not None else ()
    return total, tuple(last) if len(last) > 1 else ()


RULE = Rule(
    id="columns-add-up",
    title=Text("A column of totals is the sum of its columns", "Kolom jumlah adalah penjumlahan kolom-kolomnya"),
    reason="Quarters that do not add up to the year were booked twice or not at all.",
    severity="error",
    basis="As commonly applied.",
    resolve=Text("Add the columns again.", "Jumlahkan kembali kolom-kolomnya."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
