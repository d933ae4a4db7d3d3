"""Cells that were not surely recognised stand beside their print."""

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lkjip.records import Cell, Line, Page
from lkjip.report import open_audit, sections
from lkjip.report.clips import clips
from lkjip.report.dossier import Dossier
from lkjip.report.personal import page_pictures, personal_places


@pytest.fixture
def dossier(folder: Path) -> Dossier:
    return open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "raw")))


def words_of(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


def test_a_doubtful_cell_stands_beside_its_print_and_the_row_that_settles_it(dossier: Dossier) -> None:
    (cell,) = (cell for cell in dossier.cells if cell.confidence < 100)
    html = sections.doubted_cells(dossier).html
    place = f"mini-barat-2024,{cell.table_id},{cell.row},{cell.column}"
    assert f'61 % {place},"{cell.text}","{cell.text}",read on page {cell.page}' in words_of(html)
    assert html.count("data:image/png;base64,") == 1
    assert "3l.500 31.500 9.987 / 31.500 x 100 is 31,71" in words_of(html)


def test_the_picture_of_a_cell_shows_its_print_and_little_more(dossier: Dossier) -> None:
    assert dossier.pdf is not None
    (cell,) = (cell for cell in dossier.cells if cell.confidence < 100)
    clip = clips(dossier.pdf, [cell])[cell]
    assert (clip.width, clip.height) == pytest.approx((cell.x1 - cell.x0 + 6, cell.y1 - cell.y0 + 6), abs=1)
    pixels = np.asarray(Image.open(io.BytesIO(clip.png)).convert("L"))
    assert (pixels < 128).any()


def test_a_personal_number_is_no_picture(dossier: Dossier) -> None:
    nip = replace(dossier.cells[0], text="19651231 199003 1 004", confidence=60.0)
    html = sections.doubted_cells(replace(dossier, replaced={Cell: [nip]})).html
    assert "********" in html and "data:image" not in html


def test_personal_numbers_on_scanned_pages_are_blacked_out(dossier: Dossier) -> None:
    assert dossier.pdf is not None
    line = next(line for line in dossier.lines if line.page == 1)
    private = replace(line, text="NIP. 19651231 199003 1 004", word_edges="")
    scan = replace(dossier.page[1], status="recognised")
    scanned = replace(dossier, replaced={Line: [private], Page: [scan]})
    assert [place.page for place in personal_places(scanned)] == [1]
    assert darkness(scanned, private) > darkness(dossier, private) + 0.5


def darkness(dossier: Dossier, line: Line) -> float:
    """Return how dark the picture of a page is where it prints a line: 0 is white, 1 is black."""
    (page,) = page_pictures(dossier, dossier.pdf or Path(), [line.page])
    pixels = np.asarray(Image.open(io.BytesIO(page.png)).convert("L")) / 255
    zoom = pixels.shape[1] / page.width
    x0, y0, x1, y1 = (round(edge * zoom) for edge in (line.x0, line.y0, line.x1, line.y1))
    return 1 - float(pixels[y0:y1, x0:x1].mean())
