"""Where everything lies: the folders of a run, and the files in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip.storage import Remote

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one run; each stage writes into its own part of them only."""

    raw: Path
    processed: Path
    reports: Path
    manual: Path = PROJECT / "data" / "manual"
    notebooks: Path = PROJECT / "notebooks"
    remotes: tuple[Remote, ...] = ()  # where those of them lie that are in an object store

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

    def address(self, path: Path) -> str:
        """Return where a file of a run is to be found: in the object store, if its folder is there."""
        homes = [remote for remote in self.remotes if path.is_relative_to(remote.local)]
        return "/".join([homes[0].url, path.relative_to(homes[0].local).as_posix()]) if homes else str(path)


def located(texts: Mapping[str, str], copies: Path) -> Folders:
    """Return the folders `raw`, `processed` and `reports`, of which some may be addresses such as s3://bucket/raw.

    The copies of those lie below `copies`.
    """
    remotes = {name: Remote(text.rstrip("/"), copies / name) for name, text in texts.items() if "://" in text}
    folders = {name: remotes[name].local if name in remotes else Path(text) for name, text in texts.items()}
    return Folders(**folders, remotes=tuple(remotes.values()))
