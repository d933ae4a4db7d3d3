"""Capaian follows from target and realisasi, by the report's own formula."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from lkjip import measures
from lkjip.audit.arithmetic import LAST_DIGIT, how, how_within, nearly, number
from lkjip.audit.formulas import INVERSE, NEGATIVE, POSITIVE, WAYS, PrintedFormula, Way, direction, printed_formulas
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, NOTHING, Number, Ratio, Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

CAPPED = "capped at 100"
CAPPED_HERE = Text(
    "It is capped at 100 here, and not in other tables", "Di sini dibatasi 100, sedangkan di tabel lain tidak"
)
UNSIGNED = "printed without its sign"
AGAINST = "against the target of"
OTHER_YEAR = "no target of its period"
FEWEST = 2  # rows that follow a target of another year, before a column is taken to
NO_TARGET = "the target is zero"
RANGED = "the target is a range"
ONLY_INVERSE = Text("It would be right only if lower were better", "Angka itu benar hanya bila makin rendah makin baik")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every capaian; where a column follows targets of another year, all of it has to."""
    every = list(recalculated(ledger, settings))
    others = Counter(column_of(result) for result in every if result.reason.startswith(AGAINST))
    caps = {column_of(result) for result in every if result.reason.endswith(CAPPED)}
    for result in every:
        alone = others[column_of(result)] < FEWEST
        found = replace(result, verdict="problem", reason="") if result.reason == OTHER_YEAR and not alone else result
        yield capped(found) if found.verdict == "problem" and column_of(found) in caps else found


def capped(result: Result) -> Result:
    """Return the problem of a column whose other rows are capped at 100: this one would be too."""
    if not isinstance(result.constraint, Ratio) or not isinstance(result.expected, Number):
        return result
    if result.expected.value <= HUNDRED:
        return result
    formula, most = ("min(", *result.formula, "; 100)"), result.expected._replace(value=HUNDRED)
    return replace(result, constraint=replace(result.constraint, capped=True), formula=formula, expected=most)


def column_of(result: Result) -> tuple[str, int | None]:
    """Return the column of the capaian that a result is about."""
    return result.facts[0].table_id, result.facts[0].column


def recalculated(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Recalculate every capaian that stands beside a target and a realisasi."""
    printed = printed_formulas(ledger)
    for capaian in ledger.of_measure.get(measures.CAPAIAN, ()):
        targets = ledger.beside(capaian, measures.TARGET)
        realised = ledger.beside(capaian, measures.REALISASI)
        others = ledger.elsewhere_in_row(capaian, measures.TARGET)
        if capaian.source == "prose" and not realised and not targets:
            targets, realised = alone(ledger, capaian, measures.TARGET), alone(ledger, capaian, measures.REALISASI)
        if not targets and has_range(ledger, capaian):
            yield Result("could_not_check", (capaian, *realised), capaian, reason=RANGED)
            continue
        if not targets and len({number(other) for other in others}) == 1:
            targets, others = others, ()  # the only target of its row, whatever its year
        if realised and (targets or others):
            pairs = Pairs(list(product(targets, realised)), list(product(others, realised)))
            yield examine(Case(ledger, settings, printed, capaian), pairs)
        elif targets or realised:
            missing = "realisasi" if targets else "target"
            yield Result("could_not_check", (capaian, *targets, *realised), capaian, reason=f"no {missing} beside it")


def has_range(ledger: Ledger, capaian: Fact) -> bool:
    """Tell whether the target of a capaian's year is a range: "5-6 %"."""
    return any(ledger.beside(capaian, measure) for measure in (measures.BATAS_BAWAH, measures.BATAS_ATAS))


def alone(ledger: Ledger, capaian: Fact, measure: str) -> tuple[Fact, ...]:
    """Return the only number of `measure` in the sentence of a capaian, whatever year the sentence gives it."""
    found = ledger.elsewhere_in_row(capaian, measure)
    return found if len(found) == 1 else ()


class Pairs(NamedTuple):
    """Pairs of target and realisasi: of the capaian's own period, and with targets of other periods in its row."""

    own: list[tuple[Fact, Fact]]
    other: list[tuple[Fact, Fact]]


class Case:
    """One printed capaian and what is known about how it should be computed."""

    def __init__(self, ledger: Ledger, settings: Settings, printed: tuple[PrintedFormula, ...], capaian: Fact) -> None:
        self.ledger, self.settings, self.capaian = ledger, settings, capaian
        self.kinds = {"negative" if f.kind == "misprinted" else f.kind for f in printed} - {"constant"}
        self.direction = direction(ledger.subject[capaian.subject_id])

    def ways(self) -> list[Way]:
        """Return the formulas that the capaian may follow, the likeliest first."""
        if self.direction == "naik":
            return [POSITIVE]
        lower = [way for way in (NEGATIVE, INVERSE) if way.kind in self.kinds] or [NEGATIVE, INVERSE]
        if self.direction == "turun":
            return [*lower, POSITIVE] if self.kinds.isdisjoint({"negative", "inverse"}) else lower
        return [POSITIVE, *(way for way in lower if way is not INVERSE or "inverse" in self.kinds)]

    def is_known(self, way: Way) -> bool:
        """Tell whether something speaks for a formula: that lower is better does not follow from a cap alone."""
        return way is POSITIVE or self.direction == "turun" or way.kind in self.kinds

    def uncapped(self, column: bool = True) -> bool:
        """Tell whether the same column, or any table of the report, prints a capaian above 100."""
        here = self.ledger.of_column.get((self.capaian.table_id, self.capaian.column), ())
        tables = (other for other in self.ledger.of_measure[measures.CAPAIAN] if other.table_id)
        return any(number(other) > HUNDRED for other in (here if column else tables))


def examine(case: Case, pairs: Pairs) -> Result:
    """Return the first way and pair of operands that explains the capaian, else the problem."""
    own, other = ([pair for pair in group if number(pair[0]) != 0] for group in pairs)
    if not own and not other:
        return Result("could_not_check", (case.capaian, *(*pairs.own, *pairs.other)[0]), case.capaian, reason=NO_TARGET)
    for pair in (*own, *other):
        for way in case.ways():
            reason = match(case, way, pair)
            if reason is not None:
                period = "" if pair in own else f"{AGAINST} {pair[0].period or 'another column'}"
                if reason == CAPPED and case.uncapped(column=False):
                    return problem(case, way, pair)
                return result(case, way, pair, "; ".join(filter(None, (period, reason))))
    if not own:
        failed = problem(case, case.ways()[0], other[0])
        return replace(failed, verdict="could_not_check", reason=OTHER_YEAR)
    return problem(case, case.ways()[0], own[0])


def match(case: Case, way: Way, pair: tuple[Fact, Fact]) -> str | None:
    """Return how the printed capaian matches one formula, or None where it does not."""
    value, spread = way.value(number(pair[0]), number(pair[1])), way.spread(*pair)
    if value is None or spread is None:
        return None
    matched = how_within(case.capaian, value, spread, case.settings.tolerance)
    if matched is None and value < 0 < number(case.capaian) and how(case.capaian, -value) is not None:
        return UNSIGNED
    if matched is not None:
        return matched if way is POSITIVE else "; ".join(filter(None, (way.words, matched)))
    return CAPPED if exceeds(case, value) and not case.uncapped() and case.is_known(way) else None


def exceeds(case: Case, value: Decimal) -> bool:
    """Tell whether a capaian of 100 can stand for a value because that is more."""
    return number(case.capaian) == HUNDRED < value


def result(case: Case, way: Way, pair: tuple[Fact, Fact], reason: str) -> Result:
    """Return a passed result; one without its sign binds nothing."""
    facts = (case.capaian, *pair)
    constraint = None if reason.endswith(UNSIGNED) else bound(case, way, pair)
    return Result(
        "passed", facts, case.capaian, way.formula(*pair), expected(case, way, pair), reason, constraint=constraint
    )


def problem(case: Case, way: Way, pair: tuple[Fact, Fact]) -> Result:
    """Return the problem; a warning where the printed value fits a formula for which nothing speaks."""
    other = next((way for way in WAYS if way not in case.ways() and match(case, way, pair) is not None), None)
    value, lower = (each.value(number(pair[0]), number(pair[1])) for each in (way, NEGATIVE))
    below = other is INVERSE or (lower is not None and exceeds(case, lower))
    unsure = below and case.direction != "naik" and not case.kinds
    close = value is not None and nearly(case.capaian, value)
    capped = match(case, way, pair) == CAPPED
    return Result(
        "problem",
        (case.capaian, *pair),
        case.capaian,
        way.formula(*pair),
        expected(case, way, pair),
        constraint=bound(case, way, pair),
        severity="warning" if unsure or close or capped else None,
        note=CAPPED_HERE if capped else ONLY_INVERSE if unsure else LAST_DIGIT if close else NOTHING,
    )


def bound(case: Case, way: Way, pair: tuple[Fact, Fact]) -> Ratio:
    """Return the constraint that a capaian stands for; 100 may be a cap where its column prints nothing above."""
    capped = number(case.capaian) == HUNDRED and not case.uncapped()
    return replace(way.constraint(case.capaian, *pair), capped=capped)


def expected(case: Case, way: Way, pair: tuple[Fact, Fact]) -> Number | None:
    """Return the recalculated capaian with the decimals that the report prints."""
    value = way.value(number(pair[0]), number(pair[1]))
    return None if value is None else Number(value, max(shown(case.capaian).decimals, 2))


RULE = Rule(
    id="capaian-recalculates",
    title=Text(
        "Capaian follows from target and realisasi",
        "Capaian sesuai dengan target dan realisasinya",
    ),
    reason="Capaian is what a report is judged by; it must be what its own formula gives.",
    severity="error",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): capaian compares realisasi with target. "
    "The formulas are the report's own; where it prints none, those commonly applied.",
    resolve=Text(
        "Recalculate the capaian from target and realisasi, or correct the one of the three that was mistyped.",
        "Hitung ulang capaian dari target dan realisasi, atau perbaiki angka yang salah ketik di antara ketiganya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
