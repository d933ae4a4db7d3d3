"""The parts that a sentence breaks an amount into."""

from dataclasses import replace

from small_ledgers import Page, run

from lkjip.audit.rules.breakdowns_add_up import RULE


def broken(text: str, *amounts: str, levels: tuple[str, ...] = ("instansi", "belanja", "belanja")) -> list[str]:
    """Return what the rule says of one sentence with amounts of different things."""
    page = Page().sentence(text, "")
    for name, amount in zip(("Kecamatan X", "Belanja Pegawai", "Belanja Barang", "Gedung"), amounts, strict=False):
        page.sentence("", name, realisasi_anggaran=amount)
    page.subjects = [
        replace(row, block_id="b001", level=level) for row, level in zip(page.subjects, levels, strict=True)
    ]
    page.lines = page.lines[:1]
    return run(RULE, page)


TEXT = "Realisasi Rp {} dengan rincian belanja pegawai Rp {} dan belanja barang Rp {}."


def test_right():
    assert broken(TEXT.format("900", "600", "300"), "900", "600", "300") == ["passed | 900 | 900"]


def test_a_part_is_left_out():
    assert broken(TEXT.format("950", "600", "300"), "950", "600", "300") == ["problem | 950 | 900"]


def test_more_than_the_whole_may_hold_a_part_of_a_part():
    assert broken(TEXT.format("850", "600", "300"), "850", "600", "300")[0].startswith("could_not_check")


def test_parts_of_different_levels_accuse_none():
    levels = ("instansi", "belanja", "kegiatan")
    assert broken(TEXT.format("950", "600", "300"), "950", "600", "300", levels=levels)[0].startswith("could_not")


def test_examples_are_no_breakdown():
    assert (
        broken(TEXT.replace("belanja p", "antara lain belanja p").format("950", "600", "300"), "950", "600", "300")
        == []
    )
