"""Scales that turn a number into a category: those that the report prints, and the national ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import cell_span, number
from lkjip.audit.ledger import Ledger
from lkjip.grouping import grouped
from lkjip.intervals import Interval, exactly
from lkjip.records import Fact, Subject

WORD: Final = re.compile(r"\w+")
EXACT: Final = 2  # decimals with which a value is official, not rounded for print
NEIGHBOURS: Final = Decimal("1.01")  # a gap no wider than this lies between whole numbers: "76 - 90" and "91 - 100"


@dataclass(frozen=True, slots=True)
class Band:
    """A band of a scale; an end that is None is open without limit."""

    name: str
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    fact_ids: tuple[str, ...] = ()

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value lies in the band."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


@dataclass(frozen=True, slots=True)
class Scale:
    """Bands from the highest to the lowest; `table_id` is empty for a national scale."""

    bands: tuple[Band, ...]
    title: str
    table_id: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the bands."""
        return tuple(band.name for band in self.bands)

    def band(self, name: str) -> Band | None:
        """Return the band of a name, or None."""
        return next((band for band in self.bands if folded(band.name) == folded(name)), None)

    def names_for(self, value: Decimal) -> list[str]:
        """Return the bands that a value can belong to; in a gap of one unit between two bands, both of them."""
        inside = [band.name for band in self.bands if band.holds(value)]
        if inside or not self.bands:
            return inside
        above = [b for b in self.bands if b.low is not None and b.low >= value]
        below = [b for b in self.bands if b.high is not None and b.high <= value]
        if not above or not below:
            return [self.bands[0].name] if not above else [self.bands[-1].name]
        upper, lower = min(above, key=low_end), max(below, key=high_end)
        return [upper.name, lower.name] if low_end(upper) - high_end(lower) <= NEIGHBOURS else []

    def names_within(self, values: Interval) -> list[str]:
        """Return the bands that a printed number can belong to, given its rounding."""
        middle = (values.low + values.high) / 2
        found = [name for value in (middle, values.low, values.high) for name in self.names_for(value)]
        return list(dict.fromkeys(found))


def low_end(band: Band) -> Decimal:
    """Return the lower end of a band that has one."""
    return band.low if band.low is not None else Decimal("-Infinity")


def high_end(band: Band) -> Decimal:
    """Return the upper end of a band that has one."""
    return band.high if band.high is not None else Decimal("Infinity")


def folded(name: str) -> str:
    """Return a category name for comparison."""
    return " ".join(WORD.findall(name.lower()))


def band(name: str, low: str, high: str = "") -> Band:
    """Return a national band; ">" before its lower end leaves the end itself out."""
    return Band(name, Decimal(low.lstrip(">")), Decimal(high) if high else None, low.startswith(">"))


NATIONAL: Final = Scale(  # Permendagri 86/2017 prints whole numbers and nothing above 100
    (
        band("Sangat Tinggi", "91"),
        band("Tinggi", "76", "90"),
        band("Sedang", "66", "75"),
        band("Rendah", "51", "65"),
        band("Sangat Rendah", "0", "50"),
    ),
    "Permendagri 86/2017",
)
SAKIP: Final = Scale(  # PermenPAN-RB 12/2015 and 88/2021 have the same bands
    (
        band("AA", ">90", "100"),
        band("A", ">80", "90"),
        band("BB", ">70", "80"),
        band("B", ">60", "70"),
        band("CC", ">50", "60"),
        band("C", ">30", "50"),
        band("D", "0", "30"),
    ),
    "PermenPAN-RB 12/2015 / 88/2021",
)
SAKIP_UNTIL_2015: Final = Scale(
    (
        band("AA", ">85", "100"),
        band("A", ">75", "85"),
        band("B", ">65", "75"),
        band("CC", ">50", "65"),
        band("C", ">30", "50"),
        band("D", "0", "30"),
    ),
    "PermenPAN-RB 20/2013",
)
SAKIP_WORDS: Final = Scale(
    tuple(
        Band(name, each.low, each.high, each.low_open)
        for name, each in zip(
            ("Sangat Memuaskan", "Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"),
            SAKIP.bands,
            strict=True,
        )
    ),
    "PermenPAN-RB 12/2015",
)
SKM: Final = Scale(  # PermenPAN-RB 14/2017
    (
        band("A", "88.31", "100"),
        band("B", "76.61", "88.30"),
        band("C", "65.00", "76.60"),
        band("D", "25.00", "64.99"),
    ),
    "PermenPAN-RB 14/2017",
)
SKM_WORDS: Final = Scale(
    tuple(
        Band(name, each.low, each.high)
        for name, each in zip(("Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik"), SKM.bands, strict=True)
    ),
    "PermenPAN-RB 14/2017",
)


def printed_scales(ledger: Ledger) -> tuple[Scale, ...]:
    """Return the scales that the report prints as tables."""
    rows = [s for s in ledger.subjects if s.kind == "skala" and s.table_id]
    scales = []
    for table_id, subjects in grouped(rows, lambda subject: subject.table_id).items():
        bands = [printed_band(ledger, subject) for subject in subjects]
        known = sorted((b for b in bands if b is not None), key=low_end, reverse=True)
        if len(known) > 1:
            scales.append(Scale(tuple(known), ledger.table_name(table_id), table_id))
    return tuple(scales)


def printed_band(ledger: Ledger, subject: Subject) -> Band | None:
    """Return a row of a scale as a band, or None where it names no end."""
    facts = ledger.of_subject.get(subject.subject_id, ())
    low = next((f for f in facts if f.measure == measures.BATAS_BAWAH and f.value is not None), None)
    high = next((f for f in facts if f.measure == measures.BATAS_ATAS and f.value is not None), None)
    if low is None and high is None:
        return None
    return Band(
        subject.uraian,
        None if low is None else number(low),
        None if high is None else number(high),
        low is not None and is_open(low, ">"),
        high is not None and is_open(high, "<"),
        tuple(fact.fact_id for fact in facts),
    )


def is_open(end: Fact, sign: str) -> bool:
    """Tell whether an end is printed with a sign that leaves it out: "< 100%" does, "≤ 100" and "<= 100" do not."""
    plain = end.printed.replace(" ", "")
    return sign in plain and f"{sign}=" not in plain


def naming(scales: Iterable[Scale], name: str) -> list[Scale]:
    """Return the scales that have a band of that name."""
    return [scale for scale in scales if scale.band(name) is not None]


def possible(scales: Iterable[Scale], fact: Fact) -> list[str]:
    """Return the categories that a printed number can have in any of some scales; two decimals are taken as they are."""
    values = exactly(number(fact)) if fact.decimals >= EXACT else cell_span(fact)
    return list(dict.fromkeys(name for scale in scales for name in scale.names_within(values)))
