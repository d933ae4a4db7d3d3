"""A percentage of things that the sentence counts follows from the two counts: "10 dari 12 desa atau 83,33%"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED, Number, Result, Rule, Text
from lkjip.audit.text import Paragraph, matches, spot
from lkjip.read.numbers import parse
from lkjip.settings import Settings

COUNT: Final = r"(?<![\d.,])\d{1,3}(?:\.\d{3})*(?![\d.,]*\d|\s*%)"
SPELLED: Final = r"(?:\s*\([a-z ]+\))?"
WORDS: Final = r"(?:[^\d.;%]|\.(?!\s+[A-Z])){0,90}?"  # words of the same sentence without a number
OF: Final = r"\bdari\s+(?:(?:total|jumlah|sejumlah|sebanyak|keseluruhan|seluruh|sebesar)\s+)*"
SAME: Final = r"\s*(?:,\s*)?(?:atau|yaitu|yakni|\(|=|sehingga|dengan persentase|adalah)\s*(?:sebesar\s*|mencapai\s*)?"
SHARE: Final = r"(?P<share>\d+(?:[.,]\d+)?\s*(?:%|persen\b))"
OTHERWISE: Final = re.compile(
    r"\b(?:menjadi|naik|turun|meningkat|menurun|kenaikan|penurunan|tumbuh|bertambah|berkurang|rp|target)\b", re.I
)
FORMS: Final = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{OF}(?P<whole>{COUNT}){SPELLED}\s+(?P<unit>[a-z]{{3,}}){WORDS}"
        rf"(?P<part>{COUNT}){SPELLED}\s+(?P=unit){WORDS}{SAME}{SHARE}",
        rf"(?P<part>{COUNT}){SPELLED}(?:\s+[a-z]+){{0,3}}?\s+{OF}(?P<whole>{COUNT}){SPELLED}"
        rf"(?:\s+[a-z/]+){{0,6}}?{SAME}{SHARE}",
        rf"(?P<part>{COUNT}){WORDS}\bdibagi(?:kan)?\b{WORDS}(?P<whole>{COUNT}){WORDS}"
        rf"(?:dikali(?:kan)?|x|×)\s*100\s*%?{SAME}{SHARE}",
    )
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for two counts and the percentage that the sentence makes of them, each percentage once."""
    seen: set[tuple[Paragraph, int]] = set()
    for form in FORMS:
        for paragraph, found in matches(ledger, form):
            place = (paragraph, found.start("share"))
            told = place not in seen and not OTHERWISE.search(found.group())
            if told and (result := recalculated(paragraph, found)):
                seen.add(place)
                yield result


def recalculated(paragraph: Paragraph, found: re.Match[str]) -> Result | None:
    """Return how a percentage came out, None where one of the three is no number."""
    read = [parse(found[name]) for name in ("part", "whole", "share")]
    if not all(read) or not read[1][0].value:
        return None
    (part, *_), (whole, *_), (share, *_) = read
    value = HUNDRED * part.value / whole.value
    fits = abs(value - share.value) < Decimal(1).scaleb(-share.decimals)  # rounded or cut off
    formula = (Number(part.value, 0), " / ", Number(whole.value, 0), " x 100")
    return Result(
        verdict(fits),
        formula=formula,
        expected=Number(value, max(share.decimals, 2)),
        spot=spot(paragraph, found, "share"),
    )


RULE = Rule(
    id="counted-shares",
    title=Text(
        "A percentage of counted things follows from the counts",
        "Persentase sesuai dengan jumlah yang disebut di kalimatnya",
    ),
    reason="Two counts leave only one percentage; the reader sees the percentage.",
    severity="warning",
    basis="Arithmetic of whole numbers, as the GRIM test applies it to means (Brown and Heathers, 2017).",
    resolve=Text(
        "Recalculate the percentage, or correct the count.",
        "Hitung ulang persentasenya, atau perbaiki jumlahnya.",
    ),
    message=Text(
        "{place}: the numbers disagree: printed {printed}, but {formula} = {expected}.",
        "{place}: angka tidak sesuai: tertulis {printed}, padahal {formula} = {expected}.",
    ),
    check=check,
)
