"""A kegiatan stands below the same program in every table, and in sentences."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from lkjip.audit.ledger import KEGIATAN, Ledger, shortened
from lkjip.audit.lines import bare, is_one, nearest
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import matches, spot
from lkjip.grouping import grouped
from lkjip.records import Subject
from lkjip.settings import Settings

PROGRAM: Final = "program"
FEWEST: Final = 2  # other tables that put a kegiatan below one program
ENDS: Final = r"(?=\s*(?:[.;:,(]|$)|\s+(?:dengan|yang|sebesar)\b)"
TOLD: Final = (
    re.compile(  # "melalui Program A dengan 1 (satu) kegiatan yaitu B"
        r"\b(?P<both>program\s+(?P<program>[^.;:]{10,140}?),?\s+"
        r"(?:(?:yang\s+)?didukung\s+(?:oleh\s+)?|dengan\s+|melalui\s+|pada\s+|terdiri\s+(?:dari|atas)\s+)"
        r"(?:\d+\s*(?:\(\s*\w+\s*\)\s*)?)?kegiatan\s+(?:(?:pendukung(?:nya)?|yaitu|yakni|utama|adalah)\s*:?\s+)*"
        rf"(?P<kegiatan>[^.;:,]{{10,200}}?)){ENDS}",
        re.I,
    ),
    re.compile(  # "Kegiatan B pada Program A"
        r"\b(?P<both>kegiatan\s+(?P<kegiatan>[^.;:,]{10,200}?)\s+(?:pada|dalam|dari|di\s+bawah)\s+program\s+"
        rf"(?P<program>[^.;:,]{{10,140}}?)){ENDS}",
        re.I,
    ),
)


class Placed(NamedTuple):
    """A kegiatan of a table and the program above it, as most tables spell the two."""

    row: Subject
    name: str
    program: str


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the program above every kegiatan with that of the other tables."""
    placed = [each for rows in ledger.rows.values() for each in below_programs(rows)]
    programs = usual_spellings(Counter(each.program for each in placed))
    known = [each._replace(program=programs[each.program]) for each in placed]
    yield from told(ledger, known)
    tables = Counter(name for name, _ in {(each.program, each.row.table_id) for each in known})
    for same in grouped(known, lambda each: each.name).values():
        for each in same:
            others = [other.program for other in same if other.row.table_id != each.row.table_id]
            agreed = len(others) >= FEWEST and len(set(others)) == 1
            if not agreed or tables[each.program] <= FEWEST:
                continue  # a program that few tables name may be another one, worded otherwise
            if each.program == others[0]:
                yield Result("passed")
            else:
                yield problem(ledger, each.row, others[0])


def below_programs(rows: Sequence[Subject]) -> Iterator[Placed]:
    """Return the kegiatan of a table that stand below a program; each name once."""
    program, seen = "", set()
    for row in rows:
        if row.level == PROGRAM:
            program = bare(row.uraian)
        elif row.level in KEGIATAN and program and (name := bare(row.uraian)) not in seen:
            seen.add(name)
            yield Placed(row, name, program)


def usual_spellings(programs: Counter[str]) -> Mapping[str, str]:
    """Return for every program its most frequent spelling."""
    order = [name for name, _ in programs.most_common()]
    return {name: next(other for other in order if other == name or is_one(other, name)) for name in order}


def told(ledger: Ledger, known: Sequence[Placed]) -> Iterator[Result]:
    """Hold the program and kegiatan that a sentence puts together against the tables that have both."""
    programs = grouped(known, lambda each: each.program)
    homes = grouped(known, lambda each: each.name)
    for paragraph, found in (pair for pattern in TOLD for pair in matches(ledger, pattern)):
        program = nearest(bare(found["program"]), programs)
        name = nearest(bare(found["kegiatan"]), homes)
        tables = {each.row.table_id for each in programs.get(program, ())}
        others = {each.program for each in homes.get(name, ()) if each.row.table_id in tables}
        if any(each.program == program for each in homes.get(name, ())):
            yield Result("passed")
        elif len(others) == 1:
            own = others.pop()
            yield Result("problem", spot=spot(paragraph, found, "both"), expected=Text(own, own))


def problem(ledger: Ledger, row: Subject, program: str) -> Result:
    """Return the result for one kegiatan."""
    place = ledger.cell_place(row.table_id, row.page, (shortened(row.uraian),))
    spot = Spot(row.page, row.table_id, row.row, None, shortened(row.uraian), place)
    return Result("problem", spot=spot, expected=Text(program, program))


RULE = Rule(
    id="kegiatan-program",
    title=Text("A kegiatan stands below its own program", "Kegiatan berada di bawah programnya sendiri"),
    reason="Where the row of a program is left out, its kegiatan count for the program before it.",
    severity="info",
    basis="Permendagri 90/2019 (since 2021): every kegiatan belongs to one program.",
    resolve=Text("Add the row of the program, or move the kegiatan.", "Tambahkan baris programnya, atau pindahkan."),
    message=Text(
        "{place}: elsewhere the kegiatan stands below the program “{expected}”.",
        "{place}: di tempat lain kegiatan itu berada di bawah program “{expected}”.",
    ),
    check=check,
)
