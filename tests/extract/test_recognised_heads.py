"""Column numbers of a scan, one of which was not recognised."""

import pytest

from lkjip.extract.geometry import Box
from lkjip.extract.grid import GridCell
from lkjip.extract.headers import is_numbering
from lkjip.extract.table import TableRow
from lkjip.extract.words import Line

BOX = Box(0, 0, 10, 10)


def row(texts: str, confidence: float) -> TableRow:
    """Return a row of one-character cells; what is no digit was recognised with this confidence."""
    cells = []
    for column, text in enumerate(texts):
        line = Line(text, (text,), (0.0, 5.0), BOX, 8.0, 8.0, False, 96.0 if text.isdigit() else confidence)
        cells.append(GridCell(1, 0, column, 1, 1, BOX, (line,)))
    return TableRow("body", tuple(cells))


@pytest.mark.parametrize(
    ("texts", "confidence", "numbering"),
    [("123456Z89", 57.0, True), ("123456Z89", 100.0, False), ("1Z3", 57.0, False), ("12ZZ56789", 57.0, False)],
)
def test_a_column_number_that_was_hardly_recognised_is_still_one(
    texts: str, confidence: float, numbering: bool
) -> None:
    assert is_numbering(row(texts, confidence)) is numbering
