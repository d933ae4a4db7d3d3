"""What sums say of the structure: unsure children stay where they add up, totals take the lines that they close."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lkjip.read.levels import APART, LEVELS, Line, children_of, peers, style_of

FAR: Final = Decimal("0.25")  # what a line called total may miss its rows by
ROUND: Final = 1_000_000  # rupiah
ODD: Final = 1_000
CLOSE: Final = Decimal("0.02")  # the same for a line that only stands above them
SHARE: Final = 0.6  # of the sums in a table have to hold before unmarked lines count as children


def upside_down(line: Line) -> bool:
    """Tell whether a line stands below one of its own level or a lower one."""
    above = line.parent
    while above and line.level in LEVELS:
        if above.level in LEVELS and LEVELS.index(line.level) <= LEVELS.index(above.level):
            return True
        above = above.parent
    return False


def settle(lines: list[Line]) -> None:
    """Keep children that are not sure only where the sums of this table speak for them.

    One line upside down makes all doubtful; so does a line among children that found no place.
    """
    wrong = [line for line in lines if upside_down(line)]
    for line in lines if wrong else ():
        line.sure = False
    for line in wrong:
        line.parent = None
    while doubtful := unsupported(lines):
        for line in doubtful:
            line.parent = None
            line.level = "" if line.guessed else line.level


def unsupported(lines: list[Line]) -> list[Line]:
    """Return the children of groups that are not sure and that no sum supports."""
    doubt_gaps(lines)
    unsure = {parent: group for parent, group in children_of(lines).items() if not all(line.sure for line in group)}
    holds = {parent: adds_up(parent, group) for parent, group in unsure.items()}
    told = [value for value in holds.values() if value is not None]
    trusted = len(told) >= 2 and sum(told) >= SHARE * len(told)
    kept = {parent for parent, value in holds.items() if value or (trusted and value is not None)}
    return [line for parent, group in unsure.items() if parent not in kept for line in group]


def doubt_gaps(lines: list[Line]) -> None:
    """Take the certainty of the groups around a line with amounts that found no place."""
    groups = children_of(lines)
    for index, line in enumerate(lines):
        if line.parent or line.top or not line.amounts or not line.name or line.level in APART:
            continue
        row = [other for other in lines[:index] if other.row == line.row]  # it may belong before these, too
        for before in lines[max(0, index - 1 - len(row)) : index]:
            doubt(before, groups)


def doubt(line: Line | None, groups: dict[Line, list[Line]]) -> None:
    """Take the certainty of a line's children and of all the groups that it stands in."""
    while line:
        for child in groups.get(line, ()):
            child.sure = False
        line = line.parent


def adds_up(parent: Line, children: Sequence[Line]) -> bool | None:
    """Tell whether a line is the sum of others in some column; None where no column can tell."""
    columns = [c for c in parent.amounts if parent.amounts[c] and all(c in child.amounts for child in children)]
    if not columns:
        return None
    return any(sum(child.amounts[c] for child in children) == parent.amounts[c] for c in columns)


def crown(lines: list[Line]) -> None:
    """Put lines without a place below one before them where they add up to it; the unit's line may miss a little."""
    for index, line in reversed(list(enumerate(lines))):
        if index == 0 and not line.name and line.amounts:
            line.level = "instansi"
        if not line.amounts or line.level in ("total", "sisa", "rata_rata") or line in children_of(lines):
            continue
        own = below(line, lines)
        rest = [
            other for other in lines[index + 1 :] if other.amounts and not other.parent and other.level not in APART
        ]
        if line.level == "instansi" and len(own) > 1 and own == rest and nearly(line, own, CLOSE):
            adopt(line, own)
        else:
            adopt(line, first_sum(line, own))


def first_sum(head: Line, lines: list[Line]) -> list[Line]:
    """Return the fewest lines, two at least, from the first on that surely add up to a line; none if none do."""
    parts = (lines[:count] for count in range(2, len(lines) + 1))
    return next((part for part in parts if proven(head, part)), [])


def proven(head: Line, lines: list[Line]) -> bool:
    """Tell whether lines add up to another and not by chance: in all columns, or in one to the last rupiah.

    Round amounts in one column are no proof: 2.000 million is 1.500 and 500 by chance.
    """
    columns = [c for c in head.amounts if all(c in line.amounts for line in lines)]
    exact = [c for c in columns if sum(line.amounts[c] for line in lines) == head.amounts[c] != 0]
    every = len(exact) == sum(bool(head.amounts[c]) for c in columns)
    return any(head.amounts[c] % ODD for c in exact) or (
        every and (len(exact) > 1 or any(head.amounts[c] % ROUND for c in exact))
    )


def totals(lines: list[Line]) -> None:
    """Put the outermost lines of a block below the line of totals that ends it, subtotals below the grand total."""
    block: list[Line] = []
    subtotals: list[Line] = []
    for line in lines:
        if line.level == "total":
            if line not in children_of(lines):
                claim(line, block, subtotals, lines)
            subtotals.append(line)
            block = []
        elif line.level not in ("sisa", "rata_rata"):
            block.append(line)
    means(lines)


def claim(total: Line, block: list[Line], subtotals: list[Line], lines: list[Line]) -> None:
    """Choose the children of a line of totals: the block before it, the subtotals, or both, whichever adds up."""
    own = [line for line in block if line.parent is None and line.amounts and line.level != "instansi"]
    loose = [line for line in subtotals if line.parent is None]
    for children in (own, loose, loose + own, below(total, lines), kindred(total, lines)):
        if children and adds_up(total, children):
            return adopt(total, children)
    alike = len({bool(line.level in LEVELS) for line in own}) == 1
    if len(own) > 1 and not loose and alike and nearly(total, own):
        adopt(total, own)
    return None


def below(head: Line, lines: list[Line]) -> list[Line]:
    """Return the outermost lines that follow a line, up to the next that could stand over as much."""
    rest = [line for line in lines[lines.index(head) + 1 :] if line.amounts and not line.parent]
    ends = (i for i, line in enumerate(rest) if line.level in APART or line.level != rest[0].level or peers(line, head))
    return rest[: next(ends, len(rest))]


def kindred(head: Line, lines: list[Line]) -> list[Line]:
    """Return the lines after a line that are of one kind with the first of them."""
    rest = [line for line in lines[lines.index(head) + 1 :] if line.amounts and not line.parent]
    return [line for line in rest if (line.level, style_of(line)) == (rest[0].level, style_of(rest[0]))]


def nearly(total: Line, children: list[Line], share: Decimal = FAR) -> bool:
    """Tell whether a sum misses its total by less than a share of it: a misprint rather than another set of lines."""
    for column, amount in total.amounts.items():
        parts = [child.amounts[column] for child in children if column in child.amounts]
        if parts and amount and abs(sum(parts) - amount) < abs(amount) * share:
            return True
    return False


def adopt(parent: Line, children: list[Line]) -> None:
    """Make lines the children of another."""
    for line in children:
        line.parent, line.sure = parent, True


def means(lines: list[Line]) -> None:
    """Put the lines before a mean below it, in a table that has no totals and no levels."""
    found = [index for index, line in enumerate(lines) if line.level == "rata_rata" and line.valued]
    if len(found) == 1 and all(line.parent is None for line in lines):
        adopt(lines[found[0]], [line for line in lines[: found[0]] if line.valued])
