"""A kegiatan stands below the same program in every table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.lines import bare, is_one
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.grouping import grouped
from lkjip.records import Subject
from lkjip.settings import Settings

PROGRAM: Final = "program"
BELOW: Final = frozenset(("kegiatan", "sub_kegiatan"))
FEWEST: Final = 2  # other tables that put a kegiatan below one program


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
        elif row.level in BELOW and program and (name := bare(row.uraian)) not in seen:
            seen.add(name)
            yield Placed(row, name, program)


def usual_spellings(programs: Counter[str]) -> Mapping[str, str]:
    """Return for every program its most frequent spelling."""
    order = [name for name, _ in programs.most_common()]
    return {name: next(other for other in order if other == name or is_one(other, name)) for name in order}


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
        "{place}: in other tables it stands below the program “{expected}”.",
        "{place}: di tabel lain berada di bawah program “{expected}”.",
    ),
    check=check,
)
