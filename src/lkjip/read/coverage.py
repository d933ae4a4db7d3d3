"""How much of what the tables print was understood."""

from dataclasses import dataclass

from lkjip.read.numbers import parse
from lkjip.read.reading import Reading


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers in the bodies of tables: seen, those that became facts, those of no concern, those not understood."""

    seen: int
    facts: int
    irrelevant: int  # in names, in words beside the numbers, in tables of contents
    not_understood: int

    @property
    def share(self) -> float:
        """The part of the numbers of concern that became facts, from 0 to 1; 1 where there are none."""
        concerned = self.facts + self.not_understood
        return self.facts / concerned if concerned else 1.0


def coverage(reading: Reading) -> Coverage:
    """Count the numbers of a document's tables."""
    seen = sum(len(parse(cell.lines or cell.text)) for cell in reading.cells if cell.kind == "body")
    facts = sum(fact.source == "table" and fact.value is not None for fact in reading.facts)
    lost = sum(len(parse(row.text)) for row in reading.unread if row.kind == "number" and row.table_id)
    seen = max(seen, facts + lost)  # a line of the body that was taken for a header counts too
    return Coverage(seen, facts, seen - facts - lost, lost)
