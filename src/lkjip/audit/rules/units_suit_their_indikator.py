"""An indikator is measured in what its name counts: villages in villages, an index not in per cent, a state in neither."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.ledger import Ledger, column_name, shortened
from lkjip.audit.lines import bare, holds
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.audit.wording import both, enumerated
from lkjip.grouping import grouped
from lkjip.records import Cell, Fact, Subject
from lkjip.settings import Settings

PLAIN: Final = frozenset(("laporan", "dokumen"))
PEOPLE: Final = frozenset(("orang", "pegawai"))
COUNTS: Final = PLAIN | PEOPLE | {"persen"}  # units that are judged; others may be another word for the thing counted
OTHER_THINGS: Final = frozenset(  # what no number of reports or of persons can be
    ("desa", "kelurahan", "kecamatan", "rt", "rw", "bumdes", "kegiatan", "rakor", "rapat", "inovasi", "unit", "gedung",
     "kendaraan", "kelompok", "paket", "aplikasi")
)  # fmt: skip
INDEX: Final = re.compile(r"^(?:rata\s?-?\s?rata\s+)?(?:indeks|index|ikm)\b", re.I)
SHARE: Final = re.compile(r"^(?:persentase|presentase|prosentase|persen)\b", re.I)
NUMBER_OF: Final = re.compile(r"^(?:jumlah|banyaknya)\s+(\w+)", re.I)
MARKER: Final = re.compile(r"^\s*(?:[-•]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)])*\s*(?:\d\.\d\s+)?", re.I)
HYPHENATED: Final = re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
PERCENT: Final = {"persen": "%"}
SAYS_PERCENT: Final = re.compile(r"%|\bpersen", re.I)
NOT_INDEX: Final = Text("an index is not measured in {0}", "indeks tidak diukur dalam {0}")
NOT_SHARE: Final = Text("a percentage is not counted in {0}", "persentase tidak dihitung dalam {0}")
NOT_COUNT: Final = Text("the name counts {1}, the unit is {0}", "namanya menghitung {1}, satuannya {0}")
STATE: Final = re.compile(  # "Tersedianya SOP": it is so or it is not
    r"^(?:ter\w+nya|tersedia|me\w+nya|kemudahan|ketersediaan|tidak\s+ada(?:nya)?)\b"
    r"(?!.*(?:persen|prosen|presen|%|rasio|cakupan|proporsi|angka|indeks|index|jumlah|nilai|tingkat|rata|rate|laju|prevalensi))",
    re.I,
)
COMPUTED: Final = re.compile(r"\b(?:formula(?:si)?|rumus(?:an)?|cara\s+(?:per|peng)?hitung\w*|definisi)\b", re.I)
OF_WHAT: Final = Text("of what it is a percentage is not said", "tidak disebutkan persentase dari apa")
OF_WHAT_ALSO: Final = Text(
    "of what it is a percentage is not said, nor for {names}",
    "tidak disebutkan persentase dari apa, begitu pula {names}",
)
MOST_APART: Final = 5  # such names of a report that are told one by one
NUMBERS: Final = frozenset((measures.TARGET, measures.REALISASI))


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the unit of every indikator of a table against its name; one result for each name and unit of a table."""
    rows = [row for row in ledger.subjects if row.table_id and row.kind == "indikator" and row.level == "indikator"]
    used = [(row, unit) for row in rows for unit in units(ledger, row)]
    for pairs in grouped(used, lambda pair: (pair[0].table_id, words(pair[0].uraian), pair[1])).values():
        (row, unit), note = pairs[0], fault(*pairs[0])
        facts = tuple(fact for row, _ in pairs for fact in numbers(ledger, row) if fact.unit == unit)
        if note is None:
            yield Result("passed", facts[:1])
        else:
            yield Result("problem", facts, spot=spot(ledger, row, facts), note=note)
    yield from states(ledger, [row for row, unit in used if unit == "persen"])


def states(ledger: Ledger, rows: list[Subject]) -> Iterator[Result]:
    """Look for names that tell a state and are measured in per cent: each once, or where there are many all in one."""
    found: dict[str, Subject] = {}
    known = explained(ledger)
    for row in sorted(rows, key=lambda row: not is_measured(ledger, row)):
        if STATE.match(plain(row)) and not holds([*known, *found], bare(row.uraian)):
            found[bare(row.uraian)] = row
    each = list(found.values())
    for row in each if len(each) <= MOST_APART else each[:1]:
        facts = tuple(numbers(ledger, row))
        others = [shortened(other.uraian) for other in each[1:]] if len(each) > MOST_APART else []
        note = both(OF_WHAT_ALSO, names=enumerated(others)) if others else OF_WHAT
        yield Result("problem", facts, spot=spot(ledger, row, facts), note=note)


def units(ledger: Ledger, row: Subject) -> list[str]:
    """Return the units of a row: the one of its column of units, else those printed with its numbers."""
    if row.satuan:
        return [row.satuan]
    return sorted({fact.unit for fact in numbers(ledger, row) if fact.unit in COUNTS})


def numbers(ledger: Ledger, row: Subject) -> list[Fact]:
    """Return the target and realisasi of a row."""
    return [fact for fact in ledger.of_subject[row.subject_id] if fact.measure in NUMBERS]


def fault(row: Subject, unit: str) -> Text | None:
    """Return what does not suit an indikator's unit, or None."""
    name = plain(row)
    counted = NUMBER_OF.match(name)
    if unit not in COUNTS or (SAYS_PERCENT.search(name) and unit == "persen"):
        return None
    if INDEX.match(name):
        return filled(NOT_INDEX, unit)
    if SHARE.match(name):
        return filled(NOT_SHARE, unit) if unit != "persen" else None
    if counted and (unit == "persen" or counted[1].lower() in OTHER_THINGS):
        return filled(NOT_COUNT, unit, counted[1].lower())
    return None


def explained(ledger: Ledger) -> list[str]:
    """Return the names of the rows of tables that say how their indikator are computed."""
    tables = {table_id for (table_id, _), heading in ledger.headers.items() if COMPUTED.search(heading)}
    return [bare(row.uraian) for table_id in sorted(tables) for row in ledger.rows.get(table_id, ())]


def is_measured(ledger: Ledger, row: Subject) -> bool:
    """Tell whether a row prints a capaian."""
    return any(fact.measure == measures.CAPAIAN for fact in ledger.of_subject[row.subject_id])


def plain(row: Subject) -> str:
    """Return the name of an indikator without its marker and the hyphens at the ends of lines."""
    return HYPHENATED.sub("", MARKER.sub("", row.uraian))


def filled(note: Text, *names: str) -> Text:
    """Return a clause with the names in it."""
    return Text(note.en.format(*names), note.id.format(*names))


def spot(ledger: Ledger, row: Subject, facts: tuple[Fact, ...]) -> Spot:
    """Return the cell that names the unit, else that of the first number."""
    column, printed = shown(ledger, row, facts)
    heading = column_name(ledger.heading(row.table_id, column))
    place = ledger.cell_place(row.table_id, row.page, (shortened(row.uraian), heading))
    return Spot(row.page, row.table_id, row.row, column, printed, place)


def shown(ledger: Ledger, row: Subject, facts: tuple[Fact, ...]) -> tuple[int | None, str]:
    """Return the column and the text of the cell that names the unit."""
    for cell in ledger.cells[row.table_id] if row.satuan else ():
        if cell.row == row.row and names_unit(ledger, cell, row.satuan):
            return cell.column, cell.text
    return (facts[0].column, facts[0].printed) if facts else (None, row.satuan)


def names_unit(ledger: Ledger, cell: Cell, unit: str) -> bool:
    """Tell whether a cell names a unit and nothing else, or stands in a column of units."""
    said = cell.text.strip().lower()
    return said in (unit, PERCENT.get(unit)) or "satuan" in ledger.heading(cell.table_id, cell.column).lower()


RULE = Rule(
    id="units-suit",
    title=Text("The unit suits what the indikator measures", "Satuan sesuai dengan yang diukur indikator"),
    reason="“Number of villages: 4 reports” leaves open what was counted.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II F (since 2014): indikator are specific and measurable.",
    resolve=Text("Name the unit that is counted, or reword the indikator.", "Sesuaikan satuan atau rumusan indikator."),
    message=Text("{place}: the unit does not suit the indikator.", "{place}: satuan tidak sesuai dengan indikatornya."),
    check=check,
    guess_matters=False,
)
