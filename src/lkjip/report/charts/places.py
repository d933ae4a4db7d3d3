"""One quantity in every place that prints it, as dots over a number line."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from markupsafe import Markup
from matplotlib.axes import Axes

from lkjip.records import Fact
from lkjip.report.charts.style import ACCENT, ERROR, FAINT, INK, QUIET, WIDTH, canvas, shortened, svg
from lkjip.report.dossier import Dossier

ROW: Final = 24  # pixels
LETTER: Final = 7.4  # pixels, of the bold letters that values are printed in
GAP: Final = 22  # pixels between a text and its point
MOST: Final = 14
MOST_LETTERS: Final = 14  # of a table's number
MOST_PRINTED: Final = 22  # letters of what is printed

USUAL: Final[dict[str, Any]] = {"marker": "o", "color": ACCENT, "markersize": 8}
OTHER: Final[dict[str, Any]] = {"marker": "D", "color": ERROR, "markersize": 7}
USUAL_TEXT: Final[dict[str, Any]] = {"color": INK, "fontsize": 12}
OTHER_TEXT: Final[dict[str, Any]] = {"color": ERROR, "fontsize": 12, "fontweight": "bold"}


def places_chart(facts: Sequence[Fact], dossier: Dossier, alt: str) -> Markup:
    """Return a chart with a row per place; the value that most places print is the line they are compared with."""
    shown = facts[:MOST]
    values = [float(fact.value or 0) for fact in shown]
    usual = max(values, key=lambda value: (values.count(value), -values.index(value)))
    spread = (max(values) - min(values)) or abs(usual) or 1.0
    figure, axes = canvas(ROW * len(shown) + 8)
    left, right = (room(texts) for texts in ([place(fact, dossier) for fact in shown], [printed(f) for f in shown]))
    pixel = spread / (WIDTH - left - right)
    axes.set_xlim(min(values) - left * pixel, max(values) + right * pixel)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.axvline(usual, color=FAINT, linewidth=1.5, zorder=0)
    for row, (fact, value) in enumerate(zip(shown, values, strict=True)):
        draw(axes, (value, row), printed(fact), value == usual)
        where = axes.get_yaxis_transform()
        axes.text(0, row, place(fact, dossier), va="center", color=QUIET, fontsize=11, transform=where)
    return svg(figure, alt)


def room(texts: Iterable[str]) -> float:
    """Return the pixels that the longest of some texts takes, with a gap."""
    return GAP + LETTER * max(len(text) for text in texts)


def printed(fact: Fact) -> str:
    """Return what is printed, as far as it fits."""
    return shortened(fact.printed, MOST_PRINTED)


def draw(axes: Axes, at: tuple[float, float], printed: str, usual: bool) -> None:
    """Draw one value with what is printed beside it."""
    axes.plot([at[0]], [at[1]], **(USUAL if usual else OTHER))
    style = USUAL_TEXT if usual else OTHER_TEXT
    axes.annotate(printed, at, (9, 0), textcoords="offset points", va="center", **style)


def place(fact: Fact, dossier: Dossier) -> str:
    """Return the place of a fact in a few words."""
    words, table = dossier.words, dossier.table.get(fact.table_id)
    what = words("sentence") if table is None else table.number or words("table")
    return f"{words('p. %(page)s', page=fact.page)}, {shortened(what, MOST_LETTERS)}"
