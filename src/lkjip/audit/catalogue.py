"""The rules as a document: `python -m lkjip.audit.catalogue` writes docs/rules.md from what the rules say of themselves."""

from collections.abc import Iterable
from typing import Final

from lkjip.audit.model import Rule
from lkjip.audit.rules import RULES
from lkjip.paths import PROJECT
from lkjip.store import save_text

PAGE: Final = PROJECT / "docs" / "rules.md"
OPENING: Final = """# Rules

What should be true of a report, in the order of the audit. `python -m lkjip.audit.catalogue` writes this page from the
files in `src/lkjip/audit/rules/`, one for each rule. The severity is the gravest that a rule gives; a finding is milder where
the evidence is, and at most a warning where it rests on a reading that had to guess. `SET="skip_rules=id,id"` leaves rules out.
"""


def catalogue(rules: Iterable[Rule]) -> str:
    """Return all rules as Markdown."""
    return "\n".join([OPENING, *(entry(rule) for rule in rules)])


def entry(rule: Rule) -> str:
    """Return one rule: what should be true, why, by which law, and how to resolve a finding."""
    lines = [f"## {rule.id}", "", f"**{rule.title.en}.** *{rule.title.id}.*", ""]
    lines += [f"- Severity: {rule.severity}", f"- Reason: {rule.reason}"]
    lines += [f"- Basis: {rule.basis}"] if rule.basis else []
    return "\n".join([*lines, f"- To resolve: {rule.resolve.en}", ""])


if __name__ == "__main__":
    save_text(PAGE, catalogue(RULES))
