"""Put lines below others by codes, columns, names, list numbers or the account classification."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from lkjip.read.labels import MONEY
from lkjip.read.levels import LEVELS, Line, style_of
from lkjip.read.manual import Manual
from lkjip.read.outline import code_of, depths, outline_of
from lkjip.read.words import key

LEVEL_OF_CODE: Final = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}  # by its groups
Key = TypeVar("Key")
Item = TypeVar("Item")


def by_codes(plain: list[Line], lines: list[Line]) -> bool:
    """Levels by codes: a line stands below the one whose code begins its own."""
    codes = codes_of(plain)
    if 2 * sum(bool(code) for code in codes.values()) <= len(plain) or len(plain) < 2:
        return False
    least = min(len(code) for code in codes.values() if code)
    levels = LEVEL_OF_CODE if least > 2 else outlined(codes)
    seen: dict[tuple[str, ...], Line] = {}
    for line, code in codes.items():
        if not code:
            continue
        line.level = levels.get(len(code), "") if least < 3 else line.level or levels.get(len(code), "")
        line.parent = next((seen[code[:n]] for n in range(len(code) - 1, 0, -1) if code[:n] in seen), None)
        line.sure = True
        line.top = len(code) == least
        seen[code] = line
    return True


def codes_of(plain: list[Line]) -> dict[Line, tuple[str, ...]]:
    """Return the code of every line; in a column of codes "1" and "1.1" are some, too, where others begin with them."""
    marks = {line: [(column, code) for column, t in line.label.numerals if (code := code_of(t))] for line in plain}
    columns = {column for found in marks.values() for column, _ in found}
    shorter = {line: [outline_of(t) for column, t in line.label.numerals if column in columns] for line in plain}
    full = {found[0][1] for found in marks.values() if found} | {c[-1] for c in shorter.values() if c}
    begun = {code[:n] for code in full for n in range(1, len(code))}
    return {
        line: marks[line][0][1] if marks[line] else next((code for code in shorter[line] if code in begun), ())
        for line in plain
    }


def outlined(codes: dict[Line, tuple[str, ...]]) -> dict[int, str]:
    """Return the level of every depth of an outline: the one that most of its lines are known to be of."""
    known = Counter((len(code), line.level) for line, code in codes.items() if code and line.level)
    return {depth: level for (depth, level), _ in reversed(known.most_common())}


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
