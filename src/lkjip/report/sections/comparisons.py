"""The seven comparisons that Bab III of a report should make, and where this report makes them."""

import re
from dataclasses import dataclass
from typing import Final

from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled
from lkjip.report.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing to compare, and the words by which a heading or caption announces it."""

    number: int
    title: str
    announced: re.Pattern[str]


def expected(number: int, title: str, announced: str) -> Expected:
    """Return an entry of the list below."""
    return Expected(number, title, re.compile(announced, re.IGNORECASE))


RULE: Final = "comparisons-present"  # its checks are the seven, in this order
# PermenPAN-RB 53/2014, anak Lampiran II/1, Bab III A. The words are those that headings and captions commonly use.
SEVEN: Final = (
    expected(
        1,
        N_("Target against realisasi of this year"),
        r"target (dan|dengan) realisasi|(pengukuran|capaian|pencapaian|realisasi) kinerja.*tahun 20\d\d",
    ),
    expected(
        2,
        N_("Realisasi and capaian of this year against earlier years"),
        r"tahun[ -]*(tahun )?(sebelumnya|lalu)|tahun 20\d\d (dengan|dan) tahun 20\d\d|beberapa tahun",
    ),
    expected(
        3,
        N_("Realisasi so far against the target of the medium-term plan"),
        r"jangka menengah|renstra|rpjmd|periode akhir",
    ),
    expected(
        4,
        N_("Realisasi against a national standard, where there is one"),
        r"standar nasional|target (provinsi|nasional)|\bnasional\b",
    ),
    expected(
        5,
        N_("Causes of success or failure, and what was done about them"),
        r"keberhasilan|kegagalan|penyebab|hambatan|permasalahan.*(solusi|upaya)|alternati(f|ve) solusi",
    ),
    expected(
        6,
        N_("Efficiency in the use of resources"),
        r"efisien",
    ),
    expected(
        7,
        N_("Programs and kegiatan that helped or hindered"),
        r"(program|kegiatan).*(menunjang|mendukung|pendukung)|menunjang (keberhasilan|pencapaian)",
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A heading or caption that announces a comparison."""

    page: int
    text: str


def places(dossier: Dossier) -> list[Place]:
    """Return the headings and captions of the report's body, in page order."""
    headings = [Place(line.page, line.text) for line in dossier.lines if line.kind == "heading"]
    captioned = [table for table in dossier.tables if table.caption]
    captions = [Place(table.page, f"{table.number} {table.caption}".strip()) for table in captioned]
    return sorted({*headings, *captions}, key=lambda place: (place.page, place.text))


def seven_comparisons(dossier: Dossier) -> Fragment:
    """Return the seven: whether the rule found each, and the headings and captions that announce it."""
    all_places = places(dossier)
    present = [check.verdict == "passed" for check in dossier.checks if check.rule == RULE]
    found = [
        (each, there, [place for place in all_places if there and each.announced.search(place.text)])
        for each, there in zip(SEVEN, present, strict=False)
    ]
    return Fragment(filled("comparisons.html.j2", dossier.words, dossier=dossier, found=found))
