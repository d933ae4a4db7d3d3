"""Which budget line stands below which: by codes, columns, names or list numbers; an unsure parent is left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from rapidfuzz import fuzz, process

from lkjip.read.labels import MONEY, Label
from lkjip.read.manual import Manual, Name
from lkjip.read.outline import Style, code_of, depths, mark
from lkjip.read.words import fold, key, without_numbering

Key = TypeVar("Key")
Item = TypeVar("Item")

LEVELS: Final = ("instansi", "program", "kegiatan", "sub_kegiatan")
TOTAL: Final = re.compile(
    r"^(?:sub |grand )?(?:jumlah|total)(?: (?:total|jumlah|keseluruhan|seluruh\w*|belanja|anggaran|pagu|realisasi|"
    r"program|kegiatan|langsung|tidak|daerah|operasi|modal|umum|akhir|besar|[ivx]+|[a-d]|\d|opd|skpd|kecamatan|kelurahan|rp|per|dan))*$"
)
NUMBERED_TOTAL: Final = re.compile(r"^(jumlah|total)(?=[ivx]+$)")  # "J U M L A H I" was joined to one word
MEAN: Final = re.compile(
    r"^(?:jumlah |total |nilai )?(?:rata ?rata|rerata)(?: (?:capaian|kinerja|sasaran|persentase|nilai|%|total))*$"
)
SAVED: Final = re.compile(r"^(?:jumlah |total |sisa |besar\w* )*(?:efisiensi|sisa(?! lebih))\b")
UNIT_NAME: Final = re.compile(
    r"^(?:kecamatan|kelurahan|dinas|badan|sekretariat|inspektorat|kantor|bagian|satuan polisi)\b"
)
APART: Final = ("total", "rata_rata", "sisa", "instansi")
WORDED: Final = (
    (MEAN, "rata_rata"),
    (SAVED, "sisa"),
    (TOTAL, "total"),
    (re.compile(r"(?:sub |grand )?(?:jumlah|total)\b(?!.*\b(?:yang|orang|pegawai)\b)"), "total?"),
    (re.compile(r"(?:terlaksananya )?sub ?kegiatan\b"), "sub_kegiatan"),
    (re.compile(r"(?:terlaksananya )?program\b"), "program"),
)
UNIT_WORDS: Final = 6
FAR: Final = Decimal("0.25")  # what a line called total may miss its rows by
ROUND: Final = 1_000_000  # rupiah
CLOSE: Final = Decimal("0.02")  # the same for a line that only stands above them
NEARLY: Final = 94.0  # of 100: a letter or two wrong in a name
LONG: Final = 20  # letters: shorter names have to be exact
SHARE: Final = 0.6  # of the sums in a table have to hold before unmarked lines count as children


@dataclass(slots=True, eq=False)
class Line:
    """A budget line on its way to a level and a parent."""

    row: int
    label: Label
    amounts: dict[int, Decimal]  # what can be summed, by column
    valued: bool = False  # some number stands in its row
    level: str = ""
    parent: "Line | None" = None
    sure: bool = False  # of the parent
    top: bool = False  # known to be outermost
    guessed: bool = False  # of the level
    listed: Name | None = None  # its entry in the nomenclature
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = NUMBERED_TOTAL.sub(r"\1 ", fold(without_numbering(self.label.text)))


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


def level_by_name(line: Line) -> str:
    """Return the level that a line's words or the nomenclature give it, or ""."""
    name = line.name
    worded = next((level for pattern, level in WORDED if pattern.match(name)), "") if name else ""
    if worded == "total?":  # "Jumlah ..." begins the name of many an indikator
        worded = "total" if line.amounts and line.label.meaning != "indikator" else ""
    if worded:
        return worded
    if line.listed:
        return line.listed.level
    if name.startswith("kegiatan "):
        return "kegiatan"
    return "instansi" if UNIT_NAME.match(name) and len(name.split()) <= UNIT_WORDS else ""


def known(name: str, manual: Manual) -> Name | None:
    """Find a name in the nomenclature, a letter wrong at most in a long one."""
    wanted = key(name)
    if wanted in manual.nomenclature:
        return manual.nomenclature[wanted]
    near = process.extract(name, manual.full_names, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3)
    found = [manual.names[index] for _, _, index in near] if len(name) > LONG else []
    return found[0] if len({entry.level for entry in found}) == 1 else None


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
        line.top = len(code) == min(len(other) for other in codes.values() if other)
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
    if len(levels) < 2 or len(named) < 3:
        return False
    styles = agreed((style_of(line), line.level) for line in plain if line.level in LEVELS and style_of(line))
    for line in plain:
        line.level = line.level or styles.get(style_of(line), "")
    below_kegiatan = False  # a line of unknown level there is likely a sub kegiatan
    for line in lines:
        if line.level:
            below_kegiatan = line.level in ("kegiatan", "sub_kegiatan")
        elif line.name and below_kegiatan and not line.label.numerals:
            line.level = "sub_kegiatan?"
    nest(lines)
    return True


def nest(lines: list[Line]) -> None:
    """Put every line below the last one of the next higher level that the table has; an unknown line closes all."""
    present = [level for level in LEVELS if any(line.level.rstrip("?") == level for line in lines)]
    last: dict[str, Line] = {}
    for line in lines:
        level, sure = line.level.rstrip("?"), not line.level.endswith("?")
        if level not in present:
            line.top = not last
            last = {} if line.amounts else last
            continue
        rank = present.index(level)
        near = next((name for name in reversed(present[:rank]) if name in last), "")
        if near:
            line.parent = last[near]
            line.sure = sure and near == present[rank - 1] and not elsewhere(line, last[near])
            line.sure = line.sure and not beside(line, last[near])
        line.top = rank == 0
        last = {name: other for name, other in last.items() if present.index(name) < rank} | {level: line}
        line.level, line.guessed = level, not sure


def style_of(line: Line) -> Style | None:
    """Return how a line is numbered, and where."""
    here = mark(line.label.numerals, {})
    return here[0] if here else None


def beside(line: Line, parent: Line) -> bool:
    """Tell whether two names stand in one row under one heading: the row's amount may belong to either."""
    return line.row == parent.row and line.label.meaning == parent.label.meaning


def elsewhere(line: Line, parent: Line) -> bool:
    """Tell whether the nomenclature puts a line below another than this one."""
    if not (line.listed and parent.listed and line.listed.parent):
        return False
    return key(line.listed.parent) != key(parent.listed.name)


def by_numbers(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by list numbers; a line without one goes where others of its level are, else it is unsure."""
    found = dict(zip(plain, depths([line.label.numerals for line in plain]), strict=True))
    numbered = {line: depth for line, depth in found.items() if depth is not None}
    deepest = max(numbered.values(), default=-1)
    if deepest < 0 or (deepest < 1 and len(numbered) == len(plain)):
        return False
    places = agreed((line.level, depth) for line, depth in numbered.items() if line.level)
    for line in plain:
        if found[line] is None and line.level in places:
            numbered[line] = places[line.level]
    below_numbers(numbered, set(plain), lines, deepest)
    levels = agreed((depth, line.level) for line, depth in numbered.items() if line.level)
    for line in plain:
        line.level = line.level or levels.get(numbered.get(line, deepest + 1 if line.parent else -1), "")
    return True


def agreed(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, Item]:
    """Return what each key is paired with, where that is always the same."""
    found: dict[Key, set[Item]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: others.pop() for one, others in found.items() if len(others) == 1}


def below_numbers(numbered: dict[Line, int], plain: set[Line], lines: list[Line], deepest: int) -> None:
    """Put each line below the last one of the depth above its own; a line of totals closes all that are open."""
    above: dict[int, Line] = {}
    for line in lines:
        if line not in plain or not line.name:
            above = {}
            continue
        at = numbered.get(line, deepest + 1)
        line.top = line in numbered and at == 0
        if at - 1 in above:
            line.parent = above[at - 1]
            explicit = line in numbered and line.parent.label.meaning in MONEY
            line.sure = explicit and not elsewhere(line, line.parent) and not beside(line, line.parent)
        if line in numbered:
            above = {depth: other for depth, other in above.items() if depth < at} | {at: line}


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
    """Return the fewest lines, two at least, from the first on that add up to a line in all columns; none if none do.

    One column of round amounts is no proof: 2.000 million is 1.500 and 500 by chance.
    """
    for count in range(2, len(lines) + 1):
        part = lines[:count]
        columns = [c for c in head.amounts if all(c in line.amounts for line in part)]
        telling = [c for c in columns if head.amounts[c]]
        exact = all(sum(line.amounts[c] for line in part) == head.amounts[c] for c in columns)
        if exact and (len(telling) > 1 or any(head.amounts[c] % ROUND for c in telling)):
            return part
    return []


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


def peers(one: Line, other: Line) -> bool:
    """Tell whether two lines are numbered in one way, or named of one level."""
    return (style_of(one) is not None and style_of(one) == style_of(other)) or (
        one.level != "" and one.level == other.level
    )


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
