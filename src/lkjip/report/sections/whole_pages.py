"""The pages that findings point at, whole, with every finding marked and linked."""

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.grouping import grouped
from lkjip.records import Finding
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import Crop, Mark, evidence_of
from lkjip.report.fragment import Fragment
from lkjip.report.paper import Picture
from lkjip.report.personal import page_pictures
from lkjip.report.templating import filled


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: its mark, and the findings that point at it, gravest first."""

    mark: Mark
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page with the places that findings point at."""

    picture: Picture
    spots: list[Spot]


def whole_pages(dossier: Dossier) -> Fragment:
    """Return the pictures of all pages that a crop or a finding needs, each once."""
    if dossier.pdf is None:
        return Fragment(filled("pages.html.j2", dossier.words, dossier=dossier, pages=[]))
    evidence = evidence_of(dossier)
    crops = [(finding, crop) for finding in dossier.findings for crop in evidence.crops(finding)]
    needed = {piece.page for _, crop in crops for piece in crop.pieces}
    drawn = page_pictures(dossier, dossier.pdf, needed)
    pages = [WholePage(picture, spots_on(picture.page, crops)) for picture in drawn]
    return Fragment(filled("pages.html.j2", dossier.words, dossier=dossier, pages=pages))


def spots_on(page: int, crops: list[tuple[Finding, Crop]]) -> list[Spot]:
    """Return the places on a page that findings mark, each once; it leads if it leads in any of them."""
    marks = [(finding, mark) for finding, crop in crops if crop.page == page for mark in crop.marks]
    by_place = grouped(marks, lambda pair: tuple(round(edge) for edge in pair[1].box))
    return [spot(pairs) for pairs in by_place.values()]


def spot(pairs: Sequence[tuple[Finding, Mark]]) -> Spot:
    """Return the marks of several findings at one place as one."""
    leading = next((mark for _, mark in pairs if mark.leads), pairs[0][1])
    known = {finding.finding_id: finding for finding, _ in pairs}
    return Spot(leading, list(known.values()))
