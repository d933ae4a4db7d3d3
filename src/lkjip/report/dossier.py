"""Everything that is known of one document, loaded when a section asks for it."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from lkjip import store
from lkjip.grouping import grouped
from lkjip.records import (
    Attribute,
    BudgetLine,
    Cell,
    Check,
    Fact,
    Finding,
    Indicator,
    Line,
    Outcome,
    Page,
    Region,
    Repair,
    Subject,
    Table,
    Unread,
)
from lkjip.report.assets import scoped_style
from lkjip.report.templating import filled
from lkjip.report.words import Words

GRAVE_LEVELS: Final = {"instansi": 0, "total": 0, "sasaran": 0, "indikator": 0, "program": 1, "kegiatan": 2}
LEAST_GRAVE: Final = 3
Item = TypeVar("Item")


def loaded(folder: Path, kind: Any) -> list[Any]:
    """Return the rows of a file as it is on the disk now. Raises FileNotFoundError."""
    return loaded_once(folder, kind, store.stamp(folder / kind.FILE))


@lru_cache(maxsize=32)  # the files of one document, which all its pages show
def loaded_once(folder: Path, kind: type, _state: tuple[int, int]) -> list[Any]:
    """Return the rows of a file in a state."""
    return store.load(folder, kind)


@dataclass(frozen=True, eq=False)
class Dossier:
    """The files of one document, and the language to speak of them in."""

    document: str
    folder: Path  # of the document's tidy CSVs
    pdf: Path | None  # None where the PDF is not at hand: pages then have no pictures
    words: Words
    replaced: dict[type, list[Any]] = field(default_factory=dict)  # rows that an analyst's other settings gave

    def rows(self, kind: type[Item]) -> list[Item]:
        """Return the rows of a kind. Raises FileNotFoundError where the document was not processed."""
        return self.replaced[kind] if kind in self.replaced else loaded(self.folder, kind)

    @cached_property
    def attribute(self) -> dict[str, str]:
        """Return what is known of the document itself, by name."""
        return {row.name: row.value for row in self.rows(Attribute)}

    @cached_property
    def pages(self) -> list[Page]:
        """Return the pages of the PDF."""
        return self.rows(Page)

    @cached_property
    def page(self) -> dict[int, Page]:
        """Return the pages by number."""
        return {page.page: page for page in self.pages}

    @cached_property
    def tables(self) -> list[Table]:
        """Return the tables in reading order."""
        return self.rows(Table)

    @cached_property
    def table(self) -> dict[str, Table]:
        """Return the tables by id."""
        return {table.table_id: table for table in self.tables}

    @cached_property
    def regions(self) -> list[Region]:
        """Return the parts of tables on each page."""
        return self.rows(Region)

    @cached_property
    def cells(self) -> list[Cell]:
        """Return the cells of all tables."""
        return self.rows(Cell)

    @cached_property
    def lines(self) -> list[Line]:
        """Return the lines of text outside tables."""
        return self.rows(Line)

    @cached_property
    def unread(self) -> list[Unread]:
        """Return what was seen and not understood."""
        return self.rows(Unread)

    @cached_property
    def repairs(self) -> list[Repair]:
        """Return the letters in recognised numbers that were put right."""
        return self.rows(Repair)

    @cached_property
    def subject(self) -> dict[str, Subject]:
        """Return the subjects by id."""
        return {subject.subject_id: subject for subject in self.rows(Subject)}

    @cached_property
    def facts(self) -> list[Fact]:
        """Return every fact of the ledger."""
        return self.rows(Fact)

    @cached_property
    def fact(self) -> dict[str, Fact]:
        """Return the facts by id."""
        return {fact.fact_id: fact for fact in self.facts}

    @cached_property
    def facts_of_row(self) -> dict[tuple[str, int | None], tuple[Fact, ...]]:
        """Return the facts of each table row."""
        return grouped(self.facts, lambda fact: (fact.table_id, fact.row))

    @cached_property
    def indicators(self) -> list[Indicator]:
        """Return the indikator rows."""
        return self.rows(Indicator)

    @cached_property
    def budget(self) -> list[BudgetLine]:
        """Return the budget lines."""
        return self.rows(BudgetLine)

    @cached_property
    def checks(self) -> list[Check]:
        """Return every constraint that was held against the report."""
        return self.rows(Check)

    @cached_property
    def check_of(self) -> dict[tuple[str, str], Check]:
        """Return the check by which a rule recomputes a fact, by rule and fact."""
        return {(check.rule, check.target_id): check for check in self.checks if check.target_id}

    @cached_property
    def findings(self) -> list[Finding]:
        """Return the findings, gravest first."""
        return sorted(self.rows(Finding), key=self.gravity)

    @cached_property
    def headlines(self) -> dict[str, str]:
        """Return the finding that leads each finding: the one that explains it, or itself."""
        rows = self.rows(Finding)
        known = {finding.finding_id for finding in rows}
        return {f.finding_id: f.headline if f.headline in known else f.finding_id for f in rows}

    @cached_property
    def conclusive(self) -> set[str]:
        """Return the leading findings that, or whose followers, surely change a conclusion."""
        sure = [f for f in self.rows(Finding) if f.changes_conclusion and f.severity == "error"]
        return {self.headlines[finding.finding_id] for finding in sure}

    @cached_property
    def leaders(self) -> list[Finding]:
        """Return the findings that explain others or stand alone, gravest first."""
        return [finding for finding in self.findings if self.headlines[finding.finding_id] == finding.finding_id]

    @cached_property
    def followers(self) -> dict[str, tuple[Finding, ...]]:
        """Return the findings that each leading finding explains."""
        rest = [finding for finding in self.findings if self.headlines[finding.finding_id] != finding.finding_id]
        return grouped(rest, lambda finding: self.headlines[finding.finding_id])

    def gravity(self, finding: Finding) -> tuple[bool, int, bool, int, int, str]:
        """Order findings: what changes a conclusion, by severity, sure before doubtful, the whole before its parts."""
        rank = {"error": 0, "warning": 1, "info": 2}[finding.severity]
        width = GRAVE_LEVELS.get(self.level_of(finding), LEAST_GRAVE)
        return (
            finding.finding_id not in self.conclusive,
            rank,
            finding.doubtful,
            width,
            finding.page,
            finding.finding_id,
        )

    def facts_of(self, finding: Finding) -> list[Fact]:
        """Return the facts under a finding, the one at fault first."""
        return [self.fact[fact_id] for fact_id in finding.fact_ids.split(";") if fact_id in self.fact]

    def fact_at(self, finding: Finding) -> Fact | None:
        """Return the fact whose printed text a finding quotes, or None where it rests on none."""
        facts = self.facts_of(finding)
        quoted = (fact for fact in facts if fact.page == finding.page and fact.printed == finding.printed)
        return next(quoted, facts[0] if facts else None)

    def level_of(self, finding: Finding) -> str:
        """Return the level of what a finding is about: instansi, program, indikator, ..., or an empty text."""
        fact = self.fact_at(finding)
        return self.subject[fact.subject_id].level if fact and fact.subject_id in self.subject else ""

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """Return how each rule came out."""
        return self.rows(Outcome)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        # JupyterLab needs the style sheet once; exported pages have their own.
        summary = filled("dossier.html.j2", self.words, dossier=self)
        return {"text/html": scoped_style() + summary}, {"notebook_only": True}

    @property
    def year(self) -> str:
        """Return the year that the report is about, or an empty text."""
        return self.attribute.get("year", "")

    @property
    def name(self) -> str:
        """Return the name of the unit that reports, or the document's id."""
        kecamatan = self.attribute.get("kecamatan", "")
        return self.attribute.get("instansi", "") or (f"Kecamatan {kecamatan}" if kecamatan else self.document)

    @property
    def region(self) -> str:
        """Return the kabupaten, else the provinsi, else an empty text."""
        return self.attribute.get("kabupaten", "") or self.attribute.get("provinsi", "")

    @property
    def title(self) -> str:
        """Return the name and the year."""
        return f"{self.name} {self.year}".strip() if self.year not in self.name else self.name
