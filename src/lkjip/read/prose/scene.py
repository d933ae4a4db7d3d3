"""What is known of a sentence when its figures look for their subjects."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from lkjip.read.prose.figures import Figure
from lkjip.read.prose.mentions import Mention
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.relations import Meaning
from lkjip.records import Fact, Subject

SURVEYS: Final = ("indeks kepuasan masyarakat", "nilai indeks kepuasan masyarakat", "survei kepuasan masyarakat")
TELLING: Final = 1000  # a whole number below it stands in too many places


@dataclass(frozen=True)
class Tables:
    """What the tables of the document say."""

    subjects: tuple[Subject, ...] = ()
    facts: tuple[Fact, ...] = ()

    @cached_property
    def sakip(self) -> Subject | None:
        """Return the row for the score of the SAKIP evaluation, if there is one."""
        return next((subject for subject in self.subjects if "sakip" in subject.key.split()), None)

    @cached_property
    def survey(self) -> Subject | None:
        """Return the first row for the result of the survey of satisfaction, if there is one."""
        return next((subject for subject in self.subjects if subject.key in SURVEYS), None)

    @cached_property
    def values(self) -> dict[tuple[str, Decimal], tuple[Subject, ...]]:
        """Return the subjects by measure and value; one for each name."""
        by_id = {subject.subject_id: subject for subject in self.subjects}
        found: dict[tuple[str, Decimal], dict[str, Subject]] = defaultdict(dict)
        for fact in self.facts:
            subject = by_id.get(fact.subject_id)
            if subject and fact.value is not None and subject.key:
                found[fact.measure, fact.value].setdefault(subject.key, subject)
        return {spot: tuple(group.values()) for spot, group in found.items()}

    def printing(self, measure: str, figure: Figure) -> Subject | None:
        """Return the one subject for which a table prints a number with decimals, or None."""
        found = self.values.get((measure, figure.value), ())
        telling = figure.decimals > 0 or abs(figure.value) >= TELLING
        return found[0] if len(found) == 1 and telling else None


@dataclass(frozen=True)
class Scene:
    """A sentence with what its figures mean, the subjects it names and what it stands under."""

    parsed: Parsed
    meanings: Sequence[Meaning | None]
    mentions: Sequence[Mention]
    above: Mention | None  # the subject of the text above
    last: Mention | None  # the subject of the sentence before, in the same passage
    instansi: str
    tables: Tables
