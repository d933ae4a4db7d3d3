"""The numbers of a sentence: quantities with their units, and digits that are no quantity."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lkjip.read.numbers import PERCENT, RUPIAH, Number, parse
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.spelled import NUMBER_WORD, spells
from lkjip.read.prose.tokens import Token

DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
SPELLED: Final = re.compile(r"\s*\(\s*([A-Za-z][A-Za-z \-]*?)\s*\)")
TIMES_HUNDRED: Final = re.compile(r"[x\u00d7*]\s*100\s*%?")
YEAR: Final = re.compile(r"^(?:18|19|20)\d{2}$")
SUMS: Final = frozenset({"sebesar", "sebanyak", "sejumlah", "berjumlah", "senilai"})  # a year never follows
OF_LAW: Final = re.compile(r"^\s*/\s*(?:19|20)\d{2}\b|^\s*(?:tahun|thn)\.?\s*(?:19|20)\d{2}\b", re.I)
CHAIN: Final = re.compile(
    r"^[\s,;()/&\u2013-]*(?:(?:dan|atau|s\s?[./]?\s?d\.?|sampai(?:\s+dengan)?|ayat|pasal)[\s()]*)?$", re.I
)
DIFFERENCE: Final = re.compile(r"\(\s*\d[\d.,]*\s*[-\u2013]\s*\d[\d.,]*\s*\)\s*%")  # "(100 - 94,08)%"
GLUED: Final = re.compile(r"^\.[A-Z]")  # "3.Kebakaran"
IN_CODE: Final = re.compile(r"[A-Za-z][./-]$")  # "OT.140"
SIGNED: Final = re.compile(r"(?:\b(?:sebesar|sekitar|dan|menjadi)\s|\()-$", re.I)
LIST_NUMBER: Final = re.compile(r"^\d{1,2}(?:\.\d)?$")
NOT_MEASURED: Final = re.compile(r"\d\s?°|°\s?\d")
RUPIAH_BEHIND: Final = re.compile(r"^\s*rupiah\b", re.I)
MOST_ITEMS: Final = 40
LARGE: Final = 7  # digits of an amount of money that may lack its Rp


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a sentence, from `start` to `end`, its words in brackets included."""

    value: Decimal
    decimals: int
    printed: str
    start: int
    end: int
    unit: str  # rupiah, persen, a counted thing, or empty
    guess: str
    spelled: str  # its words in brackets, or empty
    bracketed: bool
    mark: str  # "≥", "<", ... where it is a bound
    core: int  # where its digits start
    unit_end: int  # where the words of its unit end

    @property
    def sort(self) -> str:
        """Return rupiah, persen or number: what a cue may ask for."""
        return self.unit if self.unit in (RUPIAH, PERCENT) else "number"

    @property
    def large(self) -> bool:
        """Tell whether it can be an amount of money printed without Rp."""
        return not self.unit and self.decimals == 0 and len(str(abs(self.value))) >= LARGE


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a text and how many of its numbers are no quantity."""

    figures: tuple[Figure, ...]
    irrelevant: int


def figures(text: str, found: list[Token], grammar: Grammar) -> Counted:
    """Return the quantities of a text with the words `found`, in order, and count the rest of its numbers."""
    if not DIGITS.search(text):
        return Counted((), 0)
    kept = [figure(text, number, found, grammar) for number in parse(text)]
    kept = [item for item in kept if not no_quantity(text, item, found, grammar)]
    formulas = [run.span() for run in DIFFERENCE.finditer(text)]
    kept = [item for item in kept if not any(a <= item.core < b for a, b in formulas)]
    kept = without_chained(text, kept)
    spans = [(item.start, item.end) for item in kept]
    others = [run for run in DIGITS.finditer(text) if not any(a <= run.start() < b for a, b in spans)]
    return Counted(tuple(kept), len(others))


def without_chained(text: str, kept: list[Figure]) -> list[Figure]:
    """Drop the numbers that go on with a row of numbers that are no quantities: "ayat (1), (2) dan (3)"."""
    by_start = {item.core: item for item in kept}
    dropped, end = set(), None
    for run in DIGITS.finditer(text):
        item = by_start.get(run.start())
        chained = end is not None and bool(CHAIN.match(text[end : run.start()]))
        if item and chained and not item.unit and not item.spelled and item.decimals == 0:
            dropped.add(item.core)
            item = None
        end = run.end() if item is None else None
    return [item for item in kept if item.core not in dropped]


def figure(text: str, number: Number, found: list[Token], grammar: Grammar) -> Figure:
    """Return a number with the words that spell it and the unit behind it."""
    printed = number.printed.rstrip(".,") if not number.printed.endswith(("-", "%")) else number.printed
    if number.unit not in ("", RUPIAH, PERCENT):
        printed = text[number.start : unit_start(text, number)].rstrip()
    end = number.start + len(printed)
    spelled = SPELLED.match(text, end)
    words = spelled[1] if spelled and spells(spelled[1]) else ""
    end = spelled.end() if spelled and words else end
    unit, unit_end = unit_behind(text, end, found, grammar) if number.unit not in (RUPIAH, PERCENT) else ("", end)
    digits = DIGITS.search(text, number.start)
    minus = number.value > 0 and bool(SIGNED.search(text[: number.start]))
    start = number.start - minus
    return Figure(
        value=-number.value if minus else number.value,
        decimals=number.decimals,
        printed=text[start:end],
        start=start,
        end=end,
        unit=number.unit if number.unit in (RUPIAH, PERCENT) else unit,
        guess=number.guess,
        spelled=words,
        bracketed=number.bracketed or (text[number.start - 1 : number.start] == "(" and text[end : end + 1] == ")"),
        mark=number.mark,
        core=digits.start() if digits else number.start,
        unit_end=unit_end,
    )


def unit_start(text: str, number: Number) -> int:
    """Return where the words behind the digits of a number start."""
    last = list(DIGITS.finditer(text, number.start, number.end))[-1]
    scale = re.match(r"\s*(?:ribu|juta|jt|mil[iy]ar|tril[iy]un)\b", text[last.end() : number.end], re.I)
    return last.end() + (scale.end() if scale else 0)


def unit_behind(text: str, end: int, found: list[Token], grammar: Grammar) -> tuple[str, int]:
    """Return the unit named right behind a number and where its words end."""
    if RUPIAH_BEHIND.match(text[end:]):
        return RUPIAH, end
    first = next((at for at, token in enumerate(found) if token.start >= end), len(found))
    hit = grammar.units.at(found, first)
    if hit is None or text[end : hit.start].strip(" -"):
        return "", end
    return hit.meaning, hit.end


def no_quantity(text: str, item: Figure, found: list[Token], grammar: Grammar) -> bool:
    """Tell whether a number is a year, a list number, an address and the like."""
    if item.spelled or item.sort != "number":
        return bool(TIMES_HUNDRED.search(text[max(item.start - 2, 0) : item.end])) and item.value == 100
    bare = item.printed.strip("().,")
    before = before_of(found, item)
    if YEAR.match(bare) and not (before and before.word in SUMS):
        return True
    if bare.isdigit() and len(bare) > 4 and bare.startswith("0"):
        return True
    if NOT_MEASURED.search(text[max(item.start - 2, 0) : item.end + 2]) or GLUED.match(text[item.end :]):
        return True
    if IN_CODE.search(text[: item.core]) or is_list_number(text, item, bare):
        return True
    named = before is not None and before.word in grammar.cue_words
    if OF_LAW.match(text[item.end :]) and bare.isdigit() and not named:
        return True
    return numbered(item, bare, found, grammar)


def is_list_number(text: str, item: Figure, bare: str) -> bool:
    """Tell whether a number in brackets or before one counts through a list: "(3) mendorong", "3) mendorong"."""
    end = item.core + len(bare)
    closed = text[end : end + 1] == ")"
    if closed and bare.isdigit() and text.count("(", 0, item.core) <= text.count(")", 0, item.core):
        return True  # "1) ..., 2) ...": nothing opened the bracket that it closes
    alone = closed and text[item.core - 1 : item.core] == "("
    return alone and bare.isdigit() and int(bare) <= MOST_ITEMS and not worded_before(text, item)


def before_of(found: list[Token], item: Figure) -> Token | None:
    """Return the word right before a number."""
    return next((token for token in reversed(found) if token.end <= item.start), None)


def numbered(item: Figure, bare: str, found: list[Token], grammar: Grammar) -> bool:
    """Tell whether the word before a number makes it a name: "format 5", "sasaran 2", "indikator (7)"."""
    after = next((at for at, token in enumerate(found) if token.start >= item.start), len(found))
    if grammar.roles["irrelevant"].ending(found, after):
        return True
    ordinal = grammar.roles["ordinal"].ending(found, after)
    return bool(ordinal) and not item.unit and bool(LIST_NUMBER.match(bare)) and gap_is_bare(item, found, after)


def gap_is_bare(item: Figure, found: list[Token], after: int) -> bool:
    """Tell whether nothing but a space or bracket stands between the word before and the number."""
    return item.start - found[after - 1].end <= 2


def worded_before(text: str, item: Figure) -> str:
    """Return the words of a number that stand before its figure in brackets: "dua (2)"."""
    before = text[: item.core].rstrip(" (")
    run = re.search(rf"(?:{NUMBER_WORD.pattern}\s*)+$", before, re.I)
    return run[0].strip() if text[: item.core].rstrip().endswith("(") and run else ""
