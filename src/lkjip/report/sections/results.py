"""What passed, what did not, what did not apply and what could not be checked: rule by rule."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from lkjip.grouping import grouped
from lkjip.records import Check
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.rulebook import rule_text
from lkjip.report.templating import filled

ORDER: Final = ("problems", "passed", "could_not_check", "not_applicable")


def results(dossier: Dossier) -> Fragment:
    """Return every rule with its outcome; ticked where it held."""
    held = Counter(check.rule for check in dossier.checks if check.verdict == "passed")
    reasons = grouped((c for c in dossier.checks if c.verdict == "could_not_check"), lambda check: check.rule)
    rows = [
        (outcome, rule_text(outcome.rule, dossier.words), held[outcome.rule], common(reasons.get(outcome.rule, ())))
        for outcome in sorted(dossier.outcomes, key=lambda outcome: ORDER.index(outcome.outcome))
    ]
    return Fragment(filled("results.html.j2", dossier.words, dossier=dossier, rows=rows))


def common(checks: Iterable[Check]) -> list[tuple[str, int]]:
    """Return why checks could not be made, the commonest reasons first, with counts."""
    return Counter(check.reason for check in checks).most_common(3)
