"""How the lines of a report begin: chapters, numbered headings, items of lists, captions, sources, tables of contents."""

import re

CHAPTER = re.compile(r"^(bab|bagian|lampiran)\s+([ivxlc]+|\d+)\b", re.IGNORECASE)
NUMBERED = re.compile(r"^(?:[A-Z]\.|[IVX]+\.|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[A-Z]\.\d{1,2}(?:\.\d{1,2})*\.?)\s+\S")
ITEM = re.compile(
    r"^(?:[-\u2013\u2022\u25aa\u25cf\u25a0\u25fb\u27a2\u2713\u2756\u2751\u2192\u21e8*o]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s+\S"
)
# Each alternative starts with a plain character, so that a search skips texts without one ten times faster.
LEADERS = re.compile(r"\.\s?(?:\.\s?){4,}|\u2026\s?(?:\u2026\s?)+|__{5,}")
CONTENTS = re.compile(r"^daftar\s+(isi|tabel|gambar|grafik|lampiran|diagram|bagan)\b", re.IGNORECASE)
SOURCE = re.compile(r"^\(?\s*sumber\s*(data)?\s*[:;.]", re.IGNORECASE)
PICTURE = re.compile(r"^(?:gambar|grafik|diagram|bagan|foto|peta)\b", re.IGNORECASE)
CONTINUED = re.compile(r"^\W*(?:lanjutan|sambungan)\b|\b(?:lanjutan|sambungan)\W*$", re.IGNORECASE)
# "Tabel 3.4", "Tabel. 3.6", "Tabel: 3.3", "Tabel 2. 2", "TABEL I", "Tabel 3.1a:"; then the caption, if it stands on the same line.
TABLE_NUMBER = re.compile(
    r"^(?P<number>tab(?:el|le)\s?[.:]?\s*(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\s?[.\-]\s?(?:\d{1,3}|[a-z](?![a-z])))*[a-z]?\.?)"
    r"(?=[\s:.()\-\u2013]|$)\s*[:.\-\u2013]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
