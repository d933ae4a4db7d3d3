"""Every way to misprint one number of a consistent report, and what the misprinted text then says."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.generate.model import Spot
from benchmarks.generate.relations import Value
from benchmarks.inject import mistakes, slips
from benchmarks.inject.page import Page, Texts


@dataclass(frozen=True)
class Misprint:
    """One misprint: new texts at one figure, or at two that changed places."""

    kind: str
    spot: Spot
    texts: Texts
    values: Mapping[Spot, Value]  # what the new texts say; empty where they are no number at all

    @property
    def malformed(self) -> bool:
        """Tell whether the new text can be read as no number."""
        return not self.values


Maker = Callable[[Page, Spot, random.Random], Texts | None]
TRUNCATED = "truncated"  # the one that must not be accused
KINDS: dict[str, Maker] = {
    "digit_wrong": slips.digit_wrong,
    "digits_swapped": slips.digits_swapped,
    "digit_lost": slips.digit_lost,
    "digit_doubled": slips.digit_doubled,
    "separator_lost": slips.separator_lost,
    "separator_doubled": slips.separator_doubled,
    "separator_moved": slips.separator_moved,
    "ratio_inverted": mistakes.ratio_inverted,
    "row_shifted": mistakes.row_shifted,
    "column_swapped": mistakes.column_swapped,
    "copied_neighbour": mistakes.copied_neighbour,
    "other_year": mistakes.other_year,
    "other_target": mistakes.other_target,
    "parent_budget": mistakes.parent_budget,
    "modal_added": mistakes.modal_added,
    "capaian_pasted": mistakes.capaian_pasted,
    "category_wrong": mistakes.category_wrong,
    "count_wrong": mistakes.count_wrong,
    "terbilang_wrong": mistakes.terbilang_wrong,
    TRUNCATED: slips.truncated,
}


def misprints(page: Page, chance: random.Random) -> Iterator[Misprint]:
    """Yield one misprint of each kind after the other, each at a place drawn anew, as long as there are places."""
    places = {kind: shuffled(page, chance) for kind in KINDS}
    while places:
        for kind in list(places):
            found = next_of(page, kind, places[kind], chance)
            if found is None:
                del places[kind]
            else:
                yield found


def shuffled(page: Page, chance: random.Random) -> list[Spot]:
    """Return the places of a report in an order in which every measure comes early."""
    by_measure: dict[str, list[Spot]] = {}
    for spot in chance.sample(sorted(page.figures), len(page.figures)):
        by_measure.setdefault(page.figures[spot].key.measure, []).append(spot)
    ranked = [(at / len(spots), spot) for spots in by_measure.values() for at, spot in enumerate(spots)]
    order = {spot: chance.random() for _, spot in ranked}
    return [spot for _, spot in sorted(ranked, key=lambda pair: (-pair[0], order[pair[1]]))]


def next_of(page: Page, kind: str, places: list[Spot], chance: random.Random) -> Misprint | None:
    """Return the next misprint of a kind that changes what is said at a place under a constraint."""
    while places:
        spot = places.pop()
        if spot not in page.constraints.at:
            continue
        texts = KINDS[kind](page, spot, chance)
        if texts and any(text != page.figures[at].text for at, text in texts.items()):
            found = Misprint(kind, spot, texts, page.values(texts))
            if found.malformed or says_more(page, found):
                return found
    return None


def says_more(page: Page, found: Misprint) -> bool:
    """Tell whether a misprint contradicts the report; one that was only cut off need not."""
    return found.kind == TRUNCATED or bool(page.constraints.broken(found.values))
