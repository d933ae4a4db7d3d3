"""Both languages say everything, in their own numbers."""

from decimal import Decimal

import pytest

from lkjip.report.messages import catalog, template
from lkjip.report.reasons import reason_in
from lkjip.report.words import words_in

EN, ID = words_in("en"), words_in("id")


def test_no_message_lacks_a_translation() -> None:
    known = {message.id: message for message in catalog("id") if message.id}
    used = [message.id for message in template() if message.id]
    assert len(used) > 300
    missing = [text for text in used if text not in known or not any(known[text].string)]
    assert missing == [], "run `python -m lkjip.report.messages` and translate what it adds to locale/id.po"


def test_no_translation_is_left_over_or_loses_a_value() -> None:
    used = {message.id for message in template()}
    for message in catalog("id"):
        assert message.id in used
        assert [str(error) for error in message.check()] == []


def test_numbers_are_written_as_the_language_writes_them() -> None:
    value = Decimal("1783957490.5")
    assert (EN.number(value, 2), ID.number(value, 2)) == ("1,783,957,490.50", "1.783.957.490,50")
    assert (EN.percent(Decimal("80.99")), ID.percent(Decimal("80.99"))) == ("80.99%", "80,99 %")
    assert (EN.short_rupiah(value), ID.short_rupiah(value)) == ("Rp 1.78 billion", "Rp 1,78 miliar")
    assert (EN.rupiah(Decimal(950)), ID.rupiah(Decimal(1950))) == ("Rp 950", "Rp 1.950")


def test_a_share_of_nothing_is_nothing() -> None:
    assert EN.share(0, 0) == "0%"
    assert EN.share(1, 3) == "33%"


def test_a_language_that_we_lack_is_refused_with_those_we_have() -> None:
    with pytest.raises(ValueError, match="use en or id"):
        words_in("fr")


def test_a_reason_is_told_part_by_part_in_the_language_of_the_page() -> None:
    reason = "reading it took a guess: could be thousands or decimals; the heading 'Dalam Juta' is not understood"
    assert reason_in(reason, EN) == reason
    assert reason_in(reason, ID) == (
        "pembacaannya harus menduga: bisa ribuan atau desimal; judul kolom 'Dalam Juta' tidak dipahami"
    )
    assert reason_in("8 rows hold no number", ID) == "8 baris tidak memuat angka"
    assert reason_in("something 100 % new: 'x'", ID) == "something 100 % new: 'x'"
