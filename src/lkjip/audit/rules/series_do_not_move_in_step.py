"""Different indikator do not all move by the same step: from year to year, or from last year to this."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Number, Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.records import Fact
from lkjip.settings import Settings

FEWEST: Final = 4  # indikator of one table that move alike before it is remarkable; so few may do so by chance
NAMES: Final = {measures.TARGET: Text("target", "target"), measures.REALISASI: Text("realisasi", "realisasi")}
STEP: Final = Text(
    "from {earlier} to {later} all {count} change by {step}",
    "dari {earlier} ke {later} semua ({count}) berubah sebesar {step}",
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at targets and realisasi of neighbouring years in every table."""
    for table in ledger.reading.tables:
        for measure in NAMES:
            rows = [by_period(ledger, row.subject_id, measure) for row in ledger.rows.get(table.table_id, ())]
            periods = sorted({period for row in rows for period in row if period.isdigit()})
            for earlier, later in pairwise(periods):
                pairs = [(row[earlier], row[later]) for row in rows if earlier in row and later in row]
                if len(pairs) >= FEWEST and any(fact.decimals for pair in pairs for fact in pair):
                    yield examine(ledger, measure, pairs)


def by_period(ledger: Ledger, subject_id: str, measure: str) -> dict[str, Fact]:
    """Return the numbers of one measure of a row by their period."""
    return {f.period: f for f in ledger.of_subject[subject_id] if f.measure == measure and f.value is not None}


def examine(ledger: Ledger, measure: str, pairs: list[tuple[Fact, Fact]]) -> Result:
    """Return whether all rows of a table move by one step other than zero."""
    steps = {number(later) - number(earlier) for earlier, later in pairs}
    levels = {number(later) for _, later in pairs}
    facts = tuple(fact for pair in pairs for fact in pair)
    step = next(iter(steps))
    if len(steps) > 1 or step == Decimal(0) or len(levels) < FEWEST:
        return Result("passed", facts)
    first = pairs[0]
    place = ledger.cell_place(first[0].table_id, first[0].page, (measure,))
    shown = Number(step, max(fact.decimals for fact in facts))
    note = both(STEP, earlier=first[0].period, later=first[1].period, count=str(len(pairs)), step=shown)
    where = Spot(first[0].page, first[0].table_id, place=place)
    return Result("problem", facts, spot=where, note=note, severity="info" if len(pairs) == FEWEST else None)


RULE = Rule(
    id="not-in-step",
    title=Text("Different indikator do not move by one step", "Indikator berbeda tidak bergerak serentak"),
    reason="Targets that all rise by one unit were not set for each indikator; a last year that is this year less a "
    "constant was computed backwards.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II F (since 2014): targets are specific, measurable and achievable.",
    resolve=Text(
        "Set each target by itself, and print the realisasi that was measured.",
        "Tetapkan target tiap indikator, dan cantumkan realisasi hasil pengukuran.",
    ),
    message=Text(
        "{place}: different indikator move by exactly the same step.",
        "{place}: indikator yang berbeda bergerak dengan langkah yang persis sama.",
    ),
    check=check,
)
