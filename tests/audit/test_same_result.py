"""The same report gives the same findings whatever order Python gives to sets."""

import os
import subprocess
import sys

from lkjip.paths import PROJECT

CODE = """
import sys
from pathlib import Path
from lkjip.audit import audit
from lkjip.extract import extract
from lkjip.read import Manual, read
from lkjip.settings import Settings
pdf = Path(sys.argv[1])
print(audit(read(pdf.stem, extract(pdf), Manual.load(Path(sys.argv[2]))), Settings()))
"""


def test_the_order_of_sets_changes_nothing() -> None:
    pdf = PROJECT / "data" / "raw" / "alok-barat-2024.pdf"
    command = [sys.executable, "-c", CODE, str(pdf), str(PROJECT / "data" / "manual")]
    said = [
        subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | {"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert "Finding(" in said[0].stdout
    assert said[0].stdout == said[1].stdout
