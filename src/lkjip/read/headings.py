"""What the headings above a column mean: a measure or a label, money or performance, a unit, a period."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lkjip.read.manual import Manual, Meaning
from lkjip.read.words import fold, nearest

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
SPAN: Final = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:-|\u2013|s\.?/?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d{2})(?!\d)", re.I
)
QUARTER: Final = re.compile(r"\b(?:triwulan|tw|tri wulan)\.?\s*(?:ke\s*-?\s*)?(iv|i{1,3}|[1-4])\b", re.I)
QUARTERS: Final = re.compile(r"\b(?:triwulan|tri wulan|tw)\b", re.I)
ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
RUPIAH: Final = re.compile(r"\(\s*(?:dalam\s+)?(?:rp\.?|rupiah)\s*\.?\s*\)|\brp\b\.?|\brupiah\b", re.I)
PERCENT: Final = re.compile(r"\(\s*(?:%|persen)\s*\)|%")
FILLERS: Final = re.compile(
    r"\b(?:lalu|sebelumnya|sampai dengan|sampai|hingga|tahun|thn|th|ta|anggaran tahun|pada|per|s d|sd|n)\b"
)
PREVIOUS: Final = "the year before"
LAST_YEAR: Final = re.compile(r"\b(?:tahun|thn\.?|th\.?)\s+(?:lalu|sebelumnya)\b|\(?\bn\s?-\s?1\b", re.I)
BRACKETED: Final = re.compile(r"\([^()]*\)")  # a unit mostly: "Laki-laki (jiwa)"
BARE: Final = "a percent sign alone"
WORDS: Final = 14  # a longer text is no heading
COLUMN_NUMBER: Final = re.compile(r"^\s*\(?\d{1,2}\)?\s*(?:[=+x:/(-].*)?$")


@dataclass(frozen=True, slots=True)
class Sense:
    """What one heading, or the headings above a column together, say."""

    meaning: str = ""
    group: str = ""
    unit: str = ""
    period: str = ""
    last: str = ""  # the last year of a span of years
    quarter: str = ""  # TW1 ... TW4
    reason: str = ""


def sense(headings: tuple[str, ...], manual: Manual) -> Sense:
    """Return what the headings above a column mean together, given from the top down."""
    whole = Sense()
    quarters = any(QUARTERS.search(text) for text in headings)
    for text in headings:
        part = one(text, manual)
        if quarters and fold(text) in ROMAN:
            part = replace(part, quarter=f"TW{ROMAN[fold(text)]}")
        whole = below(whole, part)
    if whole.quarter and whole.period:
        whole = replace(whole, period=f"{whole.period}-{whole.quarter}")
    return whole


def below(upper: Sense, lower: Sense) -> Sense:
    """Add a heading to those above it: the lower one decides, the upper ones fill in."""
    meaning, group = lower.meaning, lower.group or upper.group
    if meaning == "anggaran" and upper.meaning == "realisasi":
        meaning = "realisasi"
    elif meaning == "" or (meaning == "persen" and upper.meaning not in ("", "target", "realisasi", "anggaran")):
        meaning = upper.meaning
    return Sense(
        meaning=meaning,
        group="anggaran" if lower.unit == "rupiah" else group,
        unit=lower.unit or upper.unit,
        period=lower.period or upper.period,
        last=lower.last or upper.last,
        quarter=lower.quarter or upper.quarter,
        reason=" ".join(filter(None, (upper.reason, lower.reason))),
    )


def one(text: str, manual: Manual) -> Sense:
    """Return what one heading means."""
    if COLUMN_NUMBER.match(text) and not YEAR.search(text):
        return Sense()
    bare = YEAR.sub(" ", QUARTER.sub(" ", SPAN.sub(" ", text)))
    unit = "rupiah" if RUPIAH.search(bare) else "persen" if PERCENT.search(bare) else ""
    if unit == "persen" and not fold(PERCENT.sub(" ", bare)):
        return replace(with_period(text), meaning="persen", unit=unit, reason=BARE)
    found, how = looked_up(bare, manual)
    meaning = "realisasi" if found.meaning == "persen" and unit == "rupiah" else found.meaning
    group = found.group or ("anggaran" if unit == "rupiah" else "")
    return replace(with_period(text), meaning=meaning, group=group, unit=unit, reason=how)


def with_period(text: str) -> Sense:
    """Return the year or quarter that a heading names; of a span of years only the last is kept."""
    span = SPAN.search(text)
    years = {PREVIOUS} if LAST_YEAR.search(text) else set(YEAR.findall(SPAN.sub(" ", text)))
    quarter = QUARTER.search(text)
    return Sense(
        period=years.pop() if len(years) == 1 else "",
        last=span[2] if span else "",
        quarter=f"TW{ROMAN.get(quarter[1].casefold(), quarter[1])}" if quarter else "",
    )


def looked_up(text: str, manual: Manual) -> tuple[Meaning, str]:
    """Find a heading in the manual: as it is, without units and fillers, nearly, by words inside; and say how."""
    plain = fold(RUPIAH.sub(" ", PERCENT.sub(" ", text)))
    spellings = (fold(text), plain, " ".join(FILLERS.sub(" ", plain).split()), fold(BRACKETED.sub(" ", text)))
    for spelling in spellings:
        if spelling in manual.headings_whole:
            return manual.headings_whole[spelling], "listed"
    joined = "".join(plain.split())
    if joined in manual.headings_joined:
        return manual.headings_joined[joined], "listed, broken into pieces here"
    for spelling in spellings[1:]:
        near = nearest(spelling, manual.headings_whole)
        if near:
            return near[0], "nearly listed"
    found = by_words(plain, manual)
    return (found, "by its words") if found else (Meaning("", ""), "")


def by_words(text: str, manual: Manual) -> Meaning | None:
    """Find known words in a heading of not too many: those that overrule, else those that come first, the longest."""
    if len(text.split()) > WORDS:
        return None
    padded = f" {text} "
    overruling = [words for words in manual.headings_overruled if f" {words} " in padded]
    if overruling:
        return manual.headings_overruled[max(overruling, key=len)]
    found = [(padded.find(f" {words} "), -len(words), words) for words in manual.headings_by_words]
    hits = [hit for hit in found if hit[0] >= 0]
    return manual.headings_by_words[min(hits)[2]] if hits else None
