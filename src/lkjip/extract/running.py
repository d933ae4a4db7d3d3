"""Headers, footers and page numbers: what runs through a document at the edges of its pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from lkjip.extract.patterns import CHAPTER, PICTURE, TABLE_NUMBER
from lkjip.extract.reading import PageReading

EDGE_LINES = 4  # lines from the top and the bottom of a page that can run through the document
EDGE_ZONE = 0.16  # of the page height
REPEATS = 3  # pages from which on the same text at the edge is running
IN_STEP = 0.7  # of the repeats: a number that counts with the pages makes the texts the same
# A page number at an end of a line: 12, - 12 -, iv, II-4, III - 12, hal. 3.
NUMBER = r"(?:[-\u2013~|\s]*(?:hal(?:aman)?\.?\s*|page\s*)?(?:[ivxlc]{1,7}\s*[-\u2013.]\s*)?(?:\d{1,3}|[ivxlc]{1,7})[-\u2013~|\s]*)"
AT_START = re.compile(rf"^{NUMBER}(?:\s+|[|]|$)")
AT_END = re.compile(rf"(?:^|\s|[|]){NUMBER}$")

Spot = tuple[int, int]  # page, and index among its lines or its grids


def running_lines(pages: Sequence[PageReading]) -> set[Spot]:
    """Return (page, line) of headers, footers and page numbers."""
    found: list[tuple[str, Spot]] = []
    numbers: set[Spot] = set()
    for page in pages:
        for index, top in edge_lines(page):
            text = without_number(page.lines[index].text.lower())
            if not text:
                numbers.add((page.page, index))
            else:
                found.append((("top " if top else "end ") + text, (page.page, index)))
    return repeated(found) | numbers


def without_number(text: str) -> str:
    """Return a line in lower case without a page number at its start or end; a caption keeps its number."""
    if TABLE_NUMBER.match(text) or PICTURE.match(text) or CHAPTER.match(text):
        return text
    return AT_END.sub("", AT_START.sub("", text)).strip()


def running_grids(pages: Sequence[PageReading]) -> set[Spot]:
    """Return (page, grid) of page headers and footers that are drawn as small tables."""
    found = []
    for page in pages:
        zone = EDGE_ZONE * page.height
        for index, grid in enumerate(page.grids):
            box = grid.frame.box
            if box.y1 < zone or box.y0 > page.height - zone:
                text = " ".join(cell.text for cell in grid.cells)
                found.append((text.lower(), (page.page, index)))
    return repeated(found)


def repeated(found: Iterable[tuple[str, Spot]]) -> set[Spot]:
    """Return the spots whose text stands on enough pages, but for a number that counts with the pages."""
    groups: dict[str, list[tuple[str, Spot]]] = defaultdict(list)
    for text, spot in found:
        groups[re.sub(r"\d+", "#", "".join(text.split()))].append((text, spot))
    result: set[Spot] = set()
    for members in groups.values():
        exact: dict[str, set[Spot]] = defaultdict(set)
        for text, spot in members:
            exact["".join(text.split())].add(spot)
        caption = TABLE_NUMBER.match(members[0][0].removeprefix("top ").removeprefix("end "))
        if len({page for _, (page, _) in members}) >= REPEATS and counts_along(members) and not caption:
            result |= {spot for _, spot in members}
        for spots in exact.values():
            if len({page for page, _ in spots}) >= REPEATS:
                result |= spots
    return result


def counts_along(members: Sequence[tuple[str, Spot]]) -> bool:
    """Tell whether one of the numbers in the texts counts with the pages."""
    rows = [([int(number) for number in re.findall(r"\d{1,9}", text)], page) for text, (page, _) in members]
    for column in range(min(len(numbers) for numbers, _ in rows)):
        steps = [numbers[column] - page for numbers, page in rows]
        if max(Counter(steps).values()) >= IN_STEP * len(steps):
            return True
    return False


def edge_lines(page: PageReading) -> Iterable[tuple[int, bool]]:
    """Yield the index of each line near the edge of a page, and whether it is the upper edge."""
    zone = EDGE_ZONE * page.height
    count = len(page.lines)
    for index, line in enumerate(page.lines):
        if index < EDGE_LINES and line.box.y1 < zone:
            yield index, True
        elif index >= count - EDGE_LINES and line.box.y0 > page.height - zone:
            yield index, False
