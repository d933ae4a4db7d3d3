"""A NIP is built as prescribed, and one official has one NIP. The number itself is never printed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lkjip.audit.derivation import verdict
from lkjip.audit.ledger import Ledger, page_place, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.masking import hidden, nip_spans
from lkjip.records import Line
from lkjip.settings import Settings

LENGTH: Final = 18
AGES: Final = (17, 60)  # plausible years of age at the start of service; our own limits
NAME: Final = re.compile(r"^[^\d:]{4,}$")
ABOVE: Final = 3  # lines above a NIP in which the name stands
SHAPE: Final = Text("its dates, sex digit or length are not those of a NIP", "susunan angkanya bukan susunan NIP")
CONFLICT: Final = Text("elsewhere the same name has another number", "di tempat lain nama ini memiliki nomor berbeda")


SHARED: Final = Text("elsewhere another name has this number", "di tempat lain nomor ini milik nama yang berbeda")


@dataclass(frozen=True, slots=True)
class Signature:
    """A NIP, with the name printed above it."""

    digits: str
    name: str
    line: Line
    printed: str  # masked


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Check every NIP by itself, then against the others of its name."""
    found = list(signatures(ledger))
    owners = {s.digits: s.name for s in reversed(found) if s.name}
    usual = {name: Counter(s.digits for s in found if s.name == name).most_common(1)[0][0] for name in names(found)}
    for signature in found:
        fault = None if is_valid(signature.digits) else SHAPE
        if fault is None and signature.digits != usual.get(signature.name, signature.digits):
            fault = CONFLICT
        if fault is None and signature.name and differ(signature.name, owners[signature.digits]):
            fault = SHARED
        yield Result(verdict(fault is None), spot=spot(signature), note=fault or Text("", ""))


def signatures(ledger: Ledger) -> Iterator[Signature]:
    """Return the NIPs outside tables with the names above them."""
    lines = ledger.reading.lines
    for at, line in enumerate(lines):
        for start, end in nip_spans(line.text):
            digits = re.sub(r"\D", "", line.text[start:end])
            above = [other.text for other in lines[max(0, at - ABOVE) : at] if other.page == line.page]
            name = next((text for text in above if NAME.match(text) and text.upper() == text), "")
            yield Signature(digits, folded(name), line, hidden(line.text[start:end]))


def folded(name: str) -> str:
    """Return a name for comparison, without titles behind a comma."""
    return " ".join(re.findall(r"[a-z]+", name.partition(",")[0].lower()))


def differ(name: str, other: str) -> bool:
    """Tell whether two names cannot be one: they share neither their first nor their last word."""
    one, two = name.split(), other.split()
    return bool(one and two) and one[0] != two[0] and one[-1] != two[-1]


def names(found: list[Signature]) -> set[str]:
    """Return the names that are printed with a NIP."""
    return {signature.name for signature in found if signature.name}


def is_valid(digits: str) -> bool:
    """Tell whether digits are built as birth date, month of entry, sex and serial number."""
    if len(digits) != LENGTH or digits[14] not in "12":
        return False
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        entered = date(int(digits[8:12]), int(digits[12:14]), 1)
    except ValueError:
        return False
    return AGES[0] <= (entered - born).days / 365.25 <= AGES[1]


def spot(signature: Signature) -> Spot:
    """Return the place of a NIP, masked."""
    return Spot(signature.line.page, printed=signature.printed, place=page_place(signature.line.page, shortened("NIP")))


RULE = Rule(
    id="nip-valid",
    title=Text("A NIP is built as prescribed, and one official has one", "NIP tersusun benar dan satu orang satu NIP"),
    reason="Two numbers for one name show that the report was put together from older ones.",
    severity="warning",
    basis="Perka BKN 22/2007 (since 2007), as commonly applied; the limits of age are our own.",
    resolve=Text("Correct the NIP.", "Perbaiki NIP-nya."),
    message=Text("{place}: the NIP {printed} cannot be right.", "{place}: NIP {printed} tidak benar."),
    check=check,
)
