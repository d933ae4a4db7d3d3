"""Scanned pages give the same tables and lines as text pages, or say why not."""

import time
from pathlib import Path

import numpy as np
import pytest
from drawn import ROWS, XS, YS, page
from scans import Scanner, scanned, write_scan

from lkjip.extract import Extraction, extract
from lkjip.extract.sheet import Sheet
from lkjip.ocr import installed, scans
from lkjip.ocr.picture import Photo
from lkjip.ocr.tesseract import RecognitionFailed, Tesseract, finished


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan of two pages: one upright, one laid on the glass turned."""
    target = tmp_path_factory.mktemp("scan") / "scan.pdf"
    pages = [scanned(page(200), Scanner(200), 1), scanned(page(200), Scanner(200, turn=90), 2)]
    write_scan(pages, target, 200)
    return target


@pytest.fixture(scope="session")
def read(scan: Path, tesseract: Tesseract) -> Extraction:
    return extract(scan, answers=tesseract.answers)


def test_every_cell_of_a_scanned_table_is_read(read: Extraction) -> None:
    cells = [[cell.text for cell in read.cells if cell.table_id == "t01" and cell.row == row] for row in range(5)]
    assert cells == ROWS


def test_numbers_are_sure_and_words_keep_their_confidence(read: Extraction) -> None:
    assert all(50 < cell.confidence < 100 for cell in read.cells)
    assert all(cell.confidence >= 85 for cell in read.cells if cell.text.count(".") > 1 and cell.page == 1)


def test_a_cell_lies_where_it_is_printed(read: Extraction) -> None:
    cell = next(cell for cell in read.cells if cell.text == "1.749.956.741" and cell.page == 1)
    assert (cell.x0, cell.x1) == pytest.approx((XS[2], XS[3]), abs=4)  # the scan lies up to 0.7 degrees askew
    assert (cell.y0, cell.y1) == pytest.approx((YS[1], YS[2]), abs=4)


def test_the_page_says_that_it_was_recognised(read: Extraction) -> None:
    assert [sheet.status for sheet in read.pages] == ["recognised", "recognised"]
    assert read.pages[0].reason.startswith("recognised with ")
    assert read.unread == ()


def test_a_turned_page_is_read_and_its_boxes_stand_on_the_displayed_page(read: Extraction) -> None:
    texts = {cell.text: cell for cell in read.cells if cell.page == 2}
    assert {"1.749.956.741", "31.500.000", "43.162.121"} <= set(texts)
    width = read.pages[1].width
    cell = texts["1.749.956.741"]
    assert read.pages[1].rotation == 90
    assert (cell.x0, cell.x1) == pytest.approx((width - YS[2], width - YS[1]), abs=4)
    assert (cell.y0, cell.y1) == pytest.approx((XS[2], XS[3]), abs=4)


def test_the_caption_is_read_outside_the_table(read: Extraction) -> None:
    assert read.tables[0].number == "Tabel 3.1"
    assert read.tables[0].caption == "Realisasi Anggaran Tahun 2022"


def test_answers_are_kept_by_content(
    scan: Path, read: Extraction, tesseract: Tesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise AssertionError("asked again")

    monkeypatch.setattr("lkjip.ocr.tesseract.run", fail)
    assert extract(scan, answers=tesseract.answers) == read


def test_without_tesseract_the_page_stays_unread_and_says_what_to_do(
    scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "missing", lambda: installed.INSTALL)
    found = extract(scan)
    assert [sheet.status for sheet in found.pages] == ["scan", "scan"]
    assert "apt-get install tesseract-ocr tesseract-ocr-ind" in found.unread[0].reason
    assert found.cells == ()


def test_a_failed_recognition_is_told_and_stops_nothing(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecognitionFailed("recognition took longer than 300 seconds")

    monkeypatch.setattr(scans, "missing", str)
    monkeypatch.setattr(scans, "recognised", fail)
    found = extract(scan)
    assert [sheet.status for sheet in found.pages] == ["scan", "scan"]
    assert found.pages[0].reason.endswith("; recognition took longer than 300 seconds")


def test_a_blank_scan_has_nothing_recognised(tmp_path: Path, tesseract: Tesseract) -> None:
    target = tmp_path / "blank.pdf"
    write_scan([scanned(page(100, ())[:100, :100] * 0 + 255, Scanner(100), 3)], target, 100)
    found = extract(target, answers=tesseract.answers)
    assert found.pages[0].status == "scan"
    assert found.pages[0].reason == "an image of the page without text; nothing was recognised"


def test_a_program_that_ends_with_an_error_is_told() -> None:
    with pytest.raises(RecognitionFailed, match="recognition ended with an error"):
        finished(["false"])


def test_text_pages_stay_as_they_are(tesseract: Tesseract) -> None:
    raw = Path(__file__).resolve().parents[2] / "data" / "raw" / "alok-barat-2024.pdf"
    found = extract(raw, answers=tesseract.answers)
    assert {sheet.status for sheet in found.pages} <= {"text", "blank"}
    assert {cell.confidence for cell in found.cells} == {100.0}


def test_a_poster_stays_unread_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "missing", str)
    write_scan([np.full((1700, 2400), 200, np.uint8)], tmp_path / "poster.pdf", 72)
    (sheet,) = extract(tmp_path / "poster.pdf").pages
    assert sheet.status == "scan"
    assert sheet.reason.endswith("the page is larger than B3; to have it recognised, print it to a smaller page")


def test_each_recognised_page_gives_its_document_time_again(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    monkeypatch.setattr(scans, "missing", str)
    monkeypatch.setattr(scans, "recognised", lambda photo, sheet, tesseract: sheet)
    monkeypatch.setattr(scans.deadline, "renew", lambda: given.append(True))
    extract(scan)
    assert len(given) == 2


@pytest.mark.parametrize(("room", "at_once"), [(1e12, 2), (1.0, 1)])
def test_pages_are_read_side_by_side_as_far_as_memory_allows(
    room: float, at_once: int, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running: list[int] = []
    most: list[int] = []

    def watched(photo: Photo, sheet: Sheet, tesseract: Tesseract) -> Sheet:
        running.append(sheet.page)
        most.append(len(running))
        time.sleep(0.3)
        running.remove(sheet.page)
        return sheet

    monkeypatch.setattr(scans, "missing", str)
    monkeypatch.setattr(scans, "recognised", watched)
    monkeypatch.setattr(scans, "room_for_pages", lambda: room)
    monkeypatch.setattr(scans.os, "cpu_count", lambda: 2)
    extract(scan)
    assert max(most) == at_once
