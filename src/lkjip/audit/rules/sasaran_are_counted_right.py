"""A sentence that counts the sasaran and their indikator counts them as the tables list them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger
from lkjip.audit.lines import bare
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import Paragraph, matches, spot
from lkjip.audit.wording import both
from lkjip.settings import Settings

IN_WORDS: Final = r"\s*(?:\(\s*[a-z]+(?:\s[a-z]+){0,3}\s*\)\s*)?"
COUNTED: Final = re.compile(
    rf"(?<![\d.,])(?P<sasaran>\d{{1,2}}){IN_WORDS}sasaran(?:\s+(?:strategis|strate[gj]ik|kinerja|[a-z]+)){{0,2}}?\s+"
    r"(?:(?:yang|di\s?ukur|dengan|melalui|dan|serta|oleh|memiliki|memuat|terdiri|dari|atas|menggunakan)\s+){1,4}"
    rf"(?P<indikator>\d{{1,3}}){IN_WORDS}indi[kc]ator",
    re.I,
)
LISTS: Final = frozenset(("iku", "perjanjian_kinerja", "renstra", "indicator", "comparison", "target_akhir"))
FEWEST: Final = 2  # tables that must list the same
LISTED: Final = Text(
    "{count} tables list {sasaran} sasaran with {indikator} indikator",
    "{count} tabel memuat {sasaran} sasaran dengan {indikator} indikator",
)


class Count(NamedTuple):
    """How many sasaran and indikator a table lists."""

    sasaran: int
    indikator: int


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every sentence that counts both against the tables; of one that says both otherwise they may be others."""
    tables = [count for table in ledger.reading.tables for count in counts(ledger, table.table_id)]
    for paragraph, found in matches(ledger, COUNTED):
        said = Count(int(found["sasaran"]), int(found["indikator"]))
        if said in tables:
            yield Result("passed")
            continue
        for usual, often in Counter(tables).most_common():
            if often >= FEWEST and (said.sasaran == usual.sasaran) != (said.indikator == usual.indikator):
                yield problem((paragraph, found), usual, often)
                break


def counts(ledger: Ledger, table_id: str) -> set[Count]:
    """Return what a table that gives its indikator a sasaran lists, with those of a tujuan and without them."""
    if ledger.table[table_id].role not in LISTS:
        return set()
    rows = [row for row in ledger.rows.get(table_id, ()) if row.kind == row.level == "indikator" and not row.scope]
    sasaran = {bare(row.sasaran) for row in rows if row.sasaran}
    below = {row.row for row in rows if row.sasaran}
    return {Count(len(sasaran), len({row.row for row in rows})), Count(len(sasaran), len(below))} if sasaran else set()


def problem(at: tuple[Paragraph, re.Match[str]], usual: Count, often: int) -> Result:
    """Return the problem with the count that no table has."""
    paragraph, found = at
    name = "sasaran" if int(found["sasaran"]) != usual.sasaran else "indikator"
    value = str(getattr(usual, name))
    note = both(LISTED, count=str(often), sasaran=str(usual.sasaran), indikator=str(usual.indikator))
    return Result(
        "problem", spot=spot(paragraph, found), expected=Text(f"{value} {name}", f"{value} {name}"), note=note
    )


RULE = Rule(
    id="sasaran-counted",
    title=Text(
        "The text counts sasaran and indikator as the tables do",
        "Naskah menghitung sasaran dan indikator seperti tabelnya",
    ),
    reason="A count that is off shows that the text or the tables are of another version of the plan.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the count, or the tables.", "Perbaiki jumlahnya, atau tabelnya."),
    message=Text(
        "{place}: the text says “{printed}”, expected {expected}.",
        "{place}: teks menyebut “{printed}”, seharusnya {expected}.",
    ),
    check=check,
)
