"""The opening of the comparison: which reports, and how they come out."""

from collections import Counter
from typing import Final

from lkjip.report.fragment import Fragment
from lkjip.report.library import Library
from lkjip.report.links import described
from lkjip.report.templating import filled

VERDICTS: Final = ("conclusion", "errors", "warnings", "sound", "unjudged")


def opening(library: Library) -> Fragment:
    """Return title and first paragraph of the comparison."""
    verdicts = Counter(profile.tally.verdict for profile in library.profiles)
    years = sorted({profile.dossier.year for profile in library.profiles if profile.dossier.year})
    units = len({profile.place for profile in library.profiles})
    counted = [(name, verdicts[name]) for name in VERDICTS if verdicts[name]]
    values = {"verdicts": counted, "years": years, "units": units}
    html = filled("across/opening.html.j2", library.words, library=library, **values)
    page = described(library.words("Performance reports compared"), "comparison", library.words)
    return Fragment(html, page, place="opening")


def index(library: Library) -> Fragment:
    """Return the opening of the index."""
    html = filled("across/index.html.j2", library.words, library=library)
    page = described(library.words("Audited performance reports"), "index", library.words)
    return Fragment(html, page, place="opening")
