"""Which budget line stands below which: by codes, columns, names or list numbers; an unsure parent is left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from lkjip.read.labels import Label
from lkjip.read.manual import Manual, Name
from lkjip.read.outline import code_of, depths
from lkjip.read.words import fold, key, same_name, without_numbering

LEVELS: Final = ("instansi", "program", "kegiatan", "sub_kegiatan")
TOTAL: Final = re.compile(
    r"^(?:sub |grand )?(?:jumlah|total)(?: (?:total|jumlah|keseluruhan|seluruh\w*|belanja|anggaran|pagu|realisasi|"
    r"program|kegiatan|langsung|tidak|daerah|operasi|modal|umum|akhir|besar|[ivx]+|[a-d]|\d|opd|skpd|kecamatan|kelurahan|rp|per|dan))*$"
)
MEAN: Final = re.compile(
    r"^(?:jumlah |total |nilai )?(?:rata ?rata|rerata)(?: (?:capaian|kinerja|sasaran|persentase|nilai|%|total))*$"
)
SAVED: Final = re.compile(r"^(?:jumlah |total |sisa |besar\w* )*(?:efisiensi|sisa)\b")
UNIT_NAME: Final = re.compile(
    r"^(?:kecamatan|kelurahan|dinas|badan|sekretariat|inspektorat|kantor|bagian|satuan polisi)\b"
)
WORDED: Final = (
    (MEAN, "rata_rata"),
    (SAVED, "sisa"),
    (TOTAL, "total"),
    (re.compile(r"(?:terlaksananya )?sub ?kegiatan\b"), "sub_kegiatan"),
    (re.compile(r"(?:terlaksananya )?program\b"), "program"),
)
UNIT_WORDS: Final = 6
SHARE: Final = 0.6  # of the sums in a table have to hold before unmarked lines count as children


@dataclass(slots=True, eq=False)
class Line:
    """A budget line on its way to a level and a parent."""

    row: int
    label: Label
    amounts: dict[int, Decimal]  # by column
    level: str = ""
    parent: "Line | None" = None
    sure: bool = False
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = fold(without_numbering(self.label.text))


def summed(lines: list[Line], manual: Manual) -> None:
    """Find the totals and the mean among lines that have no levels, such as indikator."""
    for line in lines:
        level = level_by_name(line, manual)
        line.level = level if level in ("total", "rata_rata", "sisa") else ""
    totals(lines)


def arrange(lines: list[Line], manual: Manual) -> None:
    """Give every line its level and, where it is sure, its parent; `lines` is one table in order."""
    for line in lines:
        line.level = level_by_name(line, manual)
    plain = [line for line in lines if line.level not in ("total", "rata_rata", "sisa")]
    any(method(plain, lines) for method in METHODS)  # the first that works
    belanja(lines, manual)
    settle(lines)
    totals(lines)


def level_by_name(line: Line, manual: Manual) -> str:
    """Return the level that a line's words or the nomenclature give it, or ""."""
    name = line.name
    worded = next((level for pattern, level in WORDED if pattern.match(name)), "") if name else ""
    if worded:
        return worded
    listed = known(name, manual)
    if listed:
        return listed.level
    if name.startswith("kegiatan "):
        return "kegiatan"
    return "instansi" if UNIT_NAME.match(name) and len(name.split()) <= UNIT_WORDS else ""


def known(name: str, manual: Manual) -> Name | None:
    """Find a name in the nomenclature, a letter wrong at most in a long one."""
    wanted = key(name)
    if wanted in manual.nomenclature:
        return manual.nomenclature[wanted]
    near = [entry for other, entry in manual.nomenclature.items() if len(other) > 20 and same_name(other, wanted)]
    return near[0] if len({entry.level for entry in near}) == 1 else None


def by_codes(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by codes: a line stands below the one whose code begins its own."""
    codes = {line: next((c for _, t in line.label.numerals if (c := code_of(t))), ()) for line in plain}
    if 2 * sum(bool(code) for code in codes.values()) <= len(plain) or len(plain) < 2:
        return False
    seen: dict[tuple[str, ...], Line] = {}
    for line in plain:
        code = codes[line]
        if not code:
            continue
        line.level = line.level or {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}.get(len(code), "")
        line.parent = next((seen[code[:n]] for n in range(len(code) - 1, 0, -1) if code[:n] in seen), None)
        line.sure = True
        seen[code] = line
    return True


def by_columns(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by columns: one column for programs, one for kegiatan, one for sub kegiatan."""
    used = {line.label.meaning for line in plain if line.label.meaning in LEVELS}
    if len(used) < 2:
        return False
    for line in plain:
        line.level = line.label.meaning if line.label.meaning in LEVELS else line.level
    nest(lines)
    return True


def by_names(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by names: every line says or is known to be a program, kegiatan or sub kegiatan."""
    named = [line for line in plain if line.level in LEVELS]
    levels = {line.level for line in named} - {"instansi"}
    if len(levels) < 2 or len(named) < 3 or {"program", "kegiatan"} - levels:
        return False
    below_kegiatan = False
    for line in plain:
        if line.level in LEVELS:
            below_kegiatan = line.level in ("kegiatan", "sub_kegiatan")
        elif line.name and below_kegiatan and not line.label.numerals:
            line.level = "sub_kegiatan?"
    if any(not line.level for line in plain if line.amounts and line.name):
        return undo(plain)
    nest(lines)
    return True


def undo(plain: list[Line]) -> bool:
    """Take back what was tried."""
    for line in plain:
        line.level = "" if line.level.endswith("?") else line.level
    return False


def nest(lines: list[Line]) -> None:
    """Put every line below the last one of the next higher level that the table has."""
    present = [level for level in LEVELS if any(line.level.rstrip("?") == level for line in lines)]
    last: dict[str, Line] = {}
    for line in lines:
        level, sure = line.level.rstrip("?"), not line.level.endswith("?")
        if level not in present:
            continue
        rank = present.index(level)
        above = last.get(present[rank - 1]) if rank else None
        if above:
            line.parent, line.sure = above, sure
        last = {name: other for name, other in last.items() if present.index(name) < rank} | {level: line}
        line.level = level


def by_numbers(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by list numbers; lines without one below the deepest are children only where the sums say so."""
    found = depths([line.label.numerals for line in plain])
    deepest = max((depth for depth in found if depth is not None), default=-1)
    blank_below = deepest >= 0 and any(depth is None and line.name for depth, line in zip(found, plain, strict=True))
    if deepest < 1 and not blank_below:
        return False
    below_numbers(dict(zip(plain, found, strict=True)), lines, deepest)
    name_levels(plain, found)
    return True


def below_numbers(found: dict[Line, int | None], lines: list[Line], deepest: int) -> None:
    """Put each line below the last one of the depth above its own; a line of totals closes all that are open."""
    above: dict[int, Line] = {}
    for line in lines:
        if line not in found or not line.name:
            above = {}
            continue
        depth = found[line]
        at = deepest + 1 if depth is None else depth
        if at - 1 in above:
            line.parent, line.sure = above[at - 1], depth is not None
        if depth is not None:
            above = {d: other for d, other in above.items() if d < at} | {at: line}


def name_levels(plain: list[Line], found: list[int | None]) -> None:
    """Call the depths of a table program, kegiatan and sub kegiatan where one of their lines says which it is."""
    offsets = [
        LEVELS.index(line.level) - depth
        for line, depth in zip(plain, found, strict=True)
        if depth is not None and line.level in LEVELS[1:]
    ]
    if not offsets:
        return
    offset = max(set(offsets), key=offsets.count)
    deepest = max(depth for depth in found if depth is not None)
    for line, depth in zip(plain, found, strict=True):
        at = deepest + 1 if depth is None and line.parent is not None else depth
        if at is not None and not line.level and 0 <= at + offset < len(LEVELS):
            line.level = LEVELS[at + offset]


METHODS: Final[tuple[Callable[[list[Line], list[Line]], bool], ...]] = (by_codes, by_columns, by_names, by_numbers)


def belanja(lines: list[Line], manual: Manual) -> None:
    """Put lines of belanja below the nearest line above that the account classification puts over them."""
    seen: dict[str, tuple[int, Line]] = {}
    for index, line in enumerate(lines):
        name = key(line.name)
        listed = [row for row in manual.names if row.level == "belanja" and row.parent and key(row.name) == name]
        above = [seen[key(row.parent)] for row in listed if key(row.parent) in seen]
        if above and line.parent is None:
            line.parent, line.sure = max(above, key=lambda pair: pair[0])[1], True
        if line.name:
            seen[key(re.sub(r"^(?:jumlah|total) ", "", line.name))] = (index, line)


def children_of(lines: Sequence[Line]) -> dict[Line, list[Line]]:
    """Return the children of every line that has some."""
    groups: dict[Line, list[Line]] = defaultdict(list)
    for line in lines:
        if line.parent is not None:
            groups[line.parent].append(line)
    return groups


def settle(lines: list[Line]) -> None:
    """Keep children that are not sure only where the sums of this table speak for them."""
    unsure = {parent: group for parent, group in children_of(lines).items() if not all(line.sure for line in group)}
    holds = {parent: adds_up(parent, group) for parent, group in unsure.items()}
    told = [value for value in holds.values() if value is not None]
    trusted = len(told) >= 2 and sum(told) >= SHARE * len(told)
    for parent, group in unsure.items():
        if not (holds[parent] or (trusted and holds[parent] is not None)):
            for line in group:
                line.parent = None


def adds_up(parent: Line, children: Sequence[Line]) -> bool | None:
    """Tell whether a line is the sum of others in some column; None where no column can tell."""
    columns = [c for c in parent.amounts if parent.amounts[c] and all(c in child.amounts for child in children)]
    if not columns:
        return None
    return any(sum(child.amounts[c] for child in children) == parent.amounts[c] for c in columns)


def totals(lines: list[Line]) -> None:
    """Put the outermost lines of a block below the line of totals that ends it, subtotals below the grand total."""
    block: list[Line] = []
    subtotals: list[Line] = []
    for line in lines:
        if line.level == "total":
            if line not in children_of(lines):
                claim(line, block, subtotals)
            subtotals.append(line)
            block = []
        elif line.level not in ("sisa", "rata_rata"):
            block.append(line)
    means(lines)


def claim(total: Line, block: list[Line], subtotals: list[Line]) -> None:
    """Choose the children of a line of totals: the block before it, the subtotals, or both, whichever adds up."""
    own = [line for line in block if line.parent is None and line.amounts and line.level != "instansi"]
    loose = [line for line in subtotals if line.parent is None]
    for children in (own, loose, loose + own):
        if len(children) > 1 and adds_up(total, children):
            return adopt(total, children)
    alike = len({bool(line.level in LEVELS) for line in own}) == 1
    if len(own) > 1 and not loose and alike and nearly(total, own):
        adopt(total, own)
    return None


def nearly(total: Line, children: list[Line]) -> bool:
    """Tell whether a sum misses its total by less than a quarter: a misprint rather than another set of lines."""
    for column, amount in total.amounts.items():
        parts = [child.amounts[column] for child in children if column in child.amounts]
        if parts and amount and abs(sum(parts) - amount) * 4 < abs(amount):
            return True
    return False


def adopt(parent: Line, children: list[Line]) -> None:
    """Make lines the children of another."""
    for line in children:
        line.parent, line.sure = parent, True


def means(lines: list[Line]) -> None:
    """Put the lines before a mean below it, in a table that has no totals and no levels."""
    found = [index for index, line in enumerate(lines) if line.level == "rata_rata"]
    if len(found) == 1 and all(line.parent is None for line in lines):
        adopt(lines[found[0]], [line for line in lines[: found[0]] if line.amounts])
