"""One page read: its grids, and the printed lines outside them."""

from dataclasses import dataclass, replace
from functools import cached_property

from lkjip.extract.chunks import Chunk
from lkjip.extract.drawing import Canvas
from lkjip.extract.frame import Frame, frame_of, irregular
from lkjip.extract.geometry import Affine, Box, askew, reading_map
from lkjip.extract.grid import Grid, GridCell, read_grid
from lkjip.extract.infer import completed, index_of
from lkjip.extract.rules import Ruling, rulings_of
from lkjip.extract.sheet import Sheet, sheet_of
from lkjip.extract.sparse import extended, headed, sparse_frames
from lkjip.extract.values import is_value
from lkjip.extract.words import Line, lines_of
from lkjip.records import PageStatus

COVERING = 0.5  # of the page: an image as large as this is a scanned page
CROOKED = 0.3  # of a frame's area in cells that are no rectangles: tables have less than 0.05, charts more than 0.6
INSIDE = 2.0  # points that turned text may reach over the rules of its cell
HEADER_ROWS = 3  # a grid with more rows has a body
PAGE_NUMBER_LENGTH = 10
FOOTER = 0.08  # of the page height
FEW = 25  # characters: a scanned page may carry a stamp or a page number
SURE = 60.0  # per cent, mean confidence: words recognised in a picture stay below
CERTAIN = 100.0  # per cent, confidence of text that needed no recognition
SHORT = 0.4  # of the page width
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
    drawings: tuple[Box, ...]  # meeting rules that form no rows and columns
    pictures: tuple[Box, ...]
    crowded: bool  # so many strokes that not all were looked at
    skew: float = 0.0  # clockwise degrees by which a scanned page lies askew

    def shown(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Return a box of the sheet as it stands on the displayed page, rounded."""
        straight = askew(box, (self.width / 2, self.height / 2), self.skew) if self.skew else box
        x0, y0, x1, y1 = self.back.box(*straight) if self.turn else straight
        return round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)

    @cached_property
    def back(self) -> Affine:
        """The map from the sheet back to the displayed page."""
        return reading_map(self.width, self.height, (360 - self.turn) % 360)


def read_page(page: int, canvas: Canvas) -> PageReading:
    """Read the tables of a page and the lines outside them."""
    return read_sheet(sheet_of(page, canvas))


def read_sheet(sheet: Sheet) -> PageReading:
    """Read the tables of a sheet and the lines outside them."""
    rulings = rulings_of(sheet)
    grids, rest, drawings = read_grids(sheet, rulings)
    grids, turned = with_turned(grids, sheet.turned)
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
        lines=tuple(lines_of(rest) + turned + sheet.slanted),
        drawings=tuple(drawings),
        pictures=tuple(sheet.images),
        crowded=sheet.crowded,
        skew=sheet.skew,
    )


def with_turned(grids: list[Grid], turned: list[Line]) -> tuple[list[Grid], list[Line]]:
    """Return the grids with the turned lines of text that stand in their cells, and the other lines."""
    result = []
    for grid in grids if turned else []:
        inside = [line for line in turned if grid.frame.box.meets(line.box)]
        cells = tuple(with_lines(cell, inside) for cell in grid.cells)
        taken = {id(line) for cell in cells for line in cell.lines}
        turned = [line for line in turned if id(line) not in taken]
        result.append(replace(grid, cells=cells))
    return result or grids, turned


def with_lines(cell: GridCell, lines: list[Line]) -> GridCell:
    """Return a cell with those of the lines that stand wholly inside it."""
    box = cell.box.grown(INSIDE)
    own = [line for line in lines if box.holds(*line.box[:2]) and box.holds(*line.box[2:])]
    return cell._replace(lines=(*cell.lines, *own)) if own else cell


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


def read_grids(sheet: Sheet, rulings: list[Ruling]) -> tuple[list[Grid], list[Chunk], list[Box]]:
    """Return the grids of a page, the text outside them, and the boxes of drawings that form no grid."""
    grids: list[Grid] = []
    drawings: list[Box] = []
    rest = sheet.chunks
    for ruling in rulings:
        if not (ruling.horizontal and ruling.vertical):
            continue
        ruling = headed(ruling, sheet.fills, rest)
        inside, outside = parted(rest, ruling.box.grown(1.5))
        frame = frame_of(ruling, [chunk.box for chunk in inside]) if inside else None
        if frame is None:
            continue
        if irregular(frame) > CROOKED:
            drawings.append(frame.box)
            continue
        grid = grid_of(sheet, frame, inside)
        if grid is not None:
            grids.append(grid)
            rest = outside
    grids, rest = with_bodies(sheet, grids, rest)
    for frame in sparse_frames(sheet, rulings, [grid.frame.box for grid in grids] + drawings, rest):
        grid, rest = sparse_grid(sheet, frame, rest, limit_below(frame, grids, (1 - FOOTER) * sheet.height))
        grids.extend([grid] if grid else [])
    return sorted(grids, key=lambda grid: (grid.frame.box.y0, grid.frame.box.x0)), rest, drawings


def with_bodies(sheet: Sheet, grids: list[Grid], rest: list[Chunk]) -> tuple[list[Grid], list[Chunk]]:
    """Return the grids with the bodies of those of which only the header is ruled, and the text then left over."""
    result = []
    for grid in grids:
        if (
            grid.frame.rows <= HEADER_ROWS
            and grid.frame.columns > 2
            and not any(is_value(cell.text) for cell in grid.cells)
        ):
            frame = extended(grid.frame, rest, limit_below(grid.frame, grids, (1 - FOOTER) * sheet.height))
            if frame is not grid.frame:
                header = [c for c in sheet.chunks if grid.frame.box.grown(1.5).holds(*c.middle)]
                body, rest = parted(rest, frame.box.grown(1.5))
                found = completed(frame, header + body, sheet, unruled=True)
                grid = read_grid(replace(found, flavor="frame", note="no rules below the header"), header + body, sheet)
        result.append(grid)
    return result, rest


def limit_below(frame: Frame, grids: list[Grid], bottom: float) -> float:
    """Return where the next grid below a frame begins, or the page's footer."""
    return min((g.frame.box.y0 for g in grids if g.frame.box.y0 > frame.box.y1 - 1), default=bottom)


def sparse_grid(sheet: Sheet, frame: Frame, rest: list[Chunk], limit: float) -> tuple[Grid | None, list[Chunk]]:
    """Return the grid of a frame without vertical rules, and the text then left over; None if it holds no rows."""
    if frame.rows == 1:
        frame = extended(frame, rest, limit)
    inside, outside = parted(rest, frame.box.grown(1.5))
    found = completed(frame, inside, sheet, unruled=True)
    header_alone = frame.rows == 1 and frame.columns > 2 and is_last(frame, outside)
    if len(full_rows(found.frame, inside)) < 2 and not header_alone:
        return None, rest
    flavor = "lines" if found.flavor == "lattice" else found.flavor
    return read_grid(replace(found, flavor=flavor, note="no vertical rules", fuzzy=True), inside, sheet), outside


def full_rows(frame: Frame, chunks: list[Chunk]) -> set[int]:
    """Return the rows of a frame that have text in more than one column."""
    spots = {(index_of(frame.ys, c.middle[1]), index_of(frame.xs, c.middle[0])) for c in chunks}
    rows = [row for row, _ in spots]
    return {row for row in rows if rows.count(row) > 1}


def is_last(frame: Frame, chunks: list[Chunk]) -> bool:
    """Tell whether nothing but a page number can stand below a frame."""
    return sum(len(c.text) for c in chunks if c.base > frame.box.y1) < PAGE_NUMBER_LENGTH


def parted(chunks: list[Chunk], box: Box) -> tuple[list[Chunk], list[Chunk]]:
    """Return the chunks inside and outside a box."""
    inside: list[Chunk] = []
    outside: list[Chunk] = []
    for chunk in chunks:
        (inside if box.holds(*chunk.middle) else outside).append(chunk)
    return inside, outside


def grid_of(sheet: Sheet, frame: Frame, inside: list[Chunk]) -> Grid | None:
    """Return the grid in a frame, or None if it has a single column: then it is a box around text."""
    found = completed(frame, inside, sheet)
    grid = read_grid(found, inside, sheet) if found.frame.columns > 1 else None
    return None if grid and is_noise(grid, sheet) else grid


def is_noise(grid: Grid, sheet: Sheet) -> bool:
    """Tell whether a grid of a recognised page is part of a picture: hardly a word in it is sure, or it is one short row."""
    lines = [line for cell in grid.cells for line in cell.lines]
    sure = sum(line.confidence * len(line.text) for line in lines) / max(1, sum(len(line.text) for line in lines))
    rows = {cell.row for cell in grid.cells if cell.lines}
    short = len(rows) < 2 and grid.frame.box.width < SHORT * sheet.width
    return sure < SURE or (short and any(line.confidence < CERTAIN for line in lines))
