"""The pages that findings point at, whole, with every finding marked and linked."""

from dataclasses import dataclass

from lkjip.records import Finding
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import Crop, Mark, evidence_of
from lkjip.report.fragment import Fragment
from lkjip.report.paper import Picture, pictures
from lkjip.report.templating import filled


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page with the findings on it."""

    picture: Picture
    marks: list[tuple[Finding, Mark]]


def whole_pages(dossier: Dossier) -> Fragment:
    """Return the pictures of all pages that a crop or a finding needs, each once."""
    if dossier.pdf is None:
        return Fragment(filled("pages.html.j2", dossier.words, dossier=dossier, pages=[]))
    evidence = evidence_of(dossier)
    crops = [(finding, crop) for finding in dossier.findings for crop in evidence.crops(finding)]
    needed = {piece.page for _, crop in crops for piece in crop.pieces}
    drawn = pictures(dossier.pdf, needed, masks=not dossier.words.shows_personal_numbers)
    pages = [WholePage(picture, marks_on(picture.page, crops)) for picture in drawn]
    return Fragment(filled("pages.html.j2", dossier.words, dossier=dossier, pages=pages))


def marks_on(page: int, crops: list[tuple[Finding, Crop]]) -> list[tuple[Finding, Mark]]:
    """Return the marks of all findings on a page; the lesser ones first, so that the graver are drawn above."""
    return [(finding, mark) for finding, crop in reversed(crops) if crop.page == page for mark in crop.marks]
