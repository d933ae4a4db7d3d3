"""A budget line, and the level that its own words or the nomenclature give it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rapidfuzz import fuzz, process

from lkjip.read.labels import Label
from lkjip.read.manual import Manual, Name
from lkjip.read.outline import Style, mark
from lkjip.read.words import fold, key, without_numbering

LEVELS: Final = ("instansi", "program", "kegiatan", "sub_kegiatan")
TOTAL: Final = re.compile(
    r"^(?:sub |grand )?(?:jumlah|total)(?: (?:total|jumlah|keseluruhan|seluruh\w*|belanja|anggaran|pagu|realisasi|"
    r"program|kegiatan|langsung|tidak|daerah|operasi|modal|umum|akhir|besar|[ivx]+|[a-d]|\d|opd|skpd|kecamatan|kelurahan|rp|per|dan))*$"
)
NUMBERED_TOTAL: Final = re.compile(r"^(jumlah|total)(?=[ivx]+$)")  # "J U M L A H I" was joined to one word
MEAN: Final = re.compile(
    r"^(?:jumlah |total |nilai )?(?:rata ?rata|rerata)(?: (?:capaian|kinerja|sasaran|persentase|nilai|%|total))*$"
)
SAVED: Final = re.compile(r"^(?:jumlah |total |sisa |besar\w* )*(?:efisiensi|sisa(?! lebih))\b")
UNIT_NAME: Final = re.compile(
    r"^(?:kecamatan|kelurahan|dinas|badan|sekretariat|inspektorat|kantor|bagian|satuan polisi)\b"
)
EVALUATED: Final = re.compile(r"^(?:nilai|hasil)\b(?=.*\b(?:evaluasi|akuntabilitas|akhir|total|s?akip)\b)")  # a sum
APART: Final = ("total", "rata_rata", "sisa", "instansi")
WORDED: Final = (
    (MEAN, "rata_rata"),
    (SAVED, "sisa"),
    (TOTAL, "total"),
    (re.compile(r"(?:sub |grand )?(?:jumlah|total)\b(?!.*\b(?:yang|orang|pegawai)\b)"), "total?"),
    (re.compile(r"(?:terlaksananya )?sub ?kegiatan\b"), "sub_kegiatan"),
    (re.compile(r"(?:terlaksananya )?program\b"), "program"),
)
UNIT_WORDS: Final = 6
NEARLY: Final = 94.0  # of 100: a letter or two wrong in a name
LONG: Final = 20  # letters: shorter names have to be exact


@dataclass(slots=True, eq=False)
class Line:
    """A budget line on its way to a level and a parent."""

    row: int
    label: Label
    amounts: dict[int, Decimal]  # what can be summed, by column
    valued: bool = False  # some number stands in its row
    level: str = ""
    parent: "Line | None" = None
    sure: bool = False  # of the parent
    top: bool = False  # known to be outermost
    guessed: bool = False  # of the level
    listed: Name | None = None  # its entry in the nomenclature
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = NUMBERED_TOTAL.sub(r"\1 ", fold(without_numbering(self.label.text)))


def level_by_name(line: Line) -> str:
    """Return the level that a line's words or the nomenclature give it, or ""."""
    name = line.name
    worded = next((level for pattern, level in WORDED if pattern.match(name)), "") if name else ""
    if worded == "total?":  # "Jumlah ..." begins the name of many an indikator
        worded = "total" if line.amounts and line.label.meaning != "indikator" else ""
    if worded:
        return worded
    if line.label.meaning == "komponen" and EVALUATED.match(name):
        return "total"
    if line.listed:
        return line.listed.level
    if name.startswith("kegiatan "):
        return "kegiatan"
    return "instansi" if UNIT_NAME.match(name) and len(name.split()) <= UNIT_WORDS else ""


def known(name: str, manual: Manual) -> Name | None:
    """Find a name in the nomenclature, a letter wrong at most in a long one."""
    wanted = key(name)
    if wanted in manual.nomenclature:
        return manual.nomenclature[wanted]
    near = process.extract(name, manual.full_names, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3)
    found = [manual.names[index] for _, _, index in near] if len(name) > LONG else []
    return found[0] if len({entry.level for entry in found}) == 1 else None


def style_of(line: Line) -> Style | None:
    """Return how a line is numbered, and where."""
    here = mark(line.label.numerals, {})
    return here[0] if here else None


def peers(one: Line, other: Line) -> bool:
    """Tell whether two lines are numbered in one way, or named of one level."""
    return (style_of(one) is not None and style_of(one) == style_of(other)) or (
        one.level != "" and one.level == other.level
    )


def children_of(lines: Sequence[Line]) -> dict[Line, list[Line]]:
    """Return the children of every line that has some."""
    groups: dict[Line, list[Line]] = defaultdict(list)
    for line in lines:
        if line.parent is not None:
            groups[line.parent].append(line)
    return groups
