"""Hold a printed total against the rows that it should add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip.audit import arithmetic
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import DERIVED, TOTAL, Ledger, shown
from lkjip.audit.model import Formula, Linear, Number, Result, Text
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

ZEROS: Final = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "0", "nihil", "rp -", "rp. -", "rp-", "-,-"})
MOST_OPERANDS: Final = 6  # of a sum that is written out
RANKS: Final = ("program", "kegiatan", "sub_kegiatan")  # from the whole to its parts
NESTING: Final = frozenset({"", "belanja"})  # levels of rows that can stand below rows of the same level
BLANKS_ARE_ZERO: Final = "rows without a number counted as zero"
SEN: Final = Text(
    "The difference is no larger than dropped sen can make it", "Selisihnya dapat berasal dari pembulatan sen"
)


@dataclass(frozen=True, slots=True)
class Addends:
    """The rows that a total should add up, in one column, and how many of them hold no number."""

    facts: tuple[Fact, ...]
    missing: int = 0

    def __add__(self, other: "Addends") -> "Addends":
        """Return the rows of both."""
        return Addends(self.facts + other.facts, self.missing + other.missing)


def in_series(ledger: Ledger, subject: Subject, total: Fact) -> Fact | None:
    """Return the number of `subject` in the column of `total`, of the same measure and period."""
    for fact in ledger.of_subject.get(subject.subject_id, ()):
        same = (fact.column, fact.measure, fact.period) == (total.column, total.measure, total.period)
        if same and fact.value is not None:
            return fact
    return None


def parts(ledger: Ledger, subject: Subject) -> list[Subject]:
    """Return the rows directly below a row that it adds up; only a total adds up subtotals, and belanja nests."""
    below = ledger.children.get(subject.subject_id, ())
    skipped = DERIVED if subject.level == TOTAL else DERIVED | {TOTAL, subject.level} - NESTING
    return [child for child in below if child.level not in skipped]


def loose(ledger: Ledger, subject: Subject) -> list[Subject]:
    """Return the rows between a row and the next of its level whose place in the hierarchy is not known."""
    rows = ledger.rows[subject.table_id]
    found = []
    for row in rows[rows.index(subject) + 1 :]:
        closes = row.level and (row.level == subject.level or row.level in DERIVED | {TOTAL})
        if closes or outranks(row, subject) or (row.parent_id == subject.parent_id and row.parent_id):
            break
        if not row.parent_id:
            found.append(row)
    return found


def outranks(row: Subject, other: Subject) -> bool:
    """Tell whether a row is of a higher level than another: a program closes the kegiatan before it."""
    ranked = row.level in RANKS and other.level in RANKS
    return ranked and RANKS.index(row.level) < RANKS.index(other.level)


def addends(ledger: Ledger, subjects: Iterable[Subject], total: Fact) -> Addends:
    """Return the numbers of `subjects` in the column of `total`; a row without one stands for the rows below it."""
    numbers = [(subject, in_series(ledger, subject, total)) for subject in subjects]
    told = {subject.row for subject, fact in numbers if fact is not None}  # by the budget beside an indikator, too
    found = Addends(())
    for subject, fact in numbers:
        below = parts(ledger, subject)
        if fact is not None:
            found += Addends((fact,))
        elif below:
            found += addends(ledger, below, total)
        elif subject.row not in told and not is_zero(ledger, subject, total):
            found += Addends((), 1)
    return found


def is_zero(ledger: Ledger, subject: Subject, total: Fact) -> bool:
    """Tell whether a row prints a dash or another sign for nothing in the column of `total`."""
    if subject.row is None or total.column is None:
        return False
    cell = ledger.cell.get((total.table_id, subject.row, total.column))
    return cell is not None and cell.text.strip().lower() in ZEROS


def misses_by_little(result: Result) -> bool:
    """Tell whether rows miss their sum by less than a quarter: a misprint rather than another set of rows."""
    total, *rows = (number(fact) for fact in result.facts)
    return 4 * abs(sum(rows) - total) < abs(total)


def difference(total: Fact, facts: Iterable[Fact]) -> Decimal:
    """Return the printed total less the sum of the printed rows."""
    return number(total) - sum((number(fact) for fact in facts), Decimal(0))


def adds_up(total: Fact, facts: tuple[Fact, ...], settings: Settings) -> bool:
    """Tell whether the rows can add up to the total, given the rounding of each."""
    margin = settings.tolerance_rupiah if total.unit == "rupiah" else Decimal(0)
    return arithmetic.total(facts).widened(margin).meets(arithmetic.span(total))


def formula(facts: tuple[Fact, ...]) -> Formula:
    """Return the sum with its operands; a long one shows its ends and counts the rest."""
    kept = facts if len(facts) <= MOST_OPERANDS else (facts[0], facts[1])
    parts: list[str | Number] = []
    for fact in kept:
        parts += [shown(fact), " + "]
    if len(kept) == len(facts):
        return tuple(parts[:-1])
    return (*parts, "… + ", shown(facts[-1]), f" ({len(facts)})")


def result(total: Fact, rows: Addends, settings: Settings) -> Result:
    """Hold a total against its rows. With rows that hold no number it can pass, but not be accused."""
    fits = adds_up(total, rows.facts, settings)
    facts = (total, *rows.facts)
    if not rows.facts or (rows.missing and not fits):
        return Result("could_not_check", facts, total, reason=f"{rows.missing} rows hold no number")
    computed = number(total) - difference(total, rows.facts)
    terms = ((total.fact_id, Decimal(1)), *((fact.fact_id, Decimal(-1)) for fact in rows.facts))
    small = not fits and loss_of_sen(total, rows.facts)
    return Result(
        "passed" if fits else "problem",
        facts,
        total,
        formula(rows.facts),
        Number(computed, total.decimals),
        BLANKS_ARE_ZERO if rows.missing else "",
        constraint=None if small else Linear(terms),
        severity="info" if small else None,
        note=SEN if small else Text("", ""),
    )


def loss_of_sen(total: Fact, facts: tuple[Fact, ...]) -> bool:
    """Tell whether a difference between whole rupiah is small enough to come from amounts that had sen."""
    whole = all(fact.decimals == 0 and fact.unit == "rupiah" for fact in (total, *facts))
    return whole and abs(difference(total, facts)) * 2 < len(facts) + 1
