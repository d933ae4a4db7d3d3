"""Scales that turn a number into a category: those that real reports print for capaian, and the national ones."""

from decimal import Decimal

from benchmarks.generate.relations import FAR, Band

TOP = FAR
LEAST = Decimal("0.0001")  # how far an open end of a band stays from its limit


def band(name: str, printed: str, low: str, high: str = "") -> Band:
    """Return a band; an end that is written with a "<" or ">" is open."""
    bottom = Decimal(low.lstrip(">")) + (LEAST if low.startswith(">") else 0)
    top = Decimal(high.lstrip("<")) - (LEAST if high.startswith("<") else 0) if high else TOP
    return Band(name, printed, bottom, top)


CAPAIAN = (
    (
        band("Berhasil", "≥ 100%", "100"),
        band("Cukup Berhasil", "70% ≤ x < 100%", "70", "<100"),
        band("Kurang Berhasil", "40% ≤ x < 70%", "40", "<70"),
        band("Tidak Berhasil", "< 40%", "0", "<40"),
    ),
    (
        band("Sangat Baik", "> 100", ">100"),
        band("Baik", "80 - 100", "80", "100"),
        band("Cukup", "55 - < 80", "55", "<80"),
        band("Kurang", "< 55", "0", "<55"),
    ),
    (
        band("Sangat Tinggi", "≥ 91", "91"),
        band("Tinggi", "76 - 90", "76", "90"),
        band("Sedang", "66 - 75", "66", "75"),
        band("Rendah", "51 - 65", "51", "65"),
        band("Sangat Rendah", "≤ 50", "0", "50"),
    ),
    (
        band("Sangat Berhasil", "90 ke atas", "90"),
        band("Berhasil", "75 - 89,99", "75", "<90"),
        band("Cukup Berhasil", "65 - 74,99", "65", "<75"),
        band("Kurang Berhasil", "50 - 64,99", "50", "<65"),
        band("Tidak Berhasil", "0 - 49,99", "0", "<50"),
    ),
    (
        band("Sangat Baik", "≥ 85%", "85"),
        band("Baik", "70% - < 85%", "70", "<85"),
        band("Cukup", "55% - < 70%", "55", "<70"),
        band("Kurang", "< 55%", "0", "<55"),
    ),
)
SAKIP = (  # PermenPAN-RB 12/2015 and 88/2021
    band("AA", "> 90 - 100", ">90", "100"),
    band("A", "> 80 - 90", ">80", "90"),
    band("BB", "> 70 - 80", ">70", "80"),
    band("B", "> 60 - 70", ">60", "70"),
    band("CC", "> 50 - 60", ">50", "60"),
    band("C", "> 30 - 50", ">30", "50"),
    band("D", "0 - 30", "0", "30"),
)
MUTU = (  # PermenPAN-RB 14/2017
    band("A", "88,31 - 100,00", "88.31", "100"),
    band("B", "76,61 - 88,30", "76.61", "88.30"),
    band("C", "65,00 - 76,60", "65", "76.60"),
    band("D", "25,00 - 64,99", "25", "64.99"),
)
KINERJA = (
    band("Sangat Baik", "88,31 - 100,00", "88.31", "100"),
    band("Baik", "76,61 - 88,30", "76.61", "88.30"),
    band("Kurang Baik", "65,00 - 76,60", "65", "76.60"),
    band("Tidak Baik", "25,00 - 64,99", "25", "64.99"),
)


def named(bands: tuple[Band, ...], value: Decimal) -> str:
    """Return the name of the band of a value, or "" where it falls between two."""
    return next((band.name for band in bands if band.low <= value <= band.high), "")
