"""NIPs disappear, other long numbers stay. The numbers here are made up."""

import pytest

from lkjip.masking import masked, nip_spans


@pytest.mark.parametrize(
    "text",
    ["NIP. 19660801 198803 1 001", "NIP 196608011988031001", "19660801 198803 1 001", "Nip : 1966 0801 1988 03 1 001"],
)
def test_every_layout_is_hidden(text: str) -> None:
    assert not any(c.isdigit() for c in masked(text))
    assert len(masked(text)) == len(text)


def test_a_damaged_nip_is_hidden_where_it_is_called_one() -> None:
    assert masked("NIP. 1966080 198803 1 001") == "NIP. ******* ****** * ***"


@pytest.mark.parametrize(
    "text", ["Rp. 4.760.149.793,-", "7.01.02.2.01.0001", "2.202.684.141 1.783.957.490", "Tahun 2019 2020"]
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


def test_spans_say_where() -> None:
    assert nip_spans("a NIP. 19660801 198803 1 001 b") == [(7, 28)]
