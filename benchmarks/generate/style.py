"""How a report prints: the habits that differ from one office to the next, drawn once per report."""

import random
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from benchmarks.generate.relations import step

Levels = Literal["codes", "columns", "words", "numbers"]


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one report."""

    paper: str
    thousands: str
    sen: bool  # ",00" behind amounts in tables
    cell_currency: str
    prose_currency: str
    prose_end: str  # behind amounts in sentences
    percent_sign: str  # in cells
    percent_decimals: int
    bare_hundred: bool  # "100" beside "96,45"
    bare_whole: bool  # "85" beside "84,24"
    truncates: bool
    levels: Levels
    numbering: str  # of columns: "", "1" or "(1)"
    repeat_header: bool
    merges: bool
    landscape: bool
    caption: Literal["two lines", "one line", "capitals"]
    total_word: str
    total_first: bool
    revised: bool  # the budget was changed during the year, and the report shows both
    lower_formula: Literal["negative", "inverse"]
    capped: bool
    efficiency: Literal["capaian", "hundred"]  # what persen serapan is taken from
    year_heading: str
    capital_words: bool  # "3 (Tiga)"
    bare_titles: bool  # tables of kelurahan have a title without a number
    compares: bool  # sentences name the realisasi first and compare it with the target
    reached: str  # words between an amount and its percentage

    @property
    def decimal_mark(self) -> str:
        """Return the mark before decimals."""
        return "," if self.thousands == "." else "."

    def rounded(self, value: Decimal, decimals: int) -> Decimal:
        """Return what the report prints of a value."""
        return value.quantize(step(decimals), rounding=ROUND_DOWN if self.truncates else ROUND_HALF_UP)

    def written(self, value: Decimal, decimals: int) -> str:
        """Return a rounded value in digits: "1.234,50"."""
        text = f"{value:,.{decimals}f}"
        return text if self.thousands == "," else text.translate(str.maketrans(",.", ".,"))


def drawn(chance: random.Random) -> Style:
    """Draw the habits of one report; those that most offices have are the likelier."""
    pick = chance.choice
    return Style(
        paper=pick(("a4", "a4", "f4")),
        thousands=pick((".", ".", ".", ".", ".", ",")),
        sen=chance.random() < 0.3,
        cell_currency=pick(("", "", "", "Rp ", "Rp. ", "Rp.")),
        prose_currency=pick(("Rp. ", "Rp ", "Rp", "Rp.")),
        prose_end=pick((",-", "", ",00")),
        percent_sign=pick(("", "", "%", " %")),
        percent_decimals=pick((2, 2, 2, 2, 1, 0)),
        bare_hundred=chance.random() < 0.5,
        bare_whole=chance.random() < 0.6,
        truncates=chance.random() < 0.2,
        levels=pick(("codes", "columns", "words", "numbers")),
        numbering=pick(("", "1", "(1)")),
        repeat_header=chance.random() < 0.5,
        merges=chance.random() < 0.5,
        landscape=chance.random() < 0.4,
        caption=pick(("two lines", "one line", "capitals")),
        total_word=pick(("Jumlah", "JUMLAH", "Total", "TOTAL")),
        total_first=chance.random() < 0.25,
        revised=chance.random() < 0.6,
        lower_formula=pick(("negative", "negative", "inverse")),
        capped=chance.random() < 0.2,
        efficiency=pick(("capaian", "hundred")),
        year_heading=pick(("Tahun {}", "{}")),
        capital_words=chance.random() < 0.3,
        bare_titles=chance.random() < 0.4,
        compares=chance.random() < 0.5,
        reached=pick((" atau ", " dengan tingkat pencapaian ", " atau sebesar ")),
    )
