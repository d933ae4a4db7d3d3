"""What a rule says of itself, for readers."""

from dataclasses import dataclass
from functools import lru_cache

from lkjip.report.words import Words


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in one language."""

    title: str
    reason: str
    basis: str
    resolve: str


@lru_cache
def rule_text(rule: str, words: Words) -> RuleText:
    """Return the words of a rule; the id alone where this version has no such rule."""
    from lkjip.audit.rules import RULES

    known = next((each for each in RULES if each.id == rule), None)
    if known is None:
        return RuleText(rule.replace("-", " ").capitalize(), "", "", "")
    title, resolve = getattr(known.title, words.language), getattr(known.resolve, words.language)
    return RuleText(title, words(known.reason), words(known.basis), resolve)
