"""What a result was made from: results are fresh while the fingerprint of their inputs is the same."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lkjip.ocr.installed import version as recogniser

PACKAGE = Path(__file__).parent
SHARED = ("records.py", "store.py", "measures.py", "intervals.py", "masking.py", "grouping.py")
ENGINES = ("camelot-py", "pypdfium2")


def digest(parts: Iterable[str | bytes]) -> str:
    """Return one hash of several parts, in order."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8") if isinstance(part, str) else part
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


@cache
def of_code(*names: str) -> str:
    """Return the hash of the named modules or subpackages of this package, with the shared modules and engines."""
    paths = [path for name in (*SHARED, *names) for path in sources(PACKAGE / name)]
    return digest(
        [*(str(path.relative_to(PACKAGE)) for path in paths), *(path.read_bytes() for path in paths), engines()]
    )


def sources(path: Path) -> list[Path]:
    """List the files of a module or subpackage, sorted, without caches."""
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return [path] if path.exists() else []


def of_folder(folder: Path, pattern: str) -> str:
    """Return the hash of the names and contents of the matching files of a folder."""
    paths = sorted(folder.glob(pattern))
    return digest([*(path.name for path in paths), *(path.read_bytes() for path in paths)])


def engines() -> str:
    """Name the versions of the libraries and programs that decide what is read."""
    return " ".join([*(f"{name}={installed(name)}" for name in ENGINES), recogniser()])


def installed(name: str) -> str:
    """Return the installed version of a library, or an empty text."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
