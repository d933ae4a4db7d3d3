"""Write and read the CSV files of the contract: same rows, same bytes, written whole or not at all."""

import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Any, BinaryIO, TypeVar, get_args, get_type_hints

Row = TypeVar("Row")

LOCK = ".lock"  # is held by the run that works in a folder
PART = ".part"  # ends the name of a file that is being written

# A spreadsheet runs a cell that starts with one of these; "-" stays where it is a dash, a bullet or a number.
FORMULA = re.compile(r"^(?:[=+@\t\r]|-(?=.*[|!(])(?![\d\s.,(]+$))")


def defused(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and never runs it."""
    return "'" + text if FORMULA.match(text) else text


def restored(text: str) -> str:
    """Return the text that `defused` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def written(value: object) -> str:
    """Return one value as the text of its CSV cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.2f}"
        case Decimal():
            return f"{value:f}"
        case _:
            return defused(str(value))


def plain_type(hint: Any) -> type:
    """Return the type of a column: of `int | None` it is int, of a Literal str."""
    if isinstance(hint, UnionType):
        return plain_type(next(arg for arg in get_args(hint) if arg is not type(None)))
    return hint if isinstance(hint, type) else str


def parsed(text: str, kind: type, optional: bool) -> Any:
    """Return the value that `written` was given."""
    if kind is str:
        return restored(text)
    if text == "" and optional:
        return None
    return text == "true" if kind is bool else kind(text)


def as_csv(kind: type[Row], rows: Iterable[Row]) -> str:
    """Return `rows` (all of dataclass `kind`) as CSV text with a header."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([written(getattr(row, name)) for name in names] for row in rows)
    return out.getvalue()


def save(folder: Path, kind: type[Row], rows: Iterable[Row]) -> None:
    """Write `rows` to the file of their kind in `folder`."""
    save_text(folder / kind.FILE, as_csv(kind, rows))  # type: ignore[attr-defined]


def load(folder: Path, kind: type[Row]) -> list[Row]:
    """Read the rows of `kind` from `folder`. Raises FileNotFoundError, or ValueError for a file of another shape."""
    hints = get_type_hints(kind)
    columns = [(f.name, plain_type(hints[f.name]), isinstance(hints[f.name], UnionType)) for f in fields(kind)]  # type: ignore[arg-type]
    path = folder / kind.FILE  # type: ignore[attr-defined]
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        if next(reader, None) != [name for name, _, _ in columns]:
            raise ValueError(f"{path}: the header is not that of {kind.__name__}; remove the folder and run again")
        return [
            kind(*(parsed(text, typ, opt) for text, (_, typ, opt) in zip(row, columns, strict=True))) for row in reader
        ]


def stamp(path: Path) -> tuple[int, int]:
    """Return the size and time of a file: while they are the same, so is its content. Raises OSError."""
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def save_text(path: Path, text: str) -> None:
    """Write a text file whole: readers see the old file or the new one, never a part."""
    save_bytes(path, text.encode("utf-8"))


def keep_text(path: Path, text: str) -> None:
    """Write a text file only if it would change, so that what was made from it stays fresh."""
    keep_bytes(path, text.encode("utf-8"))


def keep_bytes(path: Path, content: bytes) -> None:
    """Write a file only if it would change."""
    if not path.exists() or path.read_bytes() != content:
        save_bytes(path, content)


def save_bytes(path: Path, content: bytes) -> None:
    """Write a file whole: readers see the old file or the new one, never a part. Raises OSError."""
    with whole(path) as stream:
        stream.write(content)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece, which takes the place of the old one when all is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno:
            error.filename = str(path)  # the name that a reader knows
        raise


def sweep(folder: Path) -> None:
    """Remove what killed runs left half written. Call it only where no other run can be writing."""
    for path in folder.rglob(f".*{PART}"):
        path.unlink(missing_ok=True)
