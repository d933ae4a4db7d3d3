"""Which budget line stands below which; a parent that is not sure is left out, for it would accuse a report falsely."""

from lkjip.read.levels import Line, known, level_by_name
from lkjip.read.manual import Manual
from lkjip.read.nesting import METHODS, belanja
from lkjip.read.sums import crown, settle, totals


def summed(lines: list[Line]) -> None:
    """Find the totals and the mean among lines that have no levels, such as indikator."""
    for line in lines:
        level = level_by_name(line)
        line.level = level if level in ("total", "rata_rata", "sisa") else ""
    totals(lines)


def arrange(lines: list[Line], manual: Manual) -> None:
    """Give every line its level and, where it is sure, its parent; `lines` is one table in order."""
    for line in lines:
        line.listed = known(line.name, manual)
        line.level = level_by_name(line)
    plain = [line for line in lines if line.level not in ("total", "rata_rata", "sisa")]
    any(method(plain, lines) for method in METHODS)  # the first that works
    belanja(lines, manual)
    settle(lines)
    crown(lines)
    totals(lines)
