"""What ids of the data mean to a reader: causes, measures, levels, outcomes; marked here for translation."""

from typing import Final

from lkjip import measures
from lkjip.report.words import Words


def N_(message: str) -> str:
    """Mark a message for translation where it stands."""
    return message


OUTCOMES: Final = {
    "passed": N_("Passed"),
    "problems": N_("Problems"),
    "not_applicable": N_("Not applicable"),
    "could_not_check": N_("Could not check"),
}

STATUSES: Final = {
    "text": N_("read"),
    "recognised": N_("a scanned picture, recognised"),
    "scan": N_("a scanned picture, no text"),
    "blank": N_("blank"),
    "unreadable": N_("could not be read"),
}

UNREAD: Final = {
    "page": N_("page"),
    "table": N_("table"),
    "row": N_("row"),
    "cell": N_("cell"),
    "number": N_("number"),
}

MEASURES: Final = {
    measures.TARGET: N_("target"),
    measures.REALISASI: N_("realisasi (result)"),
    measures.CAPAIAN: N_("capaian (achievement)"),
    measures.ANGGARAN: N_("anggaran (budget)"),
    measures.ANGGARAN_MURNI: N_("anggaran murni (original budget)"),
    measures.ANGGARAN_PERUBAHAN: N_("anggaran perubahan (revised budget)"),
    measures.REALISASI_ANGGARAN: N_("realisasi anggaran (spending)"),
    measures.PERSEN_SERAPAN: N_("serapan (share spent)"),
    measures.SISA_ANGGARAN: N_("sisa anggaran (unspent)"),
    measures.PERSEN_SISA: N_("share unspent"),
    measures.EFISIENSI: N_("efisiensi (efficiency)"),
    measures.SELISIH: N_("selisih (difference)"),
    measures.NILAI_SAKIP: N_("nilai SAKIP (accountability score)"),
    measures.NILAI_SKM: N_("nilai SKM (satisfaction index)"),
    measures.NILAI_UNSUR: N_("nilai unsur (score of one aspect)"),
    measures.BOBOT: N_("bobot (weight)"),
    measures.JUMLAH: N_("jumlah (count)"),
    measures.KATEGORI: N_("kategori (class)"),
    measures.BATAS_BAWAH: N_("lower bound of a class"),
    measures.BATAS_ATAS: N_("upper bound of a class"),
    measures.LAIN: N_("other"),
}

CAUSES: Final = {
    "ratio_inverted": N_("the ratio was turned round"),
    "budget_of_parent": N_("it was measured against the budget of the level above"),
    "row_shifted": N_("the value of a neighbouring row was copied"),
    "row_left_out": N_("a row was left out of the sum"),
    "row_counted_twice": N_("a row was counted twice"),
    "counted_twice": N_("everything was counted twice"),
    "column_swapped": N_("two columns were swapped"),
    "other_measure": N_("the column holds another measure"),
    "other_year": N_("the value belongs to another year"),
    "other_operand": N_("it fits another printed value of what it is computed from"),
    "digit": N_("one digit was mistyped"),
    "digits_swapped": N_("two digits changed places"),
    "digit_lost": N_("one digit was left out"),
    "digit_doubled": N_("one digit was typed too many"),
    "separator": N_("a separator was lost or misplaced"),
}


def meaning(of: dict[str, str], name: str, words: Words) -> str:
    """Return the meaning of an id in a language, or the id in plain letters where it has none."""
    return words(of[name]) if name in of else name.replace("_", " ").replace("-", " ")
