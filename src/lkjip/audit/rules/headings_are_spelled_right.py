"""The usual words of these reports are spelled right in headings, captions, column heads and first words of names."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.records import Line
from lkjip.settings import Settings

USUAL_WORDS: Final = """
    realisasi anggaran sasaran indikator program kegiatan capaian target kinerja satuan keterangan kecamatan kelurahan
    laporan efisiensi perjanjian pencapaian perbandingan akuntabilitas pemerintahan penyelenggaraan pemberdayaan
    masyarakat pelayanan pembinaan pengawasan koordinasi administrasi perencanaan pelaporan
"""
USUAL: Final = frozenset(USUAL_WORDS.split())
USUAL_PHRASES: Final = tuple(  # of the regulations, in the captions of nearly every report
    tuple(phrase.split())
    for phrase in (
        "skala nilai peringkat kinerja",
        "efisiensi penggunaan sumber daya",
        "akuntabilitas kinerja instansi pemerintah",
        "indikator kinerja utama",
        "penyelenggaraan pemerintahan daerah",
        "rencana pembangunan jangka menengah",
        "indeks kepuasan masyarakat",
    )
)
LIKE: Final = 70.0  # similarity of two words of which one stands for the other, in per cent
FIRST_LETTERS: Final = 1  # of a slip are right: another first letter makes another word
KINDS: Final = ("heading", "caption", "source")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look at the words of every heading, caption and column head, and at the first word of every name."""
    seen: set[tuple[str, int, str]] = set()  # a misprint that a table repeats is one
    for result in [*of_lines(ledger), *of_cells(ledger)]:
        at = result.spot
        mark = (at.table_id, 0 if at.table_id else at.page, at.printed) if at else None
        if mark is None or mark not in seen:
            yield result
        if mark is not None:
            seen.add(mark)


def of_lines(ledger: Ledger) -> Iterator[Result]:
    """Look at the words outside tables."""
    for line in ledger.reading.lines:
        if line.kind in KINDS:
            yield from examine(line.text, line_spot(ledger, line))
            yield from phrases(line.text, line_spot(ledger, line))


def line_spot(ledger: Ledger, line: Line) -> Spot:
    """Return the place of a line, with the table that it is the caption or source of."""
    return Spot(line.page, table_of(ledger, line), place=page_place(line.page, shortened(line.text)))


def table_of(ledger: Ledger, line: Line) -> str:
    """Return the table that a caption stands above or a source below, or an empty text."""
    regions = [region for region in ledger.reading.regions if region.page == line.page]
    if line.kind == "caption":
        below = [region for region in regions if region.y0 >= line.y1]
        return min(below, key=lambda region: region.y0).table_id if below else ""
    above = [region for region in regions if region.y1 <= line.y0] if line.kind == "source" else []
    return max(above, key=lambda region: region.y1).table_id if above else ""


def phrases(text: str, spot: Spot) -> Iterator[Result]:
    """Look for usual phrases of which one word is another like it."""
    every = words(text)
    for phrase in USUAL_PHRASES:
        for at in range(len(every) - len(phrase) + 1):
            pairs = list(zip(every[at : at + len(phrase)], phrase, strict=True))
            odd = [(word, right) for word, right in pairs if word != right]
            if not odd:
                yield Result("passed")
            elif len(odd) == 1 and fuzz.ratio(*odd[0]) >= LIKE and odd[0][0] not in USUAL:
                where = replace(spot, printed=odd[0][0])
                yield Result("problem", spot=where, expected=Text(odd[0][1], odd[0][1]))


def of_cells(ledger: Ledger) -> Iterator[Result]:
    """Look at the words of column heads, and at the first word of every other cell."""
    for cell in ledger.reading.cells:
        yield from examine(cell.text, ledger.cell_spot(cell), None if cell.kind == "header" else 1)


def examine(text: str, spot: Spot, most: int | None = None) -> Iterator[Result]:
    """Return for every usual word among the first of a text whether it is spelled right; one cut by its column is."""
    every = words(text)
    for word, behind in zip_longest(every[:most], every[1:], fillvalue=""):
        if word in USUAL:
            yield Result("passed")
        elif f"{word} {behind}" in text.lower() and is_torn(word, behind) and (right := intended(word + behind)):
            yield Result("problem", spot=replace(spot, printed=f"{word} {behind}"), expected=Text(right, right))
        elif (right := intended(word)) and right != word + behind:
            yield Result("problem", spot=replace(spot, printed=word), expected=Text(right, right))


def is_torn(word: str, behind: str) -> bool:
    """Tell whether a letter and the word behind it may be one misprinted word: neither is right alone or together."""
    return len(word) == 1 and behind not in USUAL and word + behind not in USUAL


def intended(word: str) -> str:
    """Return the usual word that a word misses by one letter, or an empty text."""
    near = (right for right in sorted(USUAL) if word and word[:FIRST_LETTERS] == right[:FIRST_LETTERS])
    return next((right for right in near if OSA.distance(word, right, score_cutoff=1) == 1), "")


RULE = Rule(
    id="headings-spelled",
    title=Text("Headings are spelled right", "Judul dan kepala kolom dieja dengan benar"),
    reason="A misprint in a heading shows that the table was not proofread, and may keep it from being found.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the spelling.", "Perbaiki ejaannya."),
    message=Text("{place}: “{printed}” should read “{expected}”.", "{place}: “{printed}” seharusnya “{expected}”."),
    check=check,
)
