"""Measure the reading of sentences against statements that people read from the page.

A statement counts as read when a fact of a sentence prints the same number, measures the same, and is about the same
subject. `tests/hand_read/*/statements.csv` hold the truth.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rapidfuzz import fuzz

from lkjip.read.words import fold, key
from lkjip.records import Fact, Subject

ROOT = Path(__file__).resolve().parents[1]
TRUTH = ROOT / "tests" / "hand_read"
ALIKE = 85.0  # of 100: how near a subject's words must come to those of the truth
MOST_SHOWN = 4
WANTED = 95.0  # per cent of the statements that should be read


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that a sentence states, as a person read it."""

    id: str
    subject: str
    measure: str
    printed: str
    value: Decimal


@dataclass(frozen=True)
class Score:
    """How many statements were read, and which were not."""

    document: str
    read: int
    missed: tuple[tuple[Statement, str], ...]

    @property
    def total(self) -> int:
        """Return how many statements there are."""
        return self.read + len(self.missed)

    @property
    def percent(self) -> float:
        """Return the share that was read."""
        return 100 * self.read / max(self.total, 1)


def statements(path: Path) -> list[Statement]:
    """Read the truth of one document."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Statement(row["id"], row["subject"], row["measure"], row["printed"], Decimal(row["value"]))
            for row in csv.DictReader(stream)
        ]


def score(document: str, truth: Sequence[Statement], facts: Iterable[tuple[Fact, Subject]]) -> Score:
    """Match every statement with one fact of a sentence that no other statement took."""
    free = [(fact, subject) for fact, subject in facts if fact.source == "prose"]
    missed: list[tuple[Statement, str]] = []
    for statement in truth:
        near = [pair for pair in free if same_value(statement, pair[0])]
        match = next((pair for pair in near if reads(statement, *pair)), None)
        if match:
            free.remove(match)
        else:
            missed.append((statement, why(statement, near)))
    return Score(document, len(truth) - len(missed), tuple(missed))


def same_value(statement: Statement, fact: Fact) -> bool:
    """Tell whether a fact prints the number of a statement."""
    return fact.value == statement.value and digits(fact.printed) == digits(statement.printed)


def digits(printed: str) -> str:
    """Return the digits and separators of a printed number, without its words and marks."""
    return re.sub(r"[^\d.,]|\([a-zA-Z ]+\)", "", printed).strip(".,")


def reads(statement: Statement, fact: Fact, subject: Subject) -> bool:
    """Tell whether a fact says what a statement says."""
    return fact.measure == statement.measure and same_subject(statement.subject, subject)


def same_subject(truth: str, subject: Subject) -> bool:
    """Tell whether a subject is the one of the truth: the same words, as far as both give any."""
    found = fold(f"{subject.uraian} {subject.scope}")
    wanted = fold(truth)
    return key(truth) == subject.key or fuzz.token_set_ratio(wanted, found) >= ALIKE


def why(statement: Statement, near: Sequence[tuple[Fact, Subject]]) -> str:
    """Say what was read in the place of a statement."""
    if not near:
        return "no fact prints it"
    alike = [pair for pair in near if pair[0].measure == statement.measure] or near
    return "; ".join(sorted({f"{fact.measure} of {subject.uraian}" for fact, subject in alike})[:MOST_SHOWN])


def report(scores: Iterable[Score], details: bool) -> bool:
    """Print the scores; return whether all are as wanted."""
    fine = True
    for item in scores:
        print(f"{item.document}: {item.read} of {item.total} statements read ({item.percent:.1f} %)")
        kinds = Counter(statement.measure for statement, _ in item.missed)
        if kinds:
            print("  missed:", ", ".join(f"{count} {name}" for name, count in kinds.most_common()))
        for statement, reason in item.missed if details else ():
            print(f"  {statement.id} {statement.printed} {statement.measure} of {statement.subject}: {reason}")
        fine = fine and item.percent >= WANTED
    return fine


def main() -> int:
    """Score the documents whose truth is at hand."""
    options = arguments()
    found = [scored(path, options.processed) for path in sorted(TRUTH.glob("*/statements.csv"))]
    return 0 if report([item for item in found if item], options.details) else 1


def scored(path: Path, processed: Path) -> Score | None:
    """Score one document from the files of a run; None where it was not read."""
    from lkjip import store

    folder = processed / path.parent.name
    if not (folder / Fact.FILE).exists():
        print(f"{path.parent.name}: not read yet; run make all")
        return None
    by_id = {subject.subject_id: subject for subject in store.load(folder, Subject)}
    facts = [(fact, by_id[fact.subject_id]) for fact in store.load(folder, Fact)]
    return score(path.parent.name, statements(path), facts)


def arguments() -> argparse.Namespace:
    """Return what the caller asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--processed", type=Path, default=ROOT / "data" / "processed")
    parser.add_argument("--details", action="store_true", help="list the statements that were missed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
