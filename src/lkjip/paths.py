"""Where everything lies: the folders of a run, and the files in them."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one run; each stage writes into its own part of them only."""

    raw: Path
    processed: Path
    reports: Path
    manual: Path = PROJECT / "data" / "manual"
    notebooks: Path = PROJECT / "notebooks"

    def of(self, document: str) -> Path:
        """Return the folder of a document's tidy CSVs."""
        return self.processed / document

    @property
    def extractions(self) -> Path:
        """Return the folder of what was extracted, by content of the PDF and version of the code."""
        return self.processed / ".extracted"

    @property
    def recognitions(self) -> Path:
        """Return the folder of what was recognised on scanned pages, by content of their pictures."""
        return self.processed / ".recognised"

    def report(self, name: str, language: str = "en") -> Path:
        """Return the HTML file of a document, `comparison` or `index` in a language."""
        return self.reports / (f"{name}.html" if language == "en" else f"{name}.{language}.html")
