"""Letters in numbers become digits only where arithmetic or another occurrence confirms it."""

from lkjip.read.repairs import repaired, repairs
from lkjip.records import Cell


def row(table: str, at: int, *texts: str, unsure: int = -1) -> list[Cell]:
    """Make a row of cells, of which one was not surely recognised."""
    return [
        Cell(table, at, column, "body", text, 1, 0, 0, 1, 1, 1, 1, "", 40.0 if column == unsure else 95.0)
        for column, text in enumerate(texts)
    ]


def test_a_percentage_confirms_the_first_digits_of_an_amount() -> None:
    (repair,) = repairs(row("t01", 1, "Belanja Modal", "3l.500.000", "9.987.650", "31,71", unsure=1))
    assert (repair.was, repair.now) == ("3l.500.000", "31.500.000")
    assert repair.reason == "9.987.650 / 31.500.000 x 100 is 31,71"


def test_a_percentage_says_nothing_of_the_last_digits_of_an_amount() -> None:
    assert repairs(row("t01", 1, "Belanja Modal", "31.500.00S", "9.987.650", "31,71", unsure=1)) == ()


def test_amounts_confirm_the_percentage() -> None:
    (repair,) = repairs(row("t01", 1, "Belanja Modal", "31.500.000", "9.987.650", "3l,7|", unsure=3))
    assert repair.now == "31,71"


def test_another_occurrence_confirms_the_number() -> None:
    cells = [*row("t01", 1, "Belanja Modal", "Rp 3l.S00.000", unsure=1), *row("t02", 4, "Belanja  modal", "31.500.000")]
    (repair,) = repairs(cells)
    assert (repair.now, repair.reason) == ("Rp 31.500.000", "t02 row 4 prints the same number for the same name")


def test_without_a_confirmation_nothing_is_repaired() -> None:
    assert repairs(row("t01", 1, "Belanja Modal", "3l.500.000", "9.987.650", "99,99", unsure=1)) == ()
    assert repairs([*row("t01", 1, "Modal", "3l.500.000", unsure=1), *row("t02", 4, "Pegawai", "31.500.000")]) == ()


def test_an_unsure_number_confirms_nothing() -> None:
    cells = [*row("t01", 1, "Modal", "3l.500.000", unsure=1), *row("t02", 4, "Modal", "31.500.000", unsure=1)]
    assert repairs(cells) == ()


def test_words_and_sure_cells_are_left_alone() -> None:
    assert repairs(row("t01", 1, "SOBIL", "3l.500.000", "9.987.650", "31,71", unsure=0)) == ()


def test_a_repaired_cell_is_sure_and_the_others_stay() -> None:
    cells = row("t01", 1, "Belanja Modal", "3l.500.000", "9.987.650", "31,71", unsure=1)
    new = repaired(cells, repairs(cells))
    assert (new[1].text, new[1].confidence) == ("31.500.000", 85.0)
    assert new[2:] == tuple(cells[2:])
