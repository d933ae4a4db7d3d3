"""Chapters I and II of a generated report: who the kecamatan is, and what it promised."""

from collections.abc import Iterator

from benchmarks.generate.kecamatan import Indicator
from benchmarks.generate.model import Block, Cell, Heading, Paragraph, Row, Table
from benchmarks.generate.performance import AHEAD
from benchmarks.generate.printer import EMPTY, Printer, head, plain
from benchmarks.generate.surroundings import RANKS
from benchmarks.generate.tables import Tables, heads, numbered

from lkjip import measures


def introduction(tables: Tables) -> Iterator[Block]:
    """Yield chapter I."""
    printer = tables.printer
    kecamatan, key = printer.kecamatan, printer.key
    yield Heading(1, "BAB I PENDAHULUAN")
    yield Heading(2, "A. Gambaran Umum Organisasi")
    place = f"Kecamatan {kecamatan.name} merupakan salah satu kecamatan di Kabupaten {kecamatan.kabupaten}, Provinsi"
    villages, people = key(measures.JUMLAH, "desa"), key(measures.JUMLAH, "penduduk/LP")
    yield Paragraph(
        (f"{place} {kecamatan.provinsi}, yang terdiri atas ", *printer.spelled(villages), " desa dengan jumlah "
         "penduduk sebanyak ", printer.count(people), " jiwa.")
    )  # fmt: skip
    yield inhabitants(tables)
    yield Heading(2, "B. Sumber Daya Aparatur")
    staff = key(measures.JUMLAH, "pegawai")
    yield Paragraph(
        (f"Jumlah pegawai Kecamatan {kecamatan.name} Tahun {kecamatan.year} sebanyak ", *printer.spelled(staff),
         " orang dengan rincian sebagaimana tabel berikut.")
    )  # fmt: skip
    yield ranks(tables)


def inhabitants(tables: Tables) -> Table:
    """Return the inhabitants by village and sex."""
    printer = tables.printer
    kecamatan = printer.kecamatan

    def counts(subject: str, bold: bool = False) -> Row:
        keys = (printer.key(measures.JUMLAH, f"{subject}/{sex}") for sex in ("L", "P", "LP"))
        return tuple(Cell((printer.count(key),), align="right", bold=bold) for key in keys)

    rows = [(numbered(at), plain(f"Desa {name}"), *counts(name)) for at, name in enumerate(kecamatan.villages, 1)]
    closing = (tables.total_label(2), *counts("penduduk", bold=True))
    header = (heads("No", "Desa", "Laki-laki (jiwa)", "Perempuan (jiwa)", "Jumlah (jiwa)"),)
    title = f"Jumlah Penduduk Kecamatan {kecamatan.name} Tahun {kecamatan.year}"
    return tables.made(1, title, ("10mm", "1fr", "28mm", "28mm", "28mm"), (header, tables.closed(rows, closing)))


def ranks(tables: Tables) -> Table:
    """Return the people of the office by rank."""
    printer = tables.printer

    def count(subject: str, bold: bool = False) -> Cell:
        return Cell((printer.count(printer.key(measures.JUMLAH, subject)),), align="center", bold=bold)

    rows = [(numbered(at), plain(rank), count(rank)) for at, rank in enumerate(RANKS, 1)]
    closing = (tables.total_label(2), count("pegawai", bold=True))
    header = (heads("No", "Golongan", "Jumlah (orang)"),)
    title = f"Jumlah Pegawai Menurut Golongan Tahun {printer.kecamatan.year}"
    return tables.made(1, title, ("10mm", "1fr", "35mm"), (header, tables.closed(rows, closing)))


def plans(tables: Tables) -> Iterator[Block]:
    """Yield chapter II."""
    printer = tables.printer
    kecamatan, key = printer.kecamatan, printer.key
    yield Heading(1, "BAB II PERENCANAAN KINERJA")
    yield Heading(2, "A. Rencana Strategis dan Indikator Kinerja Utama")
    sasaran, indikator = key(measures.JUMLAH, "sasaran"), key(measures.JUMLAH, "indikator")
    yield Paragraph(
        (f"Kecamatan {kecamatan.name} menetapkan ", *printer.spelled(sasaran), " sasaran strategis dengan ",
         *printer.spelled(indikator), " indikator kinerja utama, dengan target setiap tahun sebagai berikut.")
    )  # fmt: skip
    yield strategy(tables)
    yield Heading(2, f"B. Perjanjian Kinerja Tahun {kecamatan.year}")
    yield Paragraph((f"Perjanjian kinerja Tahun {kecamatan.year} memuat sasaran, indikator, dan target berikut.",))
    yield agreement(tables)
    yield Paragraph(
        ("Untuk mencapai sasaran tersebut disediakan anggaran sebesar ",
         *printer.amount_words(key(measures.ANGGARAN, "total")),
         " dengan rincian per program sebagai berikut.")
    )  # fmt: skip
    yield agreed_budget(tables)


def strategy(tables: Tables) -> Table:
    """Return the targets of the Renstra by year."""
    printer = tables.printer
    year = printer.kecamatan.year
    years = [str(at) for at in range(year, year + AHEAD + 1)]

    def targets(indicator: Indicator) -> Row:
        keys = (printer.key(measures.TARGET, indicator.subject, at) for at in years)
        return tuple(printer.measured_cell(key, indicator) for key in keys)

    header = (
        (head("No", rows=2), head("Sasaran", rows=2), head("Indikator Kinerja", rows=2), head("Satuan", rows=2),
         head("Target", len(years))),
        heads(*years),
    )  # fmt: skip
    rows = [(*start, *targets(indicator)) for start, indicator in by_sasaran(printer)]
    title = f"Target Indikator Kinerja Utama Renstra Tahun {years[0]}-{years[-1]}"
    return tables.made(2, title, ("10mm", "1fr", "1fr", "18mm", "17mm", "17mm", "17mm"), (header, rows))


def agreement(tables: Tables) -> Table:
    """Return the targets of the Perjanjian Kinerja."""
    printer = tables.printer
    rows = [
        (*start, printer.measured_cell(printer.key(measures.TARGET, indicator.subject), indicator))
        for start, indicator in by_sasaran(printer)
    ]
    header = (heads("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),)
    title = f"Perjanjian Kinerja Kecamatan {printer.kecamatan.name} Tahun {printer.kecamatan.year}"
    return tables.made(2, title, ("10mm", "1fr", "1fr", "20mm", "20mm"), (header, rows))


def by_sasaran(printer: Printer) -> Iterator[tuple[Row, Indicator]]:
    """Yield the first cells of every indikator's row: number, sasaran (once), indikator, unit."""
    kecamatan = printer.kecamatan
    for at, sasaran in enumerate(kecamatan.sasaran, 1):
        members = [indicator for indicator in kecamatan.indicators if indicator.sasaran == sasaran]
        for place, indicator in enumerate(members):
            name, unit = plain(indicator.name), plain(indicator.unit, "center")
            if place == 0:
                rows = len(members) if kecamatan.style.merges else 1
                first: Row = (Cell((f"{at}.",), 1, rows, "center"), Cell((sasaran,), 1, rows))
            else:
                first = () if kecamatan.style.merges else (EMPTY, EMPTY)
            yield (*first, name, unit), indicator


def agreed_budget(tables: Tables) -> Table:
    """Return the budget by program."""
    printer = tables.printer

    def amount(subject: str, bold: bool = False) -> Cell:
        return printer.amount_cell(printer.key(measures.ANGGARAN, subject), bold)

    rows = [
        (numbered(at), plain(program.name), amount(program.code), plain("APBD", "center"))
        for at, program in enumerate(printer.kecamatan.programs, 1)
    ]
    closing = (tables.total_label(2), amount("total", bold=True), EMPTY)
    header = (heads("No", "Program", "Anggaran (Rp)", "Keterangan"),)
    title = f"Anggaran Program Tahun {printer.kecamatan.year}"
    return tables.made(2, title, ("10mm", "1fr", "38mm", "25mm"), (header, tables.closed(rows, closing)))
