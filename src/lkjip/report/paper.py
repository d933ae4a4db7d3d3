"""Pictures of the PDF's pages: small grey PNGs, each page once, with personal numbers blacked out."""

import base64
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from lkjip import store
from lkjip.extract.geometry import Box
from lkjip.masking import nip_spans

GREYS: Final = 8
LOOKUP: Final = [round(value * (GREYS - 1) / 255) for value in range(256)]
PALETTE: Final = [channel for grey in range(GREYS) for channel in [round(grey * 255 / (GREYS - 1))] * 3]
ZOOMS: Final = (2.0, 1.5, 1.0, 0.7)  # pixels per point: as sharp as the file may grow
MOST_BYTES: Final = 1_700_000  # of all pictures of a file; Base64 adds a third, the text the rest of 3 MB
TYPICAL_BYTES: Final = 34_000  # of a page full of text at one pixel per point and per its square root


class Place(NamedTuple):
    """A box on a page (from 1)."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as PNG, and its size in points."""

    page: int
    width: float
    height: float
    png: bytes

    @property
    def address(self) -> str:
        """Return the picture as a data address."""
        return address_of(self.png)


def address_of(png: bytes) -> str:
    """Return a picture as a data address."""
    return "data:image/png;base64," + base64.b64encode(png).decode()


def pictures(pdf: Path, pages: Iterable[int], private: tuple[Place, ...] = (), masks: bool = True) -> list[Picture]:
    """Return the pictures of some pages (from 1), small enough for one HTML file. Raises pdfium.PdfiumError.

    With masks, personal numbers in the text of the pages are blacked out, and what is private besides.
    """
    wanted = sorted(set(pages))
    album = Album(pdf, store.stamp(pdf), private, masks)
    for zoom in ZOOMS[first_zoom(len(wanted)) :]:
        made = [picture(album, page, zoom) for page in wanted]
        if sum(len(each.png) for each in made) <= MOST_BYTES:
            break
    return made


@dataclass(frozen=True, slots=True)
class Album:
    """A PDF as it is on the disk now, and what is hidden in its pictures."""

    pdf: Path
    stamp: tuple[int, int]
    private: tuple[Place, ...]
    masks: bool


@lru_cache(maxsize=1)
def opened(album: Album) -> pdfium.PdfDocument:
    """Open a PDF. Raises pdfium.PdfiumError."""
    return pdfium.PdfDocument(album.pdf)


def first_zoom(pages: int) -> int:
    """Return the place in ZOOMS to start at, so that few pages are drawn twice."""
    fitting = (place for place, zoom in enumerate(ZOOMS) if pages * TYPICAL_BYTES * zoom <= MOST_BYTES)
    return next(fitting, len(ZOOMS) - 1)


@lru_cache(maxsize=512)
def picture(album: Album, number: int, zoom: float) -> Picture:
    """Draw one page; both languages of a report and its extraction show the same."""
    page = opened(album)[number - 1]
    bitmap = page.render(scale=zoom, grayscale=True)
    image = bitmap.to_pil()
    if album.masks:
        draw = ImageDraw.Draw(image)
        for pixels in personal_boxes(page, bitmap):
            draw.rectangle(pixels, fill=0)
        for box in (place.box for place in album.private if place.page == number):
            draw.rectangle([edge * zoom for edge in box], fill=0)
    width, height = page.get_size()
    page.close()
    return Picture(number, width, height, png(image))


def personal_boxes(page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap) -> Iterator[tuple[int, int, int, int]]:
    """Yield the pixels (x0, y0, x1, y1) of each part of a personal number that is text on the page."""
    text = page.get_textpage()
    place = bitmap.get_posconv(page)
    for start, end in nip_spans(text.get_text_range()):
        for index in range(text.count_rects(start, end - start)):
            left, bottom, right, top = text.get_rect(index)
            corners = [place.to_bitmap(x, y) for x, y in ((left, bottom), (right, top))]
            (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*corners, strict=True))
            yield x0 - 1, y0 - 1, x1 + 1, y1 + 1
    text.close()


def png(image: Image.Image) -> bytes:
    """Return a grey image as PNG of a few greys: a page of text needs no more, and half the bytes."""
    indexed = image.point(LOOKUP)
    small = Image.frombytes("P", indexed.size, indexed.tobytes())
    small.putpalette(PALETTE)
    out = io.BytesIO()
    small.save(out, "PNG", bits=4, compress_level=4)
    return out.getvalue()
