import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from . import pdfs

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://example.org","lihat")'
MEANINGS = {"§": "\u202e", "¤": "\x07", "¥": "\u05d0", "¦": "\u2066"}
ODD_NAMES = (
    "Laporan Kinerja 2023.pdf",
    "kec. 'Uji' \"Coba\".pdf",
    "baris\nbaru.pdf",
    "--raw=lain.pdf",
    "Kecamatan Alué Naga – Perubahan.PDF",
    "...pdf",
    "$(touch disusupi).pdf",
    "\x1b[31mmerah.pdf",
    os.fsdecode(b"bukan-utf8-\xff.pdf"),
)


def files():
    """Every hostile file by its name."""
    turned = [*pdfs.TABLE[:1], ("Indeks §Kepuasan¤ ¥ Masyarakat¦", *pdfs.TABLE[1][1:]), pdfs.TABLE[2]]
    injected = [*pdfs.TABLE, (SCRIPT, FORMULA, "10", "5", "50,00")]
    return {
        "sound.pdf": pdfs.sound(),
        "empty.pdf": b"",
        "page-of-html.pdf": b"<html>404</html>",
        "truncated.pdf": pdfs.truncated(),
        "noise.pdf": pdfs.noise(),
        "locked.pdf": pdfs.locked("rahasia"),
        "protected.pdf": pdfs.locked(""),
        "no-pages.pdf": pdfs.without_pages(),
        "many-pages.pdf": pdfs.of_many_pages(),
        "ten-metres.pdf": pdfs.of_ten_metres(),
        "million-paths.pdf": pdfs.of_a_million_paths(),
        "bomb.pdf": pdfs.bomb(),
        "bomb-among-pages.pdf": pdfs.bomb([pdfs.drawn()], [pdfs.said(50, 700, f"Halaman {n}") for n in range(3, 13)]),
        "recursive-pages.pdf": pdfs.recursive_pages(),
        "recursive-forms.pdf": pdfs.recursive_forms(),
        "recursive-length.pdf": pdfs.recursive_lengths(),
        "without-meaning.pdf": pdfs.without_meaning(),
        "turned.pdf": pdfs.misleading(MEANINGS, turned),
        "injected.pdf": pdfs.saying(injected, f"Tabel 3.1 {SCRIPT}"),
        "Nama Sama.pdf": pdfs.sound(),
        "nama-sama.pdf": pdfs.sound(),
        **{name: pdfs.sound() for name in ODD_NAMES},
    }


class Run:
    """A folder of PDFs that all stages went through, and what was said on the way."""

    def __init__(self, root):
        self.root = root
        self.folders = {name: root / "run" / name for name in ("raw", "processed", "reports", "marks")}
        self.said = {}

    def call(self, command, *more):
        """Run a command of the program in a folder of its own."""
        options = [f"--{name}={folder}" for name, folder in self.folders.items()]
        source = str(Path(__file__).resolve().parents[2] / "src")
        self.said[command] = subprocess.run(
            [sys.executable, "-m", "lkjip", command, *options, *more],
            cwd=self.root / "elsewhere",
            env={**os.environ, "PYTHONPATH": source, "PATH": ""},  # without Tesseract: what it does is tested apart
            capture_output=True,
            text=True,
            check=False,
        )

    def status(self, document):
        """Return the row of documents.csv for a document."""
        [row] = [row for row in self.rows("documents.csv") if row["document"] == document]
        return row

    def rows(self, name, document=""):
        """Return the rows of a CSV file of a document, or of all."""
        with (self.folders["processed"] / document / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """All stages over all hostile files."""
    made = Run(tmp_path_factory.mktemp("hostile"))
    made.folders["raw"].mkdir(parents=True)
    (made.root / "elsewhere").mkdir()
    for name, content in files().items():
        (made.folders["raw"] / name).write_bytes(content)
    made.before = {path: path.read_bytes() for path in made.folders["raw"].iterdir()}
    made.call("read", "--seconds=100")
    made.call("audit")
    made.call("report", "--document=injected")
    made.call("report", "--document=bomb-among-pages")
    made.call("summary")
    return made
