"""Show what the audit says of single misprints: python -m benchmarks.inject.explain SEED KIND [--misprints N]."""

import argparse
from itertools import islice

from benchmarks.generate import generate
from benchmarks.inject.experiment import changed, extracted, placeable, seen
from benchmarks.inject.misprints import KINDS, Misprint
from benchmarks.inject.page import Page
from benchmarks.inject.placement import placed
from benchmarks.inject.verdict import Seen, Verdict, judged, new_findings

from lkjip.records import Finding


def main() -> None:
    """Run the misprints of one kind on one report, the same ones that an experiment of that length runs."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("seed", type=int)
    asked.add_argument("kind", choices=list(KINDS))
    asked.add_argument("--misprints", type=int, default=40, help="length of the experiment")
    options = asked.parse_args()
    page = Page(generate(options.seed))
    before = seen(page.report.name, extracted(page.report))
    places = placed(page.report, before.extraction)
    for misprint in islice(placeable(page, places), options.misprints):
        if misprint.kind == options.kind:
            after = seen(page.report.name, changed(before.extraction, misprint, places))
            explain(page, misprint, judged(page, misprint, places, (before, after)), (before, after))


def explain(page: Page, misprint: Misprint, verdict: Verdict, seen_both: tuple[Seen, Seen]) -> None:
    """Print a misprint, what it contradicts, and every finding that it brought about."""
    before, after = seen_both
    print(f"\n{verdict.where} {verdict.measure}: {verdict.true} -> {verdict.printed}")
    outcome = ("malformed", "determined", "detected", "named", "valued", "misled")
    print("  " + ", ".join(f"{name} {getattr(verdict, name)}" for name in outcome))
    for constraint in page.constraints.broken(misprint.values):
        printed = ", ".join(f"{page.figures[spot].text} (block {spot.block})" for spot in constraint.spots)
        print(f"  contradicts {type(constraint.relation).__name__}: {printed}")
    names = {fact.fact_id: f"{fact.printed} ({fact.table_id or 'prose'})" for fact in after.reading.facts}
    for row in new_findings(before.audit, after.audit):
        print(f"  {described(row, names)}")


def described(row: Finding, names: dict[str, str]) -> str:
    """Return a finding on one line."""
    culprit = names.get(row.culprit, "nobody")
    return f"{row.severity} {row.rule}: blames {culprit}, {row.cause or 'no cause'}; {row.message_en}"


if __name__ == "__main__":
    main()
