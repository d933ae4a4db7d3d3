"""Camelot: frames and characters to cells. No other module imports it."""

import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from camelot.image_processing import find_lines
from camelot.parsers.lattice import Lattice
from camelot.utils import compute_accuracy
from numpy.typing import NDArray

from lkjip.extract.chunks import Chunk
from lkjip.extract.frame import Frame
from lkjip.extract.geometry import Box
from lkjip.extract.infer import Completed, index_of
from lkjip.extract.sheet import Fill, Sheet
from lkjip.extract.words import Line, lines_of, marks_first

Segment = tuple[float, float, float, float]
Pixels = NDArray[np.uint8]


class GridCell(NamedTuple):
    """A cell of one page; merged cells stand at their first row and leftmost column. Empty ones are kept."""

    page: int
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[Line, ...]
    colour: int | None = None  # of the area behind it, None for paper

    @property
    def text(self) -> str:
        """The text with one space for each line break."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Tell whether most of its lines are bold."""
        return sum(line.bold for line in self.lines) * 2 > len(self.lines)


@dataclass(frozen=True)
class Grid:
    """What was read inside one frame."""

    frame: Frame
    cells: tuple[GridCell, ...]
    accuracy: float
    flavor: str
    note: str = ""
    fuzzy: bool = False  # no rules say where the columns end
    parted: tuple[float, ...] = ()  # the column boundaries that only white space shows

    @property
    def open_top(self) -> bool:
        """Tell whether most of the top side has no rule."""
        return is_open(self.frame, 0)

    @property
    def open_bottom(self) -> bool:
        """Tell whether most of the bottom side has no rule."""
        return is_open(self.frame, self.frame.rows)


def is_open(frame: Frame, boundary: int) -> bool:
    """Tell whether most of a horizontal boundary has no rule."""
    drawn = sum(frame.xs[c + 1] - frame.xs[c] for y, c in frame.horizontal if y == boundary)
    return drawn < 0.5 * frame.box.width


class TextLine:
    """A printed line of a cell, as Camelot wants it (y upwards)."""

    def __init__(self, line: Line, height: float) -> None:
        self.line = line
        self.x0, self.x1 = line.box.x0, line.box.x1
        self.y0, self.y1 = height - line.box.y1, height - line.box.y0
        self._objs: list[Any] = []

    def get_text(self) -> str:
        """Return the text of the line."""
        return self.line.text + "\n"


class FrameLattice(Lattice):
    """Camelot's lattice parser, given rules and characters instead of a page."""

    def __init__(self, frame: Frame, chunks: Sequence[Chunk], height: float) -> None:
        super().__init__(engine="vector", line_tol=0.01, joint_tol=0.01)
        self.frame = frame
        self.height = height
        self.chunks = chunks
        self.placed: dict[tuple[int, int], list[Line]] = {}
        self.origins: dict[tuple[int, int], tuple[int, int]] = {}

    def _generate_table_bbox(self) -> None:
        """Hand the frame to Camelot: its sides as ruling lines, its boundaries as their joints."""
        self.vertical_segments, self.horizontal_segments = segments(self.frame, self.height)
        x0, top, x1, bottom = self.frame.box
        joints = [(x, self.height - y) for x in self.frame.xs for y in self.frame.ys]
        self.table_bbox_parses = {(x0, self.height - bottom, x1, self.height - top): {"joints": joints}}
        self._compute_table_anchors()

    def record_parse_metadata(self, table: Any) -> None:
        """Cut the text at the cells' sides and let Camelot put it into the cells; its table of pandas is left out."""
        spots = [(r, c, "") for r in range(len(table.rows)) for c in range(len(table.cols))]
        reduced = self._reduce_index(table, spots, self.shift_text)
        self.origins = {(r, c): (i, j) for (r, c, _), (i, j, _) in zip(spots, reduced, strict=True)}
        self.placed = {spot: marks_first(lines_of(chunks)) for spot, chunks in self.shared_out().items()}
        lines = [TextLine(line, self.height) for part in self.placed.values() for line in part]
        self.t_bbox = {"horizontal": lines, "vertical": []}
        table.accuracy = compute_accuracy([[100, self.compute_parse_errors(table)]])

    def shared_out(self) -> dict[tuple[int, int], list[Chunk]]:
        """Return the text of each cell: a chunk belongs where its middle lies."""
        cells: dict[tuple[int, int], list[Chunk]] = defaultdict(list)
        for chunk in self.chunks:
            x, y = chunk.middle
            cells[self.origins[index_of(self.frame.ys, y), index_of(self.frame.xs, x)]].append(chunk)
        return cells

    def _document_has_no_text(self) -> bool:
        """Read tables without text too: the caller decides."""
        return False

    def _reject_table(self, table: Any) -> bool:
        """Keep every table: a nearly empty one can be a lone total row."""
        return False


def lines_on(ink: Pixels, direction: str, shortest: int) -> tuple[list[tuple[int, int, int, int]], Pixels]:
    """Return the lines of a scanned page and a mask of them, by Camelot's raster route; all in pixels.

    `ink` is 255 where the page is dark; a line is at least `shortest` long; a vertical one runs up.
    """
    length = ink.shape[1 if direction == "horizontal" else 0]
    mask, found = find_lines(ink, direction=direction, line_scale=max(1, length // shortest))
    return found, np.asarray(mask, np.uint8)


def segments(frame: Frame, height: float) -> tuple[list[Segment], list[Segment]]:
    """Return the drawn sides as vertical and horizontal segments, y upwards."""
    vertical = [
        (frame.xs[x], height - frame.ys[row + 1], frame.xs[x], height - frame.ys[row]) for row, x in frame.vertical
    ]
    horizontal = [
        (frame.xs[column], height - frame.ys[y], frame.xs[column + 1], height - frame.ys[y])
        for y, column in frame.horizontal
    ]
    return sorted(vertical), sorted(horizontal)


def read_grid(found: Completed, chunks: Sequence[Chunk], sheet: Sheet) -> Grid:
    """Let Camelot read the characters inside a frame of a page, given in chunks that no rule cuts."""
    frame = found.frame
    parser = FrameLattice(frame, chunks, sheet.height)
    parser.prepare_page_parse("", None, (sheet.width, sheet.height), sheet.page, [], [], [], "", {})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (table,) = parser.extract_tables()
    fills = [fill for fill in sheet.fills if fill.box.meets(frame.box)]
    cells, accuracy = tuple(cells_of(parser, fills)), float(table.accuracy)
    return Grid(frame, cells, accuracy, found.flavor, found.note, found.fuzzy, found.parted)


def colour_behind(box: Box, fills: Iterable[Fill]) -> int | None:
    """Return the colour of the last area painted behind the middle of a cell."""
    x, y = box.middle
    found = None
    for fill in fills:
        if fill.box.holds(x, y):
            found = fill.colour
    return found


def cells_of(parser: FrameLattice, fills: list[Fill]) -> Iterable[GridCell]:
    """Yield the cells in reading order."""
    spots: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for spot, origin in parser.origins.items():
        spots[origin].append(spot)
    frame = parser.frame
    for (row, column), covered in sorted(spots.items()):
        last_row, last_column = max(r for r, _ in covered), max(c for _, c in covered)
        box = Box(frame.xs[column], frame.ys[row], frame.xs[last_column + 1], frame.ys[last_row + 1])
        lines = tuple(parser.placed.get((row, column), ()))
        spans = (last_row - row + 1, last_column - column + 1)
        yield GridCell(parser.page, row, column, *spans, box, lines, colour_behind(box, fills))
