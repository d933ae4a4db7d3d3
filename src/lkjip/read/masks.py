"""Digits that are no quantities: NIPs, codes, dates, years, list numbers, numbers of tables and laws."""

import re
from typing import Final

from lkjip.masking import nip_spans

FILLER: Final = "\0"
MONTHS: Final = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|"
    "jan|feb|mar|apr|jun|jul|agt|agu|ags|sep|sept|okt|nov|nop|des"
)
YEAR: Final = r"(?:19|20)\d{2}"
PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b\d{{1,2}}\s+(?:{MONTHS})\b\.?\s*(?:{YEAR})?",
        rf"\b(?:{MONTHS})\s+{YEAR}\b",
        rf"\b\d{{1,2}}[-/]\d{{1,2}}[-/](?:{YEAR}|\d{{2}})\b",
        rf"\b{YEAR}-\d{{2}}-\d{{2}}\b",
        rf"\b(?:tahun|thn|th|ta|t\.\s?a)\b[.\s]*(?:anggaran\s+)?{YEAR}(?:\s*[-\u2013/]\s*(?:{YEAR}|\d{{2}})\b)?",
        rf"(?<![\d.,]){YEAR}\s?[-\u2013/]\s?{YEAR}(?![\d.,]?\d)",
        # Codes of programs and accounts: three short groups at least, "7.01.02.2.01.0001".
        r"(?<![\w.,])(?:\d{1,2}|x{1,2})(?:\.(?:\d{1,2}|x{1,2})){2,}(?:\.\d{2,4})*\.?(?![\d,])",
        r"\b(?:nomor|no|pasal|ayat|tabel|table|gambar|grafik|bagan|bab|huruf|lampiran|misi|eselon|triwulan|tw|uu|pp|"
        r"perda|perbup|perwali|pergub|permen\w*|perpres|inpres|tipe|golongan|gol)\b[\s.:]*\(?\d+(?:\.\d+)*[a-z]?\b\)?",
        r"\bangka\s+\(?\d{1,2}\b\)?(?![.,]?\d|\s*(?:%|persen\b))",  # of an article; "mencapai angka 95%" is a quantity
        r"\bke\s?-\s?\d+\b",
        r"(?<![a-z])(?!rp)[a-z]\.\d+(?:\.\d+)*\b",  # A.1
        r"\b\d+[a-z]\b",  # 2a
    )
)
LIST_START: Final = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s*(?=[a-z(≥≤<>]|-(?!\s?\d))(?!persen|%)", re.I
)
LIST_ITEM: Final = re.compile(r"(?:(?<=\s)|^)(\d{1,2})[.)]\s+(?=\S)")


def without_quantity_lookalikes(text: str) -> str:
    """Return `text` at its length, with the digits that are no quantities filled over."""
    for start, end in nip_spans(text):
        text = filled(text, start, end)
    for pattern in PATTERNS:
        text = pattern.sub(lambda found: FILLER * len(found[0]), text)
    return without_list_numbers(text)


def filled(text: str, start: int, end: int) -> str:
    """Return `text` with the characters from `start` to `end` filled over."""
    return text[:start] + FILLER * (end - start) + text[end:]


def without_list_numbers(text: str) -> str:
    """Fill over "1." before words at the start of `text`, and "1.", "2.", ... where they count through it."""
    opening = LIST_START.match(text)
    if opening:
        text = filled(text, opening.start(), opening.end())
    items = list(LIST_ITEM.finditer(text))
    counted = [int(item[1]) for item in items]
    first = counted[0] if counted else 0
    if len(items) > 1 and counted == list(range(first, first + len(items))):
        for item in items:
            text = filled(text, item.start(1), item.end(1) + 1)
    return text
