"""Parts of a picture with paper around them, as Tesseract reads them best."""

import cv2
import numpy as np

from lkjip.extract.geometry import Box
from lkjip.ocr.picture import SCALE, Grey

EDGE = round(1.5 * SCALE)  # pixels of the picture, and of paper, kept around a part


def cut(grey: Grey, box: Box) -> Grey:
    """Return a part of a picture, its box in pixels, with some paper around it."""
    x0, y0, x1, y1 = (round(value) for value in box)
    part = grey[max(0, y0 - EDGE) : y1 + EDGE, max(0, x0 - EDGE) : x1 + EDGE]
    return np.asarray(cv2.copyMakeBorder(part, EDGE, EDGE, EDGE, EDGE, cv2.BORDER_CONSTANT, value=255), np.uint8)


def corner(box: Box) -> tuple[int, int]:
    """Return the pixel of the picture at the top left of what `cut` returns."""
    return max(0, round(box.x0) - EDGE) - EDGE, max(0, round(box.y0) - EDGE) - EDGE
