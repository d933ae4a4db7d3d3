"""Draw with matplotlib and return SVG for a page: same bytes every time, colours from the page's style sheet."""

import io
import re
from itertools import chain
from typing import Any, Final

import matplotlib as mpl
from markupsafe import Markup, escape
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDTH: Final = 420  # CSS pixels at which the text has its own size: a phone's width, half a desktop's
DPI: Final = 72  # one unit of the SVG is one pixel

# Each colour stands for a variable of the style sheet, and is replaced by it.
INK, QUIET, FAINT, PAPER = "#010101", "#020202", "#030303", "#040404"
ACCENT, ERROR, WARNING, GOOD = "#050505", "#060606", "#070707", "#080808"
VARIABLES: Final = {
    INK: "--ink", QUIET: "--quiet", FAINT: "--line", PAPER: "--paper",
    ACCENT: "--accent", ERROR: "--error", WARNING: "--warning", GOOD: "--good",
}  # fmt: skip
STYLE: Final[Any] = {"svg.fonttype": "none", "svg.hashsalt": "lkjip"}
NO_METADATA: Final = {"Date": None, "Creator": None, "Format": None, "Type": None}


def canvas(height: float, width: float = WIDTH) -> tuple[Figure, Axes]:
    """Return a figure of that many pixels and its only axes, which fill it."""
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, frameon=False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.axis("off")
    return figure, axes


def shortened(text: str, letters: int) -> str:
    """Return a text that fits into a chart."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def svg(figure: Figure, alt: str) -> Markup:
    """Return a figure as an SVG element that says what it shows."""
    out = io.StringIO()
    for text in chain(figure.texts, *(axes.texts for axes in figure.axes)):
        text.set_parse_math(False)
    with mpl.rc_context(STYLE):
        figure.savefig(out, format="svg", metadata=NO_METADATA)
    return Markup(tidied(out.getvalue(), alt))


def tidied(text: str, alt: str) -> str:
    """Return matplotlib's SVG without its preamble, fixed size, fonts and unused ids, in the page's colours."""
    text = text[text.index("<svg") :].strip()
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text, flags=re.DOTALL)
    box = re.search(r'viewBox="([^"]+)"', text)
    assert box, "matplotlib writes a viewBox"
    head = f'<svg class="chart" role="img" aria-label="{escape(alt)}" viewBox="{box[1]}" xmlns="http://www.w3.org/2000/svg"'
    text = re.sub(r"<svg[^>]*?(?=>)", head, text, count=1)
    text = re.sub(r"font: ([\d.]+px) [^;\"]+", r"font-size: \1", text)
    text = re.sub(r'\s+id="(?![pmc][0-9a-f]{10})[^"]*"', "", text)
    for colour, variable in VARIABLES.items():
        text = text.replace(colour, f"var({variable})")
    return text
