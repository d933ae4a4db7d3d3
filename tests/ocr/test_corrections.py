"""What a person confirms or corrects on a scanned page counts in the next run, which recognises nothing anew."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from drawn import page
from scans import Scanner, scanned, write_scan

from lkjip import store
from lkjip.documents import inventory
from lkjip.ocr.tesseract import Tesseract
from lkjip.paths import PROJECT, Folders
from lkjip.pipeline import plans, reading
from lkjip.pipeline.stage import Job
from lkjip.read.doubt import RECOGNISED
from lkjip.read.manual import Correction
from lkjip.records import Cell, Fact

PLACE = ("t01", 2, 3)  # 9.987.650


@pytest.fixture
def folders(tmp_path: Path, tesseract: Tesseract) -> Folders:
    """A run over one scan, with decisions of its own."""
    write_scan([scanned(page(200), Scanner(200), 1)], tmp_path / "raw" / "scan.pdf", 200)
    shutil.copytree(PROJECT / "data" / "manual", tmp_path / "manual")
    return replace(Folders(tmp_path / "raw", tmp_path / "processed", tmp_path / "reports"), manual=tmp_path / "manual")


def job_of(folders: Folders) -> Job:
    (job,) = plans.read_jobs(inventory(folders.raw), folders)
    return job


def cell_of(folders: Folders) -> Cell:
    return next(
        cell for cell in store.load(folders.of("scan"), Cell) if (cell.table_id, cell.row, cell.column) == PLACE
    )


def doubted(folders: Folders) -> None:
    """Make the recognition unsure of the cell, as a blot would."""
    (kept,) = (path for path in folders.extractions.iterdir() if path.is_dir())
    cells = store.load(kept, Cell)
    unsure = [replace(cell, confidence=50.0) if cell.text == "9.987.650" else cell for cell in cells]
    store.save(kept, Cell, unsure)
    reading.work(job_of(folders))


@pytest.mark.parametrize("now", ["9.987.650", "9.987.660"])
def test_a_row_in_corrections_settles_a_doubtful_cell(
    now: str, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = job_of(folders)
    reading.work(before)
    doubted(folders)
    assert (cell_of(folders).text, cell_of(folders).confidence) == ("9.987.650", 50.0)
    assert any(RECOGNISED in fact.guess for fact in store.load(folders.of("scan"), Fact))

    row = Correction("scan", *map(str, PLACE), "9.987.650", now, "read on page 1")
    store.save(folders.manual, Correction, [row])
    monkeypatch.setattr("lkjip.ocr.tesseract.run", None)  # whatever asks Tesseract again fails
    after = job_of(folders)
    assert after.made_from != before.made_from  # the run knows that there is something to do
    reading.work(after)
    assert (cell_of(folders).text, cell_of(folders).confidence) == (now, 100.0)
    facts = {fact.printed: fact.guess for fact in store.load(folders.of("scan"), Fact)}
    assert facts[now] == ""
