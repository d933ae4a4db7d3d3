"""What can be compared and what cannot: the indikator that reports share, and how they differ in unit and year."""

from dataclasses import dataclass
from typing import Final

from lkjip.grouping import grouped
from lkjip.records import Indicator
from lkjip.report.fragment import Fragment
from lkjip.report.library import Library, Profile
from lkjip.report.templating import filled

MOST: Final = 15
SCORE: Final = "indeks"
SCORES: Final = frozenset({"indeks", "index", "nilai", "skor", "poin", "angka"})


@dataclass(frozen=True, slots=True)
class Shared:
    """An indikator that several reports state for their year."""

    name: str
    stated: list[tuple[Profile, Indicator]]

    @property
    def units(self) -> list[str]:
        """Return the different units, in small letters."""
        return sorted({unit_of(indicator) for _, indicator in self.stated if indicator.satuan})

    @property
    def years(self) -> list[str]:
        """Return the different years."""
        return sorted({profile.dossier.year for profile, _ in self.stated if profile.dossier.year})


def unit_of(indicator: Indicator) -> str:
    """Return an indikator's unit in small letters; the words for a plain score are one unit."""
    unit = indicator.satuan.lower()
    return SCORE if unit in SCORES else unit


def folded(name: str) -> str:
    """Return an indikator's name for matching."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())


def own(profile: Profile) -> dict[str, Indicator]:
    """Return the indikator of a report's own year by name, the first statement with a result of each."""
    known = (row for row in profile.dossier.indicators if row.realisasi is not None)
    rows = [row for row in known if row.tahun in ("", profile.dossier.year)]
    return {folded(row.indikator): row for row in reversed(rows)}


def shared(library: Library) -> list[Shared]:
    """Return the indikator that two reports or more state, the most shared first."""
    pairs = [(key, profile, row) for profile in library.profiles for key, row in own(profile).items() if key]
    groups = grouped(pairs, lambda pair: pair[0])
    several = [rows for rows in groups.values() if len(rows) > 1]
    found = [Shared(rows[0][2].indikator, [(profile, row) for _, profile, row in rows]) for rows in several]
    return sorted(found, key=lambda each: (-len(each.stated), each.name))


def comparable(library: Library) -> Fragment:
    """Return the shared indikator, and in what the reports differ."""
    found = shared(library)
    scales = [profile.scale for profile in library.profiles]
    values = {
        "shared": found[:MOST],
        "all": len(found),
        "years": sorted({p.dossier.year for p in library.profiles if p.dossier.year}),
        "own_scales": sum(bool(scale) for scale in scales),
        "different_scales": len({scale for scale in scales if scale}),
    }
    return Fragment(filled("across/comparable.html.j2", library.words, library=library, **values))
