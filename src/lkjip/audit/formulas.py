"""How capaian is computed: the ways in use, the formulas that a report prints, and the direction of an indikator."""

import re
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Final

from lkjip.audit.arithmetic import linear, quotient, span
from lkjip.audit.expressions import SIGNS, Kind, kind_of
from lkjip.audit.ledger import Ledger, shown
from lkjip.audit.model import HUNDRED, Formula, Ratio
from lkjip.grouping import grouped
from lkjip.intervals import Interval
from lkjip.records import Fact, Subject

TIMES_HUNDRED: Final = re.compile(r"\*\s*100")
EXPRESSION: Final = re.compile(  # its signs in the form that `SIGNS` gives them
    r"[(\s]*(?:rencana|target|realisasi)\b(?:\s|kinerja\b|rencana\b|target\b|realisasi\b|100|[-+*/()%_])*"
)

# Words that say how an indikator should move. The first group turns the second around: fewer cases is better, but more
# cases settled is better too.
SOLVED: Final = re.compile(
    r"\b(penurunan|menurun\w*|berkurang\w*|pengurangan|penanganan|tertangani|ditangani|penyelesaian|terselesaikan|"
    r"diselesaikan|pencegahan|ditindaklanjuti|tindak lanjut|zero)\b"
)
FEWER: Final = re.compile(
    r"\b(kasus|kematian|kemiskinan|penduduk miskin|pengangguran|konflik|pelanggaran|kejadian|keluhan|kecelakaan|"
    r"kebakaran|stunting|gizi buruk|gizi kurang|kekerasan|kriminalitas|putus sekolah|penyakit|prevalensi|emisi|"
    r"kumuh|kerusakan|kebocoran|temuan|unjuk rasa|waktu tunggu|lama waktu|waktu layanan)\b"
)
DURATION: Final = re.compile(
    r"(?:(?:rata\W*rata|jumlah|lama(?:nya)?|nilai)\s+)*(?:waktu|lama(?:nya)?|durasi)\b"
)  # of doing it
MORE: Final = re.compile(
    r"\b(kepuasan|indeks|nilai|predikat|cakupan|kualitas|jumlah (?:laporan|dokumen|kegiatan|orang|peserta|unit|inovasi|"
    r"desa|kelompok|paket)|laporan|dokumen|tersedia\w*|terlaksana\w*|meningkat\w*|peningkatan|partisipasi|sakip|skm|ikm)\b"
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to compute capaian in per cent from target and realisasi."""

    kind: Kind
    words: str

    def value(self, target: Decimal, realisasi: Decimal) -> Decimal | None:
        """Return the capaian, or None where it would divide by zero."""
        try:
            match self.kind:
                case "positive":
                    return HUNDRED * realisasi / target
                case "negative":
                    return HUNDRED * (2 * target - realisasi) / target
                case _:
                    return HUNDRED * target / realisasi
        except (DivisionByZero, InvalidOperation):
            return None

    def spread(self, target: Fact, realisasi: Fact) -> Interval | None:
        """Return all that the capaian can be, given the rounding of target and realisasi."""
        if self.kind == "inverse":
            ratio = quotient(span(target), span(realisasi))
            return ratio and linear(ratio, HUNDRED, Decimal(0))
        ratio = quotient(span(realisasi), span(target))
        if self.kind == "positive":
            return ratio and linear(ratio, HUNDRED, Decimal(0))
        return ratio and linear(ratio, -HUNDRED, 2 * HUNDRED)

    def constraint(self, capaian: Fact, target: Fact, realisasi: Fact) -> Ratio:
        """Return it as a constraint among three facts."""
        over, under = (target, realisasi) if self.kind == "inverse" else (realisasi, target)
        scale, offset = (-HUNDRED, 2 * HUNDRED) if self.kind == "negative" else (HUNDRED, Decimal(0))
        return Ratio(capaian.fact_id, over.fact_id, under.fact_id, scale, offset)

    def formula(self, target: Fact, realisasi: Fact) -> Formula:
        """Return it with its operands."""
        planned, achieved = shown(target), shown(realisasi)
        match self.kind:
            case "positive":
                return (achieved, " / ", planned, " x 100")
            case "negative":
                return ("(", planned, " - (", achieved, " - ", planned, ")) / ", planned, " x 100")
            case _:
                return (planned, " / ", achieved, " x 100")


POSITIVE: Final = Way("positive", "realisasi / target")
NEGATIVE: Final = Way("negative", "(target - (realisasi - target)) / target: lower is better")
INVERSE: Final = Way("inverse", "target / realisasi: lower is better")
WAYS: Final = (POSITIVE, NEGATIVE, INVERSE)


@dataclass(frozen=True, slots=True)
class PrintedFormula:
    """A formula of capaian as the report prints it."""

    kind: Kind
    text: str
    page: int


def printed_formulas(ledger: Ledger) -> tuple[PrintedFormula, ...]:
    """Return the formulas of capaian that the report prints in its sentences."""
    pages = grouped(ledger.reading.lines, lambda line: line.page)
    found = []
    for page, lines in pages.items():
        text = " ".join(line.text for line in lines)
        for match in EXPRESSION.finditer(text.lower().translate(SIGNS)):
            expression = match.group().strip()
            kind = kind_of(expression) if TIMES_HUNDRED.search(expression) else None
            if kind:
                found.append(PrintedFormula(kind, text[match.start() : match.end()].strip(), page))
    return tuple(found)


def direction(subject: Subject) -> str:
    """Return which way is better for an indikator: "naik", "turun", or empty where nothing tells."""
    if subject.arah:
        return subject.arah
    name = f"{subject.uraian} {subject.satuan}".lower()
    if DURATION.match(name):
        return "turun"
    if FEWER.search(name):
        return "naik" if SOLVED.search(name) else "turun"
    return "naik" if MORE.search(name) else ""
