"""Where tables stand among the lines of a document."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import TypeVar

from lkjip.extract.captions import Caption, caption_of
from lkjip.extract.geometry import Box
from lkjip.extract.patterns import CONTINUED, TABLE_NUMBER
from lkjip.extract.reading import PageReading
from lkjip.extract.table import Part
from lkjip.extract.text import TextLine
from lkjip.grouping import grouped

OnPage = TypeVar("OnPage", TextLine, Part)

GAP = 10.0  # points between the frames of rows that are framed one by one
SLACK = 2.0  # points that a line may reach into a table's frame


class Surroundings:
    """The lines that do not run through the document, and the frames of all parts of tables, by their pages."""

    def __init__(self, texts: Sequence[TextLine], parts: Sequence[Part]) -> None:
        self.texts = by_page(texts)
        self.frames = {page: [part.grid.frame.box for part in found] for page, found in by_page(parts).items()}

    def above(self, part: Part) -> list[TextLine]:
        """Return the lines between a part and the one before it, on its page or at the end of the page before."""
        top = part.grid.frame.box.y0 + SLACK
        ends = [box.y1 for box in self.frames[part.page] if box.y1 < top]
        start = max(ends, default=float("-inf"))
        here = [t for t in self.texts.get(part.page, ()) if start - SLACK < t.line.box.y0 and t.line.box.y1 <= top]
        if here or ends:
            return here
        last = max((box.y1 for box in self.frames.get(part.page - 1, ())), default=float("-inf"))
        return [t for t in self.texts.get(part.page - 1, ()) if t.line.box.y0 > last - SLACK]

    def below(self, part: Part) -> list[TextLine]:
        """Return the lines below a part, or none where another table follows within a few lines: a caption is that one's."""
        bottom = part.grid.frame.box.y1 - SLACK
        starts = [box.y0 for box in self.frames[part.page] if box.y0 > bottom]
        end = min(starts, default=float("inf"))
        here = [t for t in self.texts.get(part.page, ()) if bottom <= t.line.box.y0 and t.line.box.y1 < end + SLACK]
        return [] if starts and len(here) < 7 else here


def by_page(things: Iterable[OnPage]) -> dict[int, tuple[OnPage, ...]]:
    """Return what stands on each page, in the order given."""
    return grouped(things, lambda thing: thing.page)


def parts_of(pages: Sequence[PageReading], texts: Sequence[TextLine]) -> list[Part]:
    """Return the grids of all pages, each with whether it is the first and the last thing on its page."""
    parts = []
    lines = by_page(text for text in texts if not says_continued(text))
    for page in pages:
        body = lines.get(page.page, ())
        above = boxes_of(body, lines.get(page.page - 1, ()))
        below = boxes_of(body, lines.get(page.page + 1, ()))
        boxes = [grid.frame.box for grid in page.grids]
        for grid in page.grids:
            box = grid.frame.box
            others = [b for b in boxes if b is not box]
            first = not any(b.middle[1] < box.y0 + SLACK for b in above + others)
            last = not any(b.middle[1] > box.y1 - SLACK for b in below + others)
            close = is_close(box, [text.line.box for text in body] + others)
            parts.append(Part(page.page, grid, first, last, close))
    return parts


def boxes_of(lines: Sequence[TextLine], neighbours: Sequence[TextLine]) -> list[Box]:
    """Return the boxes of lines, without those that a neighbouring page repeats in the same place, as running lines do."""
    again = {(t.line.text, round(t.line.base)) for t in neighbours}
    return [t.line.box for t in lines if (t.line.text, round(t.line.base)) not in again]


def is_close(box: Box, others: Sequence[Box]) -> bool:
    """Tell whether a frame stands directly below another box, as rows do that are framed one by one."""
    above = [other for other in others if other.y1 < box.y0 + SLACK and box.y0 - other.y1 < GAP]
    return any(abs(other.x0 - box.x0) < SLACK and abs(other.x1 - box.x1) < SLACK for other in above)


def says_continued(text: TextLine) -> bool:
    """Tell whether a line above a table only says that it goes on: "Lanjutan Tabel 3.2"."""
    return CONTINUED.search(text.line.text) is not None and len(text.line.text) < 120


def captions(around: Surroundings, first_parts: Sequence[Part]) -> list[Caption]:
    """Return the caption of the table that each part opens."""
    found = []
    for part in first_parts:
        above = around.above(part)
        found.append(caption_of(above, [] if any_number(above) else around.below(part), part.grid.frame.box))
    return found


def any_number(lines: Sequence[TextLine]) -> bool:
    """Tell whether a table number stands in the lines."""
    return any(TABLE_NUMBER.match(text.line.text) for text in lines[-6:])


def sections(texts: Sequence[TextLine], first_parts: Sequence[Part]) -> list[str]:
    """Return the nearest heading above each part, all its lines."""
    headings = by_page(text for text in texts if text.kind == "heading")
    pages = sorted(headings)
    found = []
    for part in first_parts:
        at = bisect(pages, part.page)
        near = [text for page in pages[max(at - 2, 0) : at] for text in headings[page]]  # of its page or the one before
        spot = (part.page, part.grid.frame.box.y0)
        above = [text for text in near if (text.page, text.line.box.y0) < spot]
        found.append(" ".join(text.line.text for text in above if text.block == above[-1].block))
    return found
