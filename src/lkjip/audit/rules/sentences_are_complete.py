"""A sentence that announces a number prints it, and no sentence breaks off."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import Paragraph, matches, passages_of, spot
from lkjip.settings import Settings

ANNOUNCED: Final = re.compile(r"\b(?:sebesar|sejumlah|sebanyak)\s*[:=]?\s+(?:Rp[.\s]*)?(\S+)", re.I)
BROKEN_OFF: Final = re.compile(r"(?:dengan|dari|sehingga|sedangkan|serta|untuk|maka|atau|dan|yang)$|[.,;:]$", re.I)
NEEDS_MORE: Final = re.compile(
    r"\b(?:dengan(?: indikator)?|dari|yang|oleh|untuk|karena|sehingga|terhadap|sebesar)$", re.I
)
CUT_NAME: Final = re.compile(  # a name that ends in "and"
    r"\b(?:Unsur|Program|Kegiatan|Sasaran|Indikator)\s+(?:[A-Z]\w+\s+){1,8}dan(?=\s+(?:perlu dilakukan|adalah|sebesar|"
    r"merupakan|dengan (?:target|realisasi|capaian|anggaran|indikator|pagu))\b)"
)
CUT: Final = Text("the name breaks off", "namanya terputus")
NEXT_ITEM: Final = re.compile(r"^\(?(?:[2-9]|[1-9]\d|[b-hB-H])[.)]$")  # no first item: that list was not announced here
FEWEST: Final = 6  # words of a sentence
BREAKS: Final = Text("the sentence breaks off", "kalimatnya terputus")
PARTITIVE: Final = re.compile(r"^\s*(?:sebesar|sejumlah|sebanyak)\s+dari\s+(?!total|jumlah|seluruh)", re.I)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look behind every word that announces an amount."""
    for paragraph, found in matches(ledger, ANNOUNCED):
        ends = found.end() >= len(paragraph.text)  # the number may stand where the text goes on
        if BROKEN_OFF.fullmatch(found[1]) and not ends and not PARTITIVE.match(paragraph.text[found.start() :]):
            yield Result("problem", spot=spot(paragraph, found))
        else:
            yield Result("passed")
    for paragraph, found in matches(ledger, CUT_NAME):
        yield Result("problem", spot=spot(paragraph, found), note=CUT, severity="info")
    yield from broken_off(ledger)


def broken_off(ledger: Ledger) -> Iterator[Result]:
    """Look for a paragraph that ends in a word which needs another, where the next list item or heading follows."""
    every = passages_of(ledger)
    for passage, following in pairwise(every):
        found = NEEDS_MORE.search(passage.plain)
        goes_on = following.page != passage.page or not (
            following.kind == "heading" or NEXT_ITEM.match(following.marker)
        )
        if found and passage.kind != "heading" and not goes_on and len(passage.words) >= FEWEST:
            yield Result("problem", spot=spot(Paragraph(passage.page, passage.kind, passage.plain), found), note=BREAKS)


RULE = Rule(
    id="sentences-complete",
    title=Text("Sentences are complete, with their numbers", "Kalimat lengkap beserta angkanya"),
    reason="What the sentence is about is missing.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Complete the sentence.", "Lengkapi kalimatnya."),
    message=Text("{place}: nothing follows “{printed}”.", "{place}: tidak ada lanjutan setelah “{printed}”."),
    check=check,
)
