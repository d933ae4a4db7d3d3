"""Facts of recognised pages: where the recognition was not sure, the reading is a guess, and says so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lkjip.records import Cell, Fact, Line

CERTAIN: Final = 100.0  # per cent: text that needed no recognition; what was recognised may be misread
SURE: Final = 85.0  # per cent; measured: above it, numbers that two looks agree on are right
RECOGNISED: Final = "recognised with"

Unsure = dict[tuple[str, int | None, int | None], float]  # confidence by table, row and column


def in_doubt(facts: Iterable[Fact], cells: Iterable[Cell], lines: Sequence[Line]) -> tuple[Fact, ...]:
    """Return facts with a guess noted where the cell or the line that prints them was not surely recognised."""
    unsure: Unsure = {
        (cell.table_id, cell.row, cell.column): cell.confidence for cell in cells if cell.confidence < SURE
    }
    faint = [line for line in lines if line.confidence < SURE]
    return tuple(doubted(fact, confidence_of(fact, unsure, faint)) for fact in facts)


def confidence_of(fact: Fact, unsure: Unsure, faint: Sequence[Line]) -> float | None:
    """Return how surely a fact was recognised, in per cent, or None where that was sure."""
    if fact.source == "table":
        return unsure.get((fact.table_id, fact.row, fact.column))
    middle = (fact.y0 + fact.y1) / 2
    return min(
        (line.confidence for line in faint if line.page == fact.page and line.y0 < middle < line.y1), default=None
    )


def doubted(fact: Fact, confidence: float | None) -> Fact:
    """Return a fact with the confidence of its recognition noted as a guess."""
    if confidence is None:
        return fact
    reason = f"{RECOGNISED} {confidence:.0f} % confidence"
    return replace(fact, guess="; ".join(filter(None, (fact.guess, reason))))
