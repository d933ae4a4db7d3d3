"""The vocabulary of measures: what a fact says about its subject."""

from typing import Final

TARGET: Final = "target"
REALISASI: Final = "realisasi"
CAPAIAN: Final = "capaian"
ANGGARAN: Final = "anggaran"
ANGGARAN_MURNI: Final = "anggaran_murni"
ANGGARAN_PERUBAHAN: Final = "anggaran_perubahan"
REALISASI_ANGGARAN: Final = "realisasi_anggaran"
PERSEN_SERAPAN: Final = "persen_serapan"
SISA_ANGGARAN: Final = "sisa_anggaran"
PERSEN_SISA: Final = "persen_sisa"
EFISIENSI: Final = "efisiensi"
SELISIH: Final = "selisih"
NILAI_SAKIP: Final = "nilai_sakip"
NILAI_SKM: Final = "nilai_skm"
NILAI_UNSUR: Final = "nilai_unsur"
BOBOT: Final = "bobot"
JUMLAH: Final = "jumlah"
RATA_RATA: Final = "rata_rata"  # the mean capaian of a group of indikator
KATEGORI: Final = "kategori"
BATAS_BAWAH: Final = "batas_bawah"  # of a band of a scale
BATAS_ATAS: Final = "batas_atas"
LAIN: Final = "lain"

BUDGET: Final = (
    ANGGARAN,
    ANGGARAN_MURNI,
    ANGGARAN_PERUBAHAN,
    REALISASI_ANGGARAN,
    PERSEN_SERAPAN,
    SISA_ANGGARAN,
    PERSEN_SISA,
)
PERFORMANCE: Final = (TARGET, REALISASI, CAPAIAN, KATEGORI)
ALL: Final = (
    *PERFORMANCE,
    *BUDGET,
    EFISIENSI,
    SELISIH,
    NILAI_SAKIP,
    NILAI_SKM,
    NILAI_UNSUR,
    BOBOT,
    JUMLAH,
    RATA_RATA,
    BATAS_BAWAH,
    BATAS_ATAS,
    LAIN,
)
