import subprocess
import sys

import pytest
import typst

SOURCE = """
#set page(width: 595pt, height: 400pt)
#set text(lang: "id")
= LAPORAN KINERJA INSTANSI PEMERINTAH
KECAMATAN UJI COBA #linebreak()
KABUPATEN CONTOH #linebreak()
TAHUN 2023
#pagebreak()
= BAB III AKUNTABILITAS KINERJA
Tabel 3.1 #linebreak() Capaian Kinerja Tahun 2023
#table(columns: 5,
  [Indikator Kinerja], [Satuan], [Target], [Realisasi], [Capaian (%)],
  [Indeks Kepuasan Masyarakat], [Indeks], [80,00], [84,00], [105,00],
  [Jumlah Inovasi], [Inovasi], [4], [3], [57,00],
)
Tabel 3.2 #linebreak() Realisasi Anggaran Tahun 2023
#table(columns: 4,
  [Program], [Anggaran (Rp)], [Realisasi (Rp)], [%],
  [Program Penunjang Urusan Pemerintahan], [1.000.000], [900.000], [90,00],
  [Program Pemberdayaan Masyarakat], [500.000], [400.000], [80,00],
  [Jumlah], [1.500.000], [1.300.000], [86,67],
)
"""


@pytest.fixture(scope="session")
def small_pdf(tmp_path_factory):
    """A report of two pages with one wrong capaian (3 of 4 is 75, not 57)."""
    folder = tmp_path_factory.mktemp("typeset")
    (folder / "small.typ").write_text(SOURCE)
    typst.compile(folder / "small.typ", output=folder / "small.pdf", ignore_system_fonts=True, timestamp=0)
    return (folder / "small.pdf").read_bytes()


@pytest.fixture(scope="session")
def lkjip():
    """Run a command of the program in a process of its own and return it, finished."""

    def call(command, folder, *more):
        folders = [f"--{name}={folder / name}" for name in ("raw", "processed", "reports", "marks")]
        return subprocess.run(
            [sys.executable, "-m", "lkjip", command, *folders, *more], capture_output=True, text=True, check=False
        )

    return call
