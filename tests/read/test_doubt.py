"""A number that was not surely recognised is a guess, in a table and in a sentence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_tables import MANUAL

from lkjip.read.doubt import in_doubt
from lkjip.read.grid import kind_of
from lkjip.records import Cell, Fact, Line

FACT = Fact("d", "f", "s", "x", "target", "2024", "", Decimal(3), 0, "3", "", "table", 4, "t01", 2, 5, 0, 100, 9, 110)
CELL = Cell("t01", 2, 5, "body", "3", 4, 0, 100, 9, 110, 1, 1, "", 49.6)
LINE = Line(4, 0, "b", "paragraph", "sebesar 3", 0, 99, 80, 111, "", 60.0)


def test_a_faint_cell_makes_its_fact_a_guess() -> None:
    assert in_doubt([FACT], [CELL], [])[0].guess == "recognised with 50 % confidence"


def test_an_earlier_guess_stays() -> None:
    (fact,) = in_doubt([replace(FACT, guess="spaces inside")], [CELL], [])
    assert fact.guess == "spaces inside; recognised with 50 % confidence"


def test_a_faint_line_makes_the_numbers_of_its_sentence_a_guess() -> None:
    prose = replace(FACT, source="prose", table_id="", row=None, column=None)
    assert in_doubt([prose], [], [LINE])[0].guess == "recognised with 60 % confidence"
    assert in_doubt([replace(prose, page=5)], [], [LINE])[0].guess == ""
    assert in_doubt([replace(prose, y0=140, y1=150)], [], [LINE])[0].guess == ""


def test_what_was_surely_recognised_or_printed_as_text_is_none() -> None:
    assert in_doubt([FACT], [replace(CELL, confidence=91.0)], [replace(LINE, confidence=100.0)]) == (FACT,)


@pytest.mark.parametrize(
    ("texts", "confidence", "kind"),
    [
        ("234s6789", 30.0, "numbering"),
        ("234s6789", 96.0, "body"),  # a letter, surely
        ("2s4s6789", 30.0, "body"),  # too much is lost
        ("23476s89", 30.0, "body"),  # no order
    ],
)
def test_column_numbers_on_a_further_page_are_known_though_one_was_lost(
    texts: str, confidence: float, kind: str
) -> None:
    row = [
        replace(CELL, text=text, column=at, confidence=96.0 if text.isdigit() else confidence)
        for at, text in enumerate(texts)
    ]
    assert kind_of(row, MANUAL) == kind
