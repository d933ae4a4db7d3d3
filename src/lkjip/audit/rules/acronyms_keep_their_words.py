"""An abbreviation stands for the same words wherever the report spells it out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.names import ACRONYM, LONGEST, WORD, spelled
from lkjip.audit.spelling import counts
from lkjip.grouping import grouped
from lkjip.read.doubt import CERTAIN
from lkjip.settings import Settings

USUAL: Final = {"dppa": "dokumen pelaksanaan perubahan anggaran"}  # Permendagri 77/2020; often with its words swapped


class Expansion(NamedTuple):
    """An abbreviation in brackets, the words before it that it stands for, and its place."""

    acronym: str
    words: str
    spot: Spot


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare the words of every abbreviation with the usual ones, or with those most often before it."""
    known = counts(text for text, _ in texts(ledger))
    for acronym, group in grouped(expansions(ledger), lambda each: each.acronym).items():
        usual = USUAL.get(acronym) or likeliest([each.words for each in group], known)
        for each in group:
            if each.words == usual:
                yield Result("passed")
            else:
                yield Result("problem", spot=each.spot, expected=Text(usual, usual))


def likeliest(meanings: list[str], known: Counter[str]) -> str:
    """Return the meaning given most often; of several the one without a rare word, which may be a misprint."""
    return max(meanings, key=lambda words: (meanings.count(words), min(known[word] for word in words.split()), words))


def expansions(ledger: Ledger) -> Iterator[Expansion]:
    """Return every abbreviation that is spelled out right before it, in sentences and in cells."""
    for text, spot in texts(ledger):
        for bracket in ACRONYM.finditer(text):
            before = text[: bracket.start()]
            words = spelled(bracket[1].lower(), WORD.findall(before.lower())[-LONGEST:])
            if words:
                printed = f"{' '.join(before.split()[-len(words.split()) - 1 :])} {bracket.group()}"
                yield Expansion(bracket[1].lower(), words, replace(spot, printed=printed))


def texts(ledger: Ledger) -> Iterator[tuple[str, Spot]]:
    """Return every text of the report that was not recognised from an image, with its place."""
    for lines in ledger.blocks.values():
        if all(line.confidence >= CERTAIN for line in lines):
            text = " ".join(line.text for line in lines)
            yield text, Spot(lines[0].page, place=page_place(lines[0].page, shortened(text)))
    for cell in ledger.reading.cells:
        if cell.confidence >= CERTAIN:
            yield cell.text, ledger.cell_spot(cell)


RULE = Rule(
    id="acronyms-agree",
    title=Text("An abbreviation has one meaning", "Satu singkatan memiliki satu kepanjangan"),
    reason="Rencana kerja tahunan and rencana kinerja tahunan are two documents; RKT cannot stand for both.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Spell the abbreviation out in one way.", "Samakan kepanjangan singkatan itu."),
    message=Text(
        "{place}: “{printed}” is usually spelled out as “{expected}”.",
        "{place}: kepanjangan “{printed}” biasanya “{expected}”.",
    ),
    check=check,
)
