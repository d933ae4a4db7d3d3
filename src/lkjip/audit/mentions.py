"""Hold the mentions of one quantity against each other, wherever the report prints them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from lkjip import measures
from lkjip.audit import names
from lkjip.audit.arithmetic import cell_span, how, number, percentage
from lkjip.audit.doubts import MEAN_OF, is_mean
from lkjip.audit.ledger import TOTAL, Ledger, shown
from lkjip.audit.misprints import differ_by_slip
from lkjip.audit.model import Linear, Result
from lkjip.grouping import grouped
from lkjip.intervals import exactly, last_digit
from lkjip.read import digits
from lkjip.read.prose.subjects import INHERITED
from lkjip.records import Fact, Severity

GENERIC: Final = re.compile(  # names that every second sentence has, or no name at all
    r"(?:(?:capaian|kinerja|realisasi|target|indikator|sasaran|anggaran|program|kegiatan|akhir|renstra|rata|nilai|tujuan|"
    r"strategis|total|jumlah|utama|tahun|keuangan|belanja|tingkat|persentase|hasil|secara|umum|keseluruhan|\d+)\s*)*"
)
INSTANSI: Final = "instansi"
OPERANDS: Final = {
    measures.CAPAIAN: (measures.TARGET, measures.REALISASI),
    measures.PERSEN_SERAPAN: (measures.ANGGARAN, measures.REALISASI_ANGGARAN),
}
GROUP: Final = 3  # digits between two separators
SAME_NAMES: Final = "the table or sentence gives several values to this name"
Printed = tuple[str, Decimal | None, int]  # measure, value, decimals
PLAIN: Final = frozenset(map(Decimal, (0, 1, 100)))  # numbers that every row may have
PLAIN_UNITS: Final = frozenset({"persen", "indeks", "nilai", ""})  # reports write one for the other


class Quantity(NamedTuple):
    """What two mentions must share to be one quantity."""

    key: str
    measure: str
    period: str
    scope: str
    unit: str


def quantity(ledger: Ledger, fact: Fact) -> Quantity | None:
    """Return the quantity that a fact states, or None where it is about nothing that could be named elsewhere."""
    subject = ledger.subject[fact.subject_id]
    if GENERIC.fullmatch(subject.key) or (subject.level == TOTAL and subject.source == "table"):
        return None
    if subject.level == INSTANSI and fact.measure in measures.PERFORMANCE:
        return None  # "capaian of the unit" is the mean of something else in every sentence
    unit = "" if fact.unit in PLAIN_UNITS else fact.unit
    key = ledger.program_of.get(subject.key, subject.key) if fact.measure in measures.BUDGET else subject.key
    return Quantity(own_name(ledger, key), fact.measure, fact.period, subject.scope, unit)


def own_name(ledger: Ledger, key: str) -> str:
    """Return a key as the report usually writes it, acronyms spelled out, without the unit's own name at its end.

    "rata rata ikm kecamatan x" is the unit's "indeks kepuasan masyarakat".
    """
    known = own_names(ledger)
    return known[key] if key in known else rewritten(ledger, key)


@lru_cache(maxsize=4)
def own_names(ledger: Ledger) -> dict[str, str]:
    """Return the names of all subjects of a document, those of indikator without their slips."""
    known = {key: rewritten(ledger, key) for key in {subject.key: None for subject in ledger.subjects}}
    measured = (subject for subject in ledger.subjects if subject.kind == "indikator")
    slips = names.spellings((known[subject.key], subject.table_id) for subject in measured)
    return {key: slips.get(name, name) for key, name in known.items()}


def rewritten(ledger: Ledger, key: str) -> str:
    """Return a key with its acronyms spelled out, without the unit's own name at its end."""
    key = ledger.spellings.get(key, key)
    key = ledger.namesakes.get(key, key).removeprefix(MEAN_OF)
    key = " ".join(ledger.acronyms.get(word, word) for word in key.split())
    unit = " ".join(re.findall(r"\w+", ledger.attribute.get("instansi", "").lower()))
    shorter = key.removesuffix(unit) if unit else key
    for word in ("kecamatan", "di", "pada", "tingkat"):
        shorter = shorter.strip().removesuffix(f" {word}")
    return shorter.strip() or key


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two printed numbers can be the same, the one with fewer decimals rounded or truncated."""
    if one.decimals == other.decimals:
        near = last_digit(one.decimals) if one.measure in OPERANDS and one.decimals else Decimal(0)
        return abs(number(one) - number(other)) <= near  # one percentage rounded, the other truncated
    coarse, fine = sorted((one, other), key=lambda fact: fact.decimals)
    return cell_span(coarse).meets(exactly(number(fine)))


def reference(ledger: Ledger, facts: tuple[Fact, ...]) -> Fact:
    """Return the mention that most tables and sentences agree with; of equals one that its own row bears out."""
    plain = [fact for fact in facts if not is_mean(ledger, fact)] or facts
    agreeing = support(plain)
    return max(
        plain,
        key=lambda fact: (
            agreeing[printed(fact)],
            borne_out(ledger, fact),
            fact.source == "table",
            fact.decimals,
        ),
    )


def support(facts: Iterable[Fact]) -> dict[Printed, int]:
    """Return for every number how many tables and sentences agree with it; equal numbers are compared once."""
    equal = grouped(facts, printed)
    places = {number: {fact.table_id or fact.fact_id for fact in same} for number, same in equal.items()}
    return {
        number: len(set().union(*(places[name] for name, others in equal.items() if agree(same[0], others[0]))))
        for number, same in equal.items()
    }


def printed(fact: Fact) -> Printed:
    """Return what it depends on whether a number agrees with another."""
    return fact.measure, fact.value, fact.decimals


def borne_out(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a percentage follows from the numbers in its own row."""
    if fact.measure not in OPERANDS:
        return False
    whole, part = (ledger.beside(fact, measure) for measure in OPERANDS[fact.measure])
    return any(
        (computed := percentage(one, other)) is not None and how(fact, computed[0]) is not None
        for one in part
        for other in whole
    )


def quantities(ledger: Ledger, facts: Iterable[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Return the mentions of every quantity that the report prints more than once."""
    named = [(quantity(ledger, fact), fact) for fact in facts]
    known = [(name, fact) for name, fact in named if name is not None]
    several = in_several_units(ledger, known)
    clear = [(n, f) for n, f in known if n._replace(key=ledger.subject[f.subject_id].key) not in several]
    groups = grouped(clear, lambda pair: pair[0])
    for pairs in groups.values():
        mentions = tuple(fact for _, fact in pairs)
        if len(mentions) > 1:
            yield mentions


def in_several_units(ledger: Ledger, known: Iterable[tuple[Quantity, Fact]]) -> frozenset[Quantity]:
    """Return the names that one table gives to things of different units: "telur" in tonnes and in per cent."""
    named = [(name._replace(key=ledger.subject[fact.subject_id].key), fact) for name, fact in known]
    tables = grouped(named, lambda pair: (pair[1].table_id or pair[1].subject_id, pair[0]._replace(unit="")))
    mixed = [pairs for pairs in tables.values() if len({name.unit for name, _ in pairs}) > 1]
    return frozenset(name for pairs in mixed for name, _ in pairs)


def compare(ledger: Ledger, mentions: tuple[Fact, ...], severity: Severity | None = None) -> Iterator[Result]:
    """Hold every mention against the one that most agree with."""
    clear, unclear = unambiguous(mentions)
    for fact in unclear:
        yield Result("could_not_check", (fact,), fact, reason=SAME_NAMES)
    if len(clear) > 1:
        most = reference(ledger, clear)
        for fact in clear:
            if fact is not most:
                yield compared(ledger, fact, most, severity)


def compared(ledger: Ledger, fact: Fact, most: Fact, severity: Severity | None) -> Result:
    """Hold one mention against another."""
    fits = agree(fact, most)
    if not fits and not differ_anyhow(fact, most) and not is_tied(ledger, fact, most):
        return Result(
            "could_not_check", (fact, most), fact, reason=f"reading it took a guess: {fact.guess or most.guess}"
        )
    return Result(
        "passed" if fits else "problem",
        (fact, most),
        fact,
        (shown(most),),
        shown(most),
        constraint=Linear(((fact.fact_id, Decimal(1)), (most.fact_id, Decimal(-1)))),
        severity=severity,
    )


def differ_anyhow(one: Fact, other: Fact) -> bool:
    """Tell whether two numbers differ in whichever way each can be read."""
    pairs = list(product(readings(one), readings(other)))
    return bool(pairs) and not any(agree(a, b) for a, b in pairs)


def is_tied(ledger: Ledger, one: Fact, other: Fact) -> bool:
    """Tell whether a subject taken from the text above is borne out: by a slip between two long numbers, or beside them."""
    if not {one.guess, other.guess} <= {"", INHERITED}:
        return False
    return differ_by_slip(one, other) or all(is_repeated(ledger, fact) for fact in (one, other) if fact.guess)


def is_repeated(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a table prints another number of a sentence for the same subject: 0, 1 and 100 tell nothing."""
    beside = (other for other in ledger.of_subject[fact.subject_id] if other.value not in (None, *PLAIN))
    named = ((other, quantity(ledger, other)) for other in beside if other is not fact)
    return any(
        same.table_id and agree(other, same)
        for other, name in named
        if name is not None
        for same in by_quantity(ledger, other.measure)[name]
    )


def readings(fact: Fact) -> list[Fact]:
    """Return the ways to read a number; none where another guess was made.

    "8,838" may have decimals or thousands, and so may the end of "1.555.446,741".
    """
    match fact.guess:
        case "":
            return [fact]
        case digits.EITHER:
            return [fact, replace(fact, value=number(fact).scaleb(fact.decimals), decimals=0)]
        case digits.MIXED:
            return [fact, replace(fact, value=number(fact).scaleb(-GROUP), decimals=GROUP)]
        case _:
            return []


@lru_cache(maxsize=4)
def by_quantity(ledger: Ledger, measure: str) -> dict[Quantity | None, tuple[Fact, ...]]:
    """Return the numbers of a measure by what they state."""
    return grouped(ledger.of_measure[measure], lambda fact: quantity(ledger, fact))


def unambiguous(mentions: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Part the mentions whose table gives them one value from those whose table has several rows of that name."""
    clear: list[Fact] = []
    unclear: list[Fact] = []
    for facts in grouped(mentions, lambda fact: fact.table_id or fact.subject_id).values():
        same = all(agree(fact, facts[0]) for fact in facts)
        (clear if same else unclear).extend(facts)
    return tuple(clear), tuple(unclear)
