"""A page as a picture that can be read: upright, straight, evenly lit, at one resolution."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

POINTS_PER_INCH = 72
DPI = 300  # at which pictures are read
SCALE = DPI / POINTS_PER_INCH  # pixels per point
COARSEST, FINEST = 72, 300  # resolutions at which a page is rendered
LARGE = 0.1  # of the page: images from this size on tell the scan's resolution
PAPER = 25  # pixels: the neighbourhood in which the brightest is paper; wider than any stroke of text
DARK = 0.75  # of the paper's brightness: ink is darker


@dataclass(frozen=True)
class Picture:
    """A page at DPI: `grey` for reading, `ink` (255 is ink); `skew` in clockwise degrees, `turn` in quarter turns."""

    grey: Grey
    ink: Grey
    skew: float
    turn: int

    @property
    def width(self) -> float:
        """Width in points."""
        return float(self.grey.shape[1] / SCALE)

    @property
    def height(self) -> float:
        """Height in points."""
        return float(self.grey.shape[0] / SCALE)

    def turned(self, degrees: int) -> "Picture":
        """Return the picture with text that stands turned clockwise by so many degrees made upright."""
        quarters = degrees // 90 % 4
        grey, ink = (np.ascontiguousarray(np.rot90(part, quarters)) for part in (self.grey, self.ink))
        return Picture(grey, ink, self.skew, (self.turn + degrees) % 360)


@dataclass(frozen=True)
class Photo:
    """A page as it is displayed, in shades of grey, at the resolution at which it was scanned."""

    grey: Grey
    dpi: float


def photo_of(page: pypdfium2.PdfPage) -> Photo:
    """Return the photo of a page."""
    dpi = resolution(page)
    return Photo(rendered(page, dpi), dpi)


def picture_of(photo: Photo) -> Picture:
    """Return the picture of a page without its skew."""
    dpi, flat = photo.dpi, evenly_lit(photo.grey)
    skew = skew_of(inked(flat), dpi)
    grey = straightened(flat, skew, DPI / dpi)
    return Picture(grey, inked(grey), skew, 0)


def resolution(page: pypdfium2.PdfPage) -> float:
    """Return the resolution at which the page was scanned, in dots per inch; FINEST where no image tells."""
    found = [FINEST] if not (images := list(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5))) else []
    area = page.get_width() * page.get_height()
    for image in images:
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > LARGE * area:
            pixels = math.prod(image.get_px_size())
            found.append(round(math.sqrt(pixels / ((right - left) * (top - bottom))) * POINTS_PER_INCH))
    return min(max([*found, COARSEST]), FINEST)


def rendered(page: pypdfium2.PdfPage, dpi: float) -> Grey:
    """Return the displayed page in shades of grey."""
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
    try:
        pixels = bitmap.to_numpy()
        return np.array(pixels.reshape(pixels.shape[:2]), np.uint8)
    finally:
        bitmap.close()


def evenly_lit(grey: Grey) -> Grey:
    """Return a picture with white paper: shades and shadows are divided out."""
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((PAPER, PAPER), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), PAPER / 2)
    return np.asarray(cv2.divide(grey, paper, scale=255), np.uint8)


def inked(grey: Grey) -> Grey:
    """Return where ink is (255) on evenly lit paper."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    return np.asarray(cv2.threshold(smooth, 255 * DARK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


SKEW_DPI = 100
SKEW_MAX = 4.0  # degrees: more is no accident


def skew_of(ink: Grey, dpi: float) -> float:
    """Return by how many degrees the page lies askew, clockwise: where its lines of text and rules are sharpest."""
    scale = SKEW_DPI / dpi
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.float32)
    soft = np.asarray(
        cv2.GaussianBlur(small, (0, 0), 1), np.float32
    )  # else the angle zero, which blurs nothing, looks sharpest
    angle = 0.0
    for step, reach in ((0.5, SKEW_MAX), (0.1, 0.5), (0.02, 0.1)):
        angles = np.arange(angle - reach, angle + reach + step / 2, step)
        angle = float(max(angles, key=lambda degrees: (sharpness(soft, float(degrees)), -abs(degrees))))
    return angle if abs(angle) < SKEW_MAX else 0.0


def sharpness(ink: NDArray[np.float32], degrees: float) -> float:
    """Return how sharply rows or columns of ink differ after the picture was turned back by an angle."""
    height, width = ink.shape
    shift = math.tan(math.radians(degrees))
    rows = cv2.warpAffine(ink, np.array([[1, 0, 0], [-shift, 1, shift * width / 2]]), (width, height))
    columns = cv2.warpAffine(ink, np.array([[1, shift, -shift * height / 2], [0, 1, 0]]), (width, height))
    return float(np.square(np.diff(rows.sum(1))).sum() + np.square(np.diff(columns.sum(0))).sum())


def straightened(grey: Grey, skew: float, zoom: float) -> Grey:
    """Return the picture enlarged and turned back by its skew, white where nothing of it lies."""
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, zoom)
    size = round(width * zoom), round(height * zoom)
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return np.asarray(cv2.warpAffine(grey, turn, size, flags=cv2.INTER_CUBIC, borderValue=255), np.uint8)
