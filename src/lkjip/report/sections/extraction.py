"""How a report was read: its pages with the tables and cells that were found, and what was merged, doubted or left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lkjip.extract.geometry import Box
from lkjip.grouping import grouped
from lkjip.read.doubt import SURE
from lkjip.records import Region, Table, Unread
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import box_of
from lkjip.report.fragment import Fragment
from lkjip.report.links import described
from lkjip.report.paper import Picture
from lkjip.report.personal import page_pictures
from lkjip.report.templating import filled


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with outlines of what was found on it, as SVG path data."""

    picture: Picture
    tables: list[tuple[Region, Table | None]]
    headers: str
    bodies: str
    doubtful: str
    unread: Sequence[Unread]


def outlines(boxes: Iterable[Box]) -> str:
    """Return rectangles as SVG path data, in points."""
    return "".join(f"M{b.x0:.0f} {b.y0:.0f}h{b.width:.0f}v{b.height:.0f}h{-b.width:.0f}z" for b in boxes)


def read_pages(dossier: Dossier) -> list[ReadPage]:
    """Return the pages that hold a table or something unread."""
    if dossier.pdf is None:
        return []
    regions = grouped(dossier.regions, lambda region: region.page)
    cells = grouped(dossier.cells, lambda cell: cell.page)
    unread = grouped((item for item in dossier.unread if item.x0 is not None), lambda item: item.page)
    drawn = page_pictures(dossier, dossier.pdf, {*regions, *unread})
    return [
        ReadPage(
            picture,
            [(region, dossier.table.get(region.table_id)) for region in regions.get(picture.page, ())],
            outlines(box_of(cell) for cell in cells.get(picture.page, ()) if cell.kind != "body"),
            outlines(box_of(cell) for cell in cells.get(picture.page, ()) if cell.kind == "body"),
            outlines(box_of(cell) for cell in cells.get(picture.page, ()) if cell.confidence < SURE),
            unread.get(picture.page, ()),
        )
        for picture in drawn
    ]


EXTRACTION: Final = "extraction"


def extraction_opening(dossier: Dossier) -> Fragment:
    """Return the opening of the page about how a report was read."""
    html = filled("extraction/opening.html.j2", dossier.words, dossier=dossier)
    title = dossier.words("How it was read: %(title)s", title=dossier.title)
    return Fragment(html, described(title, f"{dossier.document}.{EXTRACTION}", dossier.words), place="opening")


def merges(dossier: Dossier) -> Fragment:
    """Return every table with how it was found, what was merged into it and what two readings disagree on."""
    return Fragment(filled("extraction/merges.html.j2", dossier.words, dossier=dossier))


def drawn_tables(dossier: Dossier) -> Fragment:
    """Return the pages with their tables and cells drawn."""
    return Fragment(filled("extraction/pages.html.j2", dossier.words, dossier=dossier, pages=read_pages(dossier)))
