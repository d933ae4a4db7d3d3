"""Which year every figure of a sentence is about."""

import re
from dataclasses import dataclass
from typing import Final

from lkjip.read.prose.parsed import Parsed

YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d/]|[.,]\d|\s?[-\u2013]\s?(?:19|20)\d{2})")
RANGE: Final = re.compile(r"(?:19|20)\d{2}\s?[-\u2013/]\s?(?:19|20)?\d{2}\b")
LAW: Final = re.compile(r"\b(?:nomor|no)\b[.\s:]*[\w./-]+,?\s+(?:tahun|thn)\.?\s*(?:19|20)\d{2}", re.I)
DATE: Final = re.compile(r"\b\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d{2}", re.I)
BEHIND: Final = re.compile(r"^\s*(?:pada|di|untuk)?\s*(?:di)?tahun\s+(?P<year>(?:19|20)\d{2})", re.I)
BEFORE: Final = re.compile(r"\btahun\s+(?:lalu|sebelumnya|yang\s+lalu)\b", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A year named at a place."""

    year: str
    start: int
    end: int


def years(parsed: Parsed, own: str) -> list[Named]:
    """Return the years that a sentence names, without those of laws, dates of letters and spans of years."""
    text = parsed.text
    closed = [m.span() for pattern in (RANGE, LAW, DATE) for m in pattern.finditer(text)]
    closed += [(figure.start, figure.end) for figure in parsed.figures]
    found = [
        Named(m[0], m.start(), m.end()) for m in YEAR.finditer(text) if not any(a <= m.start() < b for a, b in closed)
    ]
    if own.isdigit():
        found += [Named(str(int(own) - 1), m.start(), m.end()) for m in BEFORE.finditer(text)]
    return sorted(found, key=lambda named: named.start)


def periods(parsed: Parsed, own: str) -> list[str]:
    """Return the year of every figure; `own` is the report's, for those without one."""
    named = years(parsed, own)
    found: list[str] = []
    taken = 0  # up to here a year belongs to the figure before it
    for index in range(len(parsed.figures)):
        year, taken = period(parsed, index, named, taken)
        found.append(year or own)
    return paired(parsed, named, found)


def period(parsed: Parsed, index: int, named: list[Named], taken: int) -> tuple[str, int]:
    """Return the year next to a figure (right before it, right behind it, else the last one before it) and its end."""
    figure = parsed.figures[index]
    start = max(parsed.figures[index - 1].end if index else 0, taken)
    close = [item.year for item in named if start <= item.start < figure.start]
    if close:
        return close[-1], taken
    after = max(figure.unit_end, figure.end)
    behind = BEHIND.match(parsed.text[after:])
    if behind:
        return behind["year"], after + behind.end()
    before = [item.year for item in named if item.start < figure.start]
    return (before[-1] if before else ""), taken


def paired(parsed: Parsed, named: list[Named], found: list[str]) -> list[str]:
    """Give "tahun 2023 dan tahun 2024 ... dari A menjadi B" its two years in order."""
    result = list(found)
    for index in range(1, len(parsed.figures)):
        gap = [token.word for token in parsed.gap(index)]
        before = [item.year for item in named if item.start < parsed.figures[index - 1].start]
        pair = sorted(set(before[-2:]))
        lead = parsed.gap(index - 1)
        if gap == ["menjadi"] and lead and lead[-1].word == "dari" and len(pair) == 2 and found[index] in pair:
            result[index - 1], result[index] = pair
    return result
