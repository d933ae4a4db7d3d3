"""Names of government units and places in running text."""

import re
from typing import Final

KINDS: Final = {
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
    "dinas": "dinas",
    "badan": "badan",
    "biro": "biro",
    "inspektorat": "inspektorat",
    "sekretariat daerah": "sekretariat",
    "sekretariat dprd": "sekretariat",
    "sekretariat dewan": "sekretariat",
    "satuan polisi pamong praja": "satpol",
    "rumah sakit": "rumah sakit",
    "puskesmas": "puskesmas",
    "kantor": "kantor",
    "bagian": "bagian",
}
PROVINCES: Final = (
    "Aceh|Sumatera Utara|Sumatera Barat|Riau|Kepulauan Riau|Jambi|Sumatera Selatan|Kepulauan Bangka Belitung|Bengkulu|"
    "Lampung|DKI Jakarta|Jawa Barat|Banten|Jawa Tengah|DI Yogyakarta|Daerah Istimewa Yogyakarta|Jawa Timur|Bali|"
    "Nusa Tenggara Barat|Nusa Tenggara Timur|Kalimantan Barat|Kalimantan Tengah|Kalimantan Selatan|Kalimantan Timur|"
    "Kalimantan Utara|Sulawesi Utara|Gorontalo|Sulawesi Tengah|Sulawesi Barat|Sulawesi Selatan|Sulawesi Tenggara|"
    "Maluku Utara|Maluku|Papua Barat Daya|Papua Barat|Papua Selatan|Papua Tengah|Papua Pegunungan|Papua"
)
COMMON: Final = """
    tahun kabupaten kab kota provinsi prov di yang pada untuk dalam sebagai adalah tipe merupakan sehat nomor no
    dengan tentang serta oleh dari ke se telah sebesar secara ini tersebut periode bersama camat lurah masih wajib
    mempunyai terdiri jalan jl desa dapat akan maka meliputi tanggal rencana renstra bab tabel sumber laporan lakip
    lkip lkjip berdasarkan mencapai masuk agar atau maupun indikator realisasi capaian bidang triwulan rp republik
    operasional jabatan lapangan perorangan
"""
END: Final = frozenset(COMMON.split())  # words that end a name
WORD: Final = r"[A-Z][\w'\u2019.]*"
NAME: Final = rf"(?:{WORD}(?:\s*[-\u2013]\s*{WORD})?)(?:,?\s+(?:(?:dan|&)\s+)?{WORD}(?:\s?[-\u2013]\s?{WORD})?){{0,7}}"
UNIT_KINDS: Final = "|".join([*(kind.title() for kind in KINDS), *(kind.upper() for kind in KINDS), "Sekretariat DPRD"])
UNIT: Final = re.compile(rf"\b(?P<kind>{UNIT_KINDS})\b(?P<name>\s+{NAME})?")
REGENCY_NAME: Final = rf"{WORD}(?:\s+{WORD}){{0,3}}"
REGENCY: Final = re.compile(rf"\b(?P<kind>Kabupaten|KABUPATEN|Kota|KOTA|Kab\.)\s+(?P<name>{REGENCY_NAME})")
PROVINCE: Final = re.compile(rf"\b(?:{PROVINCES})\b", re.I)
LOWER: Final = frozenset({"dan", "di", "ke"})


def names_of_units(text: str) -> list[tuple[str, str]]:
    """Return the (kind, full name) of each unit that a text names with a proper name."""
    found = []
    for hit in UNIT.finditer(text):
        kind = KINDS[" ".join(hit["kind"].casefold().split())]
        name = proper(hit["name"] or "")
        if name or kind in ("inspektorat", "satpol", "sekretariat"):
            found.append((kind, titled(f"{hit['kind']} {name}".strip())))
    return found


def names_of_regencies(text: str) -> list[str]:
    """Return the kabupaten and kota that a text names."""
    found = [(hit["kind"].replace("Kab.", "Kabupaten"), proper(hit["name"])) for hit in REGENCY.finditer(text)]
    return [titled(f"{kind} {name}") for kind, name in found if name]


def names_of_provinces(text: str) -> list[str]:
    """Return the provinces that a text names."""
    return [titled(hit[0]) for hit in PROVINCE.finditer(text)]


def proper(text: str) -> str:
    """Cut a name where a common word begins, and write "Aluh - Aluh" as one word."""
    kept = []
    for word in re.sub(r"\s*[-\u2013]\s*", "-", text).split():
        if word.casefold().strip(".,") in END:
            break
        kept.append(word)
        if word.endswith((".", ",")) and len(kept) > 0 and not re.search(r",$", word):
            break
    while kept and kept[-1].casefold() in ("dan", "&"):
        kept.pop()
    return " ".join(kept).strip(" .,-")


def titled(text: str) -> str:
    """Write a name in capitals as a name: "KECAMATAN ALOK BARAT" is Kecamatan Alok Barat."""
    if not text.isupper() and not any(word.isupper() and len(word) > 3 for word in text.split()):
        return text
    words = [word.lower() if word.lower() in LOWER else word.title() for word in text.split()]
    return " ".join("DKI" if word == "Dki" else "DPRD" if word == "Dprd" else word for word in words)
