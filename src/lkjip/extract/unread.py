"""What was seen on a page and not understood: nothing is dropped without a row here."""

from collections.abc import Iterator, Sequence

from lkjip.extract.geometry import Box
from lkjip.extract.patterns import TABLE_NUMBER
from lkjip.extract.reading import PageReading
from lkjip.extract.text import TextLine
from lkjip.records import Unread

CAPTION_LENGTH = 160
BELOW_CAPTION = 60.0  # points below a caption within which its table begins

Found = tuple[str, PageReading, str, str, Box | None]  # kind, page, text, reason, box on the sheet


def unread_rows(
    pages: Sequence[PageReading], texts: Sequence[TextLine], captioned: set[tuple[int, int]]
) -> tuple[Unread, ...]:
    """Return the rows of unread.csv, in page order; `captioned` are (page, line) of the captions of tables that were read."""
    by_page = {page.page: page for page in pages}
    found = [*whole_pages(pages), *drawings(pages), *lone_captions(by_page, texts, captioned)]
    found.sort(key=lambda item: (item[1].page, item[4].y0 if item[4] else -1.0))
    return tuple(unread_row(number, *item) for number, item in enumerate(found, 1))


def unread_row(number: int, kind: str, page: PageReading, text: str, reason: str, box: Box | None) -> Unread:  # noqa: PLR0913
    """Return one row of unread.csv; without a box it covers the page."""
    placed = page.shown(box) if box else (0.0, 0.0, round(page.shown_width, 2), round(page.shown_height, 2))
    return Unread(f"u{number:03d}", kind, page.page, "", None, None, text, reason, *placed)  # type: ignore[arg-type]


def whole_pages(pages: Sequence[PageReading]) -> Iterator[Found]:
    """Yield the pages whose text or lines could not be used."""
    for page in pages:
        if page.status in ("scan", "unreadable"):
            yield "page", page, "", page.reason, None
        elif page.crowded:
            yield "page", page, "", "so many strokes are drawn on the page that not all were looked at for tables", None


def drawings(pages: Sequence[PageReading]) -> Iterator[Found]:
    """Yield the boxes and lines that form no table; their text is among the lines."""
    for page in pages:
        for box in page.drawings:
            inside = " ".join(line.text for line in page.lines if box.holds(*line.box.middle))
            if inside:
                yield (
                    "table",
                    page,
                    inside,
                    "boxes that form no rows and columns (a chart?); their text is read as lines",
                    box,
                )


def lone_captions(
    pages: dict[int, PageReading], texts: Sequence[TextLine], captioned: set[tuple[int, int]]
) -> Iterator[Found]:
    """Yield the captions of tables that were not found; one that a later page repeats in its place was found."""
    known = {place_of(text) for text in texts if (text.page, text.index) in captioned}
    for text in texts:
        match = TABLE_NUMBER.match(text.line.text)
        if not match or text.kind in ("running", "contents") or place_of(text) in known:
            continue
        if (
            match["rest"][:1].islower()
            or len(text.line.text) > CAPTION_LENGTH
            or text.line.text.endswith((".", ",", ";"))
        ):
            continue
        page = pages[text.page]
        yield "table", page, text.line.text, why_missing(page, text), text.line.box


def place_of(text: TextLine) -> tuple[str, int]:
    """Return what a line says and how far down its page."""
    return text.line.text, round(text.line.base)


def why_missing(page: PageReading, text: TextLine) -> str:
    """Return why a caption has no table."""
    box = text.line.box
    near = Box(0, box.y0 - BELOW_CAPTION, page.width, box.y1 + BELOW_CAPTION)
    if any(image.meets(near) and image.width > 100 for image in page.pictures):
        return "a caption without a table that can be read: an image stands beside it"
    return "a caption without a table that could be found"
