"""Why two mentions that contradict each other may still both be right: reasons to warn instead of accusing."""

from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import KEGIATAN, Ledger
from lkjip.audit.misprints import slip_between
from lkjip.audit.model import NOTHING, Result, Text
from lkjip.audit.names import alike
from lkjip.read.prose.subjects import INHERITED
from lkjip.records import Fact

FAR: Final = Decimal("1.5")  # times as large: no misprint of a digit or two, but perhaps another amount
THOUSAND: Final = 1000
UNCOUNTED: Final = frozenset({"persen", "indeks", "nilai", "rupiah", ""})  # units of what is not counted
OF_WORK: Final = (measures.TARGET, measures.REALISASI)
MEAN_OF: Final = "rata rata "
OF_MEAN: Final = Text("One of the two calls itself a mean", "Salah satunya disebut rata-rata")
IN_PROSE: Final = Text("Two sentences may speak of different things", "Dua kalimat dapat berbicara tentang hal berbeda")
OTHER_AMOUNT: Final = Text(
    "The sentence may speak of a part of it, or of something else", "Kalimat itu dapat berbicara tentang sebagiannya"
)
TO_THOUSANDS: Final = Text("It may be rounded to thousands", "Angka itu dapat dibulatkan ke ribuan")
BESIDE_PROGRAM: Final = Text(
    "It stands for the program that another table puts beside the indikator",
    "Angka itu dianggap milik program di samping indikator pada tabel lain",
)
OF_ONE_LINE: Final = Text(
    "The smaller count stands beside one kegiatan, and may be of that one alone",
    "Angka yang lebih kecil tercantum di samping satu kegiatan, mungkin hanya untuk kegiatan itu",
)
NAMED_ALIKE: Final = Text(
    "The two lines are named almost alike, and may be two things",
    "Nama kedua baris hampir sama, tetapi mungkin berbeda hal",
)
FROM_ABOVE: Final = Text(
    "The sentence names no subject, the text above it does", "Kalimat itu mengikuti nama di atasnya"
)


def doubt(ledger: Ledger, result: Result) -> Text:
    """Return why a contradiction may be none, or nothing."""
    one, other = result.facts[:2]
    if one.source == other.source == "prose":
        return IN_PROSE
    if INHERITED in (one.guess, other.guess):
        return FROM_ABOVE
    if may_be_part(ledger, one, other) or may_be_part(ledger, other, one):
        return OF_ONE_LINE
    named = of_names(ledger, one, other)
    return of_money(one, other) if named is NOTHING and one.unit == other.unit == "rupiah" else named


def may_be_part(ledger: Ledger, small: Fact, large: Fact) -> bool:
    """Tell whether a count is less than another that, unlike it, stands beside no kegiatan."""
    counted = {small.unit, large.unit}.isdisjoint(UNCOUNTED) and small.measure in OF_WORK
    return counted and number(small) < number(large) and beside_kegiatan(ledger, small) > beside_kegiatan(ledger, large)


def beside_kegiatan(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a table prints a number in the row of a kegiatan or sub kegiatan."""
    rows = ledger.rows.get(fact.table_id, ())
    return any(row.row == fact.row and row.level in KEGIATAN for row in rows)


def of_names(ledger: Ledger, one: Fact, other: Fact) -> Text:
    """Return why the names of two numbers may stand for two things, or nothing."""
    if through_program(ledger, one) != through_program(ledger, other) and not is_slip(ledger, one, other):
        return BESIDE_PROGRAM
    if is_namesake(ledger, one) != is_namesake(ledger, other):
        return NAMED_ALIKE
    return OF_MEAN if is_mean(ledger, one) != is_mean(ledger, other) else NOTHING


def of_money(one: Fact, other: Fact) -> Text:
    """Return why two amounts may both be right, or nothing."""
    if to_thousands(one, other) or to_thousands(other, one):
        return TO_THOUSANDS
    return OTHER_AMOUNT if one.source != other.source and far_apart(one, other) else NOTHING


def through_program(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether an amount is compared by the program that a table puts beside its indikator."""
    return ledger.subject[fact.subject_id].key in ledger.program_of


def is_slip(ledger: Ledger, one: Fact, other: Fact) -> bool:
    """Tell whether the names of two numbers are one but for a slip or two."""
    return alike(ledger.subject[one.subject_id].key, ledger.subject[other.subject_id].key)


def is_namesake(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number stands beside a name that is only almost the one that it is compared under."""
    key = ledger.subject[fact.subject_id].key
    return ledger.spellings.get(key, key) in ledger.namesakes


def is_mean(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number calls itself a mean of its indikator."""
    return ledger.subject[fact.subject_id].key.startswith(MEAN_OF)


def to_thousands(coarse: Fact, fine: Fact) -> bool:
    """Tell whether one amount is the other, rounded or cut to whole thousands."""
    whole = number(coarse) % THOUSAND == 0 != number(fine) % THOUSAND
    return whole and abs(number(coarse) - number(fine)) < THOUSAND


def far_apart(one: Fact, other: Fact) -> bool:
    """Tell whether two amounts differ by more than a misprint makes of one of them."""
    low, high = sorted((abs(number(one)), abs(number(other))))
    decimals = max(one.decimals, other.decimals)
    return high > FAR * low and not slip_between(number(one), number(other), decimals)
