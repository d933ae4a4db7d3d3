"""An indikator has one unit in every table, and an index is no percentage in a sentence."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.mentions import own_name
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.ties import tied, usual
from lkjip.grouping import grouped
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

POINTS: Final = frozenset(("indeks", "nilai", "poin"))  # units of numbers that are no percentage
PERCENT: Final = "persen"
INDEX: Final = "indeks"
NUMBERS: Final = (measures.TARGET, measures.REALISASI)
ALIKE: Final = ({"nilai", "indeks"}, {"laporan", "dokumen"})  # units that reports use for one another


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the printed units of every indikator between tables."""
    for subjects in several(ledger):
        units = {subject.table_id: subject.satuan for subject in subjects}
        ambiguous = {s.table_id for s in subjects if s.satuan != units[s.table_id]}
        clear = [s for s in {s.table_id: s for s in subjects}.values() if s.table_id not in ambiguous]
        if len(clear) > 1:
            unit = Counter(subject.satuan for subject in clear).most_common(1)[0][0]
            yield from (examine(ledger, subject, unit) for subject in clear)
    yield from said(ledger)


def said(ledger: Ledger) -> Iterator[Result]:
    """Look for sentences that print a number of the tables, which is an index there, with a per cent sign."""
    for measure in NUMBERS:
        numbers = [fact for fact in ledger.of_measure.get(measure, ()) if fact.decimals]
        of_tables = grouped((fact for fact in numbers if fact.table_id), lambda fact: (fact.value, fact.period))
        for fact in numbers:
            same = of_tables.get((fact.value, fact.period), ()) if fact.source == "prose" else ()
            index = next((other for other in same if is_index(other)), None)
            if index is not None and fact.unit == PERCENT and all(other.unit != PERCENT for other in same):
                yield Result("problem", (fact, index), fact, expected=Text(index.unit or INDEX, index.unit or INDEX))
            elif index is not None:
                yield Result("passed", (fact, index), fact)


def is_index(fact: Fact) -> bool:
    """Tell whether a number is an index by its unit, or by its name where it has none."""
    return fact.unit in POINTS or (not fact.unit and fact.subject.lower().startswith(INDEX))


def several(ledger: Ledger) -> Iterator[tuple[Subject, ...]]:
    """Yield the rows with a unit of every indikator, whatever a table calls it."""
    rows = [s for s in ledger.subjects if s.table_id and s.satuan and s.key and s.kind == "indikator"]
    known = [(own_name(ledger, usual(ledger, rows).key), rows) for rows in tied(ledger)]
    names = {row.subject_id: name for name, rows in known for row in rows}
    yield from grouped(rows, lambda row: names.get(row.subject_id) or own_name(ledger, row.key)).values()


def examine(ledger: Ledger, subject: Subject, unit: str) -> Result:
    """Return whether a table gives an indikator its usual unit."""
    torn = subject.satuan.replace(" ", "") == unit.replace(" ", "")  # a narrow cell tears a word in two
    fits = torn or any({subject.satuan, unit} <= alike for alike in ALIKE)
    place = ledger.cell_place(subject.table_id, subject.page, (shortened(subject.uraian), "satuan"))
    spot = Spot(subject.page, subject.table_id, subject.row, None, subject.satuan, place)
    facts = ledger.of_subject[subject.subject_id]
    return Result(verdict(fits), facts, spot=spot, expected=Text(unit, unit))


RULE = Rule(
    id="units-stay",
    title=Text("An indikator has one unit", "Satu indikator memiliki satu satuan"),
    reason="72,89 as an index and as a percentage are two different results.",
    severity="warning",
    basis="PermenPAN-RB 53/2014, Lampiran II F (since 2014): indikator are specific and measurable.",
    resolve=Text("Use the unit of the IKU document everywhere.", "Gunakan satuan sesuai dokumen IKU di semua tabel."),
    message=Text(
        "{place}: the unit is {printed} here, elsewhere {expected}.",
        "{place}: satuan di sini {printed}, di tabel lain {expected}.",
    ),
    check=check,
    guess_matters=False,
)
