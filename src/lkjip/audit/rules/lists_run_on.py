"""The numbers and letters of lists and headings leave none out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import passages_of
from lkjip.read.prose.passages import READ, Passage, passages
from lkjip.settings import Settings

MARKER: Final = re.compile(r"^(\(?)(\d{1,2}|[a-zA-Z])([.)])$")
CHAPTER: Final = re.compile(r"^\s*bab\s+[ivx]+\b", re.I)
FARTHEST: Final = 12  # pages between two items of one list
SAME_INDENT: Final = 4.0  # points


@dataclass(frozen=True, slots=True)
class Item:
    """A list item or numbered heading: its way of counting, its place in the count, and what it reads."""

    style: str
    place: int
    passage: Passage

    def is_beside(self, other: "Item") -> bool:
        """Tell whether two items start at the same place from the left."""
        return abs(self.passage.indent - other.passage.indent) <= SAME_INDENT


@dataclass
class Lists:
    """The lists that are open at a place of the report, by their way of counting, the innermost last."""

    open: dict[str, list[Item]] = field(default_factory=dict)

    def take(self, item: Item) -> Item | None:
        """Take the next item; return the one before it where a single one between them is left out."""
        stack = self.open.setdefault(item.style, [])
        if item.place == 1:
            closed = next((at for at, other in enumerate(stack) if other.is_beside(item)), len(stack))
            stack[closed:] = [item]
            return None
        for step in (1, 2):
            at = next((at for at in reversed(range(len(stack))) if stack[at].place + step == item.place), None)
            if at is not None:
                before = stack[at]
                stack[at:] = [item]
                return before if step == 2 and item.place > 2 else None
        stack.append(item)
        return None


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Follow every list from item to item, chapter by chapter."""
    lists = Lists()
    for passage in passages_of(ledger):
        if CHAPTER.match(passage.plain):
            lists = Lists()
        item = numbered(passage)
        if item is None:
            continue
        before = lists.take(item)
        if before is None or not is_left_out(ledger, before, item):
            yield Result("passed")
        else:
            yield Result("problem", spot=spot(item), expected=missing(item))


def numbered(passage: Passage) -> Item | None:
    """Return a passage with a number or letter before it as an item, else None."""
    found = MARKER.match(passage.marker)
    if found is None:
        return None
    bracket, mark, tail = found.groups()
    if mark.isdigit():
        return Item(f"{bracket}1{tail}", int(mark), passage)
    return Item(f"{bracket}{'A' if mark.isupper() else 'a'}{tail}", ord(mark.lower()) - ord("a") + 1, passage)


def is_left_out(ledger: Ledger, before: Item, item: Item) -> bool:
    """Tell whether nothing between two items looks like the one between them, on a page that was read."""
    first, last = before.passage.page, item.passage.page
    if last - first > FARTHEST:
        return False
    name = missing(item).en.strip("().")
    between = [*texts(ledger, first, last), *(cell.text for cell in ledger.reading.cells if first <= cell.page <= last)]
    lost = re.compile(rf"(?:^|\s|\()({re.escape(name)})\s?[.)](?!\d)", re.I)
    return not any(lost.search(text) for text in between)


def texts(ledger: Ledger, first: int, last: int) -> Iterable[str]:
    """Return the printed lines of some pages that are no numbered items themselves."""
    lines = [line for line in ledger.reading.lines if first <= line.page <= last]
    for passage in passages(lines):
        yield passage.plain if numbered(passage) else f"{passage.marker} {passage.plain}"
    yield from (line.text for line in lines if line.kind not in READ)


def missing(item: Item) -> Text:
    """Return the number or letter before an item."""
    place = item.place - 1
    name = str(place) if "1" in item.style else chr(ord("a") + place - 1)
    name = name.upper() if "A" in item.style else name
    return Text(name, name)


def spot(item: Item) -> Spot:
    """Return the place of an item."""
    words = shortened(f"{item.passage.marker} {item.passage.plain}")
    return Spot(item.passage.page, printed=item.passage.marker, place=page_place(item.passage.page, words))


RULE = Rule(
    id="list-numbers",
    title=Text("No number of a list is left out", "Tidak ada nomor urut yang terlewat"),
    reason="A number left out may hide a missing part, and references to the parts are ambiguous.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Number the parts again, or add what is missing.", "Urutkan kembali nomornya, atau lengkapi."),
    message=Text(
        "{place}: nothing before it is numbered {expected}.", "{place}: nomor {expected} sebelumnya tidak ada."
    ),
    check=check,
)
