"""The sections of the pages: each function takes what is known and returns something that a notebook shows."""

from lkjip.report.sections.budget import spending
from lkjip.report.sections.comparisons import seven_comparisons
from lkjip.report.sections.contents import contents
from lkjip.report.sections.coverage import coverage, ledger
from lkjip.report.sections.doubted import doubted_cells
from lkjip.report.sections.extraction import drawn_tables, extraction_opening, merges
from lkjip.report.sections.findings import findings, register
from lkjip.report.sections.masthead import masthead
from lkjip.report.sections.method import downloads, method
from lkjip.report.sections.performance import achievement, years
from lkjip.report.sections.quantities import every_place
from lkjip.report.sections.results import results
from lkjip.report.sections.satisfaction import survey
from lkjip.report.sections.whole_pages import whole_pages

__all__ = [
    "achievement",
    "contents",
    "coverage",
    "doubted_cells",
    "downloads",
    "drawn_tables",
    "every_place",
    "extraction_opening",
    "findings",
    "ledger",
    "masthead",
    "merges",
    "method",
    "register",
    "results",
    "seven_comparisons",
    "spending",
    "survey",
    "whole_pages",
    "years",
]
