"""What surrounds the chapters of a generated report: foreword, summary and conclusion."""

from collections.abc import Iterator

from benchmarks.generate.budget import TOTAL
from benchmarks.generate.model import Block, Heading, Paragraph
from benchmarks.generate.performance import MEAN
from benchmarks.generate.printer import Printer
from benchmarks.generate.spending import told

from lkjip import measures


def foreword(printer: Printer) -> Iterator[Block]:
    """Yield the foreword, signed."""
    kecamatan = printer.kecamatan
    yield Heading(1, "KATA PENGANTAR")
    yield Paragraph(
        (f"Laporan Kinerja Instansi Pemerintah (LKjIP) Kecamatan {kecamatan.name} Kabupaten {kecamatan.kabupaten} "
         f"Tahun {kecamatan.year} disusun sebagai wujud pertanggungjawaban atas pelaksanaan tugas dan fungsi.",)
    )  # fmt: skip
    yield Paragraph((f"{kecamatan.name}, 20 Januari {kecamatan.year + 1}",))
    yield Paragraph((f"Camat {kecamatan.name},",))
    yield Paragraph((kecamatan.camat,))
    yield Paragraph((f"NIP. {kecamatan.nip}",))


def summary(printer: Printer) -> Iterator[Block]:
    """Yield the executive summary: how many, how much, how well."""
    kecamatan, key = printer.kecamatan, printer.key
    yield Heading(1, "RINGKASAN EKSEKUTIF")
    yield Paragraph(
        (f"Kecamatan {kecamatan.name} Tahun {kecamatan.year} menetapkan ",
         *printer.spelled(key(measures.JUMLAH, "sasaran")), " sasaran strategis yang diukur dengan ",
         *printer.spelled(key(measures.JUMLAH, "indikator")), " indikator kinerja utama. Rata-rata capaian kinerja "
         "mencapai ", *printer.percent_words(key(measures.CAPAIAN, MEAN)), " atau mendapat kategori ",
         printer.category(key(measures.KATEGORI, MEAN)), ".")
    )  # fmt: skip
    yield Paragraph(
        ("Untuk menyelenggarakan ", *printer.spelled(key(measures.JUMLAH, "program")), " program, ",
         *printer.spelled(key(measures.JUMLAH, "kegiatan")), " kegiatan, dan ",
         *printer.spelled(key(measures.JUMLAH, "sub_kegiatan")), " sub kegiatan, tersedia anggaran "
         f"Tahun {kecamatan.year} sebesar ", *told(printer, TOTAL), ".")
    )  # fmt: skip


def conclusion(printer: Printer) -> Iterator[Block]:
    """Yield the last chapter."""
    kecamatan, key = printer.kecamatan, printer.key
    yield Heading(1, "BAB IV PENUTUP")
    yield Heading(2, "A. Kesimpulan")
    yield Paragraph(
        (f"Rata-rata capaian kinerja Kecamatan {kecamatan.name} Tahun {kecamatan.year} sebesar ",
         *printer.percent_words(key(measures.CAPAIAN, MEAN)), " masuk dalam kategori ",
         printer.category(key(measures.KATEGORI, MEAN)), ".")
    )  # fmt: skip
    yield Paragraph(
        (f"Anggaran Kecamatan {kecamatan.name} Tahun {kecamatan.year} sebesar ", *told(printer, TOTAL),
         ", sehingga sisa anggaran sebesar ", *printer.amount_words(key(measures.SISA_ANGGARAN, TOTAL)), ".")
    )  # fmt: skip
    yield Heading(2, "B. Saran")
    yield Paragraph(("Koordinasi dan kualitas pelayanan kepada masyarakat perlu terus ditingkatkan.",))
