"""Numbers that two looks agree on are sure, others are not; separators follow their ink."""

import numpy as np
import pytest

from lkjip.extract.geometry import Box
from lkjip.ocr.marks import marks_of
from lkjip.ocr.numbers import DOUBTFUL, are_one, compared, joined
from lkjip.ocr.picture import Grey, Picture
from lkjip.ocr.tesseract import Found
from lkjip.read.doubt import SURE

PLACE = Box(10, 20, 100, 58)


def ink_of(shapes: str) -> tuple[Grey, Box]:
    """Draw a number's ink: 0 for a digit, a stop, a comma, and a space for a mark that faded."""
    ink = np.zeros((80, 30 * len(shapes) + 20), np.uint8)
    for index, shape in enumerate(shapes):
        x = 10 + 30 * index
        if shape == "0":
            ink[20:55, x : x + 20] = 255
        elif shape != " ":
            ink[49 : 55 if shape == "." else 63, x + 8 : x + 14] = 255
    return ink, Box(10, 20, 30 * len(shapes), 58)


def word(text: str, confidence: float, box: Box = PLACE) -> Found:
    return Found(text, box, (0, 0, 0), confidence)


@pytest.mark.parametrize("shapes", ["0.000.000", "00,0", "0.000,00", "000", "00 000 000", "0 00"])
def test_ink_tells_stops_from_commas(shapes: str) -> None:
    assert marks_of(*ink_of(shapes)) == shapes


@pytest.mark.parametrize(
    ("looks", "shapes", "text", "sure"),
    [
        (("34,169.400", "34.169.400"), "00.000.000", "34.169.400", True),  # the ink sides with one of them
        (("34.169.400", "34,169.400"), "00000", "34.169.400", False),  # digits touch: nobody decides
        (("34,169.400", "34.169,400"), "00.000.000", "34.169.400", False),  # three looks, three readings
        (("34.169.400", "34.169.400"), "00000", "34.169.400", True),  # digits touch, but both looks agree
        (("405.141240", "405.141240"), "00000", "405.141240", False),  # both looks miss a stop
        (("405.141240", "405.141240"), "000.000000", "405.141240", False),  # and so does the ink
        (("739.448:960", "739.448960"), "000.000000", "739.448.960", False),  # dust above a stop
        (("70.150.000:00", "70.150.000,00"), "", "70.150.000,00", False),
        (("08:30", "08.30"), "00.00", "08:30", False),  # no amount
        (("6,721,200", "6,721,200"), "0000,000", "6,721,200", False),  # a comma touches its digit
        (("100", "100"), "000.", "100", True),  # dust behind it
        (("562", "562"), "0 00", "562", False),  # a comma has faded: its gap is left
        (("45.955396.559", "45.955396.559"), "00.000 000.000", "45.955.396.559", False),  # as its other groups
        (("2", "2"), "0.", "2.", True),  # of an enumeration: too faint for both looks
    ],
)
def test_marks_are_what_two_of_three_looks_see(looks: tuple[str, str], shapes: str, text: str, sure: bool) -> None:
    ink, box = ink_of(shapes)
    picture = Picture(np.full_like(ink, 255), ink, 0.0, 0)
    read = compared(picture, word(looks[0], 92, box), [word(looks[1], 95)])
    assert (read.text, read.confidence >= SURE) == (text, sure)


def test_two_looks_that_differ_leave_the_number_in_doubt() -> None:
    ink, box = ink_of("0")
    picture = Picture(np.full_like(ink, 255), ink, 0.0, 0)
    assert compared(picture, word("5", 69, box), [word("3", 97)]) == word("3", DOUBTFUL, box)
    assert compared(picture, word("5", 99, box), [word("3", 97)]) == word("5", DOUBTFUL, box)
    assert compared(picture, word("5", 99, box), []) == word("5", DOUBTFUL, box)


def test_parts_of_a_number_become_one_and_neighbours_do_not() -> None:
    paper = np.zeros((80, 200), np.uint8)
    left, right = word("48.519", 90, Box(0, 0, 60, 20)), word("930", 80, Box(64, 0, 90, 20))
    assert are_one(left, right, paper)
    assert [part.text for part in joined([left, right], paper)] == ["48.519930"]
    assert not are_one(left, word("930", 80, Box(100, 0, 130, 20)), paper)
    assert not are_one(word("3", 90, Box(0, 0, 8, 20)), word("4", 90, Box(10, 0, 18, 20)), paper)


def test_a_stop_that_no_word_holds_bridges_the_gap_between_them() -> None:
    left, right = word("1", 90, Box(0, 20, 20, 55)), word("749.956", 90, Box(45, 20, 120, 55))
    assert not are_one(left, right, np.zeros((80, 200), np.uint8))
    ink = np.zeros((80, 200), np.uint8)
    ink[49:55, 30:36] = 255
    assert are_one(left, right, ink)
