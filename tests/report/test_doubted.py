"""Cells that were not surely recognised stand beside their print."""

import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lkjip.records import Cell
from lkjip.report import open_audit, sections
from lkjip.report.clips import clips
from lkjip.report.dossier import Dossier


@pytest.fixture
def dossier(folder: Path) -> Dossier:
    return open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "raw")))


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_doubtful_cell_stands_beside_its_print_and_the_row_that_settles_it(dossier: Dossier) -> None:
    (cell,) = (cell for cell in dossier.cells if cell.confidence < 100)
    html = sections.doubted_cells(dossier).html
    row = f"mini-barat-2024,{cell.table_id},{cell.row},{cell.column},{cell.text},{cell.text},read on page {cell.page}"
    assert f"61 % {row}" in words_of(html)
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
