"""Pages drawn with OpenCV and matplotlib's font: text and rules at known places, in points."""

from collections.abc import Sequence

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from lkjip.ocr.picture import Grey

WIDTH, HEIGHT = 595.0, 420.0
FONT = {"family": "DejaVu Serif", "size": 11}
ROWS = [["No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ["1", "Belanja Pegawai", "1.749.956.741", "1.555.446.741", "88,88"],
        ["2", "Belanja Modal", "31.500.000", "9.987.650", "31,71"],
        ["3", "Pemeliharaan Gedung", "48.519.930", "43.162.121", "88,96"],
        ["4", "Perjalanan Dinas", "7", "-", "0"]]  # fmt: skip
XS = [60.0, 90.0, 240.0, 350.0, 460.0, 520.0]
YS = [120.0, 146.0, 172.0, 198.0, 224.0, 250.0]


def page(dpi: int, lines: Sequence[str] = ("Tabel 3.1 Realisasi Anggaran Tahun 2022",)) -> Grey:
    """Return a page with lines of text and a ruled table of ROWS."""
    matplotlib.rcParams["text.parse_math"] = False
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=dpi)
    canvas = FigureCanvasAgg(figure)
    for number, line in enumerate(lines):
        figure.text(60 / WIDTH, 1 - (70 + 20 * number) / HEIGHT, line, **FONT)
    for y in YS:
        figure.add_artist(
            matplotlib.lines.Line2D([XS[0] / WIDTH, XS[-1] / WIDTH], [1 - y / HEIGHT] * 2, lw=0.8, color="k")
        )
    for x in XS:
        figure.add_artist(
            matplotlib.lines.Line2D([x / WIDTH] * 2, [1 - YS[0] / HEIGHT, 1 - YS[-1] / HEIGHT], lw=0.8, color="k")
        )
    for row, top in zip(ROWS, YS, strict=False):
        for text, left in zip(row, XS, strict=False):
            figure.text((left + 4) / WIDTH, 1 - (top + 17) / HEIGHT, text, **FONT)
    canvas.draw()
    rgb = np.asarray(canvas.buffer_rgba())[:, :, :3]
    return np.ascontiguousarray(rgb.min(axis=2), np.uint8)
