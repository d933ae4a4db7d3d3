"""Two values of the same thing, reported and recomputed, as dots joined by a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from markupsafe import Markup

from lkjip.report.charts.style import ACCENT, ERROR, FAINT, INK, PAPER, QUIET, WIDTH, canvas, shortened, svg
from lkjip.report.words import Words

ROW: Final = 38  # pixels: a name, and its line below
AXIS: Final = 26
LETTERS: Final = 48
HUNDRED: Final = 100.0
SIDE: Final = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A name, what is reported and what follows; `agrees` where rounding explains the difference."""

    name: str
    reported: Decimal
    recomputed: Decimal
    agrees: bool


def pairs_chart(pairs: Sequence[Pair], words: Words, alt: str) -> Markup:
    """Return a row for each pair, in per cent, with a line at 100."""
    values = [float(value) for pair in pairs for value in (pair.reported, pair.recomputed)]
    low, high = min(0.0, *values), max(HUNDRED, *values) * 1.02
    floor = ROW * len(pairs) + 4
    figure, axes = canvas(floor + AXIS)
    margin = (high - low) * SIDE / WIDTH
    axes.set_xlim(low - margin, high + margin)
    axes.set_ylim(floor + AXIS, 0)
    axes.plot([HUNDRED, HUNDRED], [0, floor], color=FAINT, linewidth=1.5, zorder=0)
    axes.text(HUNDRED, floor + 13, words("100 per cent of target"), fontsize=11, color=QUIET, ha="right", va="center")
    for row, pair in enumerate(pairs):
        y, colour = ROW * row + 26, ACCENT if pair.agrees else ERROR
        axes.text(low, y - 10, shortened(pair.name, LETTERS), fontsize=11.5, color=INK, va="bottom")
        axes.plot([low, high], [y, y], color=FAINT, linewidth=1, zorder=0)
        axes.plot([float(pair.reported), float(pair.recomputed)], [y, y], color=colour, linewidth=2)
        axes.plot([float(pair.recomputed)], [y], "o", color=colour, markersize=9)
        ring: dict[str, Any] = {"color": PAPER, "markeredgecolor": colour, "markeredgewidth": 2}
        axes.plot([float(pair.reported)], [y], "o", markersize=8, **ring)
    return svg(figure, alt)
