"""Turn the problems that rules found into findings that a reader can follow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.wording import Language, expected, formula
from lkjip.records import Fact, Finding, Severity
from lkjip.settings import Settings

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Tested:
    """A result with its number and its rule."""

    check_id: str
    rule: Rule
    result: Result


def findings(ledger: Ledger, tests: Sequence[Tested], settings: Settings) -> tuple[Finding, ...]:
    """Return a finding for every problem, in report order."""
    problems = [test for test in tests if test.result.verdict == "problem"]
    rows = sorted((finding(ledger, test) for test in problems), key=position)
    return tuple(replace(row, finding_id=f"f{at:04d}", headline=f"f{at:04d}") for at, row in enumerate(rows, start=1))


def position(row: Finding) -> tuple[int, str, int, int, str, str]:
    """Return what findings are sorted by: their place, then their rule."""
    return (row.page, row.table_id, -1 if row.row is None else row.row, row.column or 0, row.rule, row.check_ids)


def finding(ledger: Ledger, test: Tested) -> Finding:
    """Return one problem as a finding."""
    result, rule = test.result, test.rule
    place = where(ledger, result)
    doubtful = any(fact.guess for fact in result.facts)
    at = result.target or result.spot
    assert at is not None
    return Finding(
        finding_id="",
        rule=rule.id,
        severity=severity(result.severity or rule.severity, doubtful),
        page=at.page,
        table_id=at.table_id,
        row=at.row,
        column=at.column,
        place=place.id,
        printed=at.printed,
        expected=expected(result.expected, "id"),
        cause=result.cause,
        message_en=message(ledger, test, "en"),
        message_id=message(ledger, test, "id"),
        changes_conclusion=result.conclusion,
        headline="",
        culprit="",
        formula=formula(result.formula, "id"),
        check_ids=test.check_id,
        fact_ids=";".join(dict.fromkeys(fact.fact_id for fact in result.facts)),
        doubtful=doubtful,
    )


def severity(given: Severity, doubtful: bool) -> Severity:
    """Return the severity; what rests on a guess is a warning at most."""
    return "warning" if doubtful and given == "error" else given


def where(ledger: Ledger, result: Result) -> Text:
    """Return the words for the place of a result."""
    if result.target is not None:
        return ledger.place(result.target)
    assert result.spot is not None
    spot = result.spot
    return spot.place if spot.place.en else ledger.cell_place(spot.table_id, spot.page, ())


def message(ledger: Ledger, test: Tested, language: Language) -> str:
    """Return the sentence for one problem in one language."""
    result = test.result
    template = getattr(test.rule.message, language)
    other: Fact | None = next((fact for fact in result.facts if fact is not result.target), None)
    at = result.target or result.spot
    sentence = template.format(
        place=getattr(where(ledger, result), language),
        printed=at.printed if at else "",
        expected=expected(result.expected, language),
        formula=formula(result.formula, language),
        other=getattr(ledger.place(other), language) if other else "",
    )
    return with_clause(sentence, getattr(result.note, language))


def with_clause(sentence: str, clause: str) -> str:
    """Return a sentence with a clause before its full stop."""
    return f"{sentence.removesuffix('.')}; {clause[0].lower()}{clause[1:]}." if clause else sentence
