"""From a PDF to its pages, tables, regions, cells, lines, and what stayed unread."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip.extract.assemble import assembled
from lkjip.extract.document import read_bytes, sha256_of
from lkjip.extract.errors import UnreadablePdf
from lkjip.extract.garbage import rarely_collected
from lkjip.extract.pages import read_all, read_carefully
from lkjip.records import Cell, Line, Page, Region, Table, Unread
from lkjip.store import load, save, save_text

__all__ = ["Extraction", "UnreadablePdf", "extract"]

SHA256_FILE = "sha256.txt"


@dataclass(frozen=True)
class Extraction:
    """Everything read from a PDF, as rows of `lkjip.records`; roles of tables are left for reading."""

    pages: tuple[Page, ...]
    tables: tuple[Table, ...]
    regions: tuple[Region, ...]
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    unread: tuple[Unread, ...]
    sha256: str

    def save(self, folder: Path) -> None:
        """Write one CSV per kind of row, and the hash of the PDF, to `folder`."""
        for kind, rows in zip(KINDS, self.by_kind(), strict=True):
            save(folder, kind, rows)
        save_text(folder / SHA256_FILE, self.sha256 + "\n")

    def by_kind(self) -> tuple[tuple[Any, ...], ...]:
        """Return the rows in the order of KINDS."""
        return self.pages, self.tables, self.regions, self.cells, self.lines, self.unread

    @staticmethod
    def load(folder: Path) -> "Extraction":
        """Read what `save` wrote. Raises FileNotFoundError, or ValueError for files of another shape."""
        rows: tuple[Any, ...] = tuple(tuple(load(folder, kind)) for kind in KINDS)
        pages, tables, regions, cells, lines, unread = rows
        sha256 = (folder / SHA256_FILE).read_text(encoding="utf-8").strip()
        return Extraction(pages, tables, regions, cells, lines, unread, sha256)


KINDS: tuple[type[Any], ...] = (Page, Table, Region, Cell, Line, Unread)


def extract(pdf: Path, workers: int = 1, answers: Path | None = None, careful: bool = False) -> Extraction:
    """Read a PDF with that many processes; the result does not depend on their number. Raises UnreadablePdf.

    Scanned pages are recognised where Tesseract is installed; its answers are kept in the folder `answers`, if given.
    A careful reading outlives pages that end its process, and costs more.
    """
    content = read_bytes(pdf)
    with rarely_collected():
        readings = read_carefully(content, answers) if careful else read_all(content, workers, answers)
        return Extraction(*assembled(readings), sha256_of(content))
