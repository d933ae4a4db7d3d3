"""The ways in which a number is mistyped, and the numbers that one such slip can turn into another."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.arithmetic import number
from lkjip.audit.model import Text
from lkjip.intervals import Interval, last_digit
from lkjip.records import Fact

SLIPS: Final = {
    "digit": Text("one digit is typed wrong", "satu angka salah ketik"),
    "digits_swapped": Text("two digits are swapped", "dua angka tertukar letaknya"),
    "digit_lost": Text("one digit is left out", "satu angka tertinggal"),
    "digit_doubled": Text("one digit is typed too many", "kelebihan satu angka"),
    "separator": Text("the separator is misplaced or lost", "tanda pemisah salah letak atau hilang"),
}
FEWEST_TELLING: Final = 5  # digits, zeros at the ends apart, of a number that is another one but for a slip
NARROW: Final = 2  # units of the last printed decimal within which a value counts as known
COMPUTED: Final = 4  # the same for a percentage: it was computed from numbers that are rounded themselves
FINE: Final = 8  # parts of a unit within which the constraints give a decimal more than is printed
FEWEST_DIGITS: Final = 3  # of a number that a slip can be told from chance


def slips(value: Decimal, decimals: int) -> Iterator[tuple[str, Decimal]]:
    """Return what the number may have been meant as, the likeliest slip first; `value` has `decimals` decimals."""
    sign = -1 if value < 0 else 1
    digits = digits_of(value, decimals)
    if len(digits.lstrip("0")) < FEWEST_DIGITS:
        return
    for slip, texts in SPELLINGS:
        for text in texts(digits):
            if text != digits and (text[0] != "0" or digits[0] == "0"):
                yield slip, sign * Decimal(int(text)).scaleb(-decimals)
    for shift in (1, 2, 3, -1, -2, -3):
        yield "separator", value.scaleb(shift)


def replaced(digits: str) -> Iterator[str]:
    """Return the digits with one of them replaced."""
    for at in range(len(digits)):
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at + 1 :]


def swapped(digits: str) -> Iterator[str]:
    """Return the digits with two of them exchanged, neighbours first."""
    for gap in range(1, len(digits)):
        for at in range(len(digits) - gap):
            to = at + gap
            yield digits[:at] + digits[to] + digits[at + 1 : to] + digits[at] + digits[to + 1 :]


def lengthened(digits: str) -> Iterator[str]:
    """Return the digits with one more of them."""
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at:]


def shortened(digits: str) -> Iterator[str]:
    """Return the digits with one less of them."""
    for at in range(len(digits)):
        yield digits[:at] + digits[at + 1 :]


SPELLINGS: Final = (
    ("digit", replaced),
    ("digits_swapped", swapped),
    ("digit_lost", lengthened),
    ("digit_doubled", shortened),
)


def slip_between(printed: Decimal, meant: Decimal, decimals: int) -> str:
    """Return the slip that turns `meant` into `printed`, or an empty text; a digit lost may be the last decimal."""
    rounded = meant.quantize(Decimal(1).scaleb(-decimals))
    finer = digits_of(meant.quantize(Decimal(1).scaleb(-decimals - 1)), decimals + 1)
    if digits_of(printed, decimals) in list(shortened(finer))[:-1] and len(finer) > FEWEST_DIGITS:
        return "digit_lost"
    return next((slip for slip, value in slips(printed, decimals) if value == rounded), "")


def differ_by_slip(one: Fact, other: Fact) -> bool:
    """Tell whether two numbers differ by a slip, and have so many digits that they do so by no chance."""
    decimals = max(one.decimals, other.decimals)
    first, second = number(one), number(other)
    telling = max(len(digits_of(value, decimals).strip("0")) for value in (first, second))
    return telling >= FEWEST_TELLING and bool(slip_between(first, second, decimals))


def nearly_alike(one: Decimal, other: Decimal) -> bool:
    """Tell whether two short numbers of equal length differ in one digit, or in two that are swapped."""
    if len(str(one)) != len(str(other)):
        return False
    different = [(a, b) for a, b in zip(str(one), str(other), strict=True) if a != b]
    return len(different) == 1 or (len(different) == 2 and different[0] == different[1][::-1])


def digits_of(value: Decimal, decimals: int) -> str:
    """Return the digits of a number with that many decimals, without sign and separators."""
    return str(int(abs(value).scaleb(decimals))).zfill(decimals + 1)


def meant(fact: Fact, within: Interval | None) -> tuple[Decimal | None, str]:
    """Return what a misprinted number should have been, and the slip that explains it.

    `within` is what the constraints allow. The number is known where they leave one value at the printed decimals, or
    where only one slip leads into the interval.
    """
    if within is None or fact.value is None:
        return None, ""
    unit = last_digit(fact.decimals)
    around = within.widened(unit / 2)
    likely = list(
        dict.fromkeys((slip, value) for slip, value in slips(fact.value, fact.decimals) if around.holds(value))
    )
    narrow = COMPUTED if fact.unit == "persen" else NARROW
    if within.high - within.low > narrow * unit:  # a cap may leave it open to one side
        values = {value for _, value in likely}
        return (likely[0][1], likely[0][0]) if len(values) == 1 else (None, "")
    exact = ((within.low + within.high) / 2).quantize(unit / 10)
    if within.high - within.low < unit / FINE and exact != exact.quantize(unit):
        return exact, slip_between(fact.value, exact, fact.decimals)  # a decimal that the printed number has lost
    middle = ((within.low + within.high) / 2).quantize(unit)
    reach = max(unit, within.high - within.low) / 2
    return next(((value, slip) for slip, value in likely if abs(value - middle) <= reach), (middle, ""))
