"""Read Indonesian numbers out of a text: where they stand, what they are worth, in which unit, and what was guessed."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from lkjip.read.digits import EITHER, PLAIN, NumberStyle, split, style_of, well_formed, worth
from lkjip.read.masks import without_quantity_lookalikes

__all__ = ["BREAK", "Number", "NumberStyle", "cores", "parse", "style_of"]

BREAK: Final = "\u2028"  # a line break inside a cell
SPACED: Final = "a space stands inside the number"
RUPIAH: Final = "rupiah"
PERCENT: Final = "persen"
DASHES: Final = "-\u2212\u2013\u2014"  # hyphen, minus, en dash, em dash

CORE: Final = re.compile(r"(?:(?<=rp)|(?<![a-z\d]))(?<!\d[.,])\d+(?:[.,]+\d+)*", re.I)
GAP: Final = re.compile(r"^(?P<mark>[.,]?)(?P<space>[ \u00a0\u2028]{1,2})(?P<late>[.,]?)$")
BEFORE: Final = re.compile(
    rf"(?P<mark>[≥≤]|[<>]=?)?\s*(?P<lead>[{DASHES}]\s*(?=\(|Rp))?(?P<open>\(\s*)?(?P<rp>\bRp\.?[\s.,:]*)?(?P<open2>\(\s*)?"
    rf"(?P<sign>[{DASHES}])?$",
    re.I,
)
AFTER: Final = re.compile(
    rf"^(?P<tail>(?:[.,]\s?[{DASHES}]+(?!\s?\d)|\s?,[{DASHES}](?!\s?\d)|[.,](?!\d))?)(?P<star>\s?\*+)?"
    r"(?:\s*\b(?P<scale>ribu|juta|jt|miliar|milyar|triliun|trilyun)\b)?"
    r"(?P<close>\s*\))?\s*(?P<percent>%|persen\b|prosen\b|percent\b|point persen\b)?(?P<close2>\s*\))?",
    re.I,
)
WORDS: Final = re.compile(
    r"^\s*(?P<spelled>\([a-z][a-z ]*\)\s*)?(?P<unit>[a-z][a-z/ \u2028]*?)?\s*(?=$|[-(),;.:\d≥≤<>•▪*%\0])", re.I
)
JOINER: Final = re.compile(
    rf"^\s*(?:[{DASHES}]|[<≤]|<=|s\s?[./]?\s?d\s?\.?|sampai(?:\s+dengan)?|hingga|[{DASHES}]\s*<)\s*$", re.I
)
UNIT_WORDS: Final = 4
NO_UNITS: Final = frozenset({"s", "sd", "s/d", "sampai", "sampai dengan", "hingga", "dan", "atau", "dari", "dengan"})
ACCOUNTING: Final = 1000  # a bracket around less is no minus sign: "(76,28)"
SCALES: Final = {"ribu": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in a text from `start` to `end`, as printed there with its currency, sign and unit."""

    value: Decimal
    decimals: int  # -8 for "4,7 miliar": known to a hundred million
    printed: str
    start: int
    end: int
    unit: str  # "rupiah", "persen", the words behind it in small letters, or ""
    guess: str  # why it may be read wrongly, or ""
    mark: str = ""  # "≥", "≤", ">", "<", or "from" and "to" for the ends of a range
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Core:
    """The digits of a number: where they stand and how they read without stray spaces."""

    start: int
    end: int
    digits: str
    guess: str = ""


def parse(text: str, style: NumberStyle | None = None) -> list[Number]:
    """Return the quantities in `text`, in order; line breaks may be given as U+2028. Never raises."""
    return list(parsed(text, style or PLAIN))


@lru_cache(maxsize=65536)  # a cell is read several times: for its column's style, its table's role, its facts
def parsed(text: str, style: NumberStyle) -> tuple[Number, ...]:
    """Return the quantities in `text`, in order."""
    text = re.sub(r"[\r\n\v\f\x85\u2029]", BREAK, text)
    found = scan(text, style)
    edges = [0, *(core.end for core in found)]
    limits = [*(core.start for core in found), len(text)][1:]
    rooms = zip(found, edges, limits, strict=False)
    numbers = [dressed(text, core, (edge, limit), style) for core, edge, limit in rooms]
    return tuple(with_ranges(with_signs(numbers, text), text))


def cores(text: str) -> list[str]:
    """Return the digits with separators of the quantities in `text`: the evidence for a column's style."""
    return [core.digits for core in scan(text, PLAIN)]


def scan(text: str, style: NumberStyle) -> list[Core]:
    """Find the runs of digits in `text` that are quantities, broken ones joined."""
    open_text = without_quantity_lookalikes(text)
    pieces = [Core(hit.start(), hit.end(), hit[0]) for hit in CORE.finditer(open_text)]
    joined: list[Core] = []
    for piece in pieces:
        whole = join(joined[-1], piece, open_text, style) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(piece)
    return joined


def join(left: Core, right: Core, text: str, style: NumberStyle) -> Core | None:
    """Return the one number that a space or a line break cut in two, or None where they are two."""
    gap = GAP.match(text[left.end : right.start])
    if not gap:
        return None
    mark = gap["mark"] or gap["late"]
    digits = left.digits + mark + right.digits
    if not (continues(left.digits, mark, right.digits, BREAK in gap["space"]) and well_formed(digits)):
        return None
    guess = left.guess or right.guess or ("" if BREAK in gap["space"] else SPACED)
    return Core(left.start, right.end, digits, guess)


def continues(left: str, mark: str, right: str, wrapped: bool) -> bool:
    """Tell whether `right` completes `left`: "4." and "603.119.714", or "11.805.00" and "0"."""
    groups, marks = split(left + mark + right)
    if mark:
        alike = len(set(marks)) == 1 and len(split(right)[0][0]) == 3 and left.strip(".,") != ""
        return (alike and len(marks) >= (1 if wrapped else 2)) or (wrapped and len(marks) == 1 and len(right) <= 2)
    if len(split(left)[1]) < 2:
        return False
    return len(split(left)[0][-1]) < 3 and len(set(marks)) == 1 and len(groups[-1]) == 3


def dressed(text: str, core: Core, room: tuple[int, int], style: NumberStyle) -> Number:
    """Read one number with what stands before and behind it, within the `room` between its neighbours."""
    edge, limit = room
    before, after = BEFORE.search(text[edge : core.start]), AFTER.match(text[core.end : limit + 1])
    assert before and after  # both match nothing too
    percent, rupiah = bool(after["percent"]), bool(before["rp"])
    scale = SCALES.get((after["scale"] or "").casefold(), 0)
    whole = (style.whole or rupiah) and not percent and not scale
    read = worth(core.digits, NumberStyle(style.thousands, style.decimal, whole))
    unit, end = PERCENT if percent else RUPIAH if rupiah else "", core.end + after.end()
    if not unit:
        unit, end = unit_of(text, end, limit)
    start, end = trimmed(text, edge + before.start(), end)
    return Number(
        value=(-read.value if negative(before) and read.value else read.value).scaleb(scale),
        decimals=read.decimals - scale,
        printed=text[start:end].replace(BREAK, " "),
        start=start,
        end=end,
        unit=unit,
        guess="; ".join(filter(None, (core.guess, "" if percent and read.guess == EITHER else read.guess))),
        mark=comparator(before["mark"]),
        bracketed=bool((before["open"] or before["open2"]) and (after["close"] or after["close2"])),
    )


def negative(before: re.Match[str]) -> bool:
    """Tell whether a minus stands before a number: at its digits, or before its currency or bracket."""
    return bool(before["sign"] or before["lead"])


def comparator(mark: str | None) -> str:
    """Return "≥" for ">=" and the like."""
    return {">=": "≥", "<=": "≤"}.get(mark or "", mark or "")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop spaces, and a bracket that has no partner inside."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text[start:end].startswith("(") and ")" not in text[start:end]:
        return trimmed(text, start + 1, end)
    if text[start:end].endswith(")") and "(" not in text[start:end]:
        return trimmed(text, start, end - 1)
    return start, end


def unit_of(text: str, start: int, limit: int) -> tuple[str, int]:
    """Return the words of a unit behind a number ("jenis laporan") and where they end; at most four words."""
    words = WORDS.match(text[start:limit])
    unit = " ".join((words["unit"] or "").replace(BREAK, " ").casefold().split()) if words else ""
    if not words or not unit or unit in NO_UNITS or len(unit.split()) > UNIT_WORDS:
        return "", start
    return unit, start + words.end("unit")


def with_signs(numbers: list[Number], text: str) -> list[Number]:
    """Settle what is negative: "-39,12" and "(1.234)" standing alone are; a dash before one of several is a bullet."""
    alone = len(numbers) == 1
    return [settled(number, alone, text) for number in numbers]


def settled(number: Number, alone: bool, text: str) -> Number:
    """Return `number` with the sign that its place allows."""
    counted = number.unit not in ("", RUPIAH, PERCENT) or number.printed.casefold().endswith(("persen", "prosen"))
    bullet = number.value < 0 and (not alone or counted)
    large = number.unit == RUPIAH or (number.unit == "" and abs(number.value) >= ACCOUNTING)
    accounting = alone and number.bracketed and large and number.printed == text.strip()
    if bullet:
        printed = number.printed.lstrip(DASHES + " ")
        start = number.start + len(number.printed) - len(printed)
        return replace(number, value=abs(number.value), printed=printed, start=start)
    if accounting and number.value > 0:
        return replace(number, value=-number.value)
    return number


def with_ranges(numbers: list[Number], text: str) -> list[Number]:
    """Mark two numbers that are the ends of one range: "5-6%", "70% < 100%", "85 s.d 100"."""
    if len(numbers) != 2:
        return numbers
    low, high = numbers
    between = text[low.end : high.start] + high.printed[: len(high.printed) - len(high.printed.lstrip("<≤" + DASHES))]
    if not JOINER.match(between.replace(BREAK, " ")) and high.mark not in ("<", "≤"):
        return numbers
    if RUPIAH in (low.unit, high.unit) or low.unit not in ("", high.unit) or abs(high.value) <= low.value:
        return numbers
    return [replace(low, unit=high.unit, mark="from"), replace(high, value=abs(high.value), mark="to")]
