"""Small pictures of single cells, cut out of the pages of the PDF, to hold a reading against the print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

from lkjip.grouping import grouped
from lkjip.records import Cell
from lkjip.report.paper import address_of, png

ZOOM: Final = 2.0  # pixels per point: print of seven points is still legible
MOST_BYTES: Final = 900_000  # of all clips of a file; Base64 adds a third
AROUND: Final = 3.0  # points of the page around a cell
TALLEST: Final = 120.0  # points: the foot of a taller cell is left out


@dataclass(frozen=True, slots=True)
class Clip:
    """The picture of a cell as PNG; its size in points."""

    width: float
    height: float
    png: bytes

    @property
    def address(self) -> str:
        """Return the picture as a data address."""
        return address_of(self.png)


def clips(pdf: Path, cells: Sequence[Cell]) -> dict[Cell, Clip]:
    """Return the pictures of cells, the first ones where not all fit into a file. Raises pdfium.PdfiumError."""
    found: dict[Cell, Clip] = {}
    size = 0
    for cell, clip in clips_of_pages(pdf, cells):
        size += len(clip.png)
        if size > MOST_BYTES:
            break
        found[cell] = clip
    return found


def clips_of_pages(pdf: Path, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Clip]]:
    """Yield the picture of each cell, page by page."""
    document = pdfium.PdfDocument(pdf)
    try:
        for number, on_page in grouped(cells, lambda cell: cell.page).items():
            image = document[number - 1].render(scale=ZOOM, grayscale=True).to_pil()
            yield from ((cell, clip_of(image, cell)) for cell in on_page)
    finally:
        document.close()


def clip_of(image: Image.Image, cell: Cell) -> Clip:
    """Return the picture of a cell on its page."""
    foot = min(cell.y1, cell.y0 + TALLEST)
    edges = (cell.x0 - AROUND, cell.y0 - AROUND, cell.x1 + AROUND, foot + AROUND)
    left, top, right, bottom = (round(edge * ZOOM) for edge in edges)
    part = image.crop((max(0, left), max(0, top), min(image.width, right), min(image.height, bottom)))
    return Clip(part.width / ZOOM, part.height / ZOOM, png(part))
