"""Pages drawn with matplotlib and its font, as pictures and as PDFs with text: text and rules at known places, in points."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from lkjip.ocr.picture import Grey

WIDTH, HEIGHT = 595.0, 420.0
FONT = {"family": "DejaVu Serif", "size": 11}
CAPTION = "Tabel 3.1 Realisasi Anggaran Tahun 2022"
ROWS = [["No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ["1", "Belanja Pegawai", "1.749.956.741", "1.555.446.741", "88,88"],
        ["2", "Belanja Modal", "31.500.000", "9.987.650", "31,71"],
        ["3", "Pemeliharaan Gedung", "48.519.930", "43.162.121", "88,96"],
        ["4", "Perjalanan Dinas", "7", "-", "0"]]  # fmt: skip
XS = [60.0, 90.0, 240.0, 350.0, 460.0, 520.0]
YS = [120.0, 146.0, 172.0, 198.0, 224.0, 250.0]


def page(dpi: int, lines: Sequence[str] = (CAPTION,)) -> Grey:
    """Return a page with lines of text and a ruled table of ROWS."""
    canvas = FigureCanvasAgg(figure(lines))
    canvas.figure.set_dpi(dpi)
    canvas.draw()
    rgb = np.asarray(canvas.buffer_rgba())[:, :, :3]
    return np.ascontiguousarray(rgb.min(axis=2), np.uint8)


def write_text(target: Path, has_meaning: bool = True) -> None:
    """Write the page as a PDF with text; without meaning, it does not say which letters its glyphs are."""
    with matplotlib.rc_context({"pdf.fonttype": 42, "pdf.compression": 0}):
        FigureCanvasPdf(figure((CAPTION,))).print_pdf(target)
    if not has_meaning:
        target.write_bytes(target.read_bytes().replace(b"/ToUnicode", b"/NoUnicode"))


def figure(lines: Sequence[str]) -> Figure:
    """Return the drawing of a page."""
    made = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    for number, line in enumerate(lines):
        write(made, 60, 70 + 20 * number, line)
    for y in YS:
        rule(made, (XS[0], XS[-1]), (y, y))
    for x in XS:
        rule(made, (x, x), (YS[0], YS[-1]))
    for row, top in zip(ROWS, YS, strict=False):
        for text, left in zip(row, XS, strict=False):
            write(made, left + 4, top + 17, text)
    return made


def write(made: Figure, x: float, y: float, text: str) -> None:
    """Write a text that begins at a point."""
    made.text(x / WIDTH, 1 - y / HEIGHT, text, parse_math=False, **FONT)


def rule(made: Figure, xs: tuple[float, float], ys: tuple[float, float]) -> None:
    """Draw a straight line."""
    made.add_artist(Line2D([x / WIDTH for x in xs], [1 - y / HEIGHT for y in ys], lw=0.8, color="k"))
