"""How to read the page, how it was made, what it cannot tell, and the data to take along."""

from lkjip import __version__
from lkjip.report.dossier import Dossier
from lkjip.report.downloads import findings_csv, workbook
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled


def method(dossier: Dossier) -> Fragment:
    """Return how to read this, the method, a glossary, the limits and where the page comes from."""
    return Fragment(filled("method.html.j2", dossier.words, dossier=dossier, version=__version__))


def downloads(dossier: Dossier) -> Fragment:
    """Return links that hold the findings as CSV and everything as XLSX."""
    files = {"csv": findings_csv(dossier), "xlsx": workbook(dossier)}
    return Fragment(filled("downloads.html.j2", dossier.words, dossier=dossier, **files))
