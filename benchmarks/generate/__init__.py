"""Consistent reports in the shape of real ones, one for every seed, with the truth about each printed number."""

import random
import re

from benchmarks.generate import budget, performance, surroundings
from benchmarks.generate.achievements import achievements
from benchmarks.generate.evaluations import evaluations
from benchmarks.generate.frame import conclusion, foreword, summary
from benchmarks.generate.kecamatan import invented
from benchmarks.generate.model import Block, Report
from benchmarks.generate.planning import introduction, plans
from benchmarks.generate.printer import Printer
from benchmarks.generate.spending import spending
from benchmarks.generate.tables import Tables
from benchmarks.generate.truth import Truth
from benchmarks.generate.typeset import pdf

__all__ = ["generate", "pdf"]


def generate(seed: int, short: bool = False) -> Report:
    """Return the report of a seed, or a short one with its results alone; everything that it prints agrees."""
    chance = random.Random(seed)
    kecamatan = invented(chance)
    truth = Truth()
    for part in (surroundings, budget, performance):
        part.fill(kecamatan, truth, chance)
    return Report(
        seed=seed,
        name=f"{slug(kecamatan.name)}-{kecamatan.year}-{seed:05d}",
        title=f"LKjIP Kecamatan {kecamatan.name} Tahun {kecamatan.year}",
        kecamatan=kecamatan.name,
        place=f"PEMERINTAH KABUPATEN {kecamatan.kabupaten.upper()}",
        year=kecamatan.year,
        style=kecamatan.style,
        blocks=tuple(blocks(Tables(Printer(kecamatan, truth)), short)),
        relations=tuple(truth.relations),
    )


def blocks(tables: Tables, short: bool) -> list[Block]:
    """Return everything that a report prints, in order."""
    if short:
        return [*foreword(tables.printer), *achievements(tables), *conclusion(tables.printer)]
    return [
        *foreword(tables.printer),
        *summary(tables.printer),
        *introduction(tables),
        *plans(tables),
        *achievements(tables),
        *evaluations(tables),
        *spending(tables),
        *conclusion(tables.printer),
    ]


def slug(name: str) -> str:
    """Return a name as a part of a file name."""
    return re.sub(r"\W+", "-", name.lower())
