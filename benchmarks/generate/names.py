"""The words of generated reports: invented places, indikator of kecamatan, urusan 7.01 of Permendagri 90/2019."""

from typing import Literal, NamedTuple

KECAMATAN = (
    "Sungai Terang", "Karang Teduh", "Bukit Seruni", "Tanjung Lestari", "Muara Pelita", "Rawa Gemilang",
    "Lembah Cempaka", "Padang Melati", "Teluk Kenari", "Gunung Pertiwi", "Pulau Kemuning", "Telaga Wangi",
)  # fmt: skip
KABUPATEN = ("Harapan Raya", "Nusa Permai", "Tirta Kencana", "Bumi Sentosa", "Cahaya Selatan")
PROVINSI = ("Nusantara Tengah", "Nusantara Timur", "Nusantara Barat")
VILLAGES = (
    "Sumber Rejeki", "Mekar Sari", "Tani Makmur", "Suka Maju", "Karya Bakti", "Sido Mulyo", "Air Jernih", "Batu Putih",
    "Harum Sari", "Jaya Abadi", "Kampung Baru", "Lubuk Dalam",
)  # fmt: skip
KELURAHAN = ("Cendana", "Dahlia", "Kenanga", "Mawar", "Nusa Indah", "Sakura", "Teratai")
PEOPLE = ("Budi Hartono", "Siti Rahmawati", "Agus Salim Nugraha", "Dewi Lestari Putri", "Hendra Wijaya")

Kind = Literal["ikm", "sakip", "share", "percent", "count", "lower"]


class IndicatorName(NamedTuple):
    """An indikator: its name, its unit in words, and what its numbers are like."""

    name: str
    unit: str
    kind: Kind


SASARAN: tuple[tuple[str, tuple[IndicatorName, ...]], ...] = (
    ("Meningkatnya kualitas pelayanan publik kecamatan", (
        IndicatorName("Indeks Kepuasan Masyarakat", "Indeks", "ikm"),
        IndicatorName("Rata-rata waktu penyelesaian layanan administrasi", "Menit", "lower"),
        IndicatorName("Persentase pengaduan masyarakat yang ditindaklanjuti", "%", "percent"),
    )),
    ("Meningkatnya akuntabilitas kinerja kecamatan", (
        IndicatorName("Nilai SAKIP Kecamatan", "Nilai", "sakip"),
        IndicatorName("Jumlah temuan hasil pemeriksaan", "Temuan", "lower"),
    )),
    ("Meningkatnya kualitas penyelenggaraan pemerintahan desa", (
        IndicatorName("Persentase desa yang menetapkan APBDes tepat waktu", "%", "share"),
        IndicatorName("Jumlah aparatur desa yang mengikuti pembinaan", "Orang", "count"),
    )),
    ("Meningkatnya ketenteraman dan ketertiban umum", (
        IndicatorName("Jumlah kasus gangguan ketertiban umum", "Kasus", "lower"),
        IndicatorName("Persentase pelanggaran peraturan daerah yang diselesaikan", "%", "percent"),
    )),
    ("Meningkatnya pemberdayaan masyarakat", (
        IndicatorName("Jumlah lembaga kemasyarakatan yang aktif", "Lembaga", "count"),
        IndicatorName("Persentase usulan musrenbang yang diakomodir", "%", "percent"),
    )),
)  # fmt: skip

# code, program, kegiatan (code, name, sub kegiatan)
PROGRAMS: tuple[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...] = (
    ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", (
        ("2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah", (
            "Penyusunan Dokumen Perencanaan Perangkat Daerah",
            "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
        )),
        ("2.02", "Administrasi Keuangan Perangkat Daerah", (
            "Penyediaan Gaji dan Tunjangan ASN",
            "Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD",
        )),
        ("2.06", "Administrasi Umum Perangkat Daerah", (
            "Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor",
            "Penyediaan Peralatan dan Perlengkapan Kantor",
            "Penyediaan Barang Cetakan dan Penggandaan",
            "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
        )),
        ("2.08", "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah", (
            "Penyediaan Jasa Surat Menyurat",
            "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
            "Penyediaan Jasa Pelayanan Umum Kantor",
        )),
        ("2.09", "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah", (
            "Pemeliharaan Peralatan dan Mesin Lainnya",
            "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
        )),
    )),
    ("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", (
        ("2.01", "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan", (
            "Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan",
        )),
        ("2.04", "Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat", (
            "Pelaksanaan Urusan Pemerintahan yang Terkait dengan Pelayanan Perizinan Non Usaha",
            "Pelaksanaan Urusan Pemerintahan yang Terkait dengan Kewenangan Lain yang Dilimpahkan",
        )),
    )),
    ("7.01.03", "Program Pemberdayaan Masyarakat Desa dan Kelurahan", (
        ("2.01", "Koordinasi Kegiatan Pemberdayaan Desa", (
            "Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa",
            "Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan",
        )),
        ("2.02", "Kegiatan Pemberdayaan Kelurahan", (
            "Pembangunan Sarana dan Prasarana Kelurahan",
            "Pemberdayaan Masyarakat di Kelurahan",
            "Evaluasi Kelurahan",
        )),
    )),
    ("7.01.04", "Program Koordinasi Ketenteraman dan Ketertiban Umum", (
        ("2.01", "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum", (
            "Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal",
            "Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat",
        )),
    )),
    ("7.01.05", "Program Penyelenggaraan Urusan Pemerintahan Umum", (
        ("2.01", "Penyelenggaraan Urusan Pemerintahan Umum sesuai Penugasan Kepala Daerah", (
            "Pembinaan Wawasan Kebangsaan dan Ketahanan Nasional",
            "Pelaksanaan Tugas Forum Koordinasi Pimpinan di Kecamatan",
        )),
    )),
    ("7.01.06", "Program Pembinaan dan Pengawasan Pemerintahan Desa", (
        ("2.01", "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa", (
            "Fasilitasi Administrasi Tata Pemerintahan Desa",
            "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
            "Fasilitasi Pelaksanaan Tugas Kepala Desa dan Perangkat Desa",
        )),
    )),
)  # fmt: skip

UNSUR = (
    "Persyaratan", "Sistem, Mekanisme, dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana", "Perilaku Pelaksana",
    "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana",
)  # fmt: skip
EVALUATED = {  # components of the SAKIP evaluation with their weights, by the regulation in force
    "PermenPAN-RB 12/2015": (
        ("Perencanaan Kinerja", 30), ("Pengukuran Kinerja", 25), ("Pelaporan Kinerja", 15), ("Evaluasi Internal", 10),
        ("Capaian Kinerja", 20),
    ),
    "PermenPAN-RB 88/2021": (
        ("Perencanaan Kinerja", 30), ("Pengukuran Kinerja", 30), ("Pelaporan Kinerja", 15),
        ("Evaluasi Akuntabilitas Kinerja Internal", 25),
    ),
}  # fmt: skip
