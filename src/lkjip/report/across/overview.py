"""The tables of all documents: those that were audited, and those that could not be read."""

from lkjip.report.fragment import Fragment
from lkjip.report.library import Library
from lkjip.report.templating import filled


def overview(library: Library) -> Fragment:
    """Return every audited document with its verdict, to search, sort and filter."""
    return Fragment(filled("across/overview.html.j2", library.words, library=library))


def failures(library: Library) -> Fragment:
    """Return the documents that could not be processed, why, and what to do."""
    return Fragment(filled("across/failures.html.j2", library.words, library=library))
