"""A list of the unit's kegiatan, or of its sub kegiatan, names all of those in its tables."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.lines import bare, names_of, nearest
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.counts_match_the_tables import fullest
from lkjip.audit.sums import RANKS
from lkjip.audit.text import passages_of
from lkjip.audit.wording import both, enumerated
from lkjip.read.prose.passages import Passage
from lkjip.settings import Settings

AMOUNT: Final = re.compile(r"\bRp\b|\d[.,]\d{3}\b", re.I)
WITH: Final = re.compile(r"[,;:]\s*(?:dengan|yang|terdiri|meliputi)\b.*$", re.I)
FEWEST: Final = 5  # names of a list that tell what it lists
MOST: Final = 0.7  # of the names of the table that a list has where it means to have all
LEFT_OUT: Final = Text("left out: {names}", "tidak disebut: {names}")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every list of bare names against the fullest table, level by level."""
    table_id = fullest(ledger)
    if table_id is None:
        return
    every = names_of(ledger.rows[table_id])
    for items in lists(passages_of(ledger)):
        found = {nearest(bare(WITH.sub("", item.plain)), every) for item in items}
        for level in RANKS:
            rows = {name: row for name, row in every.items() if row.level == level}
            named = found & rows.keys()
            if len(named) < FEWEST or len(named) < MOST * len(rows):
                continue
            if len(named) == len(rows):
                yield Result("passed")
                continue
            missing = [shortened(row.uraian) for name, row in rows.items() if name not in named]
            place = page_place(items[0].page, shortened(items[0].plain))
            note = both(LEFT_OUT, names=enumerated(missing))
            expected = Text(str(len(rows)), str(len(rows)))
            yield Result(
                "problem", spot=Spot(items[0].page, printed=str(len(named)), place=place), expected=expected, note=note
            )


def lists(every: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Return the items between two headings, where they name no amounts."""
    items: list[Passage] = []
    for passage in every:
        if passage.kind == "heading":
            yield from [items] if items and not AMOUNT.search(" ".join(item.plain for item in items)) else []
            items = []
        elif passage.kind == "item" and passage.marker:
            items.append(passage)


RULE = Rule(
    id="lists-complete",
    title=Text("A list of kegiatan names all of them", "Daftar kegiatan memuat semuanya"),
    reason="A list that leaves some out is of another version of the plan.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Complete the list.", "Lengkapi daftarnya."),
    message=Text(
        "{place}: the list names {printed} of the {expected} in the tables.",
        "{place}: daftar ini memuat {printed} dari {expected} yang ada di tabel.",
    ),
    check=check,
)
