"""At least 95 % of the numeric statements that people read in the shipped reports become facts, rightly tied."""

from functools import cache
from pathlib import Path

import pytest
from benchmarks.prose_score import TRUTH, WANTED, score, statements

from lkjip.extract import extract
from lkjip.read import Manual, read
from lkjip.read.prose.coverage import prose_coverage
from lkjip.read.prose.figures import DIGITS
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.reading import Report, facts_from_prose
from lkjip.read.prose.scene import Tables

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted(path.parent.name for path in TRUTH.glob("*/statements.csv"))
TIED = 0.95  # of the quantities outside tables
SPLIT = 0.005  # of the numbers outside tables that a stray space parts in two: "4. 603.119.714"


@cache
def reading(document):
    return read(document, extract(ROOT / "data" / "raw" / f"{document}.pdf"), Manual.load(ROOT / "data" / "manual"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_statements_become_facts(document):
    by_id = {subject.subject_id: subject for subject in reading(document).subjects}
    facts = [(fact, by_id[fact.subject_id]) for fact in reading(document).facts]
    result = score(document, statements(TRUTH / document / "statements.csv"), facts)
    assert result.percent >= WANTED, [f"{statement.id}: {why}" for statement, why in result.missed]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_number_outside_tables_is_counted_once(document):
    found = reading(document)
    tables = Tables(
        tuple(subject for subject in found.subjects if subject.source == "table"),
        tuple(fact for fact in found.facts if fact.source == "table"),
    )
    report = Report(document, found.attribute("year"), found.attribute("instansi"))
    prose = facts_from_prose(report, found.lines, tables, Grammar(Manual.load(ROOT / "data" / "manual")))
    printed = sum(len(DIGITS.findall(line.text)) for line in found.lines)
    counted = prose.tied + prose.untied + prose.irrelevant
    assert abs(printed - counted) <= SPLIT * printed


@pytest.mark.parametrize("document", DOCUMENTS)
def test_quantities_outside_tables_are_tied_or_listed(document):
    coverage = prose_coverage(reading(document))
    assert coverage.share >= TIED
    assert coverage.untied == sum(row.kind == "number" and not row.table_id for row in reading(document).unread)
