"""Open a document for the notebooks: parameters are checked here, with words that say what is allowed."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from lkjip.documents import inventory
from lkjip.paths import PROJECT
from lkjip.records import Attribute, Check, Finding, Outcome, Status
from lkjip.report.dossier import Dossier
from lkjip.report.library import Library
from lkjip.report.words import words_in

OWN: Final = (PROJECT / "data" / "processed", PROJECT / "data" / "raw")


def open_audit(
    document: str,
    folders: tuple[str, str] = ("", ""),
    language: str = "en",
    show_personal_numbers: bool = False,
) -> Dossier:
    """Return the dossier of a document; `folders` are the processed and the raw folder, empty for this project's own.

    Instead of the raw folder, the document's PDF may be named.

    Raises ValueError or FileNotFoundError that says what is allowed.
    """
    words = words_in(language, show_personal_numbers)
    processed, raw = (Path(given or own) for given, own in zip(folders, OWN, strict=True))
    if not (processed / document / Attribute.FILE).is_file():
        raise FileNotFoundError(missing(document, processed))
    return Dossier(document, processed / document, pdf_of(document, raw), words)


def open_library(processed: str = "", language: str = "en") -> Library:
    """Return all documents of a processed folder, empty for this project's own.

    Raises ValueError or FileNotFoundError that says what is allowed.
    """
    folder = Path(processed or OWN[0])
    if not (folder / Status.FILE).is_file():
        raise FileNotFoundError(f"{folder} holds no {Status.FILE} yet: run `make all`")
    return Library(folder, words_in(language))


def missing(document: str, processed: Path) -> str:
    """Say which documents there are instead."""
    known = documents_in(processed)
    near = get_close_matches(document, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    there = ", ".join(known[:20]) or "none yet: run `make all`"
    return f"{processed} has no document {document!r}{hint} There are: {there}"


def documents_in(processed: Path) -> list[str]:
    """Return the ids of the processed documents."""
    return sorted(path.parent.name for path in processed.glob(f"*/{Attribute.FILE}"))


def pdf_of(document: str, raw: Path) -> Path | None:
    """Return the PDF that a document's id stands for, or None where it is not there."""
    if raw.is_file():
        return raw
    found = inventory(raw) if raw.is_dir() else []
    return next((each.path for each in found if each.document == document), None)


def with_settings(dossier: Dossier, settings: Mapping[str, Any]) -> Dossier:
    """Return the dossier audited anew with other settings, in memory; without settings it is returned as it is.

    Raises ValueError that says which settings there are and what they may be.
    """
    if not settings:
        return dossier
    from lkjip.audit import audit
    from lkjip.read import Reading
    from lkjip.settings import Settings

    chosen = Settings.parse({name: str(value) for name, value in settings.items()})
    made = audit(Reading.load(dossier.folder), chosen)
    replaced: dict[type, list[Any]] = {
        Check: list(made.checks),
        Finding: list(made.findings),
        Outcome: list(made.outcomes),
    }
    return Dossier(dossier.document, dossier.folder, dossier.pdf, dossier.words, replaced)
