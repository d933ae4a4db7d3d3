"""Cut the evidence of a finding out of its pages: the table's header and the rows with the marked numbers, no more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from lkjip.extract.geometry import Box
from lkjip.grouping import grouped
from lkjip.records import Cell, Fact, Finding, Line, Region
from lkjip.report.dossier import Dossier
from lkjip.report.glyphs import Wanted, find_all, near_middle
from lkjip.report.passages import boxes_of

MARGIN: Final = 5.0  # points around lines of text
SLIM: Final = 1.5  # points around ruled cells: more would show halves of their neighbours
GAP: Final = 9.0  # points between two pieces of a page that do not touch
NEAR: Final = 16.0  # bands closer than this become one
WIDE: Final = 400.0  # a wider table loses the columns in between
TALLEST: Final = 330.0  # of all bands of a page
TALLEST_HEADER: Final = 110.0
MOST_PAGES: Final = 4
BELOW_HEADER: Final = 60.0
AIR: Final = 1.8  # points between a number and its mark


class Span(NamedTuple):
    """From `low` to `high` points on one axis."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """Return its length in points."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to draw on a page: the number at fault, or one that it is held against."""

    box: Box
    leads: bool
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle of a page, and where in the crop it is put."""

    page: int
    source: Box
    x: float
    y: float

    def shows(self, mark: "Mark") -> bool:
        """Tell whether a mark stands on this rectangle."""
        return near_middle(mark.box, self.source)


@dataclass(frozen=True, slots=True)
class Crop:
    """Pieces of one page put together, with marks."""

    page: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


@lru_cache(maxsize=2)
def evidence_of(dossier: Dossier) -> "Evidence":
    """Return the evidence of a dossier; sections share it."""
    return Evidence(dossier)


@dataclass(frozen=True, eq=False)
class Evidence:
    """Finds places on the pages of one document."""

    dossier: Dossier

    @cached_property
    def digits(self) -> dict[Wanted, Box]:
        """Return where the printed text of every fact under a finding stands; empty where the PDF is not at hand."""
        facts = [fact for finding in self.dossier.findings for fact in self.dossier.facts_of(finding)]
        return find_all(self.dossier.pdf, map(wanted, facts)) if self.dossier.pdf else {}

    @cached_property
    def rows(self) -> dict[tuple[str, int | None, int], tuple[Cell, ...]]:
        """Return the cells by table, row and page."""
        return grouped(self.dossier.cells, lambda cell: (cell.table_id, cell.row, cell.page))

    @cached_property
    def headers(self) -> dict[str, tuple[Cell, ...]]:
        """Return the header cells of every table."""
        return grouped((c for c in self.dossier.cells if c.kind == "header"), lambda cell: cell.table_id)

    @cached_property
    def regions(self) -> dict[tuple[str, int], tuple[Region, ...]]:
        """Return the regions by table and page."""
        return grouped(self.dossier.regions, lambda region: (region.table_id, region.page))

    @cached_property
    def lines(self) -> dict[int, tuple[Line, ...]]:
        """Return the lines of text by page."""
        return grouped(self.dossier.lines, lambda line: line.page)

    @cache  # noqa: B019 - evidence lives as long as its dossier is shown
    def crops(self, finding: Finding) -> list[Crop]:
        """Return what to show of a finding, the page of the finding first."""
        facts = self.dossier.facts_of(finding)
        if not facts:
            spot = self.spot(finding)
            return [spot] if spot else []
        pages = grouped(facts, lambda fact: (fact.page, fact.table_id))
        first = (finding.page, finding.table_id)
        order = sorted(pages, key=lambda key: (key != first, key[0] != finding.page))
        leaders = (facts[0], self.dossier.fact_at(finding))
        return [self.crop(pages[key], leaders) for key in order[:MOST_PAGES]]

    def crop(self, facts: Sequence[Fact], leaders: Sequence[Fact | None]) -> Crop:
        """Return the crop of facts that stand on one page in one table, or in its text."""
        marks = tuple(Mark(self.mark(fact), fact in leaders, fact.printed) for fact in facts)
        page, table_id = facts[0].page, facts[0].table_id
        bands = merged(self.band(fact) for fact in facts)
        bands = self.with_header(table_id, page, lowest(bands, Span(facts[0].y0, facts[0].y1)))
        columns = self.columns(facts) if table_id else self.text_columns(page, bands)
        header = self.header(table_id, page, bands)
        return assembled(page, [*header, *((page, band) for band in bands)], columns, marks)

    def mark(self, fact: Fact) -> Box:
        """Return a box that leaves the printed text of a fact some air."""
        return self.digits.get(wanted(fact), box_of(fact)).grown(AIR)

    def band(self, fact: Fact) -> Span:
        """Return the height of a fact's row, or of its line and its neighbours."""
        if not fact.table_id:
            height = fact.y1 - fact.y0
            return Span(fact.y0 - 1.6 * height - MARGIN, fact.y1 + 1.6 * height + MARGIN)
        cells = [c for c in self.rows.get((fact.table_id, fact.row, fact.page), ()) if c.row_span == 1]
        low, high = min([fact.y0, *(c.y0 for c in cells)]), max([fact.y1, *(c.y1 for c in cells)])
        return Span(low - SLIM, high + SLIM)

    def with_header(self, table_id: str, page: int, bands: list[Span]) -> list[Span]:
        """Return the bands, the first widened to the table's header where that is just above it."""
        header = self.header_span(table_id)
        if header and header[0] == page and 0 < bands[0].low + NEAR - header[1].high < NEAR * 2:
            return [Span(header[1].low, bands[0].high), *bands[1:]]
        return bands

    def header(self, table_id: str, page: int, bands: Sequence[Span]) -> list[tuple[int, Span]]:
        """Return the page and height of a table's header, unless a band shows it or it is too tall to help."""
        found = self.header_span(table_id)
        if found is None or found[1].length > TALLEST_HEADER:
            return []
        shown = found[0] == page and found[1].high > bands[0].low
        return [] if shown else [found]

    def header_span(self, table_id: str) -> tuple[int, Span] | None:
        """Return the page and height of a table's header."""
        cells = self.headers.get(table_id, ())
        if not cells:
            return None
        on = cells[0].page
        here = [cell for cell in cells if cell.page == on]
        return on, Span(min(c.y0 for c in here) - SLIM, max(c.y1 for c in here) + SLIM)

    def columns(self, facts: Sequence[Fact]) -> list[Span]:
        """Return the width to show of a table: all of it, or the column that names the rows and those of the facts."""
        first = facts[0]
        whole = self.width(first.table_id, first.page, [box_of(fact) for fact in facts])
        if whole.length <= WIDE:
            return [whole]
        kept = merged([*(self.label(fact) for fact in facts), *(self.column(fact) for fact in facts)], 1.0)
        return kept if sum(span.length for span in kept) < 0.8 * whole.length else [whole]

    def column(self, fact: Fact) -> Span:
        """Return the width of a fact's cell."""
        cells = self.rows.get((fact.table_id, fact.row, fact.page), ())
        cell = next((cell for cell in cells if cell.column == fact.column), None)
        low, high = (cell.x0, cell.x1) if cell else (fact.x0, fact.x1)
        return Span(low - SLIM, high + SLIM)

    def label(self, fact: Fact) -> Span:
        """Return the width of the cell that names a fact's row: the one with the most words before the fact."""
        cells = self.rows.get((fact.table_id, fact.row, fact.page), ())
        before = [cell for cell in cells if cell.column < (fact.column or 0) and cell.text]
        if not before:
            return self.column(fact)
        named = max(before, key=lambda cell: (cell.text in fact.subject or fact.subject in cell.text, len(cell.text)))
        return Span(named.x0 - SLIM, named.x1 + SLIM)

    def width(self, table_id: str, page: int, boxes: Sequence[Box]) -> Span:
        """Return the width of a table on a page."""
        regions = self.regions.get((table_id, page), ())
        low = min([*(region.x0 for region in regions), *(box.x0 for box in boxes)])
        high = max([*(region.x1 for region in regions), *(box.x1 for box in boxes)])
        return Span(low - MARGIN, high + MARGIN)

    def text_columns(self, page: int, bands: Sequence[Span]) -> list[Span]:
        """Return the width of the lines of text that the bands show."""
        lines = [ln for ln in self.lines.get(page, ()) if any(b.low < ln.y1 and ln.y0 < b.high for b in bands)]
        width = self.dossier.page[page].width if page in self.dossier.page else 2 * WIDE
        low = min((line.x0 for line in lines), default=WIDE / 10)
        high = max((line.x1 for line in lines), default=width - WIDE / 10)
        return [Span(low - 2 * MARGIN, high + 2 * MARGIN)]

    def spot(self, finding: Finding) -> Crop | None:
        """Return the crop of a finding that rests on no fact: its cell, its row, or the head of its table."""
        cells = [c for c in self.dossier.cells if c.table_id == finding.table_id and is_at(finding, c)]
        if not cells:
            return self.passage(finding)
        page = cells[0].page
        boxes = [box_of(cell) for cell in cells if cell.page == page]
        marks = tuple(Mark(box, True, finding.printed) for box in boxes)
        band = Span(min(b.y0 for b in boxes) - MARGIN, max(b.y1 for b in boxes) + MARGIN)
        head = self.header_span(finding.table_id)
        if head and head[0] == page and band.low < head[1].high:  # a heading is judged by what stands below it
            band = Span(head[1].low, max(band.high, head[1].high) + BELOW_HEADER)
        header = self.header(finding.table_id, page, [band])
        return assembled(page, [*header, (page, band)], [self.width(finding.table_id, page, boxes)], marks)

    def passage(self, finding: Finding) -> Crop | None:
        """Return the crop of a finding about words: the lines that print them, and their neighbours."""
        boxes = boxes_of(finding.printed, self.lines.get(finding.page, ()))
        if not boxes:
            return None
        height = boxes[0].height
        band = Span(boxes[0].y0 - 1.6 * height - MARGIN, boxes[-1].y1 + 1.6 * height + MARGIN)
        marks = tuple(Mark(box.grown(AIR), True, finding.printed) for box in boxes)
        shown = clipped(band, Span(boxes[0].y0, boxes[0].y1)) if band.length > TALLEST else band
        return assembled(finding.page, [(finding.page, shown)], self.text_columns(finding.page, [shown]), marks)


def is_at(finding: Finding, cell: Cell) -> bool:
    """Tell whether a cell is the one that a finding points at, as far as it says."""
    row = finding.row if finding.row is not None else 0
    return cell.row == row and (finding.column is None or cell.column == finding.column)


def box_of(item: Fact | Cell) -> Box:
    """Return the box that a row of the data gives."""
    return Box(item.x0, item.y0, item.x1, item.y1)


def wanted(fact: Fact) -> Wanted:
    """Return what to look for to mark a fact."""
    return Wanted(fact.page, fact.printed, box_of(fact))


def merged(spans: Iterable[Span], near: float = NEAR) -> list[Span]:
    """Return the spans in order, those that nearly touch as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.low - result[-1].high < near:
            result[-1] = Span(result[-1].low, max(result[-1].high, span.high))
        else:
            result.append(span)
    return result


def lowest(bands: list[Span], leader: Span) -> list[Span]:
    """Return the bands nearest to the leader that fit into a crop; the leader's own is cut if it is too tall."""
    nearest = sorted(bands, key=lambda band: abs(band.low + band.high - leader.low - leader.high))
    kept: list[Span] = []
    for band in nearest:
        if kept and sum(span.length for span in kept) + band.length > TALLEST:
            break
        kept.append(band if band.length <= TALLEST else clipped(band, leader))
    return sorted(kept)


def clipped(band: Span, leader: Span) -> Span:
    """Return the part of a band around its leader that fits into a crop."""
    middle = (leader.low + leader.high) / 2
    low = min(max(band.low, middle - TALLEST / 2), band.high - TALLEST)
    return Span(low, low + TALLEST)


def assembled(page: int, bands: Sequence[tuple[int, Span]], columns: Sequence[Span], marks: tuple[Mark, ...]) -> Crop:
    """Put the pieces that bands and columns cut out of pages together, gaps between those that do not touch."""
    pieces, x, y = [], 0.0, 0.0
    for number, band in bands:
        x = 0.0
        for column in columns:
            pieces.append(Piece(number, Box(column.low, band.low, column.high, band.high), x, y))
            x += column.length + GAP
        y += band.length + GAP
    return Crop(page, x - GAP, y - GAP, tuple(pieces), marks)
