"""A sentence that announces a table of amounts names what the table adds up to."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import ONE, verdict
from lkjip.audit.ledger import TOTAL, Ledger
from lkjip.audit.model import Linear, Number, Result, Rule, Text
from lkjip.audit.sums import formula
from lkjip.grouping import grouped
from lkjip.records import Fact, Line, Region
from lkjip.settings import Settings

ANNOUNCES: Final = re.compile(
    r"\b(?:rincian|perincian|rinciannya|dirinci|diuraikan|uraian)\b.{0,60}\b(?:berikut|di ?bawah)\b", re.I
)
AMOUNTS: Final = (measures.ANGGARAN, measures.ANGGARAN_MURNI, measures.ANGGARAN_PERUBAHAN, measures.REALISASI_ANGGARAN)
BETWEEN: Final = frozenset({"caption", "heading", "running"})  # lines that may stand between the sentence and its table
TOP: Final = "program"


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every announced amount with the total of the table, else with the sum of its programs."""
    amounts = (fact for measure in AMOUNTS for fact in ledger.of_measure.get(measure, ()))
    prose = [fact for fact in amounts if fact.source == "prose" and fact.unit == "rupiah"]
    for block, facts in grouped(prose, lambda fact: ledger.subject[fact.subject_id].block_id).items():
        announced = len(facts) == 1 and ANNOUNCES.search(ledger.text(block))
        region = next_region(ledger, block) if announced else None
        if region is not None:
            yield from compared(ledger, facts[0], region.table_id)


def next_region(ledger: Ledger, block: str) -> Region | None:
    """Return the table that follows a block, on its page or at the top of the next; None where text comes first."""
    last = ledger.blocks[block][-1]
    here = [region for region in ledger.reading.regions if starts_after(region, last)]
    region = min(here, key=lambda region: (region.page, region.y0), default=None)
    if region is None or region.first_row > 0:
        return None
    lines = [line for line in ledger.reading.lines if is_between(line, last, region)]
    return None if any(line.kind not in BETWEEN for line in lines) else region


def starts_after(region: Region, line: Line) -> bool:
    """Tell whether a piece of a table begins below a line, or on the next page."""
    return (region.page == line.page and region.y0 >= line.y0) or region.page == line.page + 1


def is_between(line: Line, last: Line, region: Region) -> bool:
    """Tell whether a line stands between the end of a sentence and a table."""
    after = (line.page, line.line) > (last.page, last.line)
    return after and (line.page, line.y1) <= (region.page, region.y0) and line.kind != "table"


def compared(ledger: Ledger, amount: Fact, table_id: str) -> Iterator[Result]:
    """Hold an announced amount against the sums that its table can have; one that fits is enough."""
    sums = list(sums_of(ledger, amount, table_id))
    fitting = [facts for facts in sums if total(facts) == number(amount)]
    for facts in (fitting or sums)[:1]:
        terms = Linear(((amount.fact_id, ONE), *((fact.fact_id, -ONE) for fact in facts)))
        found = Number(total(facts), amount.decimals)
        yield Result(verdict(bool(fitting)), (amount, *facts), amount, formula(facts), found, constraint=terms)


def total(facts: tuple[Fact, ...]) -> Decimal:
    """Return the sum of amounts."""
    return sum((number(fact) for fact in facts), Decimal(0))


def sums_of(ledger: Ledger, amount: Fact, table_id: str) -> Iterator[tuple[Fact, ...]]:
    """Yield for every column of the amount's kind the last total of the table, else the amounts of all its programs."""
    same = {measures.REALISASI_ANGGARAN} if amount.measure == measures.REALISASI_ANGGARAN else set(AMOUNTS[:-1])
    rows = ledger.rows.get(table_id, ())
    levels = {row.subject_id: row.level for row in rows}
    facts = [f for row in rows for f in ledger.of_subject[row.subject_id] if f.measure in same and f.value is not None]
    for column in grouped(facts, lambda fact: fact.column).values():
        totals = [fact for fact in column if levels[fact.subject_id] == TOTAL]
        programs = tuple(fact for fact in column if levels[fact.subject_id] == TOP)
        if totals:
            yield (totals[-1],)
        elif len(programs) > 1 and len(programs) == sum(row.level == TOP for row in rows):
            yield programs


RULE = Rule(
    id="announced-totals",
    title=Text(
        "An announced amount is what its table adds up to",
        "Jumlah yang diumumkan sama dengan jumlah pada tabelnya",
    ),
    reason="Who reads the sentence takes its amount for the sum of the table below it.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: data that can be relied on (since 2014).",
    resolve=Text(
        "Correct the sentence or the table, or say which part of the table is meant.",
        "Perbaiki kalimat atau tabelnya, atau sebutkan bagian mana yang dimaksud.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but the table that it announces adds up to {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, sedangkan tabel yang diumumkan berjumlah {expected}.",
    ),
    check=check,
    guess_matters=False,
)
