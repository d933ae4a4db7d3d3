"""What others say of a generated kecamatan: the satisfaction survey and the SAKIP evaluation."""

from collections.abc import Iterator

from benchmarks.generate import names
from benchmarks.generate.model import Block, Cell, Figure, Heading, Paragraph, Table
from benchmarks.generate.printer import EMPTY, Printer, plain
from benchmarks.generate.surroundings import components
from benchmarks.generate.tables import Tables, heads, numbered

from lkjip import measures


def evaluations(tables: Tables) -> Iterator[Block]:
    """Yield the sections on survey and evaluation."""
    printer = tables.printer
    key, year = printer.key, printer.kecamatan.year
    yield Heading(2, "B. Survei Kepuasan Masyarakat")
    yield survey(tables)
    skm = key(measures.NILAI_SKM, "ikm")
    yield Paragraph(
        (f"Nilai Survei Kepuasan Masyarakat Tahun {year} sebesar ", printer.fixed(skm, 2), " dengan mutu pelayanan ",
         printer.category(key(measures.KATEGORI, "ikm/mutu")), " dan kinerja unit pelayanan ",
         printer.category(key(measures.KATEGORI, "ikm/kinerja")), ".")
    )  # fmt: skip
    yield Heading(2, "C. Hasil Evaluasi Akuntabilitas Kinerja")
    yield evaluation(tables)
    yield Paragraph(
        (f"Hasil evaluasi atas akuntabilitas kinerja Tahun {year} memperoleh nilai ",
         printer.fixed(key(measures.NILAI_SAKIP, "sakip"), 2), " dengan predikat ",
         printer.category(key(measures.KATEGORI, "sakip")), ".")
    )  # fmt: skip


def survey(tables: Tables) -> Table:
    """Return the nine unsur, their weighted sum, and the value of the unit."""
    printer = tables.printer
    rows = []
    for at, name in enumerate(names.UNSUR, 1):
        value = printer.fixed(printer.key(measures.NILAI_UNSUR, f"U{at}"), 2)
        weighted = printer.fixed(printer.key(measures.NILAI_UNSUR, f"U{at}/weighted"), 3)
        rows.append((plain(f"U{at}", "center"), plain(name), *centred(value, weighted)))
    whole = printer.fixed(printer.key(measures.NILAI_UNSUR, "weighted"), 3)
    skm = printer.fixed(printer.key(measures.NILAI_SKM, "ikm"), 2)
    rows.append((Cell(("Jumlah Nilai Rata-rata Tertimbang",), 2, bold=True), EMPTY, *centred(whole)))
    rows.append((Cell(("Nilai SKM Unit Pelayanan (Jumlah x 25)",), 2, bold=True), EMPTY, *centred(skm)))
    header = (heads("Kode", "Unsur Pelayanan", "Nilai Rata-rata", "Nilai Tertimbang"),)
    title = f"Nilai Unsur Survei Kepuasan Masyarakat Tahun {printer.kecamatan.year}"
    return tables.made(3, title, ("14mm", "1fr", "28mm", "28mm"), (header, rows))


def centred(*figures: Figure) -> tuple[Cell, ...]:
    """Return a centred cell for every figure."""
    return tuple(Cell((figure,), align="center") for figure in figures)


def evaluation(tables: Tables) -> Table:
    """Return the components of the evaluation with weight and value."""
    printer = tables.printer
    rows = [
        (numbered(at), plain(name), *component(printer, name))
        for at, (name, _) in enumerate(components(printer.kecamatan.year), 1)
    ]
    closing = (tables.total_label(2), *component(printer, "sakip"))
    header = (heads("No", "Komponen", "Bobot", "Nilai"),)
    title = f"Hasil Evaluasi SAKIP Tahun {printer.kecamatan.year}"
    return tables.made(3, title, ("10mm", "1fr", "25mm", "25mm"), (header, [*rows, closing]))


def component(printer: Printer, subject: str) -> tuple[Cell, ...]:
    """Return the cells of weight and value."""
    weight, value = printer.key(measures.BOBOT, subject), printer.key(measures.NILAI_SAKIP, subject)
    return centred(printer.fixed(weight, 0), printer.fixed(value, 2))
