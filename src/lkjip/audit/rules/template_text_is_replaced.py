"""Nothing of the template's instructions is left in the report, and no word is typed twice."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import Paragraph, paragraphs, spot
from lkjip.settings import Settings

LEFT: Final = re.compile(
    r"\((?:\s*(?:isi|diisi|sebutkan|jelaskan|uraikan|tuliskan|cantumkan|narasi|lihat contoh|contoh pengisian)\b[^)]{0,80})\)"
    r"|\bsesuai (?:dengan )?format \d+"
    r"|\b(?:diisi|isilah) (?:dengan|sesuai)\b"
    r"|\b[xX]{3,}\b(?!-)|\btahun (?:20xx|20\.\.+|n\s*[-+]\s*\d)(?!\w)|\blorem ipsum\b"
    r"|(?<=\w)\s(?:\.{5,}|…{2,}|_{4,})(?=\s\w)"
    r"|(?:sebesar|sebanyak|nomor|tanggal|tahun)\s+(?:Rp\.?\s*)?(?:\.{3,}|…+|_{3,})",
    re.I,
)
TWICE: Final = re.compile(
    r"\b(tentang|dengan|pada|untuk|yang|dari|adalah|nomor|bahwa|oleh|dalam|akan|telah|sebagai|serta|atau|format|"
    r"sebesar|terhadap|berdasarkan|merupakan|tersebut|dapat|karena)\s+\1\b(?!\s*-)",
    re.I,
)
INSTRUCTION: Final = Text("an instruction of the template was left standing", "petunjuk pengisian belum dihapus")
DOUBLED: Final = Text("the word is printed twice", "kata ini tercetak dua kali")


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Look for both in every paragraph; an instruction that a paragraph repeats counts once."""
    seen: set[str] = set()
    for paragraph in paragraphs(ledger):
        problems = list(faults(paragraph))
        for note, found in problems:
            mark = re.sub(r"\W+|\d+", "", found.group().lower())
            if note is DOUBLED or mark not in seen:
                yield Result("problem", spot=spot(paragraph, found), note=note)
            seen.add(mark)
        if not problems:
            yield Result("passed")


def faults(paragraph: Paragraph) -> Iterator[tuple[Text, re.Match[str]]]:
    """Return what is left or doubled in a paragraph."""
    for found in LEFT.finditer(paragraph.text):
        yield INSTRUCTION, found
    for found in TWICE.finditer(paragraph.text):
        yield DOUBLED, found


RULE = Rule(
    id="template-replaced",
    title=Text("The report holds no left-over text", "Tidak ada teks sisa di dalam laporan"),
    reason="Left-over instructions and doubled words show that the part was not finished or not proofread.",
    severity="info",
    basis="As commonly applied.",
    resolve=Text("Finish the part, or delete the words.", "Lengkapi bagiannya, atau hapus kata-kata itu."),
    message=Text("{place}: left over: “{printed}”.", "{place}: teks sisa: “{printed}”."),
    check=check,
)
