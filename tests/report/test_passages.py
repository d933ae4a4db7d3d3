"""A passage is found in the printed lines, whatever breaks them."""

from lkjip.extract.geometry import Box
from lkjip.records import Line
from lkjip.report.passages import boxes_of


def line(text: str, top: float, edges: str) -> Line:
    return Line(1, 0, "b1", "paragraph", text, 10, top, 90, top + 10, edges)


LINES = [
    line("Nomor 13 Tahun 2016 tentang", 0, "10 25;27 35;37 52;54 68;70 90"),
    line("tentang Kedudukan", 12, "10 30;32 60"),
]


def test_a_passage_over_two_lines_has_a_box_on_each() -> None:
    assert boxes_of("tentang  tentang", LINES) == [Box(70, 0, 90, 10), Box(10, 12, 30, 22)]


def test_case_and_marks_do_not_matter() -> None:
    assert boxes_of("TAHUN 2016", LINES) == [Box(37, 0, 68, 10)]


def test_what_is_not_there_has_no_place() -> None:
    assert boxes_of("Nomor 14", LINES) == []
    assert boxes_of("", LINES) == []


def test_a_line_that_does_not_say_where_its_words_are_is_marked_whole() -> None:
    assert boxes_of("Kedudukan", [line("tentang Kedudukan", 12, "")]) == [Box(10, 12, 90, 22)]
