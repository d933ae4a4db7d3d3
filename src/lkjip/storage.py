"""Folders of a run that lie in an object store: copies of them here are what all other code works on.

Equal files are told by the store's hash of their content (on S3 the MD5 of an object that was put in one piece) and not moved.
"""

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from lkjip import store

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder in an object store, such as s3://bucket/raw, and its copy on this machine."""

    url: str
    local: Path

    def pull(self, below: str = "") -> None:
        """Make the copy (or what lies below a path of it) like the store. Raises OSError, and ValueError for odd names."""
        with reaching(self.url):
            files, there = self.listed(below)
            for name, info in there.items():
                if not is_same(self.local / name, info):
                    store.keep_bytes(self.local / name, files.cat_file(info["name"]))
        for path in copies(self.local / below):
            if path.relative_to(self.local).as_posix() not in there:
                path.unlink()

    def push(self, below: str = "") -> None:
        """Make the store like the copy, or what lies below a path of it; each object is there whole or not at all.

        What remembers that a job was done goes last: a run killed before is not taken for a finished one.
        """
        here = {path.relative_to(self.local).as_posix(): path for path in copies(self.local / below)}
        with reaching(self.url):
            files, there = self.listed(below)
            root = files._strip_protocol(self.url)
            for name, path in sorted(here.items(), key=lambda item: (item[1].name.startswith("."), item[0])):
                if name not in there or not is_same(path, there[name]):
                    files.pipe_file(f"{root}/{name}", path.read_bytes())
            for name in sorted(there.keys() - here.keys()):
                files.rm_file(there[name]["name"])

    def listed(self, below: str) -> tuple["AbstractFileSystem", dict[str, dict[str, Any]]]:
        """Return the store, and what it knows of each of its files below a path, by their path in the folder."""
        import fsspec

        files, root = fsspec.url_to_fs(self.url)
        files.invalidate_cache()
        place = f"{root}/{below}".rstrip("/")
        found = {path[len(root) :].strip("/"): info for path, info in files.find(place, detail=True).items()}
        return files, {checked(name): info for name, info in found.items()}


@contextmanager
def reaching(url: str) -> Iterator[None]:
    """Give the errors of a store, which are of as many kinds as there are stores, as an OSError that names it."""
    try:
        yield
    except (OSError, ValueError, MemoryError):
        raise
    except Exception as error:
        raise OSError(errno.EHOSTUNREACH, f"the store does not answer as it should ({error})", url) from error


def checked(name: str) -> str:
    """Return the path of an object in its folder. Raises ValueError where it would lie outside of its copy."""
    if not name or ".." in PurePosixPath(name).parts:
        raise ValueError(f"{name!r} is no name for a file in a folder; rename the object")
    return name


def copies(folder: Path) -> Iterator[Path]:
    """Yield the files of a copy that belong into the store; locks and half-written ones do not."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
        if path.is_file() and path.name != store.LOCK and not path.name.endswith(store.PART):
            yield path


def is_same(path: Path, info: dict[str, Any]) -> bool:
    """Tell whether a file has the content that the store has; where the store gives no hash, assume that it has not."""
    if not path.is_file() or path.stat().st_size != info["size"]:
        return False
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest() == str(info.get("ETag", "")).strip('"')
