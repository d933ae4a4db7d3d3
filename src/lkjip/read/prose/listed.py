"""What the amounts of a list measure, where only the line above the list says so: "anggaran ... dengan rincian :"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lkjip import measures
from lkjip.read.numbers import RUPIAH
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.relations import Meaning

DETAILS: Final = ("rincian", "dengan rincian", "yaitu", "yang terdiri")  # the rest of a line that opens a list
FROM_ABOVE: Final = "only the line above the list says what its amounts measure"


@dataclass
class Listed:
    """The measure that the amounts of the open list share, or an empty text."""

    measure: str = ""

    def enter(self, parsed: Parsed, found: Sequence[Meaning | None]) -> None:
        """Take note of a sentence: one that ends in a colon opens a list, one outside any list closes it."""
        told = shared(found)
        opens = parsed.text.rstrip().endswith(":")
        if told and (opens or parsed.sentence.kind == "heading"):
            self.measure = told
        elif opens:
            goes_on = bool(parsed.sentence.marker) or parsed.text.casefold().startswith(DETAILS)
            self.measure = announced(parsed) or (self.measure if goes_on and not amounts(found) else "")
        elif not parsed.sentence.marker and (parsed.sentence.first or parsed.sentence.kind == "heading"):
            self.measure = ""

    def named(self, parsed: Parsed, found: list[Meaning | None]) -> list[Meaning | None]:
        """Return the meanings of an item's figures, an amount without any word for it as what its list measures."""
        if not self.measure or not parsed.sentence.marker:
            return found
        return [self.in_list(item) if item and is_open(parsed, item) else item for item in found]

    def in_list(self, item: Meaning) -> Meaning:
        """Return the meaning that a list gives an amount."""
        return replace(item, measure=self.measure, how="listed", guess=FROM_ABOVE)


def is_open(parsed: Parsed, item: Meaning) -> bool:
    """Tell whether nothing but the name before it says what an amount is: "Peningkatan X sebesar Rp" is no change."""
    named_so = item.measure == measures.SELISIH and item.cue_start == 0
    return item.unit == RUPIAH and (item.how == "bare" or named_so)


def amounts(found: Sequence[Meaning | None]) -> list[Meaning]:
    """Return the meanings of amounts of money."""
    return [item for item in found if item and item.unit == RUPIAH]


def shared(found: Sequence[Meaning | None]) -> str:
    """Return the one measure of the amounts of a sentence, or an empty text."""
    kinds = {item.measure for item in amounts(found)}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(measures.BUDGET) else ""


def announced(parsed: Parsed) -> str:
    """Return the one measure of money that the words of a sentence announce, or an empty text."""
    rows = (row for hit in parsed.cues for row in hit.meaning if row.unit == RUPIAH)
    kinds = {row.measure for row in rows} & set(measures.BUDGET)
    return kinds.pop() if len(kinds) == 1 else ""
