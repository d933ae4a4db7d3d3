"""A column writes its numbers in one format."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

GROUPED: Final = (("dot", re.compile(r"\d(?:\.\d{3})+(?!\d)")), ("comma", re.compile(r"\d(?:,\d{3})+(?!\d)")))
DECIMAL: Final = (("comma", re.compile(r"\d\.\d{1,2}(?!\d)")), ("dot", re.compile(r"\d,\d{1,2}(?!\d)")))
FEWEST: Final = 3  # numbers of a column that show a format
THOUSANDS: Final = {
    "dot": Text("dots between thousands", "titik sebagai pemisah ribuan"),
    "comma": Text("commas between thousands", "koma sebagai pemisah ribuan"),
}
DECIMALS: Final = {
    "dot": Text("commas before decimals", "koma sebagai pemisah desimal"),
    "comma": Text("dots before decimals", "titik sebagai pemisah desimal"),
}


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the format of every number with that of most others in its column."""
    for facts in ledger.of_column.values():
        formats = [(fact, form) for fact in facts if (form := format_of(fact))]
        if len(formats) < FEWEST:
            continue
        usual, often = Counter(form for _, form in formats).most_common(1)[0]
        for fact, form in formats:
            fits = form == usual or 2 * often <= len(formats)
            yield Result(verdict(fits), (fact,), fact, expected=None if fits else name_of(fact, usual))


def format_of(fact: Fact) -> str:
    """Return which sign parts the thousands where a number shows it, by its thousands or by its decimals."""
    patterns = GROUPED if fact.unit == "rupiah" else DECIMAL
    shown = [name for name, pattern in patterns if pattern.search(fact.printed)]
    return shown[0] if len(shown) == 1 else ""


def name_of(fact: Fact, form: str) -> Text:
    """Return the words for a format."""
    return THOUSANDS[form] if fact.unit == "rupiah" else DECIMALS[form]


RULE = Rule(
    id="one-number-format",
    title=Text("A column writes its numbers in one format", "Satu kolom memakai satu format angka"),
    reason="7.513.400 among 51,500,000 makes readers and programs misread one of them.",
    severity="info",
    basis="EYD V (since 2022) and its predecessors: a dot parts thousands, a comma parts decimals.",
    resolve=Text("Write all numbers of the column in one format.", "Samakan format angka dalam kolom ini."),
    message=Text(
        "{place}: {printed} is written in another format than the column, which has {expected}.",
        "{place}: {printed} ditulis dengan format lain daripada kolomnya, yang memakai {expected}.",
    ),
    check=check,
    guess_matters=False,
)
