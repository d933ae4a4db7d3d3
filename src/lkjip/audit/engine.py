"""Run every rule over one reading and hand on its checks, findings and outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lkjip import store
from lkjip.audit.diagnosis import Tested
from lkjip.audit.findings import findings
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule
from lkjip.audit.rules import RULES
from lkjip.audit.wording import expected, formula
from lkjip.grouping import grouped
from lkjip.read.doubt import RECOGNISED
from lkjip.records import Check, Finding, Outcome, OutcomeKind
from lkjip.settings import Settings

NOT_SURE: Final = "it was not surely recognised on the scanned page"

if TYPE_CHECKING:
    from lkjip.read.reading import Reading


@dataclass(frozen=True)
class Audit:
    """What the rules say about one document."""

    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def save(self, folder: Path) -> None:
        """Write one CSV file for each kind of row to `folder`. Raises OSError."""
        store.save(folder, Check, self.checks)
        store.save(folder, Finding, self.findings)
        store.save(folder, Outcome, self.outcomes)

    @classmethod
    def load(cls, folder: Path) -> "Audit":
        """Read back what `save` wrote. Raises OSError and ValueError."""
        return cls(
            tuple(store.load(folder, Check)), tuple(store.load(folder, Finding)), tuple(store.load(folder, Outcome))
        )


def audit(reading: "Reading", settings: Settings) -> Audit:
    """Audit one document. Raises ValueError where the settings leave out a rule that does not exist."""
    ledger = Ledger(reading)
    tests = tested(ledger, chosen(settings), settings)
    return Audit(
        tuple(check(test) for test in tests),
        findings(ledger, tests, settings),
        tuple(outcomes(chosen(settings), tests)),
    )


def chosen(settings: Settings) -> list[Rule]:
    """Return the rules to run. Raises ValueError for a rule that does not exist."""
    known = [rule.id for rule in RULES]
    unknown = [name for name in settings.skip_rules if name not in known]
    if unknown:
        raise ValueError(f"skip_rules: there is no rule {unknown[0]!r}; the rules are: {', '.join(known)}")
    return [rule for rule in RULES if rule.id not in settings.skip_rules]


def tested(ledger: Ledger, rules: Iterable[Rule], settings: Settings) -> list[Tested]:
    """Run the rules and number their results."""
    pairs = [(rule, weighed(rule, result)) for rule in rules for result in rule.check(ledger, settings)]
    return [Tested(f"c{at:05d}", rule, result) for at, (rule, result) in enumerate(pairs, start=1)]


def weighed(rule: Rule, result: Result) -> Result:
    """Return a result, undecided where a rule about writing found fault with what was not surely recognised.

    A stop that a scan lost is likelier than one that the report left out.
    """
    doubtful = any(RECOGNISED in fact.guess for fact in result.facts)
    if result.verdict != "problem" or rule.guess_matters or not doubtful:
        return result
    return replace(result, verdict="could_not_check", expected=None, reason=NOT_SURE)


def check(test: Tested) -> Check:
    """Return a result as a row."""
    result = test.result
    return Check(
        check_id=test.check_id,
        rule=test.rule.id,
        verdict=result.verdict,
        fact_ids=";".join(dict.fromkeys(fact.fact_id for fact in result.facts)),
        target_id=result.target.fact_id if result.target else "",
        formula=formula(result.formula, "id"),
        expected=expected(result.expected, "id"),
        reason=result.reason,
    )


def outcomes(rules: Iterable[Rule], tests: Sequence[Tested]) -> Iterable[Outcome]:
    """Return how every rule came out on the document."""
    by_rule = grouped(tests, lambda test: test.rule.id)
    for rule in rules:
        yield outcome(rule, by_rule.get(rule.id, ()))


def outcome(rule: Rule, tests: Sequence[Tested]) -> Outcome:
    """Return how one rule came out."""
    verdicts = [test.result.verdict for test in tests]
    skipped, problems = verdicts.count("could_not_check"), verdicts.count("problem")
    kind: OutcomeKind = "passed"
    if problems:
        kind = "problems"
    elif skipped == len(tests):
        kind = "could_not_check" if tests else "not_applicable"
    reasons = dict.fromkeys(test.result.reason for test in tests if test.result.verdict == "could_not_check")
    reason = "; ".join(reasons) if tests else "the report prints nothing that the rule is about"
    return Outcome(rule.id, kind, len(tests) - skipped, skipped, problems, reason)
