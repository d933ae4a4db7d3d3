"""Decisions that people made, one CSV file for each kind, each row with its reason."""

import csv
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final, NamedTuple, TypeVar

from lkjip.read.prose.rows import Cue, Term
from lkjip.read.words import fold, key

FEWEST_LETTERS: Final = 6  # of a heading that can be told by its letters alone

Row = TypeVar("Row")


class ManualError(ValueError):
    """A decision in data/manual that cannot be read or no longer applies; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a spelling of a column heading means."""

    FILE: ClassVar[str] = "headings.csv"
    spelling: str
    meaning: str  # a measure, a label (indikator, program, ...), or empty
    group: str  # anggaran, kinerja, or empty where it can be both
    match: str  # whole: the heading is this; part: it has these words; overrules: it has them, and they decide
    reason: str


@dataclass(frozen=True, slots=True)
class RoleHint:
    """Words that tell what a table is for."""

    FILE: ClassVar[str] = "roles.csv"
    words: str
    place: str  # caption, headings, or rows
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A spelling of a unit."""

    FILE: ClassVar[str] = "units.csv"
    spelling: str
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class Category:
    """A word that a report uses as a grade."""

    FILE: ClassVar[str] = "categories.csv"
    spelling: str
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """A budget line that regulations name, with its level."""

    FILE: ClassVar[str] = "nomenclature.csv"
    name: str
    level: str
    parent: str
    reason: str


@dataclass(frozen=True, slots=True)
class Override:
    """What a person says about a document, against what was read."""

    FILE: ClassVar[str] = "documents.csv"
    document: str
    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that was extracted wrongly: what it was, and what the page shows."""

    FILE: ClassVar[str] = "corrections.csv"
    document: str
    table: str
    row: str
    column: str
    was: str
    now: str
    reason: str


class Meaning(NamedTuple):
    """What a heading says: a measure or a label, and whether it is about money (anggaran) or performance (kinerja)."""

    meaning: str
    group: str


@dataclass(frozen=True, eq=False)
class Manual:
    """All decisions."""

    headings: tuple[Heading, ...] = ()
    roles: tuple[RoleHint, ...] = ()
    unit_rows: tuple[Unit, ...] = ()
    category_rows: tuple[Category, ...] = ()
    names: tuple[Name, ...] = ()
    overrides: tuple[Override, ...] = ()
    corrections: tuple[Correction, ...] = ()
    cues: tuple[Cue, ...] = ()
    terms: tuple[Term, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> "Manual":
        """Read the decisions from `folder` (data/manual). Raises ManualError."""
        return cls(
            headings=rows(folder, Heading),
            roles=rows(folder, RoleHint),
            unit_rows=rows(folder, Unit),
            category_rows=rows(folder, Category),
            names=rows(folder, Name),
            overrides=rows(folder, Override),
            corrections=rows(folder, Correction),
            cues=rows(folder, Cue),
            terms=rows(folder, Term),
        )

    def hints(self, caption: str) -> tuple[tuple[str, str], ...]:
        """Return the words of a caption that name what a table is for, each with the role that it names."""
        plain = f" {fold(caption)} "
        return tuple((hint.words, hint.role) for hint in self.roles if f" {fold(hint.words)} " in plain)

    @cached_property
    def headings_whole(self) -> dict[str, Meaning]:
        """What headings mean that are spelled out, by their folded spelling."""
        return self.meanings("whole")

    @cached_property
    def headings_joined(self) -> dict[str, Meaning]:
        """The same by their letters alone, for headings that a narrow column breaks: "Keuan gan"."""
        joined = {"".join(name.split()): meaning for name, meaning in self.headings_whole.items()}
        return {name: meaning for name, meaning in joined.items() if len(name) >= FEWEST_LETTERS}

    @cached_property
    def headings_by_words(self) -> dict[str, Meaning]:
        """What words inside a heading mean, by the folded words."""
        return self.meanings("part")

    @cached_property
    def headings_overruled(self) -> dict[str, Meaning]:
        """What a heading means that has these words, whatever its others say."""
        return self.meanings("overrules")

    def meanings(self, match: str) -> dict[str, Meaning]:
        """Return the headings of one kind of match."""
        return {fold(row.spelling): Meaning(row.meaning, row.group) for row in self.headings if row.match == match}

    @cached_property
    def units(self) -> dict[str, str]:
        """Units by their folded spelling."""
        return {fold(row.spelling): row.unit for row in self.unit_rows}

    @cached_property
    def categories(self) -> frozenset[str]:
        """Folded grades."""
        return frozenset(fold(row.spelling) for row in self.category_rows)

    @cached_property
    def nomenclature(self) -> dict[str, Name]:
        """Budget lines by their key."""
        return {key(row.name): row for row in self.names}

    @cached_property
    def full_names(self) -> list[str]:
        """Names of the nomenclature, folded, in the order of `names`."""
        return [fold(row.name) for row in self.names]

    def unit(self, text: str) -> str:
        """Return the unit that `text` spells, or `text` folded."""
        folded = fold(text)
        return self.units.get(folded, folded)


def rows(folder: Path, kind: type[Row]) -> tuple[Row, ...]:
    """Read the rows of one file. Raises ManualError where it is missing or has another shape."""
    path = folder / kind.FILE  # type: ignore[attr-defined]
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    if not path.is_file():
        raise ManualError(f"{path}: no such file; it belongs to the repository and may hold no more than its header")
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if reader.fieldnames != names:
            raise ManualError(f"{path}: the columns should be {', '.join(names)}")
        return tuple(kind(**checked(path, reader.line_num, row)) for row in reader)


def checked(path: Path, line: int, row: dict[str, str]) -> dict[str, str]:
    """Return a row if it is whole and has a reason. Raises ManualError."""
    if None in row or None in row.values():
        raise ManualError(f"{path}, line {line}: too many or too few commas")
    if not row["reason"].strip():
        raise ManualError(f"{path}, line {line}: say why in the column reason")
    return row
