"""How many of the numbers outside tables were tied to a subject and a measure."""

from dataclasses import dataclass

from lkjip.read.prose.figures import DIGITS
from lkjip.read.reading import Reading


@dataclass(frozen=True, slots=True)
class ProseCoverage:
    """Numbers outside tables: those that became facts, those listed as unread, and those that are no quantity."""

    tied: int
    untied: int
    irrelevant: int  # dates, laws, NIPs, list and page numbers, captions, contents, headers and footers

    @property
    def share(self) -> float:
        """The part of the quantities that was tied, from 0 to 1; 1 where there are none."""
        quantities = self.tied + self.untied
        return self.tied / quantities if quantities else 1.0


def prose_coverage(reading: Reading) -> ProseCoverage:
    """Count the numbers outside the tables of a document."""
    seen = sum(len(DIGITS.findall(line.text)) for line in reading.lines)
    tied = sum(fact.source == "prose" and fact.value is not None for fact in reading.facts)
    untied = sum(row.kind == "number" and not row.table_id for row in reading.unread)
    return ProseCoverage(tied, untied, max(seen - tied - untied, 0))
