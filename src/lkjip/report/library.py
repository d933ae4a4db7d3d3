"""All documents of a run, with the few figures of each that pages about many documents speak of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Final

from lkjip import measures, store
from lkjip.grouping import grouped
from lkjip.records import Attribute, Fact, Status
from lkjip.report.assets import scoped_style
from lkjip.report.dossier import Dossier
from lkjip.report.sections.masthead import Tally, tally
from lkjip.report.templating import filled
from lkjip.report.words import Words

BUDGETS: Final = (measures.ANGGARAN, measures.ANGGARAN_PERUBAHAN)
SPENDING: Final = (measures.REALISASI_ANGGARAN,)
WHOLE: Final = ("instansi", "total")  # levels of subjects that stand for all of the instansi
BOUNDS: Final = ("batas_bawah", "batas_atas")  # measures of a scale of classes
MET: Final = Decimal(100)  # per cent of a target
SATISFACTION: Final = "kepuasan masyarakat"
# What pages about many documents ask of each, and the rows that it is made from.
FIGURES: Final = ("tally", "outlay", "serapan", "sakip", "satisfaction", "capaian", "scale")
ROWS_OF_PROFILE: Final = ("numbers", "of_whole")
ROWS_OF_DOSSIER: Final = ("facts", "fact", "facts_of_row", "subject", "checks", "check_of", "findings", "headlines")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that a report states, the fact to show for it, and how many different values it states."""

    value: Decimal
    fact: Fact
    values: int


@dataclass(frozen=True)
class Profile:
    """One document among others."""

    dossier: Dossier
    status: Status

    @property
    def name(self) -> str:
        """Return the name and year."""
        return self.dossier.title

    @property
    def place(self) -> tuple[str, str]:
        """Return what makes two documents reports of the same unit."""
        attribute = self.dossier.attribute
        return attribute.get("kabupaten", "").lower(), self.dossier.name.lower()

    @cached_property
    def tally(self) -> Tally:
        """Return the figures of its audit."""
        return tally(self.dossier)

    @cached_property
    def outlay(self) -> tuple[Figure, Figure] | None:
        """Return budget and spending of the whole instansi, from one statement: of those that give both, the usual."""
        by_subject = grouped(self.of_whole, lambda fact: fact.subject_id).values()
        pairs = [(first(facts, BUDGETS), first(facts, SPENDING)) for facts in by_subject]
        complete = [(budget, spent) for budget, spent in pairs if budget and spent]
        if not complete:
            return None
        counts = Counter((budget.value, spent.value) for budget, spent in complete)
        budget, spent = max(complete, key=lambda pair: counts[pair[0].value, pair[1].value])
        return self.figure(budget, BUDGETS), self.figure(spent, SPENDING)

    def figure(self, fact: Fact, wanted: tuple[str, ...]) -> Figure:
        """Return a fact about the whole instansi with the number of different values it has."""
        assert fact.value is not None
        return Figure(fact.value, fact, len({other.value for other in self.of_whole if other.measure in wanted}))

    @cached_property
    def serapan(self) -> Figure | None:
        """Return the share spent that it states for the whole instansi."""
        return usual(fact for fact in self.of_whole if fact.measure == measures.PERSEN_SERAPAN)

    @cached_property
    def sakip(self) -> Figure | None:
        """Return the score of the government's own evaluation."""
        return usual(fact for fact in self.numbers if fact.measure == measures.NILAI_SAKIP)

    @cached_property
    def satisfaction(self) -> Figure | None:
        """Return the index of the public's satisfaction, from its survey or from the indikator of that name."""
        surveyed = usual(fact for fact in self.numbers if fact.measure == measures.NILAI_SKM)
        return surveyed or usual(fact for fact in self.numbers if self.is_satisfaction(fact))

    @cached_property
    def capaian(self) -> list[Fact]:
        """Return the capaian that it reports for its year: one per indikator, the first that is printed."""
        found: dict[str, Fact] = {}
        for fact in self.numbers:
            subject = self.dossier.subject.get(fact.subject_id)
            if fact.measure == measures.CAPAIAN and fact.source == "table" and self.of_its_year(fact) and subject:
                found.setdefault(subject.key, fact)
        return list(found.values())

    @cached_property
    def scale(self) -> tuple[str, ...]:
        """Return the scale of classes that it prints, as its bounds, or () where it prints none."""
        return tuple(fact.printed for fact in self.numbers if fact.measure in BOUNDS)

    @property
    def met(self) -> int:
        """Count the indikator that it says reached their target."""
        return sum(fact.value is not None and fact.value >= MET for fact in self.capaian)

    @cached_property
    def numbers(self) -> list[Fact]:
        """Return its facts that are numbers."""
        return [fact for fact in self.dossier.facts if fact.value is not None]

    def of_its_year(self, fact: Fact) -> bool:
        """Tell whether a fact is about the year of the report."""
        return fact.period in ("", self.dossier.year)

    def is_satisfaction(self, fact: Fact) -> bool:
        """Tell whether a fact is the satisfaction reached in its year."""
        subject = self.dossier.subject.get(fact.subject_id)
        named = subject is not None and SATISFACTION in subject.uraian.lower()
        return named and fact.measure == measures.REALISASI and self.of_its_year(fact)

    @cached_property
    def of_whole(self) -> list[Fact]:
        """Return the facts about the money of all of the instansi in the report's year."""
        return [fact for fact in self.numbers if self.of_its_year(fact) and self.is_of_whole(fact)]

    def is_of_whole(self, fact: Fact) -> bool:
        """Tell whether a fact is about the money of all of the instansi."""
        subject = self.dossier.subject.get(fact.subject_id)
        return subject is not None and subject.level in WHOLE and not subject.scope and subject.kind == "anggaran"


def settled(profile: Profile) -> Profile:
    """Return a profile that knows its figures and holds no rows any more: those of a thousand documents are gigabytes."""
    for name in FIGURES:
        getattr(profile, name)
    for kept, names in ((profile, ROWS_OF_PROFILE), (profile.dossier, ROWS_OF_DOSSIER)):
        for name in names:
            vars(kept).pop(name, None)
    return profile


def first(facts: Iterable[Fact], wanted: tuple[str, ...]) -> Fact | None:
    """Return the first fact of one of some measures."""
    return next((fact for fact in facts if fact.measure in wanted), None)


def usual(facts: Iterable[Fact]) -> Figure | None:
    """Return the value that most facts state, the earliest of equals; None without facts."""
    known = [fact for fact in facts if fact.value is not None]
    if not known:
        return None
    counts = Counter(fact.value for fact in known)
    best = max(known, key=lambda fact: counts[fact.value])
    assert best.value is not None
    return Figure(best.value, best, len(counts))


@dataclass(frozen=True)
class Library:
    """All documents of a processed folder."""

    processed: Path
    words: Words

    @cached_property
    def statuses(self) -> list[Status]:
        """Return how far each document came."""
        return store.load(self.processed, Status)

    @cached_property
    def failed(self) -> list[Status]:
        """Return the documents that could not be processed."""
        return [status for status in self.statuses if status.outcome == "failed"]

    @cached_property
    def profiles(self) -> list[Profile]:
        """Return the documents that were processed, by name and year."""
        good = [status for status in self.statuses if status.outcome == "ok" and self.is_there(status)]
        made = [settled(Profile(Dossier(s.document, self.processed / s.document, None, self.words), s)) for s in good]
        return sorted(made, key=lambda profile: (profile.place, profile.dossier.year, profile.dossier.document))

    def is_there(self, status: Status) -> bool:
        """Tell whether a document's files are where they should be."""
        return (self.processed / status.document / Attribute.FILE).is_file()

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, object]]:
        summary = filled("library.html.j2", self.words, library=self)
        return {"text/html": scoped_style() + summary}, {"notebook_only": True}
