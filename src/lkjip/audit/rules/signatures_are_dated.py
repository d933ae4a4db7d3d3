"""Every signature has a place and a date above it."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Spot, Text
from lkjip.settings import Settings

NIP: Final = re.compile(r"^\W*NIP\b", re.I)
DATED: Final = re.compile(
    r"\b(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|nop|des)[a-z]*\W{0,4}20\d\d\b|^\W*[A-Z][\w\s-]+,[^,]{0,24}\b20\d\d\W*$",
    re.I,
)
ABOVE: Final = 12  # lines above the NIP that hold place, date, office and name
READ: Final = "text"  # status of a page whose words were not recognised from a picture


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for a date above every NIP that stands below a name, on pages that are no pictures."""
    pictures = {page.page for page in ledger.reading.pages if page.status != READ}
    lines = [line for line in ledger.reading.lines if line.kind != "running"]
    cells = {cell.page for cell in ledger.reading.cells if DATED.search(cell.text)}
    for at, line in enumerate(lines):
        if not NIP.match(line.text) or line.page in pictures:
            continue
        above = [other.text for other in lines[max(at - ABOVE, 0) : at] if other.page == line.page]
        if line.page in cells or any(DATED.search(text) for text in above):
            yield Result("passed")
        elif above:
            place = Text(f"Page {line.page}, signature", f"Halaman {line.page}, tanda tangan")
            yield Result("problem", spot=Spot(line.page, place=place))


RULE = Rule(
    id="signatures-dated",
    title=Text("A signature has a place and a date", "Tanda tangan disertai tempat dan tanggal"),
    reason="Without a date nobody can tell whether the report was made in time.",
    severity="info",
    basis="PermenPAN-RB 53/2014, Lampiran II D (since 2014): the report is due two months after the year ends.",
    resolve=Text("Add the place and the date.", "Tambahkan tempat dan tanggal."),
    message=Text(
        "{place}: neither place nor date stands above it.", "{place}: tempat dan tanggal tidak dicantumkan di atasnya."
    ),
    check=check,
)
