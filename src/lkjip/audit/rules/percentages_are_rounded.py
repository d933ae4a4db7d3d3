"""A percentage is rounded, not cut off after its last digit."""

from collections.abc import Iterable, Iterator

from lkjip.audit.arithmetic import BY_TRUNCATION
from lkjip.audit.ledger import Ledger, column_name
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules import capaian_recalculates, serapan_recalculates
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the percentages that could be recalculated, column by column."""
    rules = (capaian_recalculates, serapan_recalculates)
    passed = [r for rule in rules for r in rule.check(ledger, settings) if r.verdict == "passed" and r.target]
    columns = grouped(passed, lambda result: (target(result).table_id, target(result).column or target(result).fact_id))
    for results in columns.values():
        yield from examine(ledger, results)


def target(result: Result) -> Fact:
    """Return the percentage that a result recalculated."""
    assert result.target is not None
    return result.target


def examine(ledger: Ledger, results: Iterable[Result]) -> Iterator[Result]:
    """Return the numbers of a column that are cut off: as one problem where they are several."""
    cut = []
    for result in results:
        if result.reason.endswith(BY_TRUNCATION):
            cut.append(result)
        else:
            yield Result("passed", result.facts[:1], result.target)
    if len(cut) == 1:
        yield Result("problem", cut[0].facts[:1], cut[0].target, cut[0].formula, cut[0].expected)
    elif cut:
        first = target(cut[0])
        heading = column_name(ledger.heading(first.table_id, first.column))
        place = ledger.cell_place(first.table_id, first.page, (heading,))
        spot = Spot(first.page, first.table_id, first.row, first.column, first.printed, place)
        yield Result("problem", tuple(target(r) for r in cut), None, cut[0].formula, cut[0].expected, spot=spot)


RULE = Rule(
    id="rounded-not-cut",
    title=Text("A percentage is rounded, not cut off", "Persentase dibulatkan, tidak dipotong"),
    reason="A number cut off is always too low; readers who recalculate it get another.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Round to the last printed digit.", "Bulatkan sampai angka terakhir yang dicetak."),
    message=Text(
        "{place}: {printed} is cut off, not rounded: {formula} = {expected}.",
        "{place}: {printed} dipotong, bukan dibulatkan: {formula} = {expected}.",
    ),
    check=check,
)
