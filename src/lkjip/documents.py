"""Which PDFs there are: their ids, and the ones that cannot have one."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OWN = ("comparison", "index", "parquet")  # results that are of no single document
UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF in the raw folder; `document` is its id, `clash` the file that already has this id."""

    document: str
    path: Path
    clash: str = ""


def slug(name: str) -> str:
    """Return a file's name without its suffix as an id: `Laporan 2023.pdf` is `laporan-2023`."""
    stem = name[:-4] if name.lower().endswith(".pdf") else name
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return UNSAFE.sub("-", ascii_only).strip("-") or "document"


def shown(path: Path) -> str:
    """Return a file's name so that it can be written and printed: what is no character, or steers a screen, is U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in path.name)


def inventory(raw: Path) -> list[Document]:
    """List the PDFs of a folder in the order of their names. Raises FileNotFoundError if there is no such folder."""
    if not raw.is_dir():
        raise FileNotFoundError(f"{raw}: no such folder; put the PDFs there, or name another with RAW=folder")
    return with_clashes(path for path in raw.iterdir() if path.suffix.lower() == ".pdf" and path.is_file())


def with_clashes(paths: Iterable[Path]) -> list[Document]:
    """Give each path its id; a second file of the same id gets one of its own and says which file it clashes with."""
    owners = dict.fromkeys(OWN, "a file of the program's own")
    found = []
    for path in sorted(paths, key=lambda path: path.name):
        name = slug(path.name)
        if name in owners:
            found.append(Document(f"{name}-{short_hash(path.name)}", path, clash=owners[name]))
        else:
            owners[name] = path.name
            found.append(Document(name, path))
    return found


def short_hash(text: str) -> str:
    """Return eight hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
