"""Lines outside tables: which run through the document, which head a section, which belong together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip.extract.patterns import CHAPTER, CONTENTS, ITEM, LEADERS, NUMBERED, SOURCE
from lkjip.extract.reading import PageReading
from lkjip.extract.running import running_lines
from lkjip.extract.words import Line
from lkjip.records import LineKind

HEADING_LENGTH = 110
TIGHT = 1.35  # of the font size: lines of one note stand this close


@dataclass(frozen=True)
class TextLine:
    """A line outside tables with its place and kind."""

    page: int
    index: int  # among the lines of its page
    line: Line
    kind: LineKind = "paragraph"
    block: str = ""


def classified(pages: Sequence[PageReading]) -> list[TextLine]:
    """Return all lines outside tables with their kinds, captions left for later."""
    running = running_lines(pages)
    result: list[TextLine] = []
    in_contents = False
    for page in pages:
        body = [line for index, line in enumerate(page.lines) if (page.page, index) not in running]
        in_contents = contents_page(body, in_contents)
        for index, line in enumerate(page.lines):
            kind: LineKind = "running" if (page.page, index) in running else kind_of(line, in_contents)
            result.append(TextLine(page.page, index, line, kind))
    return result


def contents_page(body: Sequence[Line], before: bool) -> bool:
    """Tell whether a page lists contents: it says so, or it goes on with dotted lines after one that did."""
    if any(CONTENTS.match(line.text) for line in body[:4]):
        return True
    return before and sum(bool(LEADERS.search(line.text)) for line in body) * 3 >= max(len(body), 1)


def kind_of(line: Line, in_contents: bool) -> LineKind:
    """Return the kind of a line that does not run through the document."""
    text = line.text
    if SOURCE.match(text):
        return "source"
    if LEADERS.search(text) or in_contents:
        return "contents"
    if is_heading(line):
        return "heading"
    return "item" if ITEM.match(text) else "paragraph"


def is_heading(line: Line) -> bool:
    """Tell whether a line looks like the heading of a section."""
    text = line.text
    if len(text) > HEADING_LENGTH or not any(char.isalpha() for char in text):
        return False
    if CHAPTER.match(text):
        return True
    if text.endswith((".", ";", ",", ":")) and not text.isupper():
        return False
    upper = text.isupper() and len(text) > 3
    return (line.bold and (upper or bool(NUMBERED.match(text)) or len(text) < 60)) or (
        upper and bool(NUMBERED.match(text))
    )


def in_blocks(lines: Sequence[TextLine]) -> list[TextLine]:
    """Give the lines of one heading, paragraph or item the same block id, across pages too."""
    result: list[TextLine] = []
    last: TextLine | None = None
    counter: Counter[str] = Counter()
    for text in lines:
        if text.kind == "running":
            counter["b"] += 1
            result.append(replace(text, block=f"b{counter['b']:04d}"))
            continue
        if last is not None and continues(last, text):
            last = replace(text, kind=last.kind, block=last.block)
        else:
            counter["b"] += 1
            last = replace(text, block=f"b{counter['b']:04d}")
        result.append(last)
    return result


def continues(last: TextLine, text: TextLine) -> bool:
    """Tell whether a line goes on with the block of the line before."""
    if text.kind == "caption" or last.kind == "caption":
        return text.kind == last.kind and text.page == last.page
    if text.kind in ("item", "source", "contents") or last.kind == "contents":
        return False
    if last.kind == "source":
        return text.page == last.page and text.line.base - last.line.base < TIGHT * last.line.size
    if text.kind == "heading" or last.kind == "heading":
        own = any(pattern.match(text.line.text) for pattern in (CHAPTER, NUMBERED, ITEM))
        return text.kind == last.kind and not own and text.page == last.page and close(last.line, text.line)
    ended = last.line.text.endswith((".", ":", ";", "!", "?"))
    if text.page != last.page:
        return not ended and not text.line.text[:1].isupper()
    if not close(last.line, text.line):
        return False
    short = last.line.box.x1 < text.line.box.x1 - 6 * last.line.size
    return not (ended and (short or text.line.box.x0 > last.line.box.x0 + 1.5 * last.line.size))


def close(above: Line, below: Line) -> bool:
    """Tell whether a line stands directly below another."""
    return 0 < below.base - above.base < 2.3 * max(above.size, below.size)
