"""Tell columns of shares of a total from columns of serapan: both are headed "%"."""

from collections.abc import Sequence
from typing import Final

from lkjip.audit.arithmetic import how, number
from lkjip.audit.derivation import Way, percentage
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED
from lkjip.records import Fact

MOST: Final = 0.75  # of the rows of a column that must be shares before all of them are taken for shares


def share(ledger: Ledger, persen: Fact) -> Way | None:
    """Return the percentage as its row's share of the total of a column of amounts, where its column holds shares."""
    if not persen.table_id:
        return None
    column = ledger.of_column[persen.table_id, persen.column]
    for amount in ledger.of_row[persen.table_id, persen.row]:
        amounts = ledger.of_column[amount.table_id, amount.column] if amount.unit == "rupiah" else ()
        whole = max(amounts, key=number, default=None)
        if whole is not None and number(whole) > 0 and holds_shares(column, amounts, whole):
            return percentage(persen, amount, whole, "share of the column's total")
    return None


def holds_shares(column: Sequence[Fact], amounts: Sequence[Fact], whole: Fact) -> bool:
    """Tell whether most percentages of a column are their row's share of the largest amount, and not all are 100."""
    by_row = {fact.row: number(fact) for fact in amounts}
    rows = [fact for fact in column if fact.row in by_row]
    if len(rows) < 2 or all(number(fact) == HUNDRED for fact in rows):
        return False
    held = sum(how(fact, HUNDRED * by_row[fact.row] / number(whole)) is not None for fact in rows)
    return held >= max(2, MOST * len(rows))
