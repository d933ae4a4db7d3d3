"""Print quantities the way one report does: as cells of tables and as parts of sentences."""

from dataclasses import dataclass
from decimal import Decimal

from benchmarks.generate.kecamatan import Indicator, Kecamatan
from benchmarks.generate.model import Alignment, Cell, Figure, Key, Pieces, Unit
from benchmarks.generate.numerals import terbilang
from benchmarks.generate.relations import HUNDRED
from benchmarks.generate.truth import Truth

from lkjip import measures


def plain(text: str, align: Alignment = "left", bold: bool = False) -> Cell:
    """Return a cell of words."""
    return Cell((text,), align=align, bold=bold)


def head(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """Return a heading cell."""
    return Cell((text,), columns, rows, "center", True)


EMPTY = Cell(("",))


@dataclass(frozen=True)
class Printer:
    """Turns the keys of true quantities into printed figures."""

    kecamatan: Kecamatan
    truth: Truth

    def key(self, measure: str, subject: str, period: str = "") -> Key:
        """Return a key of the report's own year unless another period is given."""
        return Key(measure, subject, period or self.kecamatan.period)

    def number(self, key: Key, unit: Unit, decimals: int) -> Figure:
        """Print a number with so many decimals."""
        style = self.kecamatan.style
        value = style.rounded(self.truth.numbers[key], decimals)
        exact = unit in ("rupiah", "jumlah") or (unit == "indeks" and (decimals == 0 or key.measure == measures.TARGET))
        return Figure(key, style.written(value, decimals), unit, value, decimals, exact)

    def amount(self, key: Key) -> Figure:
        """Print rupiah as tables do."""
        return self.number(key, "rupiah", 2 if self.kecamatan.style.sen else 0)

    def percent(self, key: Key) -> Figure:
        """Print a percentage; some offices write 100 without decimals."""
        style = self.kecamatan.style
        bare = style.bare_hundred and self.truth.numbers[key] == HUNDRED
        return self.number(key, "persen", 0 if bare else style.percent_decimals)

    def count(self, key: Key) -> Figure:
        """Print a whole number."""
        return self.number(key, "jumlah", 0)

    def fixed(self, key: Key, decimals: int) -> Figure:
        """Print an index with so many decimals."""
        return self.number(key, "indeks", decimals)

    def measured(self, key: Key, indicator: Indicator) -> Figure:
        """Print a target or realisasi in the form of its indikator."""
        if indicator.kind in ("count", "lower"):
            return self.count(key)
        whole = self.truth.numbers[key] == self.truth.numbers[key].to_integral_value()
        return self.fixed(key, 0 if whole and self.kecamatan.style.bare_whole else 2)

    def category(self, key: Key, capitals: bool = False) -> Figure:
        """Print a category."""
        word = self.truth.words[key]
        return Figure(key, word.upper() if capitals else word, "kategori", None)

    def amount_cell(self, key: Key, bold: bool = False) -> Cell:
        """Return a cell with rupiah; below zero in brackets."""
        figure = self.amount(key)
        pieces: Pieces = (self.kecamatan.style.cell_currency, figure)
        if figure.value is not None and figure.value < 0:
            pieces = (f"{self.kecamatan.style.cell_currency}(", without_sign(figure), ")")
        return Cell(pieces, align="right", bold=bold)

    def percent_cell(self, key: Key, bold: bool = False) -> Cell:
        """Return a cell with a percentage."""
        return Cell((self.percent(key), self.kecamatan.style.percent_sign), align="center", bold=bold)

    def measured_cell(self, key: Key, indicator: Indicator) -> Cell:
        """Return a cell with a target or realisasi."""
        return Cell((self.measured(key, indicator),), align="center")

    def category_cell(self, key: Key) -> Cell:
        """Return a cell with a category."""
        return Cell((self.category(key),), align="center")

    def amount_words(self, key: Key) -> Pieces:
        """Return rupiah as sentences print them: "Rp. 1.234.500,-"."""
        style = self.kecamatan.style
        sen = style.prose_end == ",00"
        return (style.prose_currency, self.number(key, "rupiah", 2 if sen else 0), "" if sen else style.prose_end)

    def percent_words(self, key: Key) -> Pieces:
        """Return a percentage as sentences print it."""
        return (self.percent(key), "%")

    def measured_words(self, key: Key, indicator: Indicator) -> Pieces:
        """Return a target or realisasi with its unit, as sentences print it."""
        if indicator.unit == "%":
            return (self.measured(key, indicator), "%")
        if indicator.unit in ("Indeks", "Nilai"):
            return (self.measured(key, indicator),)
        return (self.measured(key, indicator), f" {indicator.unit.lower()}")

    def spelled(self, key: Key) -> Pieces:
        """Return a count in digits and words: "3 (tiga)"."""
        return (self.count(key), " (", self.in_words(key), ")")

    def in_words(self, key: Key) -> Figure:
        """Return a count in words."""
        value = self.truth.numbers[key]
        words = terbilang(int(value))
        text = words.title() if self.kecamatan.style.capital_words else words
        return Figure(key, text, "terbilang", Decimal(value))


def without_sign(figure: Figure) -> Figure:
    """Return a negative figure as brackets hold it."""
    return Figure(figure.key, figure.text.lstrip("-"), figure.unit, figure.value, figure.decimals, figure.exact)
