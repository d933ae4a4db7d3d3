"""Turn the problems that rules found into findings that a reader can follow."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from lkjip.audit.conclusions import Conclusions
from lkjip.audit.diagnosis import Diagnosis, Tested, diagnoses, headlines
from lkjip.audit.echoes import clause, echoes
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Number, Result, Text
from lkjip.audit.wording import Language, expected, formula
from lkjip.records import Fact, Finding
from lkjip.settings import Settings

MOST_MARKED: Final = 4  # operands to mark on the page; of a longer sum the total and the culprit are enough


def findings(ledger: Ledger, tests: Sequence[Tested], settings: Settings) -> tuple[Finding, ...]:
    """Return a finding for every problem, in report order."""
    problems = [test for test in tests if test.result.verdict == "problem"]
    known = diagnoses(ledger, tests)
    leads = headlines(ledger, problems, known)
    conclusions = Conclusions(ledger, settings)
    drafts = (finding(ledger, test, known[test.check_id]) for test in problems)
    changed = {test.check_id for test in problems if conclusions.change(test.result)}
    rows = sorted((replace(row, changes_conclusion=row.check_ids in changed) for row in drafts), key=position)
    ids = {row.check_ids: f"f{at:04d}" for at, row in enumerate(rows, start=1)}
    return tuple(replace(row, finding_id=ids[row.check_ids], headline=ids[leads[row.check_ids]]) for row in rows)


def position(row: Finding) -> tuple[int, str, int, int, str]:
    """Return what findings are sorted by: their place, then the order of their checks."""
    return (row.page, row.table_id, -1 if row.row is None else row.row, row.column or 0, row.check_ids)


def finding(ledger: Ledger, test: Tested, known: Diagnosis) -> Finding:
    """Return one problem as a finding."""
    result = test.result
    at = result.target or result.spot
    assert at is not None
    return Finding(
        finding_id="",
        rule=test.rule.id,
        severity=test.severity,
        page=at.page,
        table_id=at.table_id,
        row=at.row,
        column=at.column,
        place=where(ledger, result).id,
        printed=at.printed,
        expected=expected(result.expected, "id"),
        cause=known.cause,
        message_en=message(ledger, test, known, "en"),
        message_id=message(ledger, test, known, "id"),
        changes_conclusion=False,
        headline="",
        culprit=known.culprits[0] if known.culprits else "",
        formula=formula(result.formula, "id"),
        check_ids=test.check_id,
        fact_ids=";".join(dict.fromkeys([*marked(result, known), *(fact.fact_id for fact in repeated(ledger, test))])),
        doubtful=test.doubtful,
    )


def repeated(ledger: Ledger, test: Tested) -> tuple[Fact, ...]:
    """Return the rows that print the same amount because they are one with that of the problem; of writing, none."""
    target = test.result.target
    return echoes(ledger, target) if target is not None and test.rule.guess_matters else ()


def marked(result: Result, known: Diagnosis) -> tuple[str, ...]:
    """Return the facts to mark on the page, the culprit first."""
    target = [result.target.fact_id] if result.target else []
    rest = [fact.fact_id for fact in result.facts]
    return tuple(dict.fromkeys([*known.culprits, *target, *(rest if len(rest) <= MOST_MARKED else [])]))


def where(ledger: Ledger, result: Result) -> Text:
    """Return the words for the place of a result."""
    if result.target is not None:
        return ledger.place(result.target)
    assert result.spot is not None
    spot = result.spot
    return spot.place if spot.place.en else ledger.cell_place(spot.table_id, spot.page, ())


def message(ledger: Ledger, test: Tested, known: Diagnosis, language: Language) -> str:
    """Return the sentence for one problem in one language."""
    result = test.result
    template = getattr(test.rule.message, language)
    other: Fact | None = next((fact for fact in result.facts if fact is not result.target), None)
    at = result.target or result.spot
    sentence: str = template.format(
        place=getattr(where(ledger, result), language),
        printed=at.printed if at else "",
        expected=quoted(result) or expected(result.expected, language),
        formula=formula(result.formula, language),
        other=getattr(ledger.place(other), language) if other else "",
    )
    clauses = (result.note, clause(repeated(ledger, test)), known.clause)
    said: list[str] = [getattr(text, language) for text in clauses]
    return reduce(with_clause, said, sentence)


def quoted(result: Result) -> str:
    """Return the value that another place prints, as printed, where a rule holds two places against each other."""
    match result.formula:
        case (Number() as value,):
            others = (fact for fact in result.facts if fact is not result.target and fact.value == value.value)
            return next((fact.printed for fact in others), "")
        case _:
            return ""


def with_clause(sentence: str, clause: str) -> str:
    """Return a sentence with a clause before its full stop."""
    return f"{sentence.removesuffix('.')}; {clause[0].lower()}{clause[1:]}." if clause else sentence
