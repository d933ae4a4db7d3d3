"""A word of a table, heading or caption is spelled as the report spells it everywhere else between the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.rules.headings_are_spelled_right import USUAL, intended, line_spot
from lkjip.audit.rules.names_are_spelled_alike import misspelled
from lkjip.audit.spelling import is_slip, words
from lkjip.read.doubt import CERTAIN
from lkjip.records import Cell, Line
from lkjip.settings import Settings

KINDS: Final = frozenset(("heading", "caption", "source"))
MOST: Final = 3  # times that a slip may stand in a report
FEWEST: Final = 3  # times that the right word must
LONG: Final = 8  # letters of a word that few others are like
START: Final = "^"
END: Final = "$"
ACRONYM: Final = 6  # letters of a word in capitals that may be an abbreviation

Neighbours = tuple[str, str]  # the words before and behind


class Usage(NamedTuple):
    """How often each word stands in the report, and between which words."""

    often: Counter[str]
    between: dict[str, set[Neighbours]]
    usual: dict[str, list[str]]  # the words that stand often, by their first letter


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every rare word of a cell, heading or caption with the usual ones that stand where it stands."""
    printed: list[Cell | Line] = [*ledger.reading.cells]
    printed += [line for line in ledger.reading.lines if line.kind in KINDS]
    usage = used(ledger)
    right = {word: found for word in usage.often if (found := meant(word, usage))}
    known = {spelling.wrong for spelling in misspelled(ledger).values()}
    for item in printed:
        if item.confidence < CERTAIN:
            continue
        every = words(item.text)
        for at, (word, behind) in enumerate(zip(every, (*every[1:], END), strict=False)):
            whole = not usage.often[word + behind]  # a narrow column breaks words
            if word in right and whole and word not in known and not is_told(item, at, word):
                yield Result("problem", spot=spot(ledger, item, word), expected=Text(right[word], right[word]))
            elif usage.often[word] >= FEWEST:
                yield Result("passed")


def used(ledger: Ledger) -> Usage:
    """Count the words of the report; an abbreviation is no word."""
    often: Counter[str] = Counter()
    between: dict[str, set[Neighbours]] = defaultdict(set)
    texts = [cell.text for cell in ledger.reading.cells] + [ledger.text(block) for block in ledger.blocks]
    for text in texts:
        short = {word.lower() for word in text.split() if word.isupper() and len(word) <= ACRONYM}
        every = words(text)
        for before, word, behind in zip((START, *every), every, (*every[1:], END), strict=False):
            if word not in short or text.isupper():
                often[word] += 1
                between[word].add((before, behind))
    usual: dict[str, list[str]] = defaultdict(list)
    for word, count in often.items():
        if count >= FEWEST:
            usual[word[0]].append(word)
    return Usage(often, between, usual)


def meant(word: str, usage: Usage) -> str:
    """Return the usual word that a rare one misses by a letter, and in whose place it stands, or an empty text."""
    if usage.often[word] > MOST:
        return ""
    near = [right for right in near_words(word, usage) if is_slip(word, right, usage.often)]
    shared = (right for right in near if stands_like(word, right, usage))
    return max(shared, key=lambda right: (usage.often[right], right), default="")


def stands_like(word: str, right: str, usage: Usage) -> bool:
    """Tell whether a word stands between the same two words as another, or, where it is long, beside one of them."""
    one, other = usage.between[word], usage.between[right]
    if (one & other) - {(START, END)} or upright(word) == upright(right):
        return True
    beside = ({before for before, _ in one} & {before for before, _ in other}) - {START}
    behind = ({behind for _, behind in one} & {behind for _, behind in other}) - {END}
    return len(word) >= LONG and bool(beside or behind)


def upright(word: str) -> str:
    """Return a word with one letter for those that look alike as a capital and a small one: LKjlP is LKjIP."""
    return word.replace("l", "i")


def near_words(word: str, usage: Usage) -> Iterator[str]:
    """Return the usual words of about the same length with the same first letter."""
    for right in usage.usual.get(word[0], ()):
        if abs(len(right) - len(word)) <= 1:
            yield right


def is_told(item: Cell | Line, at: int, word: str) -> bool:
    """Tell whether the rule on headings looks at a word already."""
    if isinstance(item, Line) or item.kind == "header" or at == 0:
        return word not in USUAL and bool(intended(word))
    return False


def spot(ledger: Ledger, item: Cell | Line, word: str) -> Spot:
    """Return the place of a word."""
    if isinstance(item, Line):
        return replace(line_spot(ledger, item), printed=word)
    return ledger.cell_spot(item, word)


RULE = Rule(
    id="words-spelled",
    title=Text("A word is spelled as elsewhere in the report", "Kata dieja sama dengan bagian lain laporan"),
    reason="A misprint in a name or heading shows that the table was not proofread, and hides it from a search.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the spelling.", "Perbaiki ejaannya."),
    message=Text(
        "{place}: “{printed}” is spelled “{expected}” elsewhere in the report.",
        "{place}: “{printed}” di bagian lain laporan ditulis “{expected}”.",
    ),
    check=check,
)
