"""The first screen: what the document is, whether it is sound, what is wrong and how bad."""

from dataclasses import dataclass
from typing import Final

from lkjip.records import Check
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.links import described
from lkjip.report.rulebook import rule_text
from lkjip.report.templating import filled

GRAVEST: Final = 5
FEWEST_CHECKED: Final = 10  # facts under a rule below which we do not judge


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of the headline."""

    facts: int
    checked: int  # facts held against others by a rule
    questioned: int  # of these, facts that a finding points at
    held: int  # comparisons
    broken: int
    errors: int
    warnings: int
    infos: int
    conclusions: int  # headlines that change what the report concludes

    @property
    def verdict(self) -> str:
        """Return conclusion, errors, warnings, sound or unjudged."""
        if self.conclusions:
            return "conclusion"
        if self.errors:
            return "errors"
        if self.checked < FEWEST_CHECKED:
            return "unjudged"
        return "warnings" if self.warnings else "sound"


def compares(check: Check) -> bool:
    """Tell whether a check holds numbers against each other; to be well written alone confirms no number."""
    return bool(check.formula) or ";" in check.fact_ids


def tally(dossier: Dossier) -> Tally:
    """Count what was read, checked and found."""
    tried = [check for check in dossier.checks if check.verdict != "could_not_check" and compares(check)]
    under = {fact_id for check in tried for fact_id in check.fact_ids.split(";") if fact_id}
    pointed = {finding.fact_ids.split(";")[0] for finding in dossier.findings if finding.severity != "info"} - {""}
    by = {name: sum(f.severity == name for f in dossier.findings) for name in ("error", "warning", "info")}
    return Tally(
        facts=len(dossier.facts),
        checked=len(under | pointed),
        questioned=len(pointed),
        held=sum(check.verdict == "passed" for check in tried),
        broken=sum(check.verdict == "problem" for check in tried),
        errors=by["error"],
        warnings=by["warning"],
        infos=by["info"],
        conclusions=len(dossier.conclusive),
    )


def masthead(dossier: Dossier) -> Fragment:
    """Return the opening of an audit page."""
    counted = tally(dossier)
    first = [f for f in dossier.leaders if f.severity != "info"][:GRAVEST]
    grave = [(f, dossier.fact_at(f), rule_text(f.rule, dossier.words)) for f in first]
    html = filled("masthead.html.j2", dossier.words, dossier=dossier, tally=counted, grave=grave)
    title = dossier.words("Audit: %(title)s", title=dossier.title)
    return Fragment(html, described(title, dossier.document, dossier.words), place="opening")
