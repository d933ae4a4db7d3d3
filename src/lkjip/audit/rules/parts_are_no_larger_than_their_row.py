"""A kegiatan is no larger than the program above it, a sub kegiatan no larger than its kegiatan."""

from collections.abc import Iterable, Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.sums import RANKS
from lkjip.records import Fact, Subject
from lkjip.settings import Settings

AMOUNTS: Final = (
    measures.ANGGARAN,
    measures.ANGGARAN_MURNI,
    measures.ANGGARAN_PERUBAHAN,
    measures.REALISASI_ANGGARAN,
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every amount against the nearest row of a higher level above it, table by table."""
    for subjects in ledger.rows.values():
        lines = [subject for subject in subjects if subject.kind == "anggaran" and subject.level in RANKS]
        columns = {(f.column, f.measure, f.period) for line in lines for f in ledger.of_subject[line.subject_id]}
        for column, measure, period in sorted(columns, key=str):
            if measure in AMOUNTS:
                yield from down(lines, {line.subject_id: at(ledger, line, (column, measure, period)) for line in lines})


def at(ledger: Ledger, line: Subject, column: tuple[int | None, str, str]) -> Fact | None:
    """Return the only amount of a line in a column, or None."""
    found = [f for f in ledger.of_subject[line.subject_id] if (f.column, f.measure, f.period) == column]
    return found[0] if len(found) == 1 and found[0].value is not None else None


def down(lines: Iterable[Subject], amounts: dict[str, Fact | None]) -> Iterator[Result]:
    """Go down the rows of a column; a row without an amount hides what stands above it on its level."""
    above: list[Fact | None] = []
    for line in lines:
        depth = RANKS.index(line.level)
        above = [*above[:depth], *([None] * (depth - len(above)))]
        part, wholes = amounts[line.subject_id], [fact for fact in above if fact is not None]
        if part is not None and wholes:
            yield examine(part, wholes[-1])
        above.append(part)


def examine(part: Fact, whole: Fact) -> Result:
    """Return whether a part is no larger than its whole."""
    fits = number(part) <= number(whole)
    return Result(verdict(fits), (part, whole), part, (shown(part), " <= ", shown(whole)), shown(whole))


RULE = Rule(
    id="part-within-row",
    title=Text("A part is no larger than its whole", "Rincian tidak lebih besar dari induknya"),
    reason="A sub kegiatan that costs more than its program shows that one of the two is another amount.",
    severity="warning",
    basis="Permendagri 90/2019 and its kodefikasi (since 2021): program, kegiatan, sub kegiatan; as commonly applied.",
    resolve=Text("Compare both with the DPA or LRA.", "Cocokkan keduanya dengan DPA atau LRA."),
    message=Text(
        "{place}: {printed} is more than {expected} at {other}, the row that it belongs to.",
        "{place}: {printed} melebihi {expected} di {other}, yaitu baris induknya.",
    ),
    check=check,
)
