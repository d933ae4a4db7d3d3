"""A sentence that announces a number prints it."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.settings import Settings

ANNOUNCED: Final = re.compile(r"\b(?:sebesar|sejumlah|sebanyak)\s+(?:Rp[.\s]*)?(\S+)", re.I)
BROKEN_OFF: Final = re.compile(r"(?:dengan|dari|sehingga|sedangkan|serta|untuk|maka|atau|dan|yang)$|[.,;:]$", re.I)
PARTITIVE: Final = re.compile(r"^\s*(?:sebesar|sejumlah|sebanyak)\s+dari\s+(?!total|jumlah|seluruh)", re.I)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look behind every word that announces an amount."""
    for paragraph, found in matches(ledger, ANNOUNCED):
        ends = found.end() >= len(paragraph.text)  # the number may stand where the text goes on
        if BROKEN_OFF.fullmatch(found[1]) and not ends and not PARTITIVE.match(paragraph.text[found.start() :]):
            yield Result("problem", spot=spot(paragraph, found))
        else:
            yield Result("passed")


RULE = Rule(
    id="sentences-complete",
    title=Text("A sentence that announces a number prints it", "Kalimat yang menyebut besaran mencantumkan angkanya"),
    reason="The number that the sentence is about is missing.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Add the number.", "Lengkapi angkanya."),
    message=Text("{place}: no number follows “{printed}”.", "{place}: tidak ada angka setelah “{printed}”."),
    check=check,
)
