"""Name what most likely happened, where one hypothesis reproduces the printed number to its last digit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from lkjip import measures
from lkjip.audit.arithmetic import how, number
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.misprints import SLIPS, slip_between
from lkjip.audit.model import HUNDRED, Linear, Number, Ratio, Result, Text
from lkjip.audit.wording import both
from lkjip.records import Fact

FEWEST_DIGITS: Final = 4  # that must differ from zero before a coincidence is ruled out
DENOMINATORS: Final = {
    measures.CAPAIAN: (measures.TARGET,),
    measures.PERSEN_SERAPAN: (measures.ANGGARAN, measures.ANGGARAN_PERUBAHAN, measures.ANGGARAN_MURNI),
}
LINES: Final = (
    measures.ANGGARAN,
    measures.ANGGARAN_PERUBAHAN,
    measures.ANGGARAN_MURNI,
    measures.REALISASI_ANGGARAN,
)
NUMERATORS: Final = {
    measures.CAPAIAN: (measures.REALISASI,),
    measures.PERSEN_SERAPAN: (measures.REALISASI_ANGGARAN,),
}

INVERTED: Final = Text("the ratio is inverted: {over} / {under} x 100", "rasionya terbalik: {over} / {under} x 100")
INVERTED_SLIP: Final = Text(
    "the ratio is inverted, {over} / {under} x 100 = {value}, and {{slip}}",
    "rasionya terbalik, {over} / {under} x 100 = {value}, dan {{slip}}",
)
OF_PARENT: Final = Text("it is measured against {amount} of {name}", "pembaginya {amount} milik {name}")
OTHER_OPERAND: Final = Text("it fits {value} at {place}", "angka itu cocok dengan {value} di {place}")
SHIFTED: Final = Text("it belongs to {name}, a neighbouring row", "angka itu milik {name}, baris di dekatnya")
LEFT_OUT: Final = Text("{name} is left out of the sum", "{name} tidak ikut dijumlahkan")
TWICE: Final = Text("{name} is counted twice", "{name} terhitung dua kali")
DOUBLED: Final = Text("everything is counted twice", "semuanya terhitung dua kali")
OTHER_COLUMN: Final = Text("it is the sum of another column", "angka itu jumlah kolom lain")
THAT_LINE: Final = Text("the difference is {name}, {amount}", "selisihnya adalah {name}, {amount}")
OTHER_MEASURE: Final = Text("it is the value under {name}", "angka itu nilai pada {name}")
SWAPPED: Final = Text("the two amounts look swapped", "kedua jumlah tampaknya tertukar")


@dataclass(frozen=True, slots=True)
class Cause:
    """What most likely happened: an id, and a clause for the message."""

    id: str
    clause: Text


class Guess(NamedTuple):
    """A hypothesis: the value that it predicts, and the cause that it would be."""

    value: Decimal
    cause: Cause


def cause(ledger: Ledger, result: Result) -> Cause | None:
    """Return the first hypothesis that reproduces the printed number of a problem, or None."""
    printed = result.target
    if printed is None or printed.value is None:
        return None
    match result.constraint:
        case Ratio():
            guesses = of_ratio(ledger, result, result.constraint)
        case Linear():
            guesses = of_mention(ledger, result) if is_mention(ledger, result) else of_sum(ledger, result)
        case _:
            guesses = of_amounts(ledger, result)
    exact = next((guess.cause for guess in guesses if fits(printed, guess.value)), None)
    if exact is not None or result.constraint is None:
        return exact
    return slip(result) or inverted_with_slip(ledger, result)


def is_mention(ledger: Ledger, result: Result) -> bool:
    """Tell whether a problem is two mentions of one number that contradict each other."""
    keys = {ledger.subject[fact.subject_id].key for fact in result.facts}
    return len(result.facts) == 2 and len(keys) == 1


def fits(printed: Fact, value: Decimal) -> bool:
    """Tell whether a hypothesis reproduces a printed number, and not by chance."""
    return telling(number(printed), printed.decimals) and how(printed, value) is not None


def telling(value: Decimal, decimals: int = 0) -> bool:
    """Tell whether a number has enough digits that meeting it is no coincidence."""
    digits = str(abs(int(value.scaleb(decimals)))).strip("0")
    return len(digits) >= min(FEWEST_DIGITS, 3 if decimals else FEWEST_DIGITS)


def slip(result: Result) -> Cause | None:
    """Return the slip of the typist between the expected and the printed number, or None."""
    printed = result.target
    if printed is None or not isinstance(result.expected, Number):
        return None
    expected = result.expected.value.quantize(Decimal(1).scaleb(-printed.decimals))
    coarse = isinstance(result.constraint, Linear) and expected != result.expected.value
    if coarse or not telling(expected, printed.decimals):
        return None
    kind = slip_between(number(printed), result.expected.value, printed.decimals)
    return Cause(kind, SLIPS[kind]) if kind else None


def inverted_with_slip(ledger: Ledger, result: Result) -> Cause | None:
    """Return the cause of a ratio that was inverted and then mistyped, or None."""
    if not isinstance(result.constraint, Ratio):
        return None
    printed, over, under = (ledger.fact[fact_id] for fact_id in result.constraint.fact_ids)
    if number(over) == 0:
        return None
    unit = Decimal(1).scaleb(-printed.decimals)
    inverse = (HUNDRED * number(under) / number(over)).quantize(unit)
    kind = slip_between(number(printed), inverse, printed.decimals) if telling(inverse, printed.decimals) else ""
    if kind not in ("digit", "digits_swapped"):
        return None
    clause = both(INVERTED_SLIP, over=shown(under), under=shown(over), value=Number(inverse, printed.decimals))
    return Cause("ratio_inverted", both(clause, slip=SLIPS[kind]))


def of_ratio(ledger: Ledger, result: Result, ratio: Ratio) -> Iterator[Guess]:
    """Return hypotheses for a percentage: inverted, or with an operand from elsewhere."""
    printed, over, under = (ledger.fact[fact_id] for fact_id in ratio.fact_ids)
    if number(over) != 0:
        clause = both(INVERTED, over=shown(under), under=shown(over))
        yield Guess(HUNDRED * number(under) / number(over), Cause("ratio_inverted", clause))
    for name, other_over, other_under in neighbours(ledger, over, under):
        yield from quotient(other_over, other_under, Cause("row_shifted", both(SHIFTED, name=name)))
    for other in elsewhere(ledger, under, DENOMINATORS.get(printed.measure, ())):
        yield from quotient(over, other, named(ledger, under, other))
    for other in elsewhere(ledger, over, NUMERATORS.get(printed.measure, ())):
        yield from quotient(other, under, named(ledger, over, other))
    yield from pasted(ledger, printed)


def quotient(over: Fact, under: Fact, why: Cause) -> Iterator[Guess]:
    """Return the percentage of two numbers as a hypothesis, if it can be computed."""
    try:
        yield Guess(HUNDRED * number(over) / number(under), why)
    except (ZeroDivisionError, InvalidOperation):
        return


def neighbours(ledger: Ledger, over: Fact, under: Fact) -> Iterator[tuple[str, Fact, Fact]]:
    """Return the operands of the rows next to a row, with their names."""
    for step in (-1, 1):
        pair = [beside_row(ledger, fact, step) for fact in (over, under)]
        if pair[0] is not None and pair[1] is not None and pair[0].row == pair[1].row:
            yield pair[0].subject, pair[0], pair[1]


def beside_row(ledger: Ledger, fact: Fact, step: int) -> Fact | None:
    """Return the number next above (-1) or below (1) in the column of a fact."""
    column = ledger.of_column.get((fact.table_id, fact.column), ()) if fact.table_id else ()
    at = next((i for i, other in enumerate(column) if other.fact_id == fact.fact_id), None)
    return column[at + step] if at is not None and 0 <= at + step < len(column) else None


def elsewhere(ledger: Ledger, fact: Fact, kinds: Iterable[str]) -> Iterator[Fact]:
    """Return numbers of the same kind that could have been taken instead: other years and tables, the parent's."""
    subject = ledger.subject[fact.subject_id]
    seen = {number(fact)}
    for kind in kinds:
        for other in ledger.of_measure.get(kind, ()):
            about = ledger.subject[other.subject_id]
            near = bool(subject.key) and about.key == subject.key
            if (near or other.subject_id == subject.parent_id) and number(other) not in seen:
                seen.add(number(other))
                yield other


def named(ledger: Ledger, fact: Fact, other: Fact) -> Cause:
    """Return the cause of taking another operand: that of the parent, of another year, or of another place."""
    if other.subject_id == ledger.subject[fact.subject_id].parent_id:
        return Cause("budget_of_parent", both(OF_PARENT, amount=shown(other), name=other.subject))
    kind = "other_year" if other.period != fact.period else "other_operand"
    return Cause(kind, both(OTHER_OPERAND, value=shown(other), place=ledger.place(other)))


def of_sum(ledger: Ledger, result: Result) -> Iterator[Guess]:
    """Return hypotheses for a sum: a row left out or counted twice, another column, an amount from elsewhere."""
    total, *rows = result.facts
    whole = sum((number(row) for row in rows), Decimal(0))
    for row in rows:
        yield Guess(whole - number(row), Cause("row_left_out", both(LEFT_OUT, name=row.subject)))
        yield Guess(whole + number(row), Cause("row_counted_twice", both(TWICE, name=row.subject)))
    yield Guess(2 * whole, Cause("counted_twice", DOUBLED))
    for column in dict.fromkeys(at for table, at in ledger.of_column if table == total.table_id and at != total.column):
        facts = {fact.subject_id: fact for fact in ledger.of_column[total.table_id, column]}
        if all(row.subject_id in facts for row in rows):
            other = sum((number(facts[row.subject_id]) for row in rows), Decimal(0))
            yield Guess(other, Cause("column_swapped", OTHER_COLUMN))
    yield from that_line(ledger, total, whole)


def of_mention(ledger: Ledger, result: Result) -> Iterator[Guess]:
    """Return hypotheses for a number that another mention contradicts: another measure, row or year, another amount."""
    fact, most = result.facts
    yield from pasted(ledger, fact)
    for step in (-1, 1):
        other_row = beside_row(ledger, most, step)
        if other_row is not None:
            yield Guess(number(other_row), Cause("row_shifted", both(SHIFTED, name=other_row.subject)))
    subject = ledger.subject[fact.subject_id]
    for other in ledger.of_measure[fact.measure]:
        if other.period != fact.period and ledger.subject[other.subject_id].key == subject.key:
            clause = both(OTHER_OPERAND, value=shown(other), place=ledger.place(other))
            yield Guess(number(other), Cause("other_year", clause))
    yield from that_line(ledger, fact, number(most))


def pasted(ledger: Ledger, fact: Fact) -> Iterator[Guess]:
    """Return the other measures of a row as hypotheses for one of its numbers."""
    for other in ledger.of_subject[fact.subject_id]:
        if other.value is not None and other.measure != fact.measure and not is_identity(ledger, fact, other):
            name = ledger.heading(other.table_id, other.column) or other.measure
            yield Guess(other.value, Cause("other_measure", both(OTHER_MEASURE, name=name)))


def is_identity(ledger: Ledger, fact: Fact, other: Fact) -> bool:
    """Tell whether two measures of a row may well have one value: budgets, or shares of a target of 100."""
    if {fact.measure, other.measure} <= set(measures.BUDGET):
        return True
    targets = (f for f in ledger.of_subject[fact.subject_id] if f.measure == measures.TARGET)
    return any(target.value == HUNDRED for target in targets)


def of_amounts(ledger: Ledger, result: Result) -> Iterator[Guess]:
    """Return hypotheses for one amount that exceeds another: swapped, or with another line added."""
    if len(result.facts) != 2 or result.facts[0].measure != measures.REALISASI_ANGGARAN:
        return
    spent, budget = result.facts
    yield from that_line(ledger, spent, number(budget))
    for persen in ledger.beside(spent, measures.PERSEN_SERAPAN):
        if number(spent) != 0 and how(persen, HUNDRED * number(budget) / number(spent)) is not None:
            yield Guess(number(spent), Cause("column_swapped", SWAPPED))


def that_line(ledger: Ledger, fact: Fact, expected: Decimal) -> Iterator[Guess]:
    """Return the amount of another line as the difference, if it is printed and is no round number."""
    gap = abs(number(fact) - expected)
    if fact.unit != "rupiah" or not telling(gap):
        return
    key = ledger.subject[fact.subject_id].key
    for other in (line for measure in LINES for line in ledger.of_measure.get(measure, ())):
        if other.value == gap and ledger.subject[other.subject_id].key != key:
            kind = "belanja_modal_added" if "belanja modal" in other.subject.lower() else "another_line_added"
            yield Guess(number(fact), Cause(kind, both(THAT_LINE, name=other.subject, amount=gap)))
            return
