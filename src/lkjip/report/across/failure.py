"""The page of a document that could not be processed: what happened, and what to do next."""

from lkjip.report.fragment import Fragment
from lkjip.report.library import Library
from lkjip.report.links import described
from lkjip.report.templating import filled


def failure(library: Library, document: str) -> Fragment:
    """Return why a document has no audit. Raises ValueError if it has one, or is not known."""
    status = next((each for each in library.failed if each.document == document), None)
    if status is None:
        raise ValueError(f"{document!r} did not fail; those that did: {[each.document for each in library.failed]}")
    html = filled("across/failure.html.j2", library.words, status=status)
    return Fragment(html, described(status.file, document, library.words), place="opening")
