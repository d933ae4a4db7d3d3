"""What a table is for, and why we think so."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from lkjip import measures
from lkjip.read.columns import Column
from lkjip.read.grid import Grid
from lkjip.read.manual import Manual
from lkjip.read.numbers import parse
from lkjip.read.words import fold

LEADERS: Final = re.compile(r"\.{4,}|…{2,}")
BELANJA: Final = re.compile(r"^(?:jumlah |total )?belanja\b")
MONEY: Final = frozenset({measures.ANGGARAN, measures.ANGGARAN_MURNI, measures.ANGGARAN_PERUBAHAN})
SPENT: Final = frozenset({measures.REALISASI_ANGGARAN, measures.PERSEN_SERAPAN})


class Role(NamedTuple):
    """A role and the words that justify it."""

    role: str
    reason: str


@dataclass(frozen=True)
class View:
    """What a role is decided on."""

    grid: Grid
    columns: tuple[Column, ...]
    caption: str  # folded, with the heading above where there is no caption
    hints: tuple[tuple[str, str], ...]  # words and role, as they stand in the caption

    @property
    def measured(self) -> set[str]:
        """The measures of its columns."""
        return {column.meaning for column in self.columns if column.is_measure}

    @property
    def labels(self) -> set[str]:
        """The labels of its columns."""
        return {column.meaning for column in self.columns if not column.is_measure}

    def periods(self, *names: str) -> set[str]:
        """The periods of its columns of these measures."""
        return {column.period for column in self.columns if column.meaning in names}

    def hinted(self, role: str) -> str:
        """The words of the caption that name a role, or ""."""
        return next((words for words, named in self.hints if named == role), "")


def role_of(grid: Grid, columns: tuple[Column, ...], manual: Manual) -> Role:
    """Return the role of a table: the first that its columns and caption allow."""
    caption = grid.table.caption or grid.table.section
    view = View(grid, columns, fold(caption), manual.hints(caption))
    return next((role for check in CHECKS if (role := check(view))), Role("other", "no rule knows its headings"))


def contents(view: View) -> Role | None:
    """A table of contents: dots that lead to page numbers, or its caption."""
    led = sum(bool(LEADERS.search(cell.text)) for cell in view.grid.cells)
    words = view.hinted("contents")
    return (
        Role("contents", words or "dots lead to page numbers") if words or led > len(view.grid.body_rows) / 2 else None
    )


def scale(view: View) -> Role | None:
    """Bands of values with a grade each."""
    bands = banded_rows(view.grid)
    named = "interval" in view.labels
    if bands >= 2 and (named or "kategori" in view.labels or view.hinted("scale")) and not SPENT & view.measured:
        return Role("scale", f"{bands} rows hold bands of values")
    return None


def banded_rows(grid: Grid) -> int:
    """Count the rows with a range or a bound: "85 - 100", "≥ 90"."""
    return sum(any(number.mark for cell in grid.row(row) for number in parse(cell.text)) for row in grid.body_rows)


def text(view: View) -> Role | None:
    """A table of words."""
    if any(holds_numbers(view.grid, column) for column in view.columns) or empty_form(view):
        return None
    words = view.hinted("iku") if "indikator" in view.labels else ""
    return Role("iku", words) if words else Role("text", "no column holds numbers")


def holds_numbers(grid: Grid, column: Column) -> bool:
    """Tell whether a column holds numbers: any in one of measures, in others numbers without a sentence."""
    if column.kind == "numbering":
        return False
    found = [cell.text for cell in grid.body(column.index) if parse(cell.text)]
    return any(column.is_measure or not re.search(r"[a-z]{4}", text, re.I) for text in found)


def empty_form(view: View) -> bool:
    """Tell whether a table has columns of measures and nothing in them."""
    return bool(view.measured) and not any(view.grid.body(c.index) for c in view.columns if c.is_measure)


def skm(view: View) -> Role | None:
    """A survey's result by question."""
    if "unsur" in view.labels or measures.NILAI_UNSUR in view.measured:
        return Role("skm", "a column of unsur")
    meanings = {column.meaning for column in view.columns}
    return Role("skm", view.hinted("skm")) if view.hinted("skm") and meanings & {"nilai", measures.NILAI_SKM} else None


def sakip(view: View) -> Role | None:
    """An evaluation's result by component."""
    meanings = {column.meaning for column in view.columns}
    graded = meanings & {"nilai", measures.BOBOT, measures.NILAI_SAKIP}
    words = "komponen" if "komponen" in view.labels else view.hinted("sakip")
    return Role("sakip", words) if graded and words else None


def lra(view: View) -> Role | None:
    """Spending by kind of belanja."""
    lines = sum(any(BELANJA.match(fold(cell.text)) for cell in view.grid.row(row)[:3]) for row in view.grid.body_rows)
    spent = MONEY & view.measured and SPENT & view.measured
    return Role("lra", f"{lines} rows of belanja") if spent and 2 * lines >= len(view.grid.body_rows) >= 2 else None


def efficiency(view: View) -> Role | None:
    """How much was saved for what was reached."""
    if measures.EFISIENSI in view.measured:
        return Role("efficiency", "a column of efisiensi")
    return Role("efficiency", view.hinted("efficiency")) if view.hinted("efficiency") and view.measured else None


def comparison(view: View) -> Role | None:
    """Realisasi or capaian of two years side by side."""
    years = view.periods(measures.REALISASI) | view.periods(measures.CAPAIAN)
    targets = view.periods(measures.TARGET)
    if len(years) > 1 and not any("TW" in year for year in years):
        return Role("comparison", f"realisasi or capaian of {len(years)} years")
    if measures.REALISASI in view.measured and (len(targets) > 1 or view.hinted("target_akhir") or targets - years):
        return Role("target_akhir", view.hinted("target_akhir") or "realisasi against targets of later years")
    return None


def indicator(view: View) -> Role | None:
    """Target, realisasi and capaian of indikator."""
    held = view.measured & {measures.REALISASI, measures.CAPAIAN}
    if not held or not (measures.TARGET in view.measured or "indikator" in view.labels):
        return None
    return Role("indicator", f"columns of {', '.join(sorted(held | (view.measured & {measures.TARGET})))}")


def planned(view: View) -> Role | None:
    """Targets without realisasi: the agreement, the IKU or the plan."""
    if not view.measured & {measures.TARGET, *MONEY} or view.measured & {measures.REALISASI, *SPENT}:
        return None
    for role in ("perjanjian_kinerja", "iku", "renstra", "target_akhir"):
        if view.hinted(role):
            return Role(role, view.hinted(role))
    if len(view.periods(measures.TARGET)) > 1:
        return Role("renstra", "targets of several years")
    return Role("perjanjian_kinerja", "targets without realisasi") if measures.TARGET in view.measured else None


def budget(view: View) -> Role | None:
    """Budget lines."""
    held = view.measured & (MONEY | SPENT)
    return Role("budget", f"columns of {', '.join(sorted(held))}") if held else None


def counted(view: View) -> Role | None:
    """Counts of things, which rules about performance do not concern."""
    held = view.measured
    return Role("other", f"columns of {', '.join(sorted(held))}") if held else None


CHECKS: Final[tuple[Callable[[View], Role | None], ...]] = (
    contents,
    scale,
    text,
    skm,
    sakip,
    lra,
    efficiency,
    comparison,
    indicator,
    planned,
    budget,
    counted,
)


def suited(columns: tuple[Column, ...], role: str) -> tuple[Column, ...]:
    """Settle what depends on the role: a column "Nilai" holds grades of the SAKIP, or of a survey."""
    meaning = {"sakip": measures.NILAI_SAKIP, "skm": measures.NILAI_UNSUR}.get(role)
    return tuple(
        replace(column, kind="measure", meaning=meaning) if meaning and column.meaning == "nilai" else column
        for column in columns
    )
