"""One page read: its grids, and the printed lines outside them."""

from dataclasses import dataclass

from lkjip.extract.chunks import Chunk
from lkjip.extract.drawing import Canvas
from lkjip.extract.frame import frame_of
from lkjip.extract.geometry import Box
from lkjip.extract.grid import Grid, read_grid
from lkjip.extract.infer import completed
from lkjip.extract.rules import Ruling, rulings_of
from lkjip.extract.sheet import Sheet, sheet_of
from lkjip.extract.words import Line, lines_of
from lkjip.records import PageStatus

COVERING = 0.5  # of the page: an image as large as this is a scanned page
FEW = 25  # characters: a scanned page may carry a stamp or a page number
NONSENSE = 0.3  # of the characters: more without a meaning, and the text cannot be used


@dataclass(frozen=True)
class PageReading:
    """What was read on a page; coordinates are those of the sheet, `shown` turns them back."""

    page: int
    width: float
    height: float
    shown_width: float
    shown_height: float
    turn: int
    characters: int
    rules: int
    images: int
    status: PageStatus
    reason: str
    grids: tuple[Grid, ...]
    lines: tuple[Line, ...]
    skew: float = 0.0  # clockwise degrees by which a scanned page lies askew


def read_page(page: int, canvas: Canvas) -> PageReading:
    """Read the tables of a page and the lines outside them."""
    return read_sheet(sheet_of(page, canvas))


def read_sheet(sheet: Sheet) -> PageReading:
    """Read the tables of a sheet and the lines outside them."""
    rulings = rulings_of(sheet)
    grids, rest = read_grids(sheet, rulings)
    status, reason = status_of(sheet)
    return PageReading(
        page=sheet.page,
        width=sheet.width,
        height=sheet.height,
        shown_width=sheet.shown_width,
        shown_height=sheet.shown_height,
        turn=sheet.turn,
        characters=sheet.characters,
        rules=sum(len(ruling.horizontal) + len(ruling.vertical) for ruling in rulings),
        images=len(sheet.images),
        status=status,
        reason=reason,
        grids=tuple(grids),
        lines=tuple(lines_of(rest) + sheet.turned),
        skew=sheet.skew,
    )


def status_of(sheet: Sheet) -> tuple[PageStatus, str]:
    """Say whether the page's text can be used, and if not, why."""
    covered = max((image.width * image.height for image in sheet.images), default=0.0)
    if sheet.characters and sheet.nonsense > NONSENSE * sheet.characters:
        return "unreadable", f"{sheet.nonsense} of {sheet.characters} characters have no meaning in the PDF"
    if covered > COVERING * sheet.width * sheet.height and sheet.characters <= FEW:
        return "scan", "an image of the page without text"
    if sheet.characters == 0:
        return ("scan", "images without text") if sheet.images else ("blank", "nothing printed")
    return "text", f"{sheet.hidden} characters left out: invisible or outside the page" if sheet.hidden else ""


def read_grids(sheet: Sheet, rulings: list[Ruling]) -> tuple[list[Grid], list[Chunk]]:
    """Return the grids of a page, and the text outside them."""
    grids: list[Grid] = []
    rest = sheet.chunks
    for ruling in rulings:
        if not (ruling.horizontal and ruling.vertical):
            continue
        inside, outside = parted(rest, ruling.box.grown(1.5))
        grid = grid_of(sheet, ruling, inside)
        if grid is not None:
            grids.append(grid)
            rest = outside
    return grids, rest


def parted(chunks: list[Chunk], box: Box) -> tuple[list[Chunk], list[Chunk]]:
    """Return the chunks inside and outside a box."""
    inside: list[Chunk] = []
    outside: list[Chunk] = []
    for chunk in chunks:
        (inside if box.holds(*chunk.middle) else outside).append(chunk)
    return inside, outside


def grid_of(sheet: Sheet, ruling: Ruling, inside: list[Chunk]) -> Grid | None:
    """Return the grid of meeting rules, or None if they hold no table."""
    frame = frame_of(ruling, [chunk.box for chunk in inside]) if inside else None
    if frame is None:
        return None
    found = completed(frame, inside, sheet.fills)
    if found.frame.rows * found.frame.columns < 2:
        return None
    return read_grid(found, inside, sheet)
