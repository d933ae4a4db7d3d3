"""The usual words of these reports are spelled right in headings, captions, column heads and first words of names."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from rapidfuzz.distance import OSA

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.spelling import words
from lkjip.settings import Settings

USUAL_WORDS: Final = """
    realisasi anggaran sasaran indikator program kegiatan capaian target kinerja satuan keterangan kecamatan kelurahan
    laporan efisiensi perjanjian pencapaian perbandingan akuntabilitas pemerintahan penyelenggaraan pemberdayaan
    masyarakat pelayanan pembinaan pengawasan koordinasi administrasi perencanaan pelaporan
"""
USUAL: Final = frozenset(USUAL_WORDS.split())
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
            yield from examine(line.text, Spot(line.page, place=page_place(line.page, shortened(line.text))))


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
        elif (right := intended(word)) and right != word + behind:
            where = Spot(spot.page, spot.table_id, spot.row, spot.column, word, spot.place)
            yield Result("problem", spot=where, expected=Text(right, right))


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
