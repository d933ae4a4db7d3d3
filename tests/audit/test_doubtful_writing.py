"""Rules about writing say nothing of print that a scan may have changed."""

from dataclasses import replace

import pytest
from small_ledgers import Page

from lkjip.audit.engine import NOT_SURE, audit
from lkjip.read.reading import Reading
from lkjip.settings import Settings

WRITING = "number-format"


@pytest.fixture
def reading() -> Reading:
    """An amount whose second stop is missing."""
    sound = Page().table("Tabel 3.1", "anggaran", "Program A | 45.955.396.559").reading()
    return replace(sound, facts=tuple(replace(fact, printed="45.955396.559") for fact in sound.facts))


def verdicts_of(reading: Reading) -> list[tuple[str, str]]:
    return [(check.verdict, check.reason) for check in audit(reading, Settings()).checks if check.rule == WRITING]


def test_a_malformed_number_that_was_read_surely_is_reported(reading: Reading) -> None:
    assert verdicts_of(reading) == [("problem", "")]


@pytest.mark.parametrize("guess", ["recognised with 80 % confidence", "a separator is missing; recognised with 50 %"])
def test_one_that_was_not_surely_recognised_stays_undecided(reading: Reading, guess: str) -> None:
    unsure = replace(reading, facts=tuple(replace(fact, guess=guess) for fact in reading.facts))
    assert verdicts_of(unsure) == [("could_not_check", NOT_SURE)]
