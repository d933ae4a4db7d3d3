"""Tell whether a finding points at a defect that a person read from the page.

A finding points at a defect when it names its place: in the same table (or in prose, for a defect of prose) one of the
numbers that the defect lists, in the defect's row where the table prints that number more than once; or, where the
person typed no number, the defect's own cell. How a number is written is one thing and whether it is right another, so
a defect of number format needs a rule of number format, and no other defect is met by one.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lkjip.audit import Audit
from lkjip.audit.ledger import Ledger
from lkjip.read import Reading
from lkjip.records import Finding

PROSE = ""
NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")
ALTERNATIVES = re.compile(r"\s*(?:;|\|)\s*")
FORMAT_KINDS = frozenset({"number_format", "format"})
FORMAT_RULES = frozenset({"number-format", "one-number-format", "number-marks"})
FEWEST_LETTERS = 4  # of a text that may stand inside a longer one
LABEL = 40  # letters of a row's label that must stand in the row


@dataclass(frozen=True)
class Defect:
    """A defect that a person found; an empty table means prose."""

    name: str
    kind: str
    severity: str
    confidence: str
    table_id: str
    printed: tuple[str, ...]  # every text that it lists
    row_label: str
    column: str
    words: str  # everything else that the person wrote about it


@dataclass(frozen=True)
class Mention:
    """A printed text that a finding names, and where it stands."""

    table_id: str
    row: int | None
    column: int | None
    text: str


@dataclass(frozen=True)
class Case:
    """A document with its defects, its reading and its audit."""

    name: str
    defects: tuple[Defect, ...]
    reading: Reading
    audit: Audit

    @cached_property
    def ledger(self) -> Ledger:
        """Return the indexes of the reading."""
        return Ledger(self.reading)

    @cached_property
    def rows(self) -> dict[tuple[str, int], str]:
        """Return the folded text of every table row."""
        found: dict[tuple[str, int], str] = {}
        for cell in self.reading.cells:
            found[cell.table_id, cell.row] = found.get((cell.table_id, cell.row), "") + folded(cell.text)
        return found

    @cached_property
    def often(self) -> Counter[tuple[str, str]]:
        """Return how often every table prints every folded text."""
        return Counter((cell.table_id, folded(cell.text)) for cell in self.reading.cells)

    @cached_property
    def together(self) -> dict[str, tuple[str, ...]]:
        """Return the facts of every check that is about all of them alike, such as the numbers of one column."""
        alike = (check for check in self.audit.checks if not check.target_id)
        return {check.check_id: tuple(filter(None, check.fact_ids.split(";"))) for check in alike}

    def mentions(self, finding: Finding) -> list[Mention]:
        """Return what a finding names, numbers also with their unit: "5 laporan"; of a whole column every number."""
        ids = [name for name in finding.fact_ids.split(";") if name]
        ids += [name for check in finding.check_ids.split(";") for name in self.together.get(check, ())]
        facts = [self.ledger.fact[name] for name in dict.fromkeys(ids)]
        own = Mention(finding.table_id, finding.row, finding.column, folded(finding.printed))
        texts = ((fact, text) for fact in facts for text in (fact.printed, f"{fact.printed} {fact.unit}"))
        return [own, *(Mention(fact.table_id, fact.row, fact.column, folded(text)) for fact, text in texts)]


def folded(text: str) -> str:
    """Return a text for comparing: digits and letters only."""
    return NOT_ALPHANUMERIC.sub("", text.casefold().replace("rp", ""))


def texts_of(printed: str) -> tuple[str, ...]:
    """Return every text that a defect lists, folded."""
    return tuple(filter(None, map(folded, ALTERNATIVES.split(printed))))


def points_at(finding: Finding, defect: Defect, case: Case) -> bool:
    """Does a finding name one of the defect's numbers, or its cell, in its table or in prose?"""
    if (finding.rule in FORMAT_RULES) != (defect.kind in FORMAT_KINDS):
        return False
    named = [mention for mention in case.mentions(finding) if mention.table_id == defect.table_id]
    if defect.printed:
        return any(names(mention, text, defect, case) for mention in named for text in defect.printed)
    return any(at_cell(mention, defect, case) for mention in named) or about_table(finding, defect)


def names(mention: Mention, text: str, defect: Defect, case: Case) -> bool:
    """Is a mention the defect's text, in its row where the table prints the text more than once?"""
    if not same(mention.text, text):
        return False
    alone = case.often[mention.table_id, mention.text] == 1
    return not mention.table_id or alone or mention.row is None or in_row(mention, defect, case)


def in_row(mention: Mention, defect: Defect, case: Case) -> bool:
    """Does a mention stand in the defect's row? A label that no row holds says nothing."""
    label = defect.row_label[:LABEL]
    labelled = [row for row, text in case.rows.items() if row[0] == mention.table_id and label in text]
    return not label or not labelled or (mention.table_id, mention.row) in labelled


def at_cell(mention: Mention, defect: Defect, case: Case) -> bool:
    """Does a mention stand in the row and the column that a defect without a printed text names?"""
    if not defect.row_label or not defect.column or mention.row is None:
        return False
    heading = folded(case.ledger.heading(mention.table_id, mention.column))
    label = defect.row_label[:LABEL] in case.rows.get((mention.table_id, mention.row), "")
    return label and bool(heading) and (heading in defect.column or defect.column in heading)


def about_table(finding: Finding, defect: Defect) -> bool:
    """Do both say of one whole table, and of none of its numbers, that something is missing or misnumbered?"""
    whole = defect.table_id and not defect.row_label and not defect.column
    alike = finding.table_id == defect.table_id and finding.row is None and not finding.fact_ids
    return bool(whole) and alike and defect.kind in {"missing", "numbering"}


def same(left: str, right: str) -> bool:
    """Are two folded texts the same number or words, one perhaps inside the other's sentence?"""
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and (left == right or (len(shorter) >= FEWEST_LETTERS and shorter in longer))


def is_listed(finding: Finding, case: Case) -> bool:
    """Does a finding point at a listed defect, or at a number that a listed defect's words name?"""
    if any(points_at(finding, defect, case) for defect in case.defects):
        return True
    text = folded(finding.printed)
    return len(text) >= FEWEST_LETTERS and any(text in defect.words for defect in case.defects)
