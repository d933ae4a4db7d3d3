"""Small pages drawn here, and scans of them; what needs Tesseract is skipped where it is missing."""

import sys
from pathlib import Path

import pytest

from lkjip.ocr.installed import missing
from lkjip.ocr.tesseract import Tesseract

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))  # scans are made as in the benchmark


@pytest.fixture(scope="session")
def tesseract(tmp_path_factory: pytest.TempPathFactory) -> Tesseract:
    """Tesseract, where it is installed."""
    if missing():
        pytest.skip(f"Tesseract with its Indonesian model is missing; {missing()}")
    return Tesseract(tmp_path_factory.mktemp("answers"))
