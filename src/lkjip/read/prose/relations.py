"""What a figure measures by how it stands to the figure before: "atau 50%", "menjadi", "dari total", a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lkjip import measures
from lkjip.read.numbers import PERCENT, RUPIAH
from lkjip.read.prose.figures import Figure
from lkjip.read.prose.parsed import Parsed

NO_PERCENT: Final = "no per cent sign is printed"
LIST_REACH: Final = 12  # words between two numbers of one enumeration
LINE: Final = "belanja"
JOINTS: Final = ("dan", "serta")
SHARE_LIMIT: Final = 200  # a bare number in brackets above it is no percentage
RATIO_OF: Final = {
    measures.REALISASI_ANGGARAN: measures.PERSEN_SERAPAN,
    measures.SISA_ANGGARAN: measures.PERSEN_SISA,
    measures.REALISASI: measures.CAPAIAN,
    measures.EFISIENSI: measures.EFISIENSI,
    measures.SELISIH: measures.SELISIH,
}
AMOUNT_OF: Final = {
    measures.PERSEN_SERAPAN: measures.REALISASI_ANGGARAN,
    measures.PERSEN_SISA: measures.SISA_ANGGARAN,
    measures.EFISIENSI: measures.EFISIENSI,
    measures.SELISIH: measures.SELISIH,
}
CHANGED: Final = {measures.ANGGARAN_MURNI: measures.ANGGARAN_PERUBAHAN}
WHOLE_OF: Final = {
    (measures.REALISASI_ANGGARAN, RUPIAH): measures.ANGGARAN,
    (measures.PERSEN_SERAPAN, RUPIAH): measures.ANGGARAN,
    (measures.REALISASI, "number"): measures.TARGET,
    (measures.REALISASI, PERCENT): measures.TARGET,
    (measures.JUMLAH, "number"): measures.JUMLAH,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures, and how that was found out."""

    measure: str
    how: str  # cue, ratio, same, after, whole, compared, list, count, bare
    unit: str
    guess: str = ""
    loose: bool = False  # a bound, a change or unclear: not to be held against what other places print
    cue_start: int = -1
    cue_end: int = -1


def by_relation(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return the meaning that follows from the figure before: "atau", brackets, "menjadi", "dari", a list."""
    before, figure, gap = found[index - 1], parsed.figures[index], parsed.gap(index)
    assert before
    if before.how == "bare":
        return None
    if parsed.is_role("ratio", gap) or (not gap and figure.bracketed):
        return as_ratio(parsed, index, found)
    if parsed.is_role("same", gap):
        return named(AMOUNT_OF.get(before.measure, before.measure), "same", figure)
    if parsed.is_role("after", gap[-2:]) or parsed.is_role("after", gap[-1:]):
        measure = CHANGED.get(before.measure, before.measure)
        return named(measure, "after", figure) if measure != measures.SELISIH else None
    if parsed.is_role("whole", gap):
        whole = WHOLE_OF.get((before.measure, figure.sort))
        return named(whole, "whole", figure) if whole else None
    if any(parsed.grammar.plays("compared", token.word) for token in gap):
        return as_compared(parsed, index, found)
    return named(before.measure, "list", figure) if enumerated(parsed, index, before) else None


def named(measure: str, how: str, figure: Figure, guess: str = "") -> Meaning:
    """Return a meaning that keeps the figure's unit."""
    return Meaning(measure, how, figure.unit, guess)


def as_ratio(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return what "Rp 5 atau 50%" and "Rp 5 (50%)" say."""
    before, figure, last = found[index - 1], parsed.figures[index], parsed.figures[index - 1]
    assert before
    if figure.sort == RUPIAH or (figure.sort == last.sort == "number" and figure.unit):
        return named(AMOUNT_OF.get(before.measure, before.measure), "same", figure)
    share = figure.sort == PERCENT or (last.sort == RUPIAH and abs(figure.value) <= SHARE_LIMIT)
    if not share:
        return None
    if before.measure == measures.REALISASI and last.sort == "number" and PERCENT in targets(parsed, found):
        return named(measures.REALISASI, "same", figure)
    earlier = [item.measure for item in found if item]
    measure = RATIO_OF.get(before.measure, measures.LAIN)
    if before.measure in (measures.ANGGARAN, measures.TARGET):
        partner = {measures.ANGGARAN: measures.REALISASI_ANGGARAN, measures.TARGET: measures.REALISASI}[before.measure]
        measure = RATIO_OF[partner] if partner in earlier else measures.LAIN
    guess = "" if figure.sort == PERCENT else NO_PERCENT
    return Meaning(measure, "ratio", PERCENT, guess)


def targets(parsed: Parsed, found: Sequence[Meaning | None]) -> list[str]:
    """Return in which sorts of numbers a sentence prints targets."""
    return [parsed.figures[at].sort for at, item in enumerate(found) if item and item.measure == measures.TARGET]


def as_compared(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return what "naik 1,25 dibanding tahun 2022 yang mencapai 84,35" says: what the last number of its sort measures."""
    figure = parsed.figures[index]
    alike = (
        item
        for at, item in reversed(list(enumerate(found)))
        if item and item.measure != measures.SELISIH and parsed.figures[at].sort == figure.sort
    )
    measured = next(alike, None)
    return named(measured.measure, "compared", figure) if measured else None


def enumerated(parsed: Parsed, index: int, before: Meaning) -> bool:
    """Tell whether a figure goes on with a list that the figure before stands in."""
    figure, last, gap = parsed.figures[index], parsed.figures[index - 1], parsed.gap(index)
    between = parsed.text[last.end : figure.start]
    joined = "," in between or any(token.word in JOINTS for token in gap)
    alike = figure.sort == last.sort and (figure.unit == last.unit or before.measure == measures.JUMLAH)
    return joined and alike and len(gap) <= LIST_REACH and before.measure != measures.SELISIH


def listed_spending(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return realisasi for the second amount of "realisasi belanja operasi Rp 5 (50%) dan belanja modal Rp 2"."""
    amounts = [at for at in range(index) if parsed.figures[at].sort == RUPIAH]
    last = found[amounts[-1]] if amounts else None
    if last is None or last.measure != measures.REALISASI_ANGGARAN or parsed.figures[index].sort != RUPIAH:
        return None
    gap = parsed.gap(index)
    if not gap or not any(token.word == LINE for token in parsed.gap(amounts[-1])):
        return None  # "belanja Rp 5 dengan realisasi Rp 4" is no list of what was spent
    listed = gap[0].word in JOINTS or "," in parsed.text[parsed.gap_start(index) : gap[0].start]
    return named(last.measure, "list", parsed.figures[index]) if listed else None
