"""A list has as many items as the sentence before it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.lines import LONG, names_of
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.rules.lists_run_on import numbered
from lkjip.audit.spelling import words
from lkjip.audit.text import Paragraph, matches, passages_of, spot
from lkjip.read.prose.passages import Passage
from lkjip.read.prose.spelled import spells, value_of
from lkjip.settings import Settings

STATED: Final = re.compile(
    r"\b(?P<digits>\d{1,2})\s*(?:\((?P<words>[a-z ]+)\)\s*)?"
    r"(?P<thing>bagian|misi|tujuan|sasaran|strategi|isu|aspek|kelompok|tahap|hal|unsur|prinsip|langkah|seksi|bidang|"
    r"program|kegiatan|sub kegiatan|indikator|jenis|faktor|komponen|laporan|kelurahan|desa)\b"
    r"[^.;:\d]{0,60}\b(?:yaitu|yakni|antara lain|sebagai berikut|adalah|meliputi|terdiri (?:dari|atas)|berikut)\s*:\s*$",
    re.I,
)
NAMED: Final = re.compile(
    r"\b(?P<count>(?P<digits>\d{1,2})\s*(?:\((?P<words>[a-z ]+)\))?)\s+(?:program|kegiatan|sub kegiatan)\s+"
    r"(?:yaitu|yakni|adalah)\s*:?\s*(?P<names>[A-Z][^.;:]{10,400})",
    re.I,
)
OPEN: Final = re.compile(
    r"\b(?:antara lain|dijelaskan|diuraikan|dilihat|dirinci|masing)\b", re.I
)  # no plain list of them
OTHER_COUNT: Final = re.compile(r"\b\d{1,2}\s*\([a-z ]+\)|\b\d{1,2}\s+[a-z]", re.I)  # the list may be of those
REACH: Final = 100  # characters before a count in which another one may stand
FEWEST: Final = 2  # items of a list


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Count the items behind every sentence that says how many there are."""
    every = passages_of(ledger)
    yield from in_sentences(ledger)
    for at, passage in enumerate(every):
        text = f"{passage.marker} {passage.plain}".strip()
        found = STATED.search(text)
        counted = items(every[at + 1 :]) if found else 0
        if found is None or counted < FEWEST or OPEN.search(found.group()) or has_other(text, found):
            continue
        if counted == stated(found):
            yield Result("passed")
        else:
            where = spot(Paragraph(passage.page, passage.kind, text), found)
            yield Result("problem", spot=where, expected=Text(str(counted), str(counted)))


def in_sentences(ledger: Ledger) -> Iterator[Result]:
    """Count the kegiatan of the tables that a sentence names right behind their number."""
    known = [name for rows in ledger.rows.values() for name in names_of(rows) if name.count(" ") >= LONG - 1]
    own = sorted(set(known), key=len, reverse=True)
    for paragraph, found in matches(ledger, NAMED):
        rest, count = " ".join(words(found["names"])), 0
        for name in own:
            count += name in rest
            rest = rest.replace(name, "")
        if count == stated(found):
            yield Result("passed")
        elif count > stated(found):  # names that the tables spell otherwise are not counted
            where = replace(spot(paragraph, found), printed=found["count"])
            yield Result("problem", spot=where, expected=Text(str(count), str(count)))


def has_other(text: str, found: re.Match[str]) -> bool:
    """Tell whether the sentence counts something else before."""
    return OTHER_COUNT.search(text, max(0, found.start() - REACH), found.start()) is not None


def stated(found: re.Match[str]) -> int:
    """Return the number that a sentence states; where digits and words differ another rule says so."""
    words = found["words"] or ""
    value = value_of(words) if spells(words) else None
    return int(found["digits"]) if value is None else int(value)


def items(following: Sequence[Passage]) -> int:
    """Return the length of the list that starts right here, 0 where none does or where it may go on elsewhere."""
    first = numbered(following[0]) if following else None
    if first is None or first.place != 1:
        return 0
    last = first
    for passage in following[1:]:
        item = numbered(passage)
        if passage.kind == "heading" and item is None:
            break
        if item is not None and item.style == first.style:
            if item.place != last.place + 1:
                return last.place if item.place == 1 else 0
            last = item
    run_in = re.search(rf"(?<!\d){last.place + 1}\s?[.)]", " ".join(part.plain for part in following[: last.place + 1]))
    return 0 if run_in else last.place


RULE = Rule(
    id="list-counts",
    title=Text("A list has as many items as announced", "Jumlah butir sesuai dengan yang disebutkan"),
    reason="A count that is off shows that an item was added or left out.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Correct the count, or complete the list.", "Perbaiki jumlahnya, atau lengkapi daftarnya."),
    message=Text(
        "{place}: announced are {printed} but the list has {expected}.",
        "{place}: disebutkan {printed} tetapi daftarnya berisi {expected} butir.",
    ),
    check=check,
)
