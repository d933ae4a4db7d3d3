"""The amounts of a list and the sentence that opens it."""

from dataclasses import replace

from small_ledgers import Page, run

from lkjip.audit.rules.lists_add_up import RULE


def listed(whole: str, *parts: str, opening: str = "dengan rincian sebagai berikut :") -> list[str]:
    """Return what the rule says of a sentence with an amount and of the items below it."""
    page = Page().sentence(f"Anggaran Rp {whole} {opening}", "Program A", anggaran=whole)
    for at, part in enumerate(parts, start=1):
        page.sentence(f"{at}) Kegiatan sebesar Rp {part}", f"Kegiatan {at}", anggaran=part)
        page.lines[-1] = replace(page.lines[-1], kind="item")
    return run(RULE, page)


def test_right_though_another_list_goes_on():
    assert listed("1.053.515.500", "422.171.500", "631.344.000") == ["passed | 1.053.515.500 | 1.053.515.500"]
    assert listed("1.053.515.500", "422.171.500", "631.344.000", "75.000.000")[0].startswith("passed")


def test_one_amount_is_mistyped():
    assert listed("1.053.515.500", "422.171.500", "631.444.000") == ["problem | 1.053.515.500 | 1.053.615.500"]
    assert listed("1.035.515.500", "422.171.500", "631.344.000") == ["problem | 1.035.515.500 | 1.053.515.500"]


def test_items_that_miss_the_amount_by_more_than_a_slip_accuse_none():
    assert listed("1.999.000.000", "422.171.500", "631.344.000")[0].startswith("could_not_check")


def test_nothing_to_check():
    assert listed("1.999.000.000", "422.171.500") == []
    assert listed("1.999.000.000", "422.171.500", "631.344.000", opening="pada tahun ini.") == []
