"""A difference or change follows from the two numbers that it compares."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import Way, differences, follow_together, growth, percentage
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

SHARES: Final = frozenset({"persen"})
SEVERAL: Final = "the row holds several numbers to compare"
USUAL: Final = 2  # rows of a column that follow one way before the others must
WORD: Final = re.compile(r"\w+")
LATER: Final = (measures.ANGGARAN_PERUBAHAN, measures.REALISASI)  # than the other number of one year
CHANGE: Final = re.compile(
    r"selisih|naik|turun|kenaikan|penurunan|peningkatan|tambah|kurang|lebih|perubahan|pertumbuhan"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every difference from the numbers of its row."""
    pairs = {gap.fact_id: named(ledger, gap) for gap in ledger.of_measure.get(measures.SELISIH, ())}
    gaps = [
        (ledger.fact[name], [w for p in found for w in ways_of(ledger.fact[name], p)]) for name, found in pairs.items()
    ]
    results = list(follow_together([(gap, ways) for gap, ways in gaps if ways], settings.tolerance))
    held = Counter((gap(result).table_id, gap(result).column) for result in results if result.verdict == "passed")
    for result in results:
        one_pair = is_one(pairs[gap(result).fact_id], gap(result)) and says_change(ledger, gap(result))
        usual = held[gap(result).table_id, gap(result).column] >= USUAL
        if result.verdict == "passed" or one_pair or usual:
            yield result
        else:
            yield Result("could_not_check", (gap(result),), gap(result), reason=SEVERAL)


def is_one(pairs: Sequence[tuple[Fact, Fact]], gap: Fact) -> bool:
    """Tell whether it is clear what is compared: one pair, or in a sentence the one of two years."""
    of_years = [pair for pair in pairs if pair[0].period != pair[1].period]
    return len(pairs) == 1 or (gap.source == "prose" and pairs[0] in of_years and len(of_years) == 1)


def gap(result: Result) -> Fact:
    """Return the difference that a result is about."""
    return result.facts[0]


def compared(ledger: Ledger, gap: Fact) -> Iterator[tuple[Fact, Fact]]:
    """Return the pairs of numbers that a difference can compare: one kind, later and earlier, or plan and outcome."""
    own = ledger.of_subject[gap.subject_id]
    row = [f for f in own if f.value is not None and f.measure != measures.SELISIH]
    if not row and gap.table_id:
        row = [f for f in ledger.of_row[gap.table_id, gap.row] if f.unit == gap.unit and f.measure != measures.SELISIH]
    for one, other in combinations(row, 2):
        same = one.measure == other.measure and one.period != other.period
        kinds = {one.measure, other.measure}
        budget = kinds <= set(measures.BUDGET) - {measures.PERSEN_SERAPAN, measures.PERSEN_SISA}
        planned = kinds == {measures.TARGET, measures.REALISASI} or (budget and len(kinds) == 2)
        if same or (planned and one.period == other.period):
            first = (one.period, one.measure in LATER) >= (other.period, other.measure in LATER)
            yield (one, other) if first else (other, one)


def named(ledger: Ledger, gap: Fact) -> list[tuple[Fact, Fact]]:
    """Return the pairs that a difference can compare, or those of the measure that its heading names."""
    pairs = sorted(compared(ledger, gap), key=lambda pair: pair[0].period == pair[1].period)
    heading = ledger.heading(gap.table_id, gap.column).lower() if gap.table_id else ""
    return [pair for pair in pairs if {fact.measure for fact in pair} <= set(WORD.findall(heading))] or pairs


def ways_of(gap: Fact, pair: tuple[Fact, Fact]) -> list[Way]:
    """Return a difference, and for per cent the growth and the ratio of two numbers."""
    later, earlier = pair
    name = f"{later.measure} {later.period} - {earlier.measure} {earlier.period}"
    ways: list[Way | None] = [*differences(gap, later, earlier, name)]
    if gap.unit in SHARES or gap.unit == "":
        ways += [growth(gap, *pair, f"growth {name}"), percentage(gap, *pair, f"ratio {name}")]
        ways += [growth(gap, earlier, later, f"fall {name}"), percentage(gap, earlier, later, f"inverse {name}")]
    return [way for way in ways if way is not None]


def says_change(ledger: Ledger, gap: Fact) -> bool:
    """Tell whether the heading says that the column is a difference."""
    return gap.source == "prose" or bool(CHANGE.search(ledger.heading(gap.table_id, gap.column).lower()))


RULE = Rule(
    id="differences-recalculate",
    title=Text(
        "A difference follows from the two numbers that it compares",
        "Selisih sesuai dengan dua angka yang dibandingkan",
    ),
    reason="A rise or fall is a conclusion; it must follow from the numbers beside it.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II, Bab III A 2 (since 2014): this year against earlier years.",
    resolve=Text("Recalculate the difference.", "Hitung ulang selisihnya."),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
