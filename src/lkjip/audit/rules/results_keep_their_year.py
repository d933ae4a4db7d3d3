"""A sentence gives a result to the year to which the tables give it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.mentions import GENERIC, PLAIN, own_name
from lkjip.audit.model import Result, Rule, Text
from lkjip.records import Fact
from lkjip.settings import Settings

RESULTS: Final = frozenset((measures.REALISASI, measures.CAPAIAN, measures.NILAI_SAKIP, measures.NILAI_SKM))

Series = dict[str, set[Decimal]]  # the values of a result by year


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for the values of sentences in the years that the tables print, where they lack the sentence's year."""
    tables = series(ledger)
    for fact in ledger.numbers:
        known = tables.get((name_of(ledger, fact), fact.measure), {})
        if fact.source != "prose" or not fact.period or fact.value in PLAIN or not known:
            continue
        years = [year for year, values in sorted(known.items()) if fact.value in values]
        lost = fact.period not in known and len(years) == 1
        if fact.period in known or lost:
            yield Result(verdict(not lost), (fact,), fact, expected=Text(years[0], years[0]) if lost else None)


def series(ledger: Ledger) -> dict[tuple[str, str], Series]:
    """Return the results that tables print by name and measure."""
    found: dict[tuple[str, str], Series] = defaultdict(lambda: defaultdict(set))
    for fact in ledger.numbers:
        name = name_of(ledger, fact)
        if fact.table_id and fact.period and fact.measure in RESULTS and name and fact.value is not None:
            found[name, fact.measure][fact.period].add(fact.value)
    return found


def name_of(ledger: Ledger, fact: Fact) -> str:
    """Return the name under which a result is known, or an empty text where that is no name."""
    key = ledger.subject[fact.subject_id].key
    return "" if GENERIC.fullmatch(key) else own_name(ledger, key)


RULE = Rule(
    id="results-keep-year",
    title=Text("A result has one year", "Satu hasil memiliki satu tahun"),
    reason="A comparison with the year before is wrong where its result is another year's.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II (since 2014): comparison with the years before.",
    resolve=Text("Correct the year in the sentence or in the table.", "Perbaiki tahunnya di kalimat atau di tabel."),
    message=Text(
        "{place}: the tables print {printed} for {expected}, and nothing for the year of the sentence.",
        "{place}: tabel mencantumkan {printed} untuk tahun {expected}, dan tidak ada nilai untuk tahun di kalimat itu.",
    ),
    check=check,
)
