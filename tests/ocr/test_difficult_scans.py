"""Pages as offices scan them: turned, two on a sheet, stamped and signed, among pages with text, or with text in vain."""

from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from drawn import HEIGHT, ROWS, WIDTH, XS, YS, page, write_text
from scans import Scanner, scanned, write_scan

from lkjip.extract import Extraction, extract
from lkjip.ocr.picture import Grey
from lkjip.ocr.tesseract import Tesseract
from lkjip.read.doubt import SURE

DPI = 200
BESIDE_LINE = 3.0  # points
BESIDE = {"1.749.956.741", "31.500.000", "48.519.930"}  # amounts that stamp and signature leave free


def read_scan_of(image: Grey, folder: Path, tesseract: Tesseract) -> Extraction:
    write_scan([image], folder / "scan.pdf", DPI)
    return extract(folder / "scan.pdf", answers=tesseract.answers)


def rows_of(read: Extraction, table_id: str = "t01") -> list[list[str]]:
    """Return the texts of a table, row by row."""
    cells = [cell for cell in read.cells if cell.table_id == table_id]
    return [[cell.text for cell in cells if cell.row == row] for row in range(1 + max(cell.row for cell in cells))]


@pytest.mark.parametrize("turn", [180, 270])
def test_a_page_laid_on_the_glass_in_any_direction_is_read(turn: int, tmp_path: Path, tesseract: Tesseract) -> None:
    read = read_scan_of(scanned(page(DPI), Scanner(DPI, turn=turn), 4), tmp_path, tesseract)
    assert (read.pages[0].status, read.pages[0].rotation) == ("recognised", turn)
    found = [[text.replace(".", "") for text in row] for row in rows_of(read)]  # one stop is too faint in this noise
    assert found == [[text.replace(".", "") for text in row] for row in ROWS]


def test_two_pages_on_one_sheet_keep_their_tables_apart(tmp_path: Path, tesseract: Tesseract) -> None:
    sheet = np.hstack([page(DPI), page(DPI)])
    read = read_scan_of(scanned(sheet, Scanner(DPI), 5), tmp_path, tesseract)
    assert [rows_of(read, table.table_id) for table in read.tables] == [ROWS, ROWS]
    left, right = read.regions
    assert left.x1 < WIDTH < right.x0


def test_what_a_stamp_and_a_signature_cover_is_never_surely_wrong(tmp_path: Path, tesseract: Tesseract) -> None:
    read = read_scan_of(scanned(signed(stamped(page(DPI))), Scanner(DPI), 6), tmp_path, tesseract)
    sure = [cell.text for cell in read.cells if cell.confidence >= SURE and cell.text[:1].isdigit()]
    printed = {text for row in ROWS for text in row}
    assert set(sure) >= BESIDE
    assert set(sure) <= printed


@pytest.mark.parametrize("seed", [5, 7])
def test_every_digit_of_a_fine_scan_is_read_though_its_paper_is_noisy(
    seed: int, tmp_path: Path, tesseract: Tesseract
) -> None:
    write_scan([scanned(page(300), Scanner(300), seed)], tmp_path / "fine.pdf", 300)
    read = extract(tmp_path / "fine.pdf", answers=tesseract.answers)
    assert rows_of(read) == ROWS
    assert all(cell.confidence >= SURE for cell in read.cells)


def test_amounts_that_a_line_cuts_are_in_doubt_on_both_sides(tmp_path: Path, tesseract: Tesseract) -> None:
    read = read_scan_of(scanned(struck(page(DPI), 300), Scanner(DPI), 6), tmp_path, tesseract)
    numbers = [cell for cell in read.cells if cell.text[:1].isdigit()]
    behind = [cell.confidence for cell in numbers if abs(cell.x0 - 300) < BESIDE_LINE]
    assert len(behind) == 3 and max(behind) < SURE
    sure = {cell.text for cell in numbers if cell.confidence >= SURE}
    assert {"1.555.446.741", "9.987.650", "88,88"} <= sure <= {text for row in ROWS for text in row}


def struck(image: Grey, x: float) -> Grey:
    """Return a page with a line as thick as the rules, down through the first column of amounts."""
    cv2.line(image, pixels(x, YS[0]), pixels(x, YS[5]), 0, round(0.8 * DPI / 72))
    return image


def stamped(image: Grey) -> Grey:
    """Return a page with the ring of a stamp over the end of its table."""
    place = pixels(XS[4], YS[5])
    for radius, width in ((40, 2.0), (31, 1.0)):
        cv2.circle(image, place, round(radius * DPI / 72), 110, round(width * DPI / 72))
    return image


def signed(image: Grey) -> Grey:
    """Return a page with a curved line of ink below its table, that runs into the last row."""
    steps = np.linspace(0, 6 * np.pi, 300)
    curve = [pixels(300 + 6 * step, 262 + 20 * np.sin(step)) for step in steps]
    cv2.polylines(image, [np.array(curve, np.int32)], False, 40, round(1.2 * DPI / 72))
    return image


def pixels(x: float, y: float) -> tuple[int, int]:
    return round(x * DPI / 72), round(y * DPI / 72)


def test_pages_with_text_and_scanned_ones_make_one_document(tmp_path: Path, tesseract: Tesseract) -> None:
    write_text(tmp_path / "text.pdf")
    write_scan([scanned(page(DPI), Scanner(DPI), 7)], tmp_path / "scan.pdf", DPI)
    joined([tmp_path / "text.pdf", tmp_path / "scan.pdf"], tmp_path / "mixed.pdf")
    read = extract(tmp_path / "mixed.pdf", answers=tesseract.answers)
    assert [sheet.status for sheet in read.pages] == ["text", "recognised"]
    of_text, of_scan = ([cell.text for cell in read.cells if cell.page == number] for number in (1, 2))
    header, *body = ROWS
    assert of_text == [*header, *of_scan]  # the scan goes on with the table: its header stands there once
    assert of_scan == [text for row in body for text in row]
    assert {cell.confidence for cell in read.cells if cell.page == 1} == {100.0}
    assert all(cell.confidence < 100 for cell in read.cells if cell.page == 2)


def joined(parts: Iterable[Path], target: Path) -> None:
    """Write the pages of several PDFs to one."""
    document = pypdfium2.PdfDocument.new()
    for part in parts:
        document.import_pages(pypdfium2.PdfDocument(part))
    document.save(target)


def test_a_page_whose_text_says_nothing_is_read_from_its_picture(tmp_path: Path, tesseract: Tesseract) -> None:
    write_text(tmp_path / "nonsense.pdf", has_meaning=False)
    read = extract(tmp_path / "nonsense.pdf", answers=tesseract.answers)
    assert read.pages[0].status == "recognised"
    assert (read.pages[0].width, read.pages[0].height) == (WIDTH, HEIGHT)
    assert rows_of(read) == ROWS
