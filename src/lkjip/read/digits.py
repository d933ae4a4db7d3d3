"""What a run of digits, dots and commas is worth, and whether that took a guess."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MARKS: Final = re.compile(r"([.,]+)")
MISSING: Final = "a thousands separator is missing"
MIXED: Final = "dots and commas both separate thousands"
DOUBLED: Final = "a separator is doubled"
EITHER: Final = "could be thousands or decimals"
SAME_MARK: Final = "one mark separates thousands and decimals"
LENGTH: Final = "a group between separators has not three digits"
OTHER_MARK: Final = "separator is not the one of its column"


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a column writes its numbers: which mark separates thousands, which decimals ("" where it does not show)."""

    thousands: str = ""
    decimal: str = ""
    whole: bool = False  # amounts in rupiah: groups of three digits are thousands


@dataclass(frozen=True, slots=True)
class Worth:
    """The value of a printed number with the count of its decimals; `guess` is empty where it is certain."""

    value: Decimal
    decimals: int
    guess: str = ""


PLAIN: Final = NumberStyle()


def split(core: str) -> tuple[list[str], list[str]]:
    """Return the groups of digits of "1.234,5" and the marks between them."""
    parts = MARKS.split(core)
    return parts[0::2], parts[1::2]


def as_worth(groups: list[str], decimals: str = "", guess: str = "") -> Worth:
    """Join groups of digits and decimals to a value."""
    whole = "".join(groups) or "0"
    value = Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)
    return Worth(value, len(decimals), guess)


def triple(groups: Iterable[str]) -> bool:
    """Tell whether every group has three digits."""
    return all(len(group) == 3 for group in groups)


def grouped(groups: list[str]) -> bool:
    """Tell whether these are thousands: one to three digits, then groups of three."""
    return 1 <= len(groups[0]) <= 3 and len(groups) > 1 and triple(groups[1:])


def well_formed(core: str) -> bool:
    """Tell whether a number is written as it should be: "1.234.567", "1.234,50", "12,5"; "1.234" counts."""
    groups, marks = split(core)
    if not marks:
        return True
    if len(set(marks)) == 1 and grouped(groups):
        return len(marks[0]) == 1
    if len(marks) == 1:
        return len(marks[0]) == 1 and len(groups[1]) <= 2
    return set(marks[:-1]) != {marks[-1]} and len(set(marks[:-1])) == 1 and grouped(groups[:-1]) and len(groups[-1]) < 3


def worth(core: str, style: NumberStyle = PLAIN) -> Worth:
    """Return what `core` (digits with dots and commas inside) is worth in a column of `style`."""
    groups, marks = split(core)
    doubled = DOUBLED if any(len(mark) > 1 for mark in marks) else ""
    marks = [mark[-1] for mark in marks]
    if not marks:
        found = as_worth(groups)
    elif len(marks) == 1:
        found = of_one_mark(groups, marks[0], style)
    else:
        found = of_many_marks(groups, marks, style)
    return Worth(found.value, found.decimals, "; ".join(filter(None, (doubled, found.guess))))


def of_one_mark(groups: list[str], mark: str, style: NumberStyle) -> Worth:
    """Read "4.603", "82.30", "84,24" or "374059,5"."""
    first, last = groups
    if len(last) != 3:
        return of_odd_tail(groups, style)
    if len(first) > 3:
        return as_worth(groups, guess=MISSING) if style.whole else as_worth([first], last)
    if first.startswith("0"):
        return as_worth([first], last)
    return of_one_triple(first, last, mark, style)


def of_odd_tail(groups: list[str], style: NumberStyle) -> Worth:
    """Read two groups of which the last has not three digits: decimals, or thousands that lost a separator."""
    first, last = groups
    if style.whole and len(last) % 3 == 0 and len(first) <= 3:
        return as_worth(groups, guess=MISSING)
    return as_worth([first], last)


def of_one_triple(first: str, last: str, mark: str, style: NumberStyle) -> Worth:
    """Read "4.603": thousands or three decimals, as the column does it, else as Indonesian does it."""
    if style.whole or mark == style.thousands:
        return as_worth([first, last])
    if mark == style.decimal:
        return as_worth([first], last, EITHER)
    if style.thousands:
        return as_worth([first, last], guess=OTHER_MARK)
    return as_worth([first, last]) if mark == "." else as_worth([first], last, EITHER)


def of_many_marks(groups: list[str], marks: list[str], style: NumberStyle) -> Worth:
    """Read a number of three groups or more: thousands, at times with decimals behind the last mark."""
    last = groups[-1]
    other = marks[-1] not in marks[:-1]
    if other and len(last) != 3:
        return as_worth(groups[:-1], last, fault(groups[:-1], marks[:-1]))
    if other and marks[-1] == style.decimal and not style.whole:
        return as_worth(groups[:-1], last, EITHER)
    if len(last) < 3:
        return as_worth(groups[:-1], last, SAME_MARK)
    return as_worth(groups, guess=fault(groups, marks))


def fault(groups: list[str], marks: list[str]) -> str:
    """Say what is wrong with thousands written so, or nothing."""
    faults = [MIXED] if len(set(marks)) > 1 else []
    if not (len(groups[0]) <= 3 and triple(groups[1:])):
        long = any(len(group) in (6, 9) for group in groups[1:]) or len(groups[0]) > 3
        faults.append(MISSING if long else LENGTH)
    return "; ".join(faults)


def style_of(cores: Iterable[str], whole: bool = False) -> NumberStyle:
    """Return how these numbers of one column are written, by those that leave no doubt."""
    thousands: Counter[str] = Counter()
    decimal: Counter[str] = Counter()
    for core in cores:
        groups, marks = split(core)
        if len(marks) > 1 and grouped(groups[: len(marks)]):
            thousands[marks[0][-1]] += 1
        if marks and len(groups[-1]) < 3 and (len(marks) == 1 or marks[-1] != marks[0]):
            decimal[marks[-1][-1]] += 1
    return NumberStyle(leader(thousands), leader(decimal), whole)


def leader(votes: Counter[str]) -> str:
    """Return the mark with most votes, or "" at none or a tie."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
