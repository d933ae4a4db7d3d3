"""What a sentence or a small table gives as the budget or the spending of the whole unit is a total of the tables."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import ONE
from lkjip.audit.ledger import TOTAL, Ledger
from lkjip.audit.mentions import GENERIC
from lkjip.audit.model import NOTHING, Linear, Number, Result, Rule, Text
from lkjip.audit.sums import formula
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.read.words import key
from lkjip.records import Fact, Subject, Verdict
from lkjip.settings import Settings

BUDGETS: Final = (measures.ANGGARAN, measures.ANGGARAN_PERUBAHAN)  # in force at the end of the year
SPENT: Final = measures.REALISASI_ANGGARAN
AMOUNTS: Final = (*BUDGETS, measures.ANGGARAN_MURNI, SPENT)
OUTCOMES: Final = (SPENT, measures.PERSEN_SERAPAN)
INSTANSI: Final = "instansi"
SOURCE: Final = "sumber"  # the level of a row that names where the money is from
NEAR: Final = 10  # a tenth from a total an amount is most likely of something else
MOST_PARTS: Final = 3  # of a sum within a sentence
ANOTHER: Final = "no total is near it: it may be the amount of something else"
LEFT_OUT: Final = Text(
    "It is the amount of {part} alone, and leaves out {rest}", "Itu hanya jumlah {part}, belum termasuk {rest}"
)

Total = tuple[Fact, ...]  # one printed total, or the rows that add up to one


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every amount of the whole unit against the totals; beside a realisasi against those that have one, too."""
    totals = [found for rows in ledger.rows.values() for found in totals_of(ledger, rows)]
    for (_, spent), facts in grouped(amounts(ledger), lambda fact: (fact.subject_id, fact.measure == SPENT)).items():
        known = [found for found in totals if (found[0].measure == SPENT) == spent]
        if not spent and any(ledger.beside(facts[0], measure) for measure in OUTCOMES):
            known = [found for found in known if all(ledger.beside(fact, SPENT) for fact in found)]
        results = [compared(ledger, fact, known) for fact in facts] if known else []
        agreed = any(result.verdict == "passed" for result in results)  # another budget may be that before its change
        yield from (result for result in results if result.verdict != "problem" or not agreed)


def amounts(ledger: Ledger) -> list[Fact]:
    """Return the year's amounts that are said of the unit, of its programs altogether, or of its one source of money."""
    facts = [fact for kind in (*BUDGETS, SPENT) for fact in ledger.of_measure.get(kind, ()) if not fact.guess]
    whole = [fact for fact in facts if fact.unit == "rupiah" and is_whole(ledger, ledger.subject[fact.subject_id])]
    return [fact for fact in whole if fact.period in (ledger.year, "") and not is_spending(ledger, fact)]


def is_whole(ledger: Ledger, subject: Subject) -> bool:
    """Tell whether a subject is the unit itself, its programs without a name, or the only source that a table names."""
    if subject.source == "table":
        return subject.level == SOURCE and [row.level for row in ledger.rows[subject.table_id]] == [SOURCE]
    if subject.level == INSTANSI:
        return subject.key == key(ledger.attribute.get(INSTANSI, ""))
    return not subject.key and subject.level == "program" and bool(GENERIC.fullmatch(subject.uraian.lower()))


def is_spending(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a "budget" is, to the last rupiah, what a table says was spent: "anggaran yang terserap"."""
    spent = ledger.of_measure.get(SPENT, ())
    return fact.measure in BUDGETS and any(other.value == fact.value for other in spent if other.table_id)


def totals_of(ledger: Ledger, rows: tuple[Subject, ...]) -> Iterator[Total]:
    """Yield the totals that a table prints, and what the programs of each of its columns add up to."""
    printed = (row for row in rows if is_total(ledger, row))
    yield from ((fact,) for row in printed for fact in ledger.of_subject[row.subject_id] if is_amount(ledger, fact))
    programs = [row for row in rows if row.level == "program" and row.kind == "anggaran" and not row.scope]
    facts = [fact for row in programs for fact in ledger.of_subject[row.subject_id] if is_amount(ledger, fact)]
    for column in grouped(facts, lambda fact: (fact.column, fact.measure)).values():
        if len(column) == len(programs) > 1:
            yield column


def is_total(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a row adds up a whole table: a total, the unit itself, or a belanja that others stand below."""
    top = row.level == "belanja" and not row.parent_id and row.subject_id in ledger.children
    return not row.scope and (row.level in (TOTAL, INSTANSI) or top)


def is_amount(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a fact is an amount of the report's year."""
    return fact.measure in AMOUNTS and bool(fact.value) and fact.unit == "rupiah" and fact.period in (ledger.year, "")


def compared(ledger: Ledger, fact: Fact, totals: list[Total]) -> Result:
    """Hold an amount against the nearest total, first one that it is a part of; one far from all is left."""
    gaps = [abs(sum_of(total) - number(fact)) for total in totals]
    ranks = [(gap > 0, left_out(ledger, fact, total) is NOTHING, gap) for gap, total in zip(gaps, totals, strict=True)]
    nearest, gap = min(zip(ranks, totals, gaps, strict=True), key=lambda each: each[0])[1:]
    verdict: Verdict = "passed" if not gap else "problem" if NEAR * gap < sum_of(nearest) else "could_not_check"
    if verdict == "problem" and is_sum(ledger, fact):
        verdict = "could_not_check"
    terms = Linear(((fact.fact_id, ONE), *((other.fact_id, -ONE) for other in nearest)))
    return Result(
        verdict,
        (fact, *nearest),
        fact,
        formula(nearest),
        Number(sum_of(nearest), fact.decimals),
        ANOTHER if verdict == "could_not_check" else "",
        terms if verdict != "could_not_check" else None,
        note=left_out(ledger, fact, nearest) if verdict == "problem" else NOTHING,
    )


def sum_of(total: Total) -> Decimal:
    """Return the amount of a total."""
    return sum((number(fact) for fact in total), Decimal(0))


def is_sum(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a sentence itself adds an amount up from others: "A dan B, sehingga total anggaran C"."""
    others = [o for o in ledger.told.get(ledger.subject[fact.subject_id].block_id, ()) if o.unit == "rupiah"]
    parts = [other for other in others if other is not fact]
    groups = (group for size in range(2, MOST_PARTS + 1) for group in combinations(parts, size))
    return any(sum_of(group) == number(fact) for group in groups)


def left_out(ledger: Ledger, fact: Fact, total: Total) -> Text:
    """Name the part of a total that an amount is, to the last rupiah, and the part that is missing from it."""
    parts = ledger.children.get(total[0].subject_id, ()) if len(total) == 1 else ()
    found = [(p, f) for p in parts for f in ledger.of_subject[p.subject_id] if f.column == total[0].column]
    part = next((p for p, f in found if f.value == fact.value), None)
    rest = next((p for p, f in found if f.value == sum_of(total) - number(fact)), None)
    return both(LEFT_OUT, part=part.uraian, rest=rest.uraian) if part and rest else NOTHING


RULE = Rule(
    id="unit-totals",
    title=Text(
        "An amount of the whole unit is a total of the tables",
        "Jumlah untuk seluruh unit merupakan jumlah pada tabel",
    ),
    reason="The whole budget is what most readers remember; the tables must add up to it.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text(
        "Print the total of the tables, or say which part of it is meant.",
        "Cantumkan jumlah pada tabel, atau sebutkan bagian mana yang dimaksud.",
    ),
    message=Text(
        "{place}: no table adds up to {printed} for the whole unit; the nearest total is {expected} at {other}.",
        "{place}: tidak ada tabel yang berjumlah {printed} untuk seluruh unit; yang terdekat {expected} di {other}.",
    ),
    check=check,
)
