"""What each figure of a sentence measures: by the cue before it, or by how it stands to the figure before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lkjip import measures
from lkjip.read.numbers import PERCENT, RUPIAH
from lkjip.read.prose.figures import SUMS, Figure
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.relations import LINE, Meaning, by_relation, listed_spending, targets
from lkjip.read.prose.rows import Cue
from lkjip.read.prose.tokens import Hit, Token

NO_RP: Final = "no Rp is printed before the amount"
CHANGE_REACH: Final = 5  # words between "kenaikan" and its number
COUNT_REACH: Final = 3  # words between "terealisasi" and the number of things: "dengan tersusunnya 45 laporan"
CHAIN_REACH: Final = 2  # words between two cues of one phrase: "realisasi (penggunaan) anggaran"
RANGE: Final = re.compile(r"^\s*(?:[-\u2013]|s\s?[./]?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*$", re.I)
REACHED: Final = ("tercapai", "dicapai")
REVENUE: Final = {
    measures.ANGGARAN: measures.TARGET,
    measures.REALISASI_ANGGARAN: measures.REALISASI,
    measures.PERSEN_SERAPAN: measures.CAPAIAN,
}
MORE: Final = "lebih"
NO_CHANGE: Final = frozenset({"menjadi", "dari", "dibanding", "dibandingkan"})
FITS: Final = {
    "rupiah": (RUPIAH,),
    "persen": (PERCENT,),
    "number": ("number",),
    "not rupiah": (PERCENT, "number"),
    "any": (RUPIAH, PERCENT, "number"),
}
TIMES: Final = frozenset({"tahun", "bulan", "hari", "triwulan", "kali"})
PLACES: Final = frozenset({"kelurahan", "desa", "kecamatan", "kabupaten", "kota", "kabupaten/kota", "provinsi"})
THINGS: Final = frozenset({"sasaran", "indikator", "program", "kegiatan", "sub kegiatan", "misi", "tujuan", "bagian"})


def meanings(parsed: Parsed) -> list[Meaning | None]:
    """Return what every figure of a sentence measures, None where nothing says so."""
    found: list[Meaning | None] = []
    for index in range(len(parsed.figures)):
        found.append(meaning(parsed, index, found))
    return [item and replace(item, loose=item.loose or is_loose(parsed, at, found)) for at, item in enumerate(found)]


def is_loose(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> bool:
    """Tell whether a number is no value that another place could repeat: a bound, an end of a range, a change."""
    item = found[index]
    if item and item.measure == measures.SELISIH:
        return not any(other and other.how in ("after", "compared") for other in found)
    if item and index + 1 < len(found) and said_again(parsed, index, found):
        return True
    return is_bound(parsed, index) or any(is_range(parsed, at) for at in (index, index + 1))


def said_again(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> bool:
    """Tell whether the next figure says a realisasi in the target's unit: "target 80%, tercapai 20 desa (74,07%)"."""
    item, other = found[index], found[index + 1]
    again = item and other and other.how == "same" and item.measure == other.measure == measures.REALISASI
    return bool(again) and parsed.figures[index].sort != parsed.figures[index + 1].sort


def is_bound(parsed: Parsed, index: int) -> bool:
    """Tell whether a number is printed as a bound or an estimate: "> 100%", "diatas 80%", "sekitar 5"."""
    gap = parsed.gap(index)
    while gap and gap[-1].word in SUMS:
        gap = gap[:-1]
    return bool(parsed.figures[index].mark) or parsed.grammar.roles["bound"].ending(gap, len(gap)) is not None


def is_range(parsed: Parsed, index: int) -> bool:
    """Tell whether a figure and the one before it are the ends of a range: "11,2-11,7%", "5 sampai 6"."""
    if not 0 < index < len(parsed.figures):
        return False
    between = parsed.text[parsed.figures[index - 1].end : parsed.figures[index].start]
    return bool(RANGE.match(between))


def meaning(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return what one figure measures, given those before it."""
    figure = parsed.figures[index]
    hit = nearest_cue(parsed, index, found)
    goes_on = listed_spending(parsed, index, found) if hit and is_line(parsed, hit[0]) else None
    if goes_on:
        return goes_on
    if hit and not counts_things(parsed, index, hit):
        return cleared(parsed, by_cue(figure, *hit), found)
    if index and found[index - 1]:
        related = by_relation(parsed, index, found)
        if related:
            return related
    return counted(parsed, index) or distant_cue(parsed, index, found) or bare(figure)


def is_line(parsed: Parsed, hit: Hit[tuple[Cue, ...]]) -> bool:
    """Tell whether a cue only names a line of the budget: "belanja"."""
    return parsed.text[hit.start : hit.end].casefold() == LINE


def nearest_cue(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> tuple[Hit[tuple[Cue, ...]], Cue] | None:
    """Return the cue in the words right before a figure: the head of the last piece that holds one that fits."""
    return head(parsed, index, found, (parsed.gap_start(index), parsed.figures[index].start))


def head(
    parsed: Parsed, index: int, found: Sequence[Meaning | None], region: tuple[int, int]
) -> tuple[Hit[tuple[Cue, ...]], Cue] | None:
    """Return the fitting cue nearest to the end of a region, or the head of the phrase that it stands in."""
    fitting = []
    for hit in parsed.cues_between(*region):
        row = best_row(parsed, hit, index, found)
        if row:
            fitting.append((hit, row))
    if not fitting:
        return None
    nearest = fitting.pop()
    while fitting and chained(parsed, fitting[-1][0], nearest[0]):
        nearest = fitting.pop()
    return nearest


def chained(parsed: Parsed, one: Hit[tuple[Cue, ...]], other: Hit[tuple[Cue, ...]]) -> bool:
    """Tell whether two cues are one phrase, whose first word is its head: "realisasi penggunaan anggaran".

    "Realisasi naik" is none: the number behind it is the difference.
    """
    if parsed.grammar.plays("change", parsed.tokens[other.first].word):
        return False
    between = [token.word for token in parsed.tokens[one.after : other.first]]
    same = parsed.pieces[one.first] == parsed.pieces[other.first] or between[-1:] == ["untuk"]
    return same and len(between) <= CHAIN_REACH


def best_row(parsed: Parsed, hit: Hit[tuple[Cue, ...]], index: int, found: Sequence[Meaning | None]) -> Cue | None:
    """Return the row of a cue that fits a figure, the most specific first."""
    figure = parsed.figures[index]
    rows = [row for row in hit.meaning if row.measure and fits(parsed, row, figure, found)]
    rows = [row for row in rows if row.measure != measures.SELISIH or changes(parsed, hit, figure)]
    return min(rows, key=lambda row: (not row.beside, len(FITS[row.unit])), default=None)


def fits(parsed: Parsed, row: Cue, figure: Figure, found: Sequence[Meaning | None]) -> bool:
    """Tell whether a cue can be about a figure."""
    sort = RUPIAH if figure.large and row.unit == "rupiah" else figure.sort
    if sort not in FITS[row.unit]:
        return False
    if row.beside == "rupiah":
        return bool(found) and parsed.figures[len(found) - 1].sort == RUPIAH
    words = parsed.text.casefold()
    return not row.beside or any(word in words for word in row.beside.split("|"))


def changes(parsed: Parsed, hit: Hit[tuple[Cue, ...]], figure: Figure) -> bool:
    """Tell whether a word for a change is about a figure: it stands close, and no "menjadi" between.

    "Lebih tinggi 1,25" says a difference, "lebih tinggi, yaitu 70,54" does not.
    """
    between = parsed.between(hit.end, figure.start)
    if parsed.tokens[hit.first].word == MORE:
        return all(token.word in SUMS for token in between) and "," not in parsed.text[hit.end : figure.start]
    return len(between) <= CHANGE_REACH and not any(token.word in NO_CHANGE for token in between)


def by_cue(figure: Figure, hit: Hit[tuple[Cue, ...]], row: Cue) -> Meaning:
    """Return the meaning that a cue gives."""
    money = row.measure in measures.BUDGET and not row.measure.startswith("persen")
    lacks_rp = figure.sort != RUPIAH and money
    unit = RUPIAH if lacks_rp else figure.unit
    guess = NO_RP if lacks_rp else ""
    return Meaning(row.measure, "cue", unit, guess, cue_start=hit.start, cue_end=hit.end)


def cleared(parsed: Parsed, item: Meaning, found: Sequence[Meaning | None]) -> Meaning:
    """Settle what a cue leaves open: money of revenue is no budget, "tercapai 95%" beside a target of 73 is capaian."""
    end = parsed.figures[len(found)].start
    if any(hit.end <= end for hit in parsed.grammar.roles["revenue"].all(parsed.tokens)):
        return replace(item, measure=REVENUE.get(item.measure, item.measure))
    verb = parsed.text[item.cue_start : item.cue_end].casefold() in REACHED
    if verb and item.unit == PERCENT and item.measure == measures.REALISASI:
        printed = targets(parsed, found)
        if printed and printed[-1] != PERCENT:
            return replace(item, measure=measures.CAPAIAN)
        return replace(item, loose=True)
    return item


def counts_things(parsed: Parsed, index: int, hit: tuple[Hit[tuple[Cue, ...]], Cue]) -> bool:
    """Tell whether a figure counts kegiatan, desa, people and so on, and the cue before it is about something else."""
    figure, (cue, row) = parsed.figures[index], hit
    if figure.sort != "number" or not (figure.unit or noun_behind(parsed, figure)):
        return False
    between = parsed.between(cue.end, figure.start)
    linked = bool(between) and is_link(parsed, between[-1])
    if figure.unit in THINGS | PLACES | TIMES:
        close = all(is_link(parsed, token) or token.word == "tahun" for token in between)
        return not (close and (linked or row.measure == measures.TARGET))
    pieces = {parsed.pieces[parsed.tokens.index(token)] for token in between}
    return not linked and len(between) > COUNT_REACH and bool(pieces - {parsed.pieces[cue.first]})


def is_link(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word only leads from a cue to its number."""
    return parsed.grammar.roles["link"].at([token], 0) is not None


def counted(parsed: Parsed, index: int) -> Meaning | None:
    """Return a count where a noun follows the number, or the number is spelled: "4 sasaran", "hanya 1 (satu)"."""
    figure, gap = parsed.figures[index], parsed.gap(index)
    if figure.sort != "number":
        return None
    unit = figure.unit or noun_behind(parsed, figure)
    if not unit and (figure.spelled or (gap and gap[-1].word in SUMS)):
        while gap and is_link(parsed, gap[-1]):
            gap = gap[:-1]
        hit = parsed.grammar.roles["counted"].ending(gap, len(gap))
        return Meaning(measures.JUMLAH, "count", hit.meaning if hit else "")
    return Meaning(measures.JUMLAH, "count", unit) if unit else None


def noun_behind(parsed: Parsed, figure: Figure) -> str:
    """Return the plain word right behind a number if it can be a noun, else an empty text."""
    after = next((token for token in parsed.tokens if token.start >= figure.end), None)
    if after is None or figure.decimals or parsed.text[figure.end : after.start].strip():
        return ""
    at = parsed.tokens.index(after)
    closed = any(parsed.grammar.roles[role].at(parsed.tokens, at) for role in ("boundary", "break", "link"))
    cue = any(hit.first == at for hit in parsed.cues)
    return "" if closed or cue or len(after.word) < 3 or not after.word.isalpha() else after.word


def distant_cue(parsed: Parsed, index: int, found: Sequence[Meaning | None]) -> Meaning | None:
    """Return the meaning by a cue further left, over figures of another kind: "Dana ... 3 program ... sebesar Rp"."""
    figure = parsed.figures[index]
    if figure.sort == PERCENT:
        return None
    for at in range(index - 1, -1, -1):
        passed = found[at]
        if parsed.figures[at].sort == figure.sort and not (passed and passed.measure == measures.SELISIH):
            return None
        hit = head(parsed, index, found, (parsed.gap_start(at), parsed.figures[at].start))
        if hit:
            return by_cue(figure, *hit)
    return None


def bare(figure: Figure) -> Meaning | None:
    """Return "something" for a percentage or an amount without any word that says what it is."""
    return Meaning(measures.LAIN, "bare", figure.unit) if figure.sort in (PERCENT, RUPIAH) else None
