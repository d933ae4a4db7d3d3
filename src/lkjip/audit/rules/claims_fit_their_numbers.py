"""Words like "meningkat" and "melampaui target" fit the numbers of their own sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import Paragraph, paragraphs, spot
from lkjip.read.numbers import parse
from lkjip.settings import Settings

NUMBER: Final = r"(?P<{0}>(?:Rp\.?\s*)?\d[\d.,]*)\s*(?P<{0}_unit>%|persen\b|\w+)?"
UP: Final = r"(?P<up>naik|meningkat|peningkatan|kenaikan|bertambah|penambahan)"
DOWN: Final = r"(?P<down>turun|menurun|penurunan|berkurang|pengurangan)"
NOT_BETWEEN: Final = r"(?:(?!\b(?:naik|turun|meningkat|menurun|peningkatan|penurunan|kenaikan)\b)[^.;()]|\.(?=\d))"
CHANGE: Final = re.compile(
    rf"\b(?:{UP}|{DOWN})\b{NOT_BETWEEN}{{0,70}}?\bdari\s+(?:semula\s+|sebesar\s+|nilai\s+)?{NUMBER.format('before')}"
    rf"(?:\s+(?:pada\s+|di\s+)?tahun\s+20\d\d)?\s*,?\s*(?:\([\w\s]+\)\s*)?menjadi\s+(?:sebesar\s+)?{NUMBER.format('after')}",
    re.I,
)
REACHED: Final = re.compile(
    r"\b(?:(?:memenuhi|melampaui|melebihi)\s+target|(?:telah|sudah|berhasil)\s+mencapai\s+target)\b"
    r"(?!(?:\s+\w+){0,2}\s+(?:sebesar|sebanyak|(?!20\d\d\b)\d))",
    re.I,
)
HOPED: Final = re.compile(
    r"\b(?:belum|tidak|kurang|bisa|diharapkan|untuk|agar|akan|rangka|proses|jika|apabila|sebagian|ada yang|beberapa)\b"
    r"[^.;]{0,60}$",
    re.I,
)
CAPAIAN: Final = re.compile(
    r"\b(?:capaian|pencapaian)\s+kinerja\b(?:(?!target|kurang|lebih|bawah)[^.;:\d%]|tahun\s+20\d\d){0,60}?"
    r"(?P<value>\d{1,3}(?:[.,]\d+)?)\s*(?:%|persen)",
    re.I,
)
SENTENCE: Final = re.compile(r"(?:[^.;]|\.(?=\S))+")
FULL: Final = Decimal(100)
OTHER_WAY: Final = Text("the numbers go the other way", "angkanya justru berlawanan")
BELOW: Final = Text(
    "the sentence gives a capaian of {0} %, below the target", "kalimat ini menyebut capaian {0} %, di bawah target"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold every such word against the numbers around it."""
    for paragraph in paragraphs(ledger):
        yield from changes(paragraph)
        for sentence in SENTENCE.finditer(paragraph.text):
            yield from reached(paragraph, sentence)


def changes(paragraph: Paragraph) -> Iterator[Result]:
    """Compare the two numbers of "meningkat dari ... menjadi ...", where they have one unit."""
    for found in CHANGE.finditer(paragraph.text):
        before, after = value(found["before"]), value(found["after"])
        if before is None or after is None or unit(found, "before") != unit(found, "after"):
            continue
        fits = after >= before if found["up"] else after <= before
        yield Result("passed") if fits else Result("problem", spot=spot(paragraph, found), note=OTHER_WAY)


def unit(found: re.Match[str], side: str) -> str:
    """Return whether a number is money, a percentage or neither."""
    if found[side].lower().startswith("rp"):
        return "rupiah"
    return "persen" if (found[f"{side}_unit"] or "").lower() in ("%", "persen") else ""


def value(printed: str) -> Decimal | None:
    """Return the one number of a text, or None; a year is none."""
    numbers = parse(printed.strip(" .,"))
    if len(numbers) != 1 or re.fullmatch(r"20\d\d", printed.strip()):
        return None
    return numbers[0].value


def reached(paragraph: Paragraph, sentence: re.Match[str]) -> Iterator[Result]:
    """Hold the claim that a target was met against the capaian that the sentence itself prints."""
    text = sentence.group()
    claim = REACHED.search(text)
    printed = [value(found["value"]) for found in CAPAIAN.finditer(text)]
    known = [number for number in printed if number is not None]
    if claim is None or not known or HOPED.search(text[: claim.start()]):
        return
    if max(known) >= FULL:
        yield Result("passed")
        return
    at = re.compile(re.escape(claim.group())).search(paragraph.text, sentence.start() + claim.start())
    assert at is not None
    shown = f"{max(known)}"
    note = Text(BELOW.en.format(shown), BELOW.id.format(shown.replace(".", ",")))
    yield Result("problem", spot=spot(paragraph, at), note=note)


RULE = Rule(
    id="claims-fit",
    title=Text("Claims fit the numbers of their sentence", "Pernyataan sesuai dengan angka di kalimatnya"),
    reason="Readers quote the claim, not the numbers; where they contradict each other one of them is wrong.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the words or the numbers.", "Perbaiki kata-kata atau angkanya."),
    message=Text("{place}: words and numbers disagree: {printed}.", "{place}: kata dan angka tidak sesuai: {printed}."),
    check=check,
)
