"""Whose report it is, where and of which year, from the document itself; people can overrule it, with a reason."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from lkjip.read.manual import Manual, ManualError
from lkjip.read.places import names_of_provinces, names_of_regencies, names_of_units
from lkjip.read.words import fold
from lkjip.records import Attribute, Cell, Line, Page

COVER_PAGES: Final = 2
COVER, RUNNING, TITLE = 12, 3, 8  # how much more a name counts there than in a paragraph
FIRST: Final = "1999"  # Inpres 7/1999 asked for the first of these reports
ALONE: Final = 1.5  # how much more often the unit is named than any other
NAMES: Final = ("title", "kind", "instansi", "kecamatan", "kabupaten", "provinsi", "year", "pages", "sha256")
REPORT: Final = re.compile(r"\b(?:lkj?ip|lakip|laporan (?:akuntabilitas )?kinerja)\b", re.I)
LAW: Final = re.compile(r"\b(?:nomor|no\.?|undang-undang dasar[\w\s]{0,30}?)\s*[\d/]*\s+tahun\s+(?:19|20)\d{2}", re.I)
YEAR: Final = re.compile(
    r"\b(?:tahun(?: anggaran)?|lkj?ip|lakip|ta\.?)\s*:?\s*((?:19|20)\d{2})\b(?!\s*[-\u2013]\s*(?:19|20)?\d{2})", re.I
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text with its weight as evidence."""

    text: str
    page: int
    weight: int
    kind: str = "line"


def attributes(pages: Iterable[Page], lines: Iterable[Line], cells: Iterable[Cell]) -> list[Attribute]:
    """Return what the document says about itself, in the order of NAMES; what it does not say has an empty value."""
    count = len(list(pages))
    found = passages(lines, cells)
    kind, unit = instansi(found)
    kecamatan = unit.value.removeprefix("Kecamatan ") if kind.value == "kecamatan" else ""
    return [
        title(found),
        kind,
        unit,
        Attribute(
            "kecamatan", kecamatan, unit.page if kecamatan else None, unit.reason if kecamatan else "no kecamatan"
        ),
        regency(found, unit),
        leading("provinsi", found, names_of_provinces),
        leading("year", found, years),
        Attribute("pages", str(count), None, "counted"),
    ]


def passages(lines: Iterable[Line], cells: Iterable[Cell]) -> list[Passage]:
    """Return the text of the document in blocks; without text outside tables, the text of the tables."""
    blocks: dict[str, list[Line]] = {}
    for line in lines:
        blocks.setdefault(line.block_id, []).append(line)
    found = [passage(block) for block in blocks.values() if block[0].kind != "contents"]
    return found or [Passage(cell.text, cell.page, COVER if cell.kind == "header" else 1, "cell") for cell in cells]


def passage(block: list[Line]) -> Passage:
    """Return one block of lines as text."""
    first = block[0]
    text = " ".join(line.text for line in block)
    cover = first.page <= COVER_PAGES and first.kind == "heading"
    weight = COVER if cover else RUNNING if first.kind == "running" else TITLE if REPORT.search(text[:80]) else 1
    return Passage(text, first.page, weight)


def years(text: str) -> list[str]:
    """Return the years that a text names as a report's or a budget's; laws are of other years."""
    return [year for year in YEAR.findall(LAW.sub(" ", text)) if year >= FIRST]


def leading(name: str, found: list[Passage], read: Callable[[str], list[str]]) -> Attribute:
    """Return the value that the document names most, and where first."""
    votes: Counter[str] = Counter()
    for part in found:
        for value in read(part.text):
            votes[value] += part.weight
    if not votes:
        return Attribute(name, "", None, "not found in the text")
    value = max(sorted(votes), key=lambda value: votes[value])
    first = next(part for part in found if value in read(part.text))
    return Attribute(name, value, first.page, f"named most, first on page {first.page}")


def instansi(found: list[Passage]) -> tuple[Attribute, Attribute]:
    """Return the kind and the name of the unit that reports: the unit named most, longer names of it included."""
    votes: Counter[tuple[str, str]] = Counter()
    for part in found:
        for kind, name in names_of_units(part.text):
            votes[kind, name] += part.weight
    if not votes:
        nothing = "not found in the text"
        return Attribute("kind", "", None, nothing), Attribute("instansi", "", None, nothing)
    merged: Counter[tuple[str, str]] = Counter()
    for (kind, name), weight in votes.items():
        merged[kind, squeezed(name)] += weight
    best_kind, best = max(sorted(merged), key=lambda pair: merged[pair])
    others = [merged[pair] for pair in merged if pair != (best_kind, best) and best not in pair[1]]
    tabular = all(part.kind == "cell" for part in found)
    if tabular and others and merged[best_kind, best] < ALONE * max(others):
        several = "several units are named alike"
        return Attribute("kind", best_kind, None, several), Attribute("instansi", "", None, several)
    spellings = {name: weight for (kind, name), weight in votes.items() if squeezed(name) == best}
    name = max(spellings, key=lambda name: ("-" in name, spellings[name], name))
    first = next(part for part in found if any(squeezed(other) == best for _, other in names_of_units(part.text)))
    reason = f"named most, first on page {first.page}"
    return Attribute("kind", best_kind, first.page, reason), Attribute("instansi", name, first.page, reason)


def squeezed(name: str) -> str:
    """Return a name without the difference between "Aluh - Aluh" and "Aluh Aluh"."""
    return fold(name).replace(" ", "")


def regency(found: list[Passage], unit: Attribute) -> Attribute:
    """Return the kabupaten or kota; a unit of a province has none."""
    row = leading("kabupaten", found, names_of_regencies)
    provincial = re.compile(rf"{re.escape(unit.value)}\s+(?:provinsi|prov)\b", re.I) if unit.value else None
    if provincial and any(provincial.search(part.text) for part in found):
        return Attribute("kabupaten", "", unit.page, "a unit of the province")
    return row


def title(found: list[Passage]) -> Attribute:
    """Return the title on the cover: its headings up to the first paragraph, from the words for report."""
    cover = [part for part in found if part.page == 1 and part.weight == COVER]
    text = next((part.text for part in cover if REPORT.search(part.text)), "")
    if not text:
        return Attribute("title", "", None, "no cover with the name of a report")
    return Attribute("title", text, 1, "the heading of page 1 that names a report")


def overruled(document: str, rows: list[Attribute], manual: Manual) -> list[Attribute]:
    """Return the attributes with what people said instead. Raises ManualError where that is not needed any more."""
    result = {row.name: row for row in rows}
    for override in manual.overrides:
        if override.document != document:
            continue
        where = f"data/manual/documents.csv, {document} {override.name}"
        if override.name not in NAMES:
            raise ManualError(f"{where}: the names are {', '.join(NAMES)}")
        if override.name in result and result[override.name].value == override.value:
            raise ManualError(f"{where}: the document itself says {override.value!r}; remove the row")
        result[override.name] = Attribute(override.name, override.value, None, override.reason)
    return list(result.values())
