"""One document read by several processes."""

import os
import signal
from pathlib import Path

import pytest

from lkjip.extract import extract, pages

SHIPPED = Path(__file__).parents[2] / "data" / "raw" / "alok-barat-2024.pdf"


def test_the_number_of_processes_changes_nothing():
    assert extract(SHIPPED, workers=3) == extract(SHIPPED, workers=1)


def test_every_page_is_read_by_one_process_only(monkeypatch):
    monkeypatch.setattr(pages, "read_pages", lambda content, indexes: [Page(index + 1) for index in indexes])
    assert [page.page for page in pages.read_together(b"", 500, 4)] == list(range(1, 501))


class Page:
    """Stands for the reading of a page."""

    def __init__(self, page):
        self.page = page


def test_a_process_that_dies_ends_the_reading(monkeypatch):
    """The document is then read with care, as where its only process dies."""
    this = os.getpid()
    real = pages.read_or_doubt

    def read(document, index):
        if os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(document, index)

    monkeypatch.setattr(pages, "read_or_doubt", read)
    with pytest.raises(MemoryError, match="died"):
        extract(SHIPPED, workers=2)
