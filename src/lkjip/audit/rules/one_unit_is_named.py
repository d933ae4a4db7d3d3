"""Chapters about the unit's own performance name no other kecamatan."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger, shortened
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.audit.text import chapter_page, paragraphs, spot
from lkjip.settings import Settings

NAMED: Final = re.compile(r"\bKecamatan\s+((?:[A-Z][a-z]+|[A-Z]{3,})(?:\s*-?\s*(?:[A-Z][a-z]+|[A-Z]{3,}))?)")
COMMON: Final = re.compile(
    r"(?:yang|ini|dan|se|di|pada|dalam|tahun|sehat|kabupaten|kota|dengan|adalah|sebagai|terdiri|kelurahan|tersebut|nilai|"
    r"laporan|untuk|atau|secara)"
)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare every kecamatan that is named after Bab I with the report's own."""
    own = letters(ledger.attribute.get("kecamatan", "") or ledger.attribute.get("instansi", ""))
    start = chapter_page(ledger, "II")
    if not own or start is None or "kecamatan" not in ledger.attribute.get("instansi", "").lower():
        return
    for paragraph in paragraphs(ledger):
        for found in NAMED.finditer(paragraph.text) if paragraph.page >= start else ():
            yield result(is_own(found[1], own), spot(paragraph, found))
    for cell in ledger.reading.cells:
        for found in NAMED.finditer(cell.text) if cell.page >= start else ():
            place = ledger.cell_place(cell.table_id, cell.page, (shortened(cell.text),))
            where = Spot(cell.page, cell.table_id, cell.row, cell.column, found.group(), place)
            yield result(is_own(found[1], own), where)


def letters(name: str) -> str:
    """Return the letters of a name without the word kecamatan."""
    return "".join(re.findall(r"[a-z]", name.lower().replace("kecamatan", "")))


def is_own(name: str, own: str) -> bool:
    """Tell whether a name is the unit's own, the beginning of it, or no name of a place."""
    first = name.split()[0].lower()
    plain = letters(name)
    return COMMON.fullmatch(first) is not None or own.startswith(plain) or plain.startswith(own) or own.endswith(plain)


def result(fits: bool, where: Spot) -> Result:
    """Return the result for one name."""
    return Result("passed") if fits else Result("problem", spot=where)


RULE = Rule(
    id="one-unit-named",
    title=Text("The report speaks of its own kecamatan", "Laporan menyebut kecamatannya sendiri"),
    reason="The name of another kecamatan shows that a text was copied, and its numbers perhaps too.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran III, checklist reviu II: made by the unit responsible (since 2014).",
    resolve=Text("Check whether the passage was copied.", "Periksa apakah bagian ini disalin dari laporan lain."),
    message=Text("{place}: another kecamatan is named: {printed}.", "{place}: nama kecamatan lain disebut: {printed}."),
    check=check,
)
