"""Tables of contents and lists of tables: they look like tables and hold no data."""

import re
from collections.abc import Sequence

from lkjip.extract.grid import Grid
from lkjip.extract.patterns import CONTENTS, LEADERS
from lkjip.extract.reading import PageReading
from lkjip.extract.running import Spot

PAGE_REFERENCE = re.compile(r"^(?:[ivxlc]+|\d{1,3}|[ivxlc]+\s*[-\u2013.]\s*\d{1,3}|hal(?:aman)?\.?)$", re.IGNORECASE)
HEAD_LINES = 6  # lines at the top of a page in which it says that it lists contents
DOTTED = 0.3  # of the rows of a table of contents at least have dots that lead to a page number
REFERRING = 0.6  # of the rows of a list without dots at least end with a page number


def contents_grids(pages: Sequence[PageReading]) -> set[Spot]:
    """Return (page, grid) of the grids that list contents."""
    found = set()
    listing = False
    for page in pages:
        listing = listing or says_contents(page)
        for index, grid in enumerate(page.grids):
            if is_contents(grid, listing):
                found.add((page.page, index))
        listing = listing and any((page.page, index) in found for index in range(len(page.grids)))
    return found


def says_contents(page: PageReading) -> bool:
    """Tell whether a page is headed as a list of contents, tables or pictures."""
    tops = [line.text for line in page.lines[:HEAD_LINES]]
    tops += [cell.text for grid in page.grids[:1] for cell in grid.cells[:HEAD_LINES]]
    return any(CONTENTS.match(text.strip()) for text in tops)


def is_contents(grid: Grid, listing: bool) -> bool:
    """Tell whether a grid lists contents; `listing` says that its page, or the one before, is headed so."""
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        if cell.lines:
            rows.setdefault(cell.row, []).append(cell.text)
    dotted = sum(bool(LEADERS.search(" ".join(texts))) for texts in rows.values())
    if dotted and dotted >= DOTTED * len(rows):
        return True
    referring = sum(bool(PAGE_REFERENCE.match(texts[-1])) for texts in rows.values())
    return listing and referring >= REFERRING * len(rows)
