"""NIPs: how they are built, and whose they are."""

from small_ledgers import Page, run, verdicts

from lkjip.audit.rules import signatures_are_dated
from lkjip.audit.rules.nips_are_valid import RULE

RIGHT = "NIP. 19800512 200604 2 003"


def page(*signatures: tuple[str, str]) -> Page:
    made = Page()
    for name, nip in signatures:
        made.line("Camat Sukamaju,").line(name, kind="heading").line("Pembina").line(nip)
    return made


def test_right_and_never_printed():
    assert verdicts(run(RULE, page(("SITI RAHAYU, SE", RIGHT)))) == ["passed"]
    shown = run(RULE, page(("SITI RAHAYU, SE", "NIP. 19801512 200604 2 003")))
    assert verdicts(shown) == ["problem"]
    assert not any(digit in shown[0] for digit in "0123456789")


def test_one_name_has_one_nip():
    other = "NIP. 19810512 200604 2 003"
    found = run(RULE, page(("SITI RAHAYU, SE", RIGHT), ("SITI RAHAYU, SE", RIGHT), ("SITI RAHAYU, SE", other)))
    assert verdicts(found) == ["passed", "passed", "problem"]


def test_one_nip_has_one_name():
    found = run(RULE, page(("SITI RAHAYU, SE", RIGHT), ("AGUS SALIM, SH", RIGHT)))
    assert verdicts(found) == ["passed", "problem"]
    assert verdicts(run(RULE, page(("SITI RAHAYU, SE", RIGHT), ("SITI R., SE", RIGHT)))) == ["passed", "passed"]


def test_a_signature_has_a_date():
    made = Page().line("Sukamaju, 20 Januari 2025").line("Camat Sukamaju,").line("SITI RAHAYU, SE").line(RIGHT)
    assert verdicts(run(signatures_are_dated.RULE, made)) == ["passed"]
    made.line("Demikian laporan ini disusun.", page=2).line("Camat Sukamaju,", page=2).line(RIGHT, page=2)
    assert verdicts(run(signatures_are_dated.RULE, made)) == ["passed", "problem"]
