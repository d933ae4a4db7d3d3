"""One report: read and audit it as it is, then with one misprint after the other."""

import random
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.generate import generate, pdf
from benchmarks.generate.model import Report, Spot
from benchmarks.inject.limit import TooSlow, at_most
from benchmarks.inject.misprints import Misprint, misprints
from benchmarks.inject.page import Page
from benchmarks.inject.placement import Place, injected, placed
from benchmarks.inject.verdict import ACCUSING, Seen, Verdict, described, facts_at, identity, judged

from lkjip.audit import audit
from lkjip.extract import Extraction, extract
from lkjip.paths import PROJECT
from lkjip.read import Manual, read
from lkjip.records import Check
from lkjip.settings import Settings

LIMIT = 30.0  # seconds of the processor for reading and auditing once


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number of an untouched report: how far it came."""

    seed: int
    measure: str
    where: str
    text: str
    bound: bool  # the report itself constrains it
    placed: bool  # its cell or sentence was extracted as printed
    read: bool  # it became a fact with its value
    checked: bool  # a rule held it against something


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding on an untouched report, where nothing is wrong."""

    seed: int
    severity: str
    rule: str
    page: int
    message: str


@dataclass(frozen=True)
class Experiment:
    """Everything that was learned from one report."""

    seed: int
    printed: tuple[Printed, ...]
    alarms: tuple[Alarm, ...]
    verdicts: tuple[Verdict, ...]
    slow: tuple[str, ...]  # misprints whose audit was stopped
    through_pdf: tuple[tuple[str, bool], ...]  # misprint, and whether the PDF gives the same findings


def run(seed: int, count: int, samples: int) -> Experiment:
    """Run so many misprints on the report of a seed, and so many of them through the PDF as well."""
    page = Page(generate(seed))
    before = seen(page.report.name, extracted(page.report))
    places = placed(page.report, before.extraction)
    verdicts, slow, through = [], [], []
    for at, misprint in enumerate(islice(placeable(page, places), count)):
        try:
            with at_most(LIMIT):
                after = seen(page.report.name, changed(before.extraction, misprint, places))
        except TooSlow:
            slow.append(f"seed {seed} {misprint.kind} {described(page, misprint.spot)}")
            continue
        verdicts.append(judged(page, misprint, places, (before, after)))
        if at < samples:
            through.append((f"seed {seed} {misprint.kind} {verdicts[-1].where}", same(page, misprint, after)))
    numbers, found = tuple(printed(page, places, before)), tuple(alarms(page, before))
    return Experiment(seed, numbers, found, tuple(verdicts), tuple(slow), tuple(through))


def placeable(page: Page, places: dict[Spot, Place]) -> Iterable[Misprint]:
    """Yield the misprints whose places were extracted; the others cannot be typed in."""
    chance = random.Random(page.report.seed)
    return (found for found in misprints(page, chance) if all(spot in places for spot in found.texts))


def extracted(report: Report) -> Extraction:
    """Return what is extracted from the report's PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{report.name}.pdf"
        path.write_bytes(pdf(report))
        return extract(path)


def seen(name: str, extraction: Extraction) -> Seen:
    """Read and audit an extraction."""
    reading = read(name, extraction, Manual.load(PROJECT / "data" / "manual"))
    return Seen(extraction, reading, audit(reading, Settings()))


def changed(extraction: Extraction, misprint: Misprint, places: dict[Spot, Place]) -> Extraction:
    """Return the extraction with a misprint typed in."""
    return injected(extraction, ((places[spot], text) for spot, text in misprint.texts.items()))


def same(page: Page, misprint: Misprint, after: Seen) -> bool:
    """Tell whether a misprint that is typeset gives the findings that it gives where it is typed in."""
    typeset = seen(page.report.name, extracted(page.report.replaced(dict(misprint.texts))))
    return {identity(row) for row in typeset.audit.findings} == {identity(row) for row in after.audit.findings}


def alarms(page: Page, before: Seen) -> Iterable[Alarm]:
    """Yield what was found on the untouched report."""
    for row in before.audit.findings:
        if row.severity in ACCUSING:
            yield Alarm(page.report.seed, row.severity, row.rule, row.page, row.message_en)


def printed(page: Page, places: dict[Spot, Place], before: Seen) -> Iterable[Printed]:
    """Yield how far every printed number came."""
    held = {fact for check in before.audit.checks if conclusive(check) for fact in check.fact_ids.split(";")}
    for spot, figure in page.figures.items():
        place = places.get(spot)
        facts = facts_at(place, figure.text, before) if place else []
        values = [fact for fact in facts if figure.value is None or fact.value == figure.value]
        yield Printed(
            seed=page.report.seed,
            measure=f"{figure.key.measure} ({figure.unit})" if figure.unit == "terbilang" else figure.key.measure,
            where=described(page, spot),
            text=figure.text,
            bound=spot in page.constraints.at,
            placed=place is not None,
            read=bool(values),
            checked=any(fact.fact_id in held for fact in values),
        )


def conclusive(check: Check) -> bool:
    """Tell whether a check came to a conclusion."""
    return check.verdict != "could_not_check"
