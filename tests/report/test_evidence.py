"""Crops show the header, the rows and the columns that matter, and mark the digits themselves."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from lkjip.extract.geometry import Box
from lkjip.report import open_audit
from lkjip.report.dossier import Dossier
from lkjip.report.evidence import Evidence, Span, assembled, lowest, merged
from lkjip.report.glyphs import Wanted, find_all, wordings
from lkjip.report.paper import MOST_BYTES, ZOOMS, first_zoom, pictures


@pytest.fixture
def dossier(folder: Path) -> Dossier:
    return open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "raw")))


def crops_of(dossier: Dossier, finding_id: str) -> list:
    finding = next(f for f in dossier.findings if f.finding_id == finding_id)
    return Evidence(dossier).crops(finding)


def test_a_row_far_below_the_header_is_shown_with_it(dossier: Dossier) -> None:
    (crop,) = crops_of(dossier, "f0002")
    header, row = sorted({(piece.source.y0, piece.source.y1) for piece in crop.pieces})
    assert header[0] == pytest.approx(150, abs=3) and header[1] == pytest.approx(170, abs=3)
    assert row[0] == pytest.approx(250, abs=3) and row[1] == pytest.approx(270, abs=3)


def test_a_row_right_below_the_header_makes_one_piece_with_it(dossier: Dossier) -> None:
    (crop,) = crops_of(dossier, "f0001")
    assert {(round(piece.source.y0), round(piece.source.y1)) for piece in crop.pieces} == {(148, 192)}


def test_the_number_at_fault_leads_and_the_operands_are_marked(dossier: Dossier) -> None:
    (crop,) = crops_of(dossier, "f0001")
    assert [(mark.words, mark.leads) for mark in crop.marks] == [("86,65", True), ("72,89", False), ("84,24", False)]
    for mark in crop.marks:
        assert any(piece.shows(mark) for piece in crop.pieces)


def test_a_contradiction_between_pages_shows_both(dossier: Dossier) -> None:
    crops = crops_of(dossier, "f0003")
    assert [crop.page for crop in crops] == [3, 1]


def found_at(dossier: Dossier, page: int, printed: str, within: Box) -> Box:
    assert dossier.pdf
    wanted = Wanted(page, printed, within)
    return find_all(dossier.pdf, [wanted])[wanted]


def test_the_mark_hugs_the_digits(dossier: Dossier) -> None:
    cell = Box(320, 170, 390, 190)
    found = found_at(dossier, 1, "84,24", cell)
    assert cell.holds(*found.middle)
    assert 15 < found.width < 35 and found.height < 12


def test_a_text_that_is_not_there_keeps_its_box(dossier: Dossier) -> None:
    cell = Box(390, 170, 460, 190)
    assert found_at(dossier, 1, "12.345", cell) == cell


def test_a_broken_number_is_looked_for_by_its_longest_part() -> None:
    assert wordings("Rp. 4. 603.119.714,-") == ["Rp. 4. 603.119.714,-", "603.119.714"]


def test_bands_that_nearly_touch_are_one() -> None:
    assert merged([Span(50, 60), Span(0, 10), Span(15, 20)]) == [Span(0, 20), Span(50, 60)]


def test_what_does_not_fit_is_left_out_far_from_the_leader_first() -> None:
    bands = [Span(0, 200), Span(250, 450), Span(500, 600)]
    assert lowest(bands, Span(550, 560)) == [Span(250, 450), Span(500, 600)]
    assert lowest([Span(0, 1000)], Span(700, 710)) == [Span(540, 870)]


def test_pieces_are_laid_out_with_gaps() -> None:
    crop = assembled(1, [(1, Span(0, 10)), (1, Span(50, 70))], [Span(0, 100), Span(200, 230)], ())
    assert [(piece.x, piece.y) for piece in crop.pieces] == [(0, 0), (109, 0), (0, 19), (109, 19)]
    assert (crop.width, crop.height) == (139, 39)


def darkness(png: bytes, box: tuple[int, int, int, int]) -> float:
    pixels = Image.open(io.BytesIO(png)).convert("L").crop(box).tobytes()
    return sum(value < 60 for value in pixels) / len(pixels)


def test_a_personal_number_is_black_in_the_picture(dossier: Dossier) -> None:
    assert dossier.pdf
    number = found_at(dossier, 3, "19720121 199903 1 007", Box(0, 0, 595, 842))
    box = tuple(round(edge * ZOOMS[0]) for edge in number)
    (masked,), (open_,) = pictures(dossier.pdf, [3]), pictures(dossier.pdf, [3], masks=False)
    assert darkness(masked.png, box) > 0.95
    assert 0.05 < darkness(open_.png, box) < 0.6


def test_pictures_are_the_same_every_time_and_shrink_when_there_are_many(dossier: Dossier) -> None:
    assert dossier.pdf
    assert pictures(dossier.pdf, [1, 2]) == pictures(dossier.pdf, [2, 1, 1])
    assert first_zoom(5) == 0
    assert 0 < first_zoom(40) < first_zoom(200) == len(ZOOMS) - 1
    assert base64.b64decode(pictures(dossier.pdf, [1])[0].address.partition(",")[2])[:4] == b"\x89PNG"
    assert MOST_BYTES * 4 / 3 < 2_400_000
