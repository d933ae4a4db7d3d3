"""The shipped PDFs are what their sources give, to the byte."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def builder():
    spec = importlib.util.spec_from_file_location("build", ROOT / "typesetting" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["aluh-aluh-2022", "alok-barat-2024"])
def test_typesetting_gives_the_shipped_bytes(name, tmp_path):
    made = builder().typeset(ROOT / "typesetting" / f"{name}.typ", tmp_path)
    assert made.read_bytes() == (ROOT / "data" / "raw" / f"{name}.pdf").read_bytes()
