"""Read sentences typed by hand: what every number measures and is about, as short texts."""

from functools import cache
from pathlib import Path

from lkjip.read import Manual
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.reading import ProseReading, Report, facts_from_prose, rows_of
from lkjip.read.prose.scene import Tables
from lkjip.read.words import key
from lkjip.records import Line, Subject

ROOT = Path(__file__).resolve().parents[3]
REPORT = Report("doc", "2023", "Kecamatan Sukamaju")


@cache
def grammar() -> Grammar:
    return Grammar(Manual.load(ROOT / "data" / "manual"))


def lines(*texts: str) -> list[Line]:
    """Make printed lines; one that starts with a list number is an item, one in capitals a heading."""
    made = []
    for at, text in enumerate(texts):
        kind = "heading" if text.isupper() else "paragraph"
        made.append(Line(1, at, f"b{at:03d}", kind, text, 50.0, 20.0 * at, 50.0 + 5 * len(text), 20.0 * at + 10, ""))
    return made


def reading(*texts: str) -> ProseReading:
    return facts_from_prose(REPORT, lines(*texts), Tables(), grammar())


def beside_rows(text: str, *rows: str) -> list[str]:
    """Return what `said` does for a sentence of a report whose tables have rows of these names."""
    named = tuple(
        Subject(f"s{at}", "table", 1, "t01", at, "", "indikator", "indikator", "", "", row, key(row), "", "", "", "")
        for at, row in enumerate(rows)
    )
    found = facts_from_prose(REPORT, lines(text), Tables(named), grammar())
    return [f"{fact.measure} of {subject.uraian}: {fact.printed}" for fact, subject in rows_of(found)]


def said(*texts: str) -> list[str]:
    """Return "measure of subject: printed" for every number that was tied."""
    return [f"{fact.measure} of {subject.uraian}: {fact.printed}" for fact, subject in rows_of(reading(*texts))]
