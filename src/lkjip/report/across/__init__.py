"""Sections about many documents at once: the comparison and the index."""

from lkjip.report.across.comparable import comparable
from lkjip.report.across.failure import failure
from lkjip.report.across.money import money
from lkjip.report.across.opening import index, opening
from lkjip.report.across.overview import failures, overview
from lkjip.report.across.performance import performance
from lkjip.report.across.same_unit import same_unit
from lkjip.report.across.scales import scales
from lkjip.report.across.soundness import soundness

__all__ = [
    "comparable",
    "failure",
    "failures",
    "index",
    "money",
    "opening",
    "overview",
    "performance",
    "same_unit",
    "scales",
    "soundness",
]
