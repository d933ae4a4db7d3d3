"""A table has columns of what its caption promises, and kegiatan below a heading that promises programs and kegiatan."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.wording import both
from lkjip.records import Table
from lkjip.settings import Settings


class Promise(NamedTuple):
    """What a caption may promise, and the headings under which it may stand."""

    name: str
    promised: re.Pattern[str]
    headings: tuple[str, ...]


PROMISES: Final = (
    Promise("target", re.compile(r"\btarget\b", re.I), ("target", "rencana")),
    Promise(
        "realisasi",
        re.compile(r"\breali[sz]asi\b", re.I),
        ("realisasi", "realized", "capaian", "penyerapan", "serapan", "spj", "hasil", "%", "nilai"),
    ),
    Promise(
        "efisiensi",
        re.compile(r"\befisien(?:si)?\b", re.I),
        ("efisien", "efektif", "capaian", "hemat", "sisa", "silpa", "selisih", "lebih", "kurang"),
    ),
)
SPAN: Final = re.compile(
    r"((?:19|20)\d\d)\s*(?:[-\u2013\u2014]|s\s?[./]?\s?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?((?:19|20)\d\d)", re.I
)
OF_A_PLAN: Final = re.compile(r"\bren\w{0,2}st|\brencana\s+strat|\brp(?:jm)?[dn]?\b|\bjangka\s+menengah", re.I)
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NUMBER: Final = re.compile(r"\s*(?:Rp\W{0,3})?\d[\d.,]+")
BOTH_LEVELS: Final = re.compile(r"\bprogram\b[^/,]*\b(?:dan|serta)\s+(?:sub\s+)?kegiatan\b", re.I)
PROGRAM: Final = "program"
NO_KEGIATAN: Final = Text("it lists programs only", "isinya hanya program")
MANY: Final = 3  # years of a span that nobody takes for one comparison
ALIKE: Final = 85.0  # of a heading and a word for what it holds, misprints aside, in per cent
FEWEST: Final = 3  # columns with a heading of which one may be meant
LACKING: Final = Text("no column holds {name}", "tidak ada kolom {name}")
NO_YEARS: Final = Text("its columns do not go through these years", "kolomnya tidak memuat tahun-tahun itu")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for columns of everything that a caption promises."""
    for table in ledger.reading.tables:
        headings = [ledger.heading(table.table_id, column).lower() for column in range(table.columns)]
        if sum(map(bool, headings)) >= FEWEST:
            for promise in PROMISES:
                if promise.promised.search(table.caption):
                    kept = any(holds(heading, word) for heading in headings for word in promise.headings)
                    yield result(ledger, table, kept, both(LACKING, name=promise.name))
            span = promised_span(ledger, table)
            if span:
                yield result(ledger, table, goes_through(ledger, table, span), NO_YEARS)
        yield from kegiatan(ledger, table)


def kegiatan(ledger: Ledger, table: Table) -> Iterator[Result]:
    """Look for kegiatan in a table of programs with a heading that promises both; of several headings the last counts."""
    levels = {row.level for row in ledger.rows.get(table.table_id, ()) if row.kind == "anggaran"}
    cells = (cell for cell in ledger.cells.get(table.table_id, ()) if cell.kind == "header")
    heads = [cell for cell in cells if BOTH_LEVELS.search(cell.text)]
    if heads and PROGRAM in levels:
        spot = ledger.cell_spot(heads[-1], heads[-1].text)
        yield Result("problem", spot=spot, note=NO_KEGIATAN) if levels == {PROGRAM} else Result("passed")


def promised_span(ledger: Ledger, table: Table) -> tuple[str, str] | None:
    """Return the first and last year that a caption promises; the period of a plan only names the plan."""
    found = SPAN.search(table.caption)
    counted = any(NUMBER.match(cell.text) for cell in ledger.cells[table.table_id] if cell.kind == "body")
    if found is None or not counted or OF_A_PLAN.search(table.caption):
        return None
    return (found[1], found[2]) if int(found[2]) - int(found[1]) + 1 >= MANY else None


def goes_through(ledger: Ledger, table: Table, span: tuple[str, str]) -> bool:
    """Tell whether a table names the last year of a span."""
    return any(span[1] in YEAR.findall(cell.text) for cell in ledger.cells[table.table_id])


def holds(heading: str, word: str) -> bool:
    """Tell whether a heading says a word, perhaps misprinted or broken over lines."""
    return word in heading.replace(" ", "") or (
        fuzz.partial_ratio(word, heading) >= ALIKE and len(heading) >= len(word)
    )


def result(ledger: Ledger, table: Table, kept: bool, note: Text) -> Result:
    """Return whether a caption keeps one promise."""
    return Result("passed") if kept else Result("problem", spot=ledger.caption_spot(table), note=note)


RULE = Rule(
    id="captions-kept",
    title=Text(
        "A table holds what its title and headings promise", "Tabel memuat apa yang disebut judul dan kepalanya"
    ),
    reason="A reader looks for the comparison that the title names, and does not find it.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): the comparisons of Bab III.",
    resolve=Text("Add the column, or correct the title.", "Tambahkan kolomnya, atau perbaiki judulnya."),
    message=Text(
        "{place}: the table does not hold what it promises: “{printed}”.",
        "{place}: tabel tidak memuat apa yang dijanjikannya: “{printed}”.",
    ),
    check=check,
)
