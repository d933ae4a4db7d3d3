"""Each item of a list that leads to tables names the table whose title has its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.lists_run_on import numbered
from lkjip.audit.rules.references_lead_somewhere import REFERENCE, numbered_tables
from lkjip.audit.spelling import SHORTEST, words
from lkjip.audit.text import folded_number, passages_of
from lkjip.audit.wording import both
from lkjip.read.prose.passages import Passage
from lkjip.records import Table
from lkjip.settings import Settings

FEWEST: Final = 3  # items that name a table
MOST: Final = 0.7  # of the items that must name one before it is missed in another
OWN: Final = 0.8  # of an item's words in the title of a table that is its own
OTHER: Final = 0.5  # of them in the title of one that is not
FEWEST_WORDS: Final = 3
LEADS: Final = re.compile(r",?\s*(?:yang\s+)?(?:dapat\s+)?(?:dilihat|tercantum|disajikan|diuraikan|dimuat)\b.*$", re.I)
NAMELESS: Final = Text(
    "its words are those of {title}, but it names no table", "isinya sesuai {title}, tanpa rujukan tabel"
)
ANOTHER: Final = Text("the table has the words of item {item}", "judul tabel itu sesuai dengan butir {item}")


class Item(NamedTuple):
    """An item of a list, the words that say what it is about, and the table that it names, where it names one."""

    passage: Passage
    words: frozenset[str]
    found: re.Match[str] | None

    @property
    def table(self) -> str:
        """Return the folded number of the table that the item names, or an empty text."""
        return folded_number(self.found[1]) if self.found else ""


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the items of every list that leads to tables with the titles of those tables."""
    titled = dict(numbered_tables(ledger))
    for items in lists(passages_of(ledger)):
        named = [item for item in items if item.table]
        if len(named) >= FEWEST and len(named) >= MOST * len(items):
            for item in items:
                yield examine(item, items, titled) if item.table else unnamed(item, items, titled)


def lists(every: Sequence[Passage]) -> Iterator[list[Item]]:
    """Return the lists of a report, without the passages between their items."""
    items: list[Item] = []
    for passage in every:
        mark = numbered(passage)
        if (mark is not None and mark.place == 1) or passage.kind == "heading":
            yield items
            items = []
        if mark is not None and passage.kind == "item":
            found = REFERENCE.search(passage.plain)
            about = LEADS.sub("", passage.plain[: found.start()] if found else passage.plain)
            items.append(Item(passage, telling(about), found))
    yield items


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about."""
    return frozenset(word for word in words(text) if len(word) >= SHORTEST)


def shared(item: Item, table: Table) -> float:
    """Return the part of an item's words that stand in the title of a table."""
    return len(item.words & telling(table.caption)) / len(item.words) if len(item.words) >= FEWEST_WORDS else 0.0


def examine(item: Item, items: Sequence[Item], titled: dict[str, Table]) -> Result:
    """Return whether the table that an item names is no other item's."""
    table = titled.get(item.table)
    if table is None or not item.words or shared(item, table) > OTHER:
        return Result("passed")
    owner = next((other for other in items if other is not item and shared(other, table) >= OWN), None)
    if owner is None or owner.table == item.table:
        return Result("passed")
    assert item.found is not None
    return problem(item, item.found.group(), both(ANOTHER, item=owner.passage.marker))


def unnamed(item: Item, items: Sequence[Item], titled: dict[str, Table]) -> Result:
    """Return whether no table that the other items leave out has the words of an item."""
    free = [table for number, table in titled.items() if number not in {other.table for other in items}]
    own = [table for table in free if shared(item, table) >= OWN]
    if len(own) != 1:
        return Result("passed")
    result = problem(item, own[0].number, both(NAMELESS, title=shortened(own[0].caption)))
    return replace(result, severity="info")


def problem(item: Item, printed: str, note: Text) -> Result:
    """Return the result for one item."""
    passage = item.passage
    words = shortened(f"{passage.marker} {passage.plain}")
    return Result("problem", spot=Spot(passage.page, printed=printed, place=page_place(passage.page, words)), note=note)


RULE = Rule(
    id="references-fit",
    title=Text("The items of a list lead to their own tables", "Butir daftar merujuk ke tabelnya sendiri"),
    reason="A reader who follows the reference finds a table about something else.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Name the table that the item is about.", "Sebutkan tabel yang sesuai dengan butir itu."),
    message=Text(
        "{place}: the item and its reference do not fit, see {printed}.",
        "{place}: butir dan rujukannya tidak sesuai, lihat {printed}.",
    ),
    check=check,
)
