"""Every finding with its evidence: the sentence, both numbers, the formula, the rule and the place on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lkjip.grouping import grouped
from lkjip.records import Finding
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import Crop, Evidence, evidence_of
from lkjip.report.fragment import Fragment
from lkjip.report.rulebook import RuleText, rule_text
from lkjip.report.templating import filled
from lkjip.report.vocabulary import CAUSES, meaning

KINDS: Final = ("conclusion", "error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it, with those that follow from the same cause."""

    finding: Finding
    sentence: str
    cause: str
    rule: RuleText
    crops: list[Crop]
    followers: list["Shown"]


def kind(finding: Finding, dossier: Dossier) -> str:
    """Return the group that a leading finding is listed in."""
    return "conclusion" if finding.finding_id in dossier.conclusive else finding.severity


def sentence(finding: Finding, dossier: Dossier) -> str:
    """Return a finding's sentence in the page's language."""
    return finding.message_en if dossier.words.language == "en" else finding.message_id


def shown(finding: Finding, evidence: Evidence) -> Shown:
    """Return a finding with its evidence and those that it explains."""
    dossier = evidence.dossier
    below = [shown(other, evidence) for other in dossier.followers.get(finding.finding_id, ())]
    cause = meaning(CAUSES, finding.cause, dossier.words)
    rule = rule_text(finding.rule, dossier.words)
    crops = evidence.crops(finding) if dossier.pdf else []
    return Shown(finding, sentence(finding, dossier), cause, rule, crops, below)


def bundles(name: str, items: Sequence[Shown]) -> list[tuple[str, Sequence[Shown]]]:
    """Return the findings of a group with the rule that bundles them: remarks are many and alike, others stand alone."""
    if name != "info":
        return [("", items)]
    return sorted(grouped(items, lambda item: item.rule.title).items(), key=lambda bundle: -len(bundle[1]))


def findings(dossier: Dossier) -> Fragment:
    """Return all findings, gravest first, each below the one that explains it."""
    evidence = evidence_of(dossier)
    groups = grouped((shown(f, evidence) for f in dossier.leaders), lambda item: kind(item.finding, dossier))
    ordered = [(name, bundles(name, groups[name])) for name in KINDS if name in groups]
    return Fragment(filled("findings.html.j2", dossier.words, dossier=dossier, groups=ordered))


def register(dossier: Dossier) -> Fragment:
    """Return the table of all findings, to search, sort and filter."""
    rows = [(f, dossier.fact_at(f), rule_text(f.rule, dossier.words)) for f in dossier.findings]
    return Fragment(filled("register.html.j2", dossier.words, dossier=dossier, rows=rows))
