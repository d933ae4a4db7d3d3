"""Equal values are called by one category throughout the sentences of the report."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lkjip import measures
from lkjip.audit.categories import Rating, ratings
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.scales import folded, printed_scales
from lkjip.grouping import grouped
from lkjip.settings import Settings

TIMES: Final = 2  # how much oftener the usual category must be printed


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the categories of every capaian that sentences name more than once."""
    names = {folded(name) for scale in printed_scales(ledger) for name in scale.names}
    every = (each for each in ratings(ledger) if each.category.source == "prose" and folded(each.name) in names)
    found = [each for each in every if each.fact.measure == measures.CAPAIAN]
    for group in grouped(found, lambda each: each.fact.value).values():
        counted = Counter(folded(each.name) for each in group).most_common(2)
        for each in group if len(group) > 1 else ():
            yield examine(ledger, each, counted)


def examine(ledger: Ledger, each: Rating, counted: list[tuple[str, int]]) -> Result:
    """Return whether one value has the category that most equal ones have."""
    usual, times = counted[0]
    rest = counted[1][1] if len(counted) > 1 else 0
    if folded(each.name) == usual or times < TIMES * rest:
        return Result("passed", (each.fact,))
    value = each.fact.printed
    note = Text(f"elsewhere a capaian of {value} is “{usual}”", f"di tempat lain capaian {value} adalah “{usual}”")
    return Result(
        "problem", (each.fact, each.category), each.category, expected=Text(usual, usual), note=note, conclusion=True
    )


RULE = Rule(
    id="one-category",
    title=Text("Equal values have one category", "Nilai yang sama memiliki satu kategori"),
    reason="A reader cannot tell which category a value has when the report calls it by two.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Use the category that the scale gives.", "Gunakan kategori sesuai skalanya."),
    message=Text("{place}: the category here is “{printed}”.", "{place}: kategorinya di sini “{printed}”."),
    check=check,
)
