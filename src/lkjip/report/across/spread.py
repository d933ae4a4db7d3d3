"""One figure across documents: its entries in order, its middle and its ends, fit for two documents or two hundred."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Final

from lkjip.records import Fact
from lkjip.report.library import Profile

FEW: Final = 12  # documents up to which each is named
ENDS: Final = 5  # named at each end where there are more


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's value and the facts that it comes from."""

    profile: Profile
    value: Decimal
    facts: tuple[Fact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """The entries from low to high, and the documents that have none."""

    entries: tuple[Entry, ...]
    missing: tuple[Profile, ...]

    @property
    def few(self) -> bool:
        """Tell whether all entries can be named."""
        return len(self.entries) <= FEW

    @property
    def middle(self) -> Decimal:
        """Return the median."""
        return Decimal(median(entry.value for entry in self.entries))

    @property
    def named(self) -> Sequence[Entry]:
        """Return the entries to name: all of a few, else those at the ends, from high to low."""
        shown = self.entries if self.few else (*self.entries[:ENDS], *self.entries[-ENDS:])
        return tuple(reversed(shown))


def spread(profiles: Iterable[Profile], entry_of: Callable[[Profile], Entry | None]) -> Spread:
    """Return the entries that documents have, in order of their values."""
    pairs = [(profile, entry_of(profile)) for profile in profiles]
    known = [entry for _, entry in pairs if entry]
    entries = tuple(sorted(known, key=lambda entry: (entry.value, entry.profile.dossier.document)))
    return Spread(entries, tuple(profile for profile, entry in pairs if entry is None))
