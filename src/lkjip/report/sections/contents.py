"""The list of sections beside the page."""

from typing import Final

from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled
from lkjip.report.vocabulary import N_
from lkjip.report.words import Words

AUDIT: Final = (
    ("findings", N_("Findings")),
    ("register", N_("All in one table")),
    ("quantities", N_("One quantity, every place")),
    ("achievement", N_("Capaian")),
    ("budget", N_("Budget")),
    ("years", N_("Years")),
    ("satisfaction", N_("Satisfaction")),
    ("comparisons", N_("Seven comparisons")),
    ("results", N_("What passed")),
    ("coverage", N_("What was read")),
    ("ledger", N_("Ledger of facts")),
    ("method", N_("How to read this")),
    ("downloads", N_("Data")),
    ("pages", N_("Pages")),
)


def contents(words: Words, entries: tuple[tuple[str, str], ...] = AUDIT) -> Fragment:
    """Return links to the sections of a page."""
    named = [(anchor, words(title)) for anchor, title in entries]
    return Fragment(filled("contents.html.j2", words, entries=named), place="contents")
