"""A consistent report as a typist sees it: what stands where, what follows from what, what other texts would say."""

import re
from decimal import ROUND_DOWN, Decimal

from benchmarks.generate.constraints import Constraints
from benchmarks.generate.model import Figure, Key, Report, Spot, Table
from benchmarks.generate.relations import Linear, Ratio, Value, span, step

Texts = dict[Spot, str]
NUMBERS = ("rupiah", "persen", "indeks", "jumlah")  # units of what is printed in digits


class Page:
    """A report with its figures and constraints: what a misprint is made from."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.constraints = Constraints(report)
        self.figures = self.constraints.figures
        style = report.style
        whole, mark = re.escape(style.thousands), re.escape(style.decimal_mark)
        self.form = re.compile(rf"(?:\d{{1,3}}(?:{whole}\d{{3}})+|\d+)(?:{mark}\d+)?")

    def values(self, texts: Texts) -> dict[Spot, Value]:
        """Return what other texts say at their places; nothing where one of them is no number."""
        said = {at: self.said(self.figures[at], text) for at, text in texts.items()}
        known = {at: value for at, value in said.items() if value is not None}
        return known if len(known) == len(said) else {}

    def said(self, figure: Figure, text: str) -> Value | None:
        """Return what a text says at a figure's place, or None where it is no number."""
        if figure.unit == "kategori":
            return text
        if figure.unit == "terbilang":
            return span(Decimal(-1), 0, exact=True)  # other words never are the right number
        if not self.form.fullmatch(text.lstrip("-")):
            return None
        style = self.report.style
        plain = text.replace(style.thousands, "").replace(style.decimal_mark, ".")
        hidden = figure.value is not None and figure.value < 0 and "-" not in figure.text  # a minus as brackets
        value = -Decimal(plain) if hidden else Decimal(plain)
        return span(value, len(plain.partition(".")[2]), figure.exact)

    def written(self, figure: Figure, value: Decimal) -> str:
        """Return another value as the report would print it at a figure's place."""
        style = self.report.style
        decimals = self.decimals(figure)
        return style.written(style.rounded(value, decimals), decimals)

    def cut(self, figure: Figure, value: Decimal) -> str:
        """Return another value cut off instead of rounded."""
        decimals = self.decimals(figure)
        return self.report.style.written(value.quantize(step(decimals), rounding=ROUND_DOWN), decimals)

    def decimals(self, figure: Figure) -> int:
        """Return the decimals that a figure has, or would have if it were not a bare 100."""
        return max(figure.decimals, self.report.style.percent_decimals) if figure.unit == "persen" else figure.decimals

    def number(self, key: Key) -> Decimal:
        """Return what the report prints of a quantity."""
        value = self.figures[self.constraints.places[key][0]].value
        assert value is not None
        return value

    def ratio(self, spot: Spot) -> Ratio | None:
        """Return the relation that a percentage follows from."""
        key = self.figures[spot].key
        found = (c.relation for c in self.constraints.at.get(spot, ()))
        return next((r for r in found if isinstance(r, Ratio) and r.out == key), None)

    def computed(self, ratio: Ratio) -> Decimal:
        """Return what follows from the printed operands of a ratio."""
        value = ratio.offset + ratio.scale * self.number(ratio.over) / self.number(ratio.under)
        return min(value, Decimal(100)) if ratio.capped else value

    def parent(self, key: Key) -> Key | None:
        """Return the printed total that a quantity is a part of."""
        for relation in self.report.relations:
            if isinstance(relation, Linear) and key in relation.keys[1:] and is_total(relation):
                return relation.keys[0] if relation.keys[0] in self.constraints.places else None
        return None

    def in_column(self, spot: Spot, rows: int) -> Spot | None:
        """Return the figure of the same unit so many rows below, in the same column counted from the right."""
        block = self.report.blocks[spot.block]
        row = spot.row + rows
        if spot.row < 0 or not isinstance(block, Table) or not 0 <= row < len(block.body):
            return None
        cell = len(block.body[row]) - len(block.body[spot.row]) + spot.cell
        return self.like(spot, [at for at in self.figures if (at.block, at.row, at.cell) == (spot.block, row, cell)])

    def in_row(self, spot: Spot) -> Spot | None:
        """Return the next figure of the same unit in the row of a table, else the one before."""
        if spot.row < 0:
            return None
        row = [at for at in self.figures if at[:2] == spot[:2] and at.cell != spot.cell]
        return self.like(spot, sorted(row, key=lambda at: (at < spot, abs(at.cell - spot.cell))))

    def like(self, spot: Spot, others: list[Spot]) -> Spot | None:
        """Return the first of some figures that has the unit of another."""
        unit = self.figures[spot].unit
        return next((at for at in others if self.figures[at].unit == unit), None)


def is_total(relation: Linear) -> bool:
    """Tell whether a relation says that its first quantity is the sum of the others."""
    factors = [factor for _, factor in relation.terms]
    return len(factors) > 2 and factors[0] == 1 and set(factors[1:]) == {Decimal(-1)} and not relation.constant
