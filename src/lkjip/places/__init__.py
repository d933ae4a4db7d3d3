"""The kecamatan of Indonesia, from idn-area-data (see README.md beside this file)."""

import csv
import gzip
import re
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "kecamatan.csv.gz"


@cache
def kecamatan() -> dict[str, tuple[str, ...]]:
    """Return the kabupaten and kota that have a kecamatan of a name, by its folded name."""
    found: dict[str, tuple[str, ...]] = {}
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            name = folded(row["kecamatan"])
            found[name] = (*found.get(name, ()), row["kabupaten"])
    return found


def folded(name: str) -> str:
    """Return a name for comparing: its letters and digits in lower case, so that "Aluh - Aluh" is "Aluh Aluh"."""
    return "".join(re.findall(r"[^\W_]+", name.casefold()))


def is_kecamatan(name: str) -> bool:
    """Tell whether there is a kecamatan of this name."""
    return folded(name) in kecamatan()


def kecamatan_within(words: list[str]) -> str:
    """Return the longest beginning of `words` that is the name of a kecamatan, or an empty text."""
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end])
        if is_kecamatan(name):
            return name
    return ""
