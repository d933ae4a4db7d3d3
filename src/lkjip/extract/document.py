"""Open a PDF with pdfium, or say what is wrong with it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from lkjip.extract.errors import UnreadablePdf

DOWNLOAD_AGAIN = "download it again, or open and print it to a new PDF"
CAUSES = {
    pdfium.FPDF_ERR_PASSWORD: ("the PDF is locked with a password", "save a copy without the password"),
    pdfium.FPDF_ERR_SECURITY: ("the PDF uses a protection that cannot be opened", "save a copy without protection"),
}
SIGNATURE = b"%PDF-"
SIGNATURE_WITHIN = 1024  # readers accept rubbish before the signature up to here


def read_bytes(path: Path) -> bytes:
    """Return the content of a PDF. Raises UnreadablePdf if there is none, or if it is not a PDF."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePdf(
            f"the file cannot be opened ({error.strerror})", "check its name and permissions"
        ) from error
    if not content:
        raise UnreadablePdf("the file is empty", "download it again")
    if SIGNATURE not in content[:SIGNATURE_WITHIN]:
        raise UnreadablePdf("the file is not a PDF", "check what was downloaded; a PDF starts with %PDF-")
    return content


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def why_not(content: bytes, code: int | None) -> UnreadablePdf:
    """Return the error for a PDF that pdfium refused with `code`."""
    if code in CAUSES:
        return UnreadablePdf(*CAUSES[code])
    if b"%%EOF" not in content[-2048:]:
        return UnreadablePdf("the file is cut off before its end", "download it again")
    return UnreadablePdf("the PDF is damaged", DOWNLOAD_AGAIN)


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for the time of a `with` block. Raises UnreadablePdf."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise why_not(content, error.err_code) from error
    try:
        if len(document) == 0:
            raise UnreadablePdf("the PDF has no pages", DOWNLOAD_AGAIN)
        yield document
    finally:
        document.close()
