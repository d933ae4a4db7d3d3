"""A column, and the running text, write their numbers in one format."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.wording import both
from lkjip.grouping import grouped
from lkjip.records import Fact
from lkjip.settings import Settings

GROUPED: Final = (("dot", re.compile(r"\d(?:\.\d{3})+(?!\d)")), ("comma", re.compile(r"\d(?:,\d{3})+(?!\d)")))
DECIMAL: Final = (("comma", re.compile(r"\d\.\d{1,2}(?!\d)")), ("dot", re.compile(r"\d,\d{1,2}(?!\d)")))
AMOUNT: Final = re.compile(r"\d(?:[.,]\s?\d{3})+(?![.,]?\d{3})(?!\d)(?P<tail>[.,]\d{2}(?!\d)|\s*,\s*-)?")
THOUSAND: Final = 1000
FEWEST: Final = 3  # numbers of a column that show a format
FEWEST_SAID: Final = 2  # bracketed shares of one paragraph that do
SPARE: Final = 10  # numbers that end alike for every one that ends otherwise, before that one is odd
THOUSANDS: Final = {
    "dot": Text("dots between thousands", "titik sebagai pemisah ribuan"),
    "comma": Text("commas between thousands", "koma sebagai pemisah ribuan"),
}
DECIMALS: Final = {
    "dot": Text("commas before decimals", "koma sebagai pemisah desimal"),
    "comma": Text("dots before decimals", "titik sebagai pemisah desimal"),
}
HANGING: Final = re.compile(r"\d\s*,\s*$")
SEVERAL: Final = 3  # ways of ending an amount that make a column untidy
WAYS: Final = Text(
    "the column ends its amounts in {count} ways", "kolom ini menulis akhir angkanya dengan {count} cara"
)
MOST_WRONG: Final = Text(
    "most of the column is written so, against EYD", "sebagian besar kolom ditulis demikian, menyalahi EYD"
)
ENDS: Final = {
    "plain": Text("no “,00” and no “,-” behind", "tanpa “,00” atau “,-” di belakang"),
    "decimals": Text("decimals behind", "angka desimal di belakang koma"),
    "dash": Text("“,-” behind", "“,-” di belakang"),
    "spaced": Text("“ ,-” behind", "“ ,-” di belakang"),
    "percent": Text("a per cent sign", "tanda persen"),
    "no percent": Text("no per cent sign", "tanpa tanda persen"),
}


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the format of every number with that of most others in its column, or in the sentences."""
    said = tuple(fact for fact in ledger.numbers if fact.source == "prose")
    amounts = tuple(fact for fact in said if fact.unit == "rupiah")
    for facts in (*ledger.of_column.values(), amounts):
        yield from parted(facts)
        yield from ended([fact for fact in facts if is_alone(ledger, fact)], end_of)
    for facts in ledger.of_column.values():
        yield from ended(facts, sign_of)
        yield from mixed(ledger, facts)
    bracketed = [fact for fact in said if fact.printed.startswith("(")]
    for facts in grouped(bracketed, lambda fact: ledger.subject[fact.subject_id].block_id).values():
        yield from ended(facts, sign_of, FEWEST_SAID)


def parted(facts: Sequence[Fact]) -> Iterator[Result]:
    """Compare the signs between thousands and before decimals; without a majority there is no odd one."""
    formats = [(fact, form) for fact in facts if (form := format_of(fact))]
    if len(formats) < FEWEST:
        return
    usual, often = Counter(form for _, form in formats).most_common(1)[0]
    for fact, form in formats:
        fits = form == usual or 2 * often <= len(formats)
        yield Result(verdict(fits), (fact,), fact, expected=None if fits else name_of(fact, usual))
    yield from against_the_rule(formats, usual)


def against_the_rule(formats: Sequence[tuple[Fact, str]], usual: str) -> Iterator[Result]:
    """Name the first of the numbers that most of a column writes otherwise than the spelling rules, where some follow."""
    wrong = tuple(fact for fact, form in formats if form == "comma" == usual and is_long(fact))
    right = [fact for fact, form in formats if form == "dot" and is_long(fact)]
    if wrong and right and wrong[0].table_id:
        yield Result("problem", (*wrong, right[0]), wrong[0], expected=THOUSANDS["dot"], note=MOST_WRONG)


def ended(facts: Sequence[Fact], end: Callable[[Fact], str], fewest: int = FEWEST) -> Iterator[Result]:
    """Compare what stands behind the digits: one number alone may be odd, or a few among very many."""
    ends = [(fact, name) for fact in facts if (name := end(fact))]
    counted = Counter(name for _, name in ends).most_common(1)
    if not counted or counted[0][1] < fewest:
        return
    usual, often = counted[0]
    odd = len(ends) - often
    for fact, name in ends:
        if name != usual and (odd == 1 or often >= SPARE * odd):
            yield Result("problem", (fact,), fact, expected=ENDS[usual])


def mixed(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Result]:
    """Look for a column whose amounts end in three ways or more; the first that ends otherwise than most stands for all."""
    amounts = [fact for fact in facts if fact.unit == "rupiah" and is_only_amount(ledger, fact)]
    ends = [(fact, "comma" if HANGING.search(fact.printed) else end_of(fact)) for fact in amounts]
    counted = Counter(end for _, end in ends if end).most_common()
    odd = tuple(fact for fact, end in ends if end and end != counted[0][0])
    if len(counted) >= SEVERAL and odd:
        usual = ENDS.get(counted[0][0], ENDS["plain"])
        note = both(WAYS, count=str(len(counted)))
        first = odd[0]
        spot = Spot(first.page, first.table_id, first.row, first.column, first.printed, ledger.place(first))
        yield Result("problem", odd, spot=spot, expected=usual, note=note)


def is_only_amount(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number is the only amount of its cell."""
    same = [other for other in ledger.of_row[fact.table_id, fact.row] if other.column == fact.column]
    return sum(other.unit == "rupiah" for other in same) == 1


def is_alone(ledger: Ledger, fact: Fact) -> bool:
    """Tell whether a number has its cell to itself: of several, each may have been read without its end."""
    row = ledger.of_row[fact.table_id, fact.row] if fact.table_id else ()
    return sum(other.column == fact.column for other in row) <= 1


def format_of(fact: Fact) -> str:
    """Return which sign parts the thousands where a number shows it, by its thousands or by its decimals."""
    shown = [name for name, pattern in (GROUPED if is_long(fact) else DECIMAL) if pattern.search(fact.printed)]
    return shown[0] if len(shown) == 1 else ""


def is_long(fact: Fact) -> bool:
    """Tell whether a number has thousands to part: every amount, and a count of four digits and more."""
    return fact.unit == "rupiah" or (fact.decimals == 0 and fact.value is not None and abs(fact.value) >= THOUSAND)


def end_of(fact: Fact) -> str:
    """Return what stands behind the digits of a large amount."""
    found = AMOUNT.search(fact.printed) if fact.unit == "rupiah" else None
    if found is None:
        return ""
    tail = found["tail"] or ""
    if not tail:
        return "plain"
    return "decimals" if tail[-1].isdigit() else "spaced" if tail[0].isspace() else "dash"


def sign_of(fact: Fact) -> str:
    """Return whether a percentage of a column carries its sign; an empty or zero cell shows no format."""
    if fact.unit != "persen" or not fact.value:
        return ""
    return "percent" if "%" in fact.printed or "persen" in fact.printed.lower() else "no percent"


def name_of(fact: Fact, form: str) -> Text:
    """Return the words for a format."""
    return THOUSANDS[form] if is_long(fact) else DECIMALS[form]


RULE = Rule(
    id="one-number-format",
    title=Text("Numbers side by side are written alike", "Angka yang sejajar ditulis seragam"),
    reason="7.513.400 among 51,500,000 makes readers and programs misread one of them.",
    severity="info",
    basis="EYD V (since 2022) and its predecessors: a dot parts thousands, a comma parts decimals.",
    resolve=Text("Write all of these numbers in one format.", "Samakan format semua angka ini."),
    message=Text(
        "{place}: {printed} is written in another format than the numbers beside it, which have {expected}.",
        "{place}: {printed} ditulis dengan format lain daripada angka lain di sekitarnya, yang memakai {expected}.",
    ),
    check=check,
    guess_matters=False,
)
