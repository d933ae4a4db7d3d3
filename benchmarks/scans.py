"""Make scans of PDFs: image-only pages, slightly askew, unevenly lit, blurred, noisy, as JPEG; always the same."""

import argparse
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2

Grey = np.ndarray

SKEW_DEGREES = 0.7  # a page lies up to so much askew on the glass
NOISE = 7.0  # standard deviation of a pixel's brightness, of 255
SPECKS = 2e-5  # of the pixels: dust
SHADE = 14.0  # how much darker one side is than the other
JPEG_QUALITY = 60
POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Scanner:
    """How a page is scanned; `turn` in clockwise degrees (90, 180, 270) for pages laid on the glass turned."""

    dpi: int
    skew: float = SKEW_DEGREES
    turn: int = 0
    seed: int = 0


def scanned(page: Grey, scanner: Scanner, number: int) -> Grey:
    """Return what the scanner makes of a printed page."""
    chance = np.random.default_rng([scanner.seed, scanner.dpi, number])
    image = skewed(page, float(chance.uniform(-scanner.skew, scanner.skew)))
    image = cv2.GaussianBlur(image, (0, 0), 0.0016 * scanner.dpi + 0.25)
    height, width = image.shape
    light = np.linspace(-SHADE, 0, width, dtype=np.float32)[None, :] + chance.normal(0, NOISE, image.shape)
    noisy = np.clip(image * 0.94 + 6 + light, 0, 255).astype(np.uint8)
    for x, y in chance.integers(0, (width, height), (int(SPECKS * image.size), 2)):
        cv2.circle(noisy, (int(x), int(y)), max(1, scanner.dpi // 150), int(chance.integers(0, 120)), -1)
    return np.rot90(noisy, -scanner.turn // 90)


def skewed(page: Grey, degrees: float) -> Grey:
    """Return a page turned by a small angle, white where nothing of it lies."""
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


def printed_pages(pdf: Path, dpi: int) -> Iterator[Grey]:
    """Yield the pages of a PDF as grey images."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        image = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True).to_numpy()
        yield image.reshape(image.shape[:2]).copy()
    document.close()


def write_scan(pages: Iterable[Grey], target: Path, dpi: int) -> None:
    """Write images as the pages of a PDF without text."""
    document = pypdfium2.PdfDocument.new()
    for image in pages:
        height, width = (side * POINTS_PER_INCH / dpi for side in image.shape)
        _, jpeg = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        page = document.new_page(width, height)
        picture = pypdfium2.PdfImage.new(document)
        picture.load_jpeg(io.BytesIO(jpeg.tobytes()), inline=True)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page.insert_obj(picture)
        page.gen_content()
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(target)
    document.close()


def scan(pdf: Path, target: Path, scanner: Scanner) -> None:
    """Scan every page of a PDF into an image-only PDF."""
    seed = zlib.crc32(pdf.stem.encode())
    numbered = enumerate(printed_pages(pdf, scanner.dpi))
    write_scan((scanned(page, scanner, seed + number) for number, page in numbered), target, scanner.dpi)


def main() -> None:
    """Scan PDFs into a folder, one file for each resolution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pdf", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, required=True, help="folder to write to")
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    options = parser.parse_args()
    for pdf in options.pdf:
        for dpi in options.dpi:
            scan(pdf, options.to / f"{pdf.stem}-{dpi}.pdf", Scanner(dpi))


if __name__ == "__main__":
    main()
