"""Chapter III A of a generated report: what was achieved, compared with plans, earlier years and money."""

from collections.abc import Iterator

from benchmarks.generate.kecamatan import Indicator
from benchmarks.generate.model import Block, Cell, Heading, Paragraph, Row, Table
from benchmarks.generate.performance import AHEAD, MEAN
from benchmarks.generate.planning import by_sasaran
from benchmarks.generate.printer import EMPTY, head, plain
from benchmarks.generate.tables import Tables, heads, numbered

from lkjip import measures

HIGHER = "Capaian = Realisasi / Target x 100%"
LOWER = {
    "negative": "Capaian = (Target - (Realisasi - Target)) / Target x 100%",
    "inverse": "Capaian = Target / Realisasi x 100%",
}


def achievements(tables: Tables) -> Iterator[Block]:
    """Yield the part of chapter III on performance."""
    yield Heading(1, "BAB III AKUNTABILITAS KINERJA")
    yield Heading(2, "A. Capaian Kinerja Organisasi")
    yield from method(tables)
    for title, section in SECTIONS:
        yield Heading(3, title.format(tables.printer.kecamatan.year))
        yield from section(tables)


def method(tables: Tables) -> Iterator[Block]:
    """Yield the formulas and the scale."""
    style = tables.printer.kecamatan.style
    yield Paragraph(("Apabila semakin tinggi realisasi menunjukkan kinerja yang semakin baik, digunakan rumus:",))
    yield Paragraph((HIGHER,), "formula")
    yield Paragraph(("Apabila semakin tinggi realisasi menunjukkan kinerja yang semakin rendah, digunakan rumus:",))
    yield Paragraph((LOWER[style.lower_formula],), "formula")
    if style.capped:
        yield Paragraph(("Capaian yang melebihi 100% dihitung sebesar 100%.",))
    yield Paragraph(("Hasil pengukuran kinerja dikelompokkan menurut skala nilai berikut.",))
    yield scale(tables)


def scale(tables: Tables) -> Table:
    """Return the scale of capaian; its numbers are no figures: they are what categories are held against."""
    style = tables.printer.kecamatan.style
    marks = str.maketrans(",", style.decimal_mark)
    rows = [
        (numbered(at), plain(band.printed.translate(marks), "center"), plain(band.name, "center"))
        for at, band in enumerate(tables.printer.kecamatan.scale, 1)
    ]
    header = (heads("No", "Interval Nilai Capaian Kinerja (%)", "Kategori"),)
    return tables.made(3, "Skala Nilai Capaian Kinerja", ("10mm", "1fr", "1fr"), (header, rows))


def targets_and_results(tables: Tables) -> Iterator[Block]:
    """Yield target, realisasi, capaian and category of this year."""
    yield measured(tables)
    printer = tables.printer
    for indicator in printer.kecamatan.indicators:
        yield sentence(tables, indicator)
    mean = printer.key(measures.CAPAIAN, MEAN)
    yield Paragraph(
        (f"Rata-rata capaian kinerja Kecamatan {printer.kecamatan.name} Tahun {printer.kecamatan.year} sebesar ",
         *printer.percent_words(mean), " dengan kategori ", printer.category(printer.key(measures.KATEGORI, MEAN)), ".")
    )  # fmt: skip


def measured(tables: Tables) -> Table:
    """Return the table of this year's capaian, closed by its mean."""
    printer = tables.printer
    year = printer.kecamatan.year
    rows = [(*start, *outcome(tables, indicator)) for start, indicator in by_sasaran(printer)]
    closing = (
        Cell(("Rata-rata Capaian",), 6, align="center", bold=True),
        printer.percent_cell(printer.key(measures.CAPAIAN, MEAN), bold=True),
        printer.category_cell(printer.key(measures.KATEGORI, MEAN)),
    )
    header = (heads("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"),)
    widths = ("10mm", "1fr", "1fr", "16mm", "16mm", "17mm", "18mm", "20mm")
    return tables.made(3, f"Target, Realisasi, dan Capaian Kinerja Tahun {year}", widths, (header, [*rows, closing]))


def outcome(tables: Tables, indicator: Indicator, period: str = "") -> Row:
    """Return the cells of target, realisasi, capaian and category."""
    printer = tables.printer
    return (
        printer.measured_cell(printer.key(measures.TARGET, indicator.subject, period), indicator),
        printer.measured_cell(printer.key(measures.REALISASI, indicator.subject, period), indicator),
        printer.percent_cell(printer.key(measures.CAPAIAN, indicator.subject, period)),
        printer.category_cell(printer.key(measures.KATEGORI, indicator.subject, period)),
    )


def sentence(tables: Tables, indicator: Indicator) -> Paragraph:
    """Return what a report says about one indikator."""
    printer = tables.printer
    key = printer.key
    target = printer.measured_words(key(measures.TARGET, indicator.subject), indicator)
    real = printer.measured_words(key(measures.REALISASI, indicator.subject), indicator)
    if printer.kecamatan.style.compares:
        start = (f"Indikator kinerja {indicator.name} realisasi kinerjanya sebesar ", *real, " bila dibandingkan "
                 "dengan target ", *target, " maka capaian kinerja untuk indikator tersebut sebesar ")  # fmt: skip
    else:
        start = (f"Indikator {indicator.name} dengan target ", *target, " dan realisasi ", *real, " memperoleh capaian "
                 "kinerja sebesar ")  # fmt: skip
    reached = printer.percent_words(key(measures.CAPAIAN, indicator.subject))
    category = printer.category(key(measures.KATEGORI, indicator.subject))
    return Paragraph((*start, *reached, " dengan kategori ", category, "."))


def last_year(tables: Tables) -> Iterator[Block]:
    """Yield realisasi and capaian of two years, and how the realisasi changed."""
    printer = tables.printer
    year = printer.kecamatan.year
    yield compared(tables, (str(year - 1), str(year)))
    for indicator in printer.kecamatan.indicators:
        now = printer.key(measures.REALISASI, indicator.subject)
        before, change = printer.truth.last_years(now), printer.key(measures.SELISIH, indicator.subject)
        if printer.truth.numbers[change] > 0:
            yield Paragraph(
                (f"Realisasi {indicator.name} Tahun {year} sebesar ", *printer.measured_words(now, indicator),
                 f", meningkat dibandingkan dengan Tahun {year - 1} sebesar ",
                 *printer.measured_words(before, indicator), ".")
            )  # fmt: skip


def compared(tables: Tables, years: tuple[str, str]) -> Table:
    """Return the table of realisasi and capaian in two years."""
    printer = tables.printer
    form = printer.kecamatan.style.year_heading

    def cells(indicator: Indicator) -> Row:
        found: list[Cell] = []
        for year in years:
            found.append(printer.measured_cell(printer.key(measures.REALISASI, indicator.subject, year), indicator))
            found.append(printer.percent_cell(printer.key(measures.CAPAIAN, indicator.subject, year)))
        change = printer.measured_cell(printer.key(measures.SELISIH, indicator.subject), indicator)
        return (*found, change)

    header = (
        (head("No", rows=2), head("Indikator Kinerja", rows=2), head("Satuan", rows=2),
         *(head(form.format(year), 2) for year in years), head("Kenaikan/ Penurunan Realisasi", rows=2)),
        heads(*(("Realisasi", "Capaian (%)") * 2)),
    )  # fmt: skip
    rows = [
        (numbered(at), plain(indicator.name), plain(indicator.unit, "center"), *cells(indicator))
        for at, indicator in enumerate(printer.kecamatan.indicators, 1)
    ]
    widths = ("10mm", "1fr", "16mm", "17mm", "17mm", "17mm", "17mm", "20mm")
    title = f"Perbandingan Realisasi dan Capaian Kinerja Tahun {years[0]} dan Tahun {years[1]}"
    return tables.made(3, title, widths, (header, rows))


def end_of_plan(tables: Tables) -> Iterator[Block]:
    """Yield the realisasi against the last target of the Renstra."""
    printer = tables.printer
    year, end = printer.kecamatan.year, str(printer.kecamatan.year + AHEAD)
    rows = []
    for at, indicator in enumerate(printer.kecamatan.indicators, 1):
        progress = printer.key(measures.CAPAIAN, indicator.subject, f"{year}/{end}")
        rows.append(
            (numbered(at), plain(indicator.name), plain(indicator.unit, "center"),
             printer.measured_cell(printer.key(measures.REALISASI, indicator.subject), indicator),
             printer.measured_cell(printer.key(measures.TARGET, indicator.subject, end), indicator),
             printer.percent_cell(progress))
        )  # fmt: skip
    header = (
        heads("No", "Indikator Kinerja", "Satuan", f"Realisasi Tahun {year}", f"Target Akhir Renstra Tahun {end}",
              "Tingkat Kemajuan (%)"),
    )  # fmt: skip
    widths = ("10mm", "1fr", "18mm", "24mm", "26mm", "24mm")
    yield tables.made(3, f"Realisasi Kinerja Tahun {year} terhadap Target Akhir Renstra", widths, (header, rows))


def national(tables: Tables) -> Iterator[Block]:
    """Yield that there is no national standard, as many reports do."""
    yield Paragraph(("Belum terdapat standar nasional untuk indikator kinerja kecamatan sehingga tidak dibandingkan.",))


def causes(tables: Tables) -> Iterator[Block]:
    """Yield causes and solutions in words."""
    yield Paragraph(("Keberhasilan pencapaian kinerja didukung oleh koordinasi lintas sektor dan komitmen aparatur.",))
    yield Paragraph(
        ("Kendala yang dihadapi adalah keterbatasan sarana; solusinya adalah pemeliharaan secara berkala.",)
    )


def efficiency(tables: Tables) -> Iterator[Block]:
    """Yield capaian against the spending of the program that serves it."""
    printer = tables.printer
    of_capaian = printer.kecamatan.style.efficiency == "capaian"
    rule = "capaian kinerja dikurangi persentase penyerapan anggaran" if of_capaian else "100% dikurangi penyerapan"
    yield Paragraph((f"Tingkat efisiensi dihitung dari {rule}.",))
    rows = []
    for at, indicator in enumerate(printer.kecamatan.indicators, 1):
        keys = (
            printer.key(measures.CAPAIAN, indicator.subject),
            printer.key(measures.PERSEN_SERAPAN, indicator.program),
            printer.key(measures.EFISIENSI, indicator.subject),
        )
        rows.append((numbered(at), plain(indicator.name), *(printer.percent_cell(key) for key in keys)))
    header = (
        heads("No", "Indikator Kinerja", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"),
    )
    widths = ("10mm", "1fr", "26mm", "28mm", "26mm")
    yield tables.made(3, "Analisis Efisiensi Penggunaan Sumber Daya", widths, (header, rows))


def programs(tables: Tables) -> Iterator[Block]:
    """Yield the indikator beside the programs that serve them, with performance and money."""
    printer = tables.printer
    rows, served = [], set()
    for at, indicator in enumerate(printer.kecamatan.indicators, 1):
        target, real, reached, _ = outcome(tables, indicator)
        first = indicator.program not in served
        served.add(indicator.program)
        rows.append(
            (numbered(at), plain(indicator.name), target, real, reached, *money(tables, indicator.program, first))
        )
    header = (
        (head("No", rows=2), head("Indikator Kinerja", rows=2), head("Kinerja", 3), head("Program", rows=2),
         head("Anggaran", 3)),
        heads("Target", "Realisasi", "Capaian (%)", "Pagu (Rp)", "Realisasi (Rp)", "%"),
    )  # fmt: skip
    widths = ("9mm", "1fr", "13mm", "14mm", "15mm", "1fr", "25mm", "25mm", "14mm")
    yield tables.made(3, "Program Penunjang Pencapaian Kinerja", widths, (header, rows))


def money(tables: Tables, program: str, first: bool) -> Row:
    """Return the cells of a program, empty where a row above has shown it."""
    printer = tables.printer
    if not first:
        return (EMPTY,) * 4
    name = next(line.name for line in printer.kecamatan.programs if line.code == program)
    return (
        plain(name),
        printer.amount_cell(printer.key(measures.ANGGARAN, program)),
        printer.amount_cell(printer.key(measures.REALISASI_ANGGARAN, program)),
        printer.percent_cell(printer.key(measures.PERSEN_SERAPAN, program)),
    )


SECTIONS = (
    ("1. Perbandingan Target dan Realisasi Kinerja Tahun {}", targets_and_results),
    ("2. Perbandingan Realisasi dan Capaian Kinerja dengan Tahun Sebelumnya", last_year),
    ("3. Perbandingan Realisasi Kinerja dengan Target Jangka Menengah", end_of_plan),
    ("4. Perbandingan Realisasi Kinerja dengan Standar Nasional", national),
    ("5. Analisis Penyebab Keberhasilan dan Kegagalan", causes),
    ("6. Analisis Efisiensi Penggunaan Sumber Daya", efficiency),
    ("7. Analisis Program yang Menunjang Keberhasilan", programs),
)
