"""A caption names the year that its table is about, and so does the heading above it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import NOTHING, Result, Rule, Text
from lkjip.audit.rules.captions_hold_what_they_name import OF_A_PLAN, SPAN, YEAR
from lkjip.audit.wording import both, enumerated
from lkjip.records import Fact, Severity, Table
from lkjip.settings import Settings

CITED: Final = re.compile(r"\b(?:nomor|no)\b[^,;]{0,30}?\b(?:tahun\s+)?(?:19|20)\d\d\b", re.I)  # of a law
COMPARES: Final = re.compile(r"\bbanding|\bdengan\b|\bterhadap\b|\bsebelum|\blalu\b", re.I)
FEWEST: Final = 2  # numbers that a table shares with the report's year before it is of that year
TELLING: Final = 4  # digits of a number that two years do not share by chance
COLUMNS: Final = Text("its columns name {years}", "kolomnya menyebut {years}")
TABLE: Final = Text("the table below it is of {year}", "tabel di bawahnya adalah tabel tahun {year}")
NUMBERS: Final = Text("the report prints its numbers for {year}", "angkanya dicetak untuk tahun {year}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the years of every caption against those of its columns, or else against its numbers and its heading."""
    for table in ledger.reading.tables if ledger.year.isdigit() else ():
        if years(table.caption) == {ledger.year} and is_earlier(ledger, table.section):
            yield problem(ledger, replace(table, caption=table.section), "info", both(TABLE, year=ledger.year))
        named, headed = years(table.caption), heading_years(ledger, table)
        if not named or ledger.year in named:
            yield from [Result("passed")] if named else []
        elif ledger.year in headed and not named <= headed:
            yield problem(ledger, table, "warning", both(COLUMNS, years=enumerated(sorted(headed))))
        elif not headed and len(named) == 1 and max(named) < ledger.year and is_of_the_year(ledger, table, max(named)):
            yield problem(ledger, table, "info", both(NUMBERS, year=ledger.year))


def is_earlier(ledger: Ledger, heading: str) -> bool:
    """Tell whether a heading names an earlier year than the report's alone, and compares nothing."""
    named = years(heading)
    return len(named) == 1 and max(named) < ledger.year and not COMPARES.search(heading)


def years(caption: str) -> set[str]:
    """Return the years that a caption names, all of a span; neither those of laws nor the period of a plan."""
    text = CITED.sub("", caption)
    text = SPAN.sub("", text) if OF_A_PLAN.search(text) else text
    inside = {str(year) for found in SPAN.finditer(text) for year in range(int(found[1]), int(found[2]) + 1)}
    return inside | set(YEAR.findall(text))


def heading_years(ledger: Ledger, table: Table) -> set[str]:
    """Return the years that the headings of a table name."""
    headings = (ledger.heading(table.table_id, column) for column in range(table.columns))
    return {year for heading in headings for year in YEAR.findall(heading)}


def is_of_the_year(ledger: Ledger, table: Table, year: str) -> bool:
    """Tell whether the report prints several telling numbers of a table for its own year elsewhere, none for another."""
    own = {fact.value for fact in ledger.of_table.get(table.table_id, ()) if is_telling(fact)}
    others = [fact for fact in ledger.numbers if fact.table_id != table.table_id and fact.value in own]
    shared: set[Decimal | None] = {fact.value for fact in others if fact.period == ledger.year}
    return len(shared) >= FEWEST and all(fact.period != year for fact in others)


def is_telling(fact: Fact) -> bool:
    """Tell whether a number has so many digits that another year hardly has it, too."""
    return fact.value is not None and len(str(abs(fact.value)).replace(".", "").strip("0")) >= TELLING


def problem(ledger: Ledger, table: Table, severity: Severity, note: Text = NOTHING) -> Result:
    """Return the problem with the year of a caption."""
    spot = ledger.caption_spot(table)
    return Result("problem", spot=spot, expected=Text(ledger.year, ledger.year), severity=severity, note=note)


RULE = Rule(
    id="captions-year",
    title=Text("A caption names the year of its table", "Judul tabel menyebut tahun tabelnya"),
    reason="A title left from last year's report makes a reader take the numbers for those of last year.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the year in the title.", "Perbaiki tahun di judul tabel."),
    message=Text(
        "{place}: the title names another year than {expected}: “{printed}”.",
        "{place}: judulnya menyebut tahun selain {expected}: “{printed}”.",
    ),
    check=check,
)
