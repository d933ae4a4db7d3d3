"""One quantity in every place that prints it, as dots over a number line."""

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from lkjip.records import Fact
from lkjip.report.charts.style import ACCENT, ERROR, FAINT, INK, QUIET, canvas, shortened, svg
from lkjip.report.dossier import Dossier

ROW: Final = 24  # pixels
LEFT: Final = 0.40  # share of the width that names the places
MOST: Final = 14
MOST_LETTERS: Final = 14  # of a table's number
MOST_PRINTED: Final = 22  # letters of what is printed


def places_chart(facts: Sequence[Fact], dossier: Dossier, alt: str) -> Markup:
    """Return a chart with a row per place; the value that most places print is the line they are compared with."""
    shown = facts[:MOST]
    values = [float(fact.value or 0) for fact in shown]
    usual = max(values, key=lambda value: (values.count(value), -values.index(value)))
    figure, axes = canvas(ROW * len(shown) + 8)
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1.0
    axes.set_xlim(low - span * LEFT * 1.62, high + span * 0.62)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.axvline(usual, color=FAINT, linewidth=1.5, zorder=0)
    for row, (fact, value) in enumerate(zip(shown, values, strict=True)):
        same = value == usual
        axes.plot([value], [row], "o" if same else "D", color=ACCENT if same else ERROR, markersize=8 if same else 7)
        style: dict[str, Any] = {
            "color": INK if same else ERROR,
            "fontweight": "normal" if same else "bold",
            "fontsize": 12,
        }
        axes.annotate(
            shortened(fact.printed, MOST_PRINTED),
            (value, row),
            (9, 0),
            textcoords="offset points",
            va="center",
            **style,
        )
        where = axes.get_yaxis_transform()
        axes.text(0, row, place(fact, dossier), va="center", color=QUIET, fontsize=11, transform=where)
    return svg(figure, alt)


def place(fact: Fact, dossier: Dossier) -> str:
    """Return the place of a fact in a few words."""
    words, table = dossier.words, dossier.table.get(fact.table_id)
    what = words("sentence") if table is None else table.number or words("table")
    return f"{words('p. %(page)s', page=fact.page)}, {shortened(what, MOST_LETTERS)}"
