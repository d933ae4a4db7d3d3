"""Pictures of a document's pages on which personal numbers are blacked out, on scanned pages too."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lkjip.masking import nip_spans
from lkjip.read.repairs import MEANT
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import box_of
from lkjip.report.paper import Picture, Place, pictures
from lkjip.report.passages import boxes_of


def page_pictures(dossier: Dossier, pdf: Path, pages: Iterable[int]) -> list[Picture]:
    """Return the pictures of some pages (from 1) as the dossier's reader may see them. Raises pdfium.PdfiumError.

    A page without a size could not be opened when it was read, and is not opened again.
    """
    pages = {page.page for page in dossier.pages if page.width}.intersection(pages)
    if dossier.words.shows_personal_numbers:
        return pictures(pdf, pages, masks=False)
    return pictures(pdf, pages, tuple(personal_places(dossier)))


def personal_places(dossier: Dossier) -> Iterator[Place]:
    """Yield where recognised pages print personal numbers; pages with text tell it themselves."""
    scans = {page.page for page in dossier.pages if page.status == "recognised"}
    for line in dossier.lines:
        for start, end in spans_of(line.text) if line.page in scans else ():
            yield from (Place(line.page, box) for box in boxes_of(line.text[start:end], [line]))
    for cell in dossier.cells:
        if cell.page in scans and spans_of(cell.text):
            yield Place(cell.page, box_of(cell))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where personal numbers stand in a recognised text, also where letters were taken for digits."""
    return sorted({*nip_spans(text), *nip_spans(text.translate(MEANT))})
