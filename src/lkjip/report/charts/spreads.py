"""One figure across reports: a named row for each of a few, a pile of dots for many."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup
from matplotlib.axes import Axes

from lkjip.report.charts.style import ACCENT, FAINT, INK, QUIET, WIDTH, canvas, shortened, svg
from lkjip.report.words import Words

if TYPE_CHECKING:
    from lkjip.report.across.spread import Spread

ROW: Final = 40  # pixels: a name, and its line below
DOT: Final = 9
AXIS: Final = 34
SIDE: Final = 8
BINS: Final = 40
TALLEST: Final = 220  # pixels of a pile
NAMES: Final = 26  # pixels for the names of both ends
MOST_LETTERS: Final = 46  # of a name, beside its value
STEP: Final = 10.0
HUNDRED: Final = 100.0

Bands = Sequence[tuple[Decimal, str]]


def spread_chart(spread: "Spread", words: Words, alt: str, bands: Bands = ()) -> Markup:
    """Return a chart of values in per cent or on a scale to 100."""
    values = [float(entry.value) for entry in spread.entries]
    high = max(HUNDRED, *values)
    if spread.few:
        # Bars mean something from zero on only; a scale with classes begins where the lowest class does.
        return named(spread, words, (float(bands[-1][0]) if bands else 0.0, high), (alt, bands))
    return piled(spread, words, (min(STEP * (min(values) // STEP), HUNDRED - 2 * STEP), high), (alt, bands))


def named(spread: "Spread", words: Words, ends: tuple[float, float], extra: tuple[str, Bands]) -> Markup:
    """Return a row for each entry, the highest first."""
    entries = list(reversed(spread.entries))
    figure, axes = canvas(ROW * len(entries) + AXIS)
    prepare(axes, ends, (ROW * len(entries), extra[1], words))
    for row, entry in enumerate(entries):
        y, value = ROW * row + 27, float(entry.value)
        axes.plot([ends[0], ends[1]], [y, y], color=FAINT, linewidth=1, zorder=0)
        if not extra[1]:
            axes.plot([ends[0], value], [y, y], color=ACCENT, linewidth=4, solid_capstyle="butt")
        axes.plot([value], [y], "o", color=ACCENT, markersize=DOT, clip_on=False)
        axes.text(ends[0], y - 11, shortened(entry.profile.name, MOST_LETTERS), fontsize=12, color=INK, va="bottom")
        label = words.number(round(entry.value, 2), 2) + (f" ({entry.note})" if entry.note else "")
        axes.text(ends[1], y - 11, label, fontsize=12, color=INK, va="bottom", ha="right", fontweight="bold")
    return svg(figure, extra[0])


def piled(spread: "Spread", words: Words, ends: tuple[float, float], extra: tuple[str, Bands]) -> Markup:
    """Return a dot for each entry, piled where they are alike, the ends named."""
    points = pile([float(entry.value) for entry in spread.entries], ends)
    tallest = 1 + max(height for _, height in points)
    size = min(DOT, TALLEST / tallest)
    floor = size * tallest + NAMES
    figure, axes = canvas(floor + AXIS)
    prepare(axes, ends, (floor, extra[1], words))
    heights = [floor - size * (height + 0.6) for _, height in points]
    axes.plot([x for x, _ in points], heights, "o", color=ACCENT, markersize=size * 0.85)
    for entry, x, y in ((spread.entries[0], ends[0], NAMES), (spread.entries[-1], ends[1], NAMES / 2)):
        text = f"{entry.profile.name}: {words.number(round(entry.value, 1), 1)}"
        axes.text(x, y, text, fontsize=11, color=QUIET, ha="left" if x == ends[0] else "right", va="bottom")
    return svg(figure, extra[0])


def pile(values: Sequence[float], ends: tuple[float, float]) -> list[tuple[float, int]]:
    """Return the middle of each value's bin, and how many values lie in it already."""
    step = (ends[1] - ends[0]) / BINS
    seen: Counter[int] = Counter()
    points = []
    for value in values:
        place = min(BINS - 1, int((value - ends[0]) / step))
        points.append((ends[0] + (place + 0.5) * step, seen[place]))
        seen[place] += 1
    return points


def prepare(axes: Axes, ends: tuple[float, float], frame: tuple[float, Bands, Words]) -> None:
    """Lay out pixels downward, values rightward, an axis or the classes of a scale below."""
    floor, bands, words = frame
    margin = (ends[1] - ends[0]) * SIDE / WIDTH
    axes.set_xlim(ends[0] - margin, ends[1] + margin)
    axes.set_ylim(floor + AXIS, 0)
    axes.plot(ends, [floor, floor], color=FAINT, linewidth=1)
    if bands:
        return classes(axes, ends, (floor, bands))
    for tick in (ends[0], (ends[0] + ends[1]) / 2, ends[1]):
        text = words.number(Decimal(str(round(tick, 1))).normalize())
        place = "left" if tick == ends[0] else "right" if tick == ends[1] else "center"
        axes.text(tick, floor + 18, text, fontsize=11, color=QUIET, ha=place, va="center")
    return None


def classes(axes: Axes, ends: tuple[float, float], frame: tuple[float, Bands]) -> None:
    """Write the names of the classes below the line, with a tick where each begins."""
    floor, bands = frame
    tops = [ends[1], *(float(low) for low, _ in bands)]
    for (low, name), top in zip(bands, tops, strict=False):
        start = max(ends[0], float(low))
        if top <= ends[0]:
            continue
        axes.plot([start, start], [floor - 4, floor + 6], color=QUIET, linewidth=1)
        style: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 11, "fontweight": "bold", "color": QUIET}
        axes.text((start + top) / 2, floor + 18, name, **style)
