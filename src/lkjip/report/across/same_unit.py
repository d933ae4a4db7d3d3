"""The same unit in several years: what each of its reports says of the indikator that they share."""

from collections.abc import Sequence

from lkjip.grouping import grouped
from lkjip.records import Indicator
from lkjip.report.across.comparable import own
from lkjip.report.fragment import Fragment
from lkjip.report.library import Library, Profile
from lkjip.report.templating import filled


def same_unit(library: Library) -> Fragment:
    """Return, for each unit with reports of several years, its shared indikator year by year."""
    units = grouped(library.profiles, lambda profile: profile.place)
    several = [profiles for profiles in units.values() if len({p.dossier.year for p in profiles}) > 1]
    shown = [(profiles, rows(profiles)) for profiles in several]
    return Fragment(filled("across/same_unit.html.j2", library.words, library=library, units=shown))


def rows(profiles: Sequence[Profile]) -> list[tuple[str, list[Indicator | None]]]:
    """Return each shared indikator's name with its row in every report, None where it is not in one."""
    by_profile = [own(profile) for profile in profiles]
    keys = dict.fromkeys(key for known in by_profile for key in known)
    shared = [key for key in keys if sum(key in known for known in by_profile) > 1]
    names = {key: row.indikator for known in reversed(by_profile) for key, row in known.items()}
    return [(names[key], [known.get(key) for known in by_profile]) for key in shared]
