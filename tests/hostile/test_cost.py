"""Four times the pages cost some four times as much; calls are counted, because clocks lie on a busy machine."""

import cProfile
import pstats

import pytest

from lkjip.audit import audit
from lkjip.extract import extract
from lkjip.paths import PROJECT
from lkjip.read import Manual, read
from lkjip.settings import Settings

from . import pdfs

FEW, MANY = 25, 100  # pages
MOST = 1.2  # times as much a page


def apart(number, capaian="75,00"):
    """Draw a page with a table of its own between two sentences."""
    rows = [*pdfs.TABLE[:2], ("Jumlah Inovasi", "Inovasi", "4", "3", capaian)]
    above, below = pdfs.said(50, 820, "Uraian atas hasil kerja."), pdfs.said(50, 300, "Sasaran tercapai dengan baik.")
    return above + pdfs.drawn(rows, f"Tabel 3.{number} Capaian Kinerja Tahun 2023", 600) + below


KINDS = {
    "tables that repeat each other": apart,
    "tables with a wrong number": lambda number: apart(number, "57,00"),
    "one table over all pages": lambda number: pdfs.drawn(caption="Lanjutan"),
    "pages of text": lambda number: pdfs.said(50, 700, f"Halaman {number}"),
}


def calls(pdf):
    """Count the calls that reading and auditing take."""
    manual = Manual.load(PROJECT / "data" / "manual")
    profile = cProfile.Profile()
    profile.runcall(lambda: audit(read("x", extract(pdf), manual), Settings()))
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("kind", KINDS)
def test_the_cost_of_a_document_is_that_of_its_pages(kind, tmp_path):
    found = []
    for count in (FEW, MANY):
        pdf = tmp_path / f"{count}.pdf"
        pdf.write_bytes(pdfs.written(pdfs.paged([KINDS[kind](number) for number in range(count)])))
        found.append(calls(pdf) / count)
    assert found[1] < MOST * found[0]
