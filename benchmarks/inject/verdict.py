"""What the program made of a misprint: whether it saw it, whether it named it, and whether it knew what was meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from benchmarks.generate.model import Figure, Spot
from benchmarks.generate.relations import step
from benchmarks.inject.misprints import TRUNCATED, Misprint
from benchmarks.inject.page import Page
from benchmarks.inject.placement import Place, squeezed

from lkjip.audit import Audit
from lkjip.extract import Extraction
from lkjip.read import Reading
from lkjip.records import Fact, Finding

ACCUSING = ("error", "warning")
WORDY = 40  # letters of an amount in words that is found nowhere else
NUMBERS = re.compile(r"\d[\d.,]*")
MEANT = re.compile(r"seharusnya\s+(?:Rp\.?\s*)?(-?\d[\d.,]*\d|-?\d)")


@dataclass(frozen=True)
class Seen:
    """A document as extracted, read and audited."""

    extraction: Extraction
    reading: Reading
    audit: Audit


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one misprint came out."""

    seed: int
    kind: str
    measure: str
    where: str
    true: str
    printed: str
    determined: bool  # no other number, changed alone, would make the report agree
    malformed: bool
    detected: bool
    named: bool  # the culprit that the program names is the misprint
    valued: bool  # and the value that it says was meant is right, as far as the report tells
    misled: bool  # the program names another number
    rules: str


def judged(page: Page, misprint: Misprint, places: Mapping[Spot, Place], seen: tuple[Seen, Seen]) -> Verdict:
    """Compare what was found on the untouched report and on the misprinted one; two that changed places are one."""
    before, after = seen
    figure = page.figures[misprint.spot]
    typed = {at: {f.fact_id for f in facts_at(places[at], text, after)} for at, text in misprint.texts.items()}
    facts = typed[misprint.spot]
    fresh = [row for row in new_findings(before.audit, after.audit) if row.severity in ACCUSING]
    about = [row for row in fresh if any(concerns(row, at, places[spot], after) for spot, at in typed.items())]
    blamed = [row for row in about if row.culprit in facts]
    certain = len(misprint.texts) == 1 and (
        misprint.malformed or page.constraints.culprits(misprint.values) == [misprint.spot]
    )
    return Verdict(
        seed=page.report.seed,
        kind=misprint.kind,
        measure=figure.key.measure,
        where=described(page, misprint.spot),
        true=figure.text,
        printed=misprint.texts[misprint.spot],
        determined=certain and misprint.kind != TRUNCATED,
        malformed=misprint.malformed,
        detected=bool(about),
        named=bool(blamed),
        valued=any(meant_well(page, misprint.spot, row, facts_of(after)) for row in blamed),
        misled=bool(fresh) and not blamed and any(row.culprit for row in fresh),
        rules=" ".join(sorted({row.rule for row in fresh})),
    )


def described(page: Page, spot: Spot) -> str:
    """Say where a figure stands, so that a person finds it: block, row, cell, and what it is about."""
    key = page.figures[spot].key
    return f"block {spot.block} row {spot.row} cell {spot.cell}: {key.subject} {key.period}"


def facts_of(seen: Seen) -> Mapping[str, Fact]:
    """Return the facts of a reading by their ids."""
    return {fact.fact_id: fact for fact in seen.reading.facts}


def facts_at(place: Place, text: str, seen: Seen) -> list[Fact]:
    """Return the facts that were read at a place; of several in one cell or line those that print the text."""
    near = [fact for fact in seen.reading.facts if stands_at(fact, place, seen.extraction)]
    core = squeezed(text).casefold()
    exact = [fact for fact in near or seen.reading.facts if core in squeezed(fact.printed).casefold()]
    if not near:  # words that go on over the next line: the place of a fact is that of its digits
        return exact if len(core) >= WORDY else []
    return exact or (near if place.kind == "cell" else [])


def stands_at(fact: Fact, place: Place, extraction: Extraction) -> bool:
    """Tell whether a fact was read in a cell, or on a line."""
    part = place.parts[0]
    if place.kind == "cell":
        cell = extraction.cells[part.of]
        return (fact.table_id, fact.row, fact.column) == (cell.table_id, cell.row, cell.column)
    lines = [extraction.lines[part.of] for part in place.parts]
    return fact.source == "prose" and any(
        fact.page == line.page and fact.y0 < line.y1 - 1 and line.y0 + 1 < fact.y1 for line in lines
    )


def new_findings(before: Audit, after: Audit) -> list[Finding]:
    """Return the findings that the untouched report does not have."""
    known = {identity(row) for row in before.findings}
    return [row for row in after.findings if identity(row) not in known]


def identity(row: Finding) -> tuple[object, ...]:
    """Return what makes two findings one."""
    return (row.rule, row.page, row.table_id, row.row, row.column, row.printed, row.expected, row.severity)


def concerns(row: Finding, facts: set[str], place: Place, seen: Seen) -> bool:
    """Tell whether a finding is about the facts at a place, or points at the place itself."""
    checks = set(row.check_ids.split(";"))
    held = {fact for check in seen.audit.checks if check.check_id in checks for fact in check.fact_ids.split(";")}
    if facts & (held | set(row.fact_ids.split(";")) | {row.culprit}):
        return True
    part = place.parts[0]
    if place.kind == "cell":
        cell = seen.extraction.cells[part.of]
        return (row.table_id, row.row, row.column) == (cell.table_id, cell.row, cell.column)
    line = seen.extraction.lines[part.of]
    return row.table_id == "" and row.page == line.page and bool(row.printed) and row.printed in line.text


def meant_well(page: Page, spot: Spot, row: Finding, facts: Mapping[str, Fact]) -> bool:
    """Tell whether the value that a finding gives for its culprit is the true one, as far as the report tells."""
    culprit = facts[row.culprit]
    own = (row.page, row.table_id, row.row, row.column) == (culprit.page, culprit.table_id, culprit.row, culprit.column)
    offered = [*MEANT.findall(row.message_id), *([row.expected] if own and row.printed == culprit.printed else [])]
    figure = page.figures[spot]
    if figure.value is None:
        return any(figure.text.casefold() == text.casefold() for text in offered)
    return any(right(page, spot, value) for text in offered for value in values_of(text))


def values_of(text: str) -> Iterable[tuple[Decimal, int]]:
    """Yield the numbers that the program writes: 1.234,56 with their decimals."""
    for found in NUMBERS.findall(text):
        plain = found.replace(".", "").replace(",", ".")
        try:
            yield Decimal(plain), len(plain.partition(".")[2])
        except InvalidOperation:
            continue


def right(page: Page, spot: Spot, value: tuple[Decimal, int]) -> bool:
    """Tell whether a value is the printed one, or one that satisfies all that the report says."""
    figure = page.figures[spot]
    assert figure.value is not None
    margin = max(step(value[1]), step(figure.decimals))
    return abs(value[0] - abs(figure.value)) <= margin or satisfies(page, spot, value[0], figure)


def satisfies(page: Page, spot: Spot, value: Decimal, figure: Figure) -> bool:
    """Tell whether the report would agree with another value of one figure."""
    text = page.written(figure, value if (figure.value or 0) >= 0 else -value)
    said = page.values({spot: text})
    return bool(said) and not page.constraints.broken(said)
