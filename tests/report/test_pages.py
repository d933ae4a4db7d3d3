"""What the pages say: escaped, masked, and true to the rows that they come from."""

import re
from pathlib import Path

import pytest

from lkjip.audit.rules import RULES
from lkjip.report import open_audit, sections
from lkjip.report.dossier import Dossier
from lkjip.report.rulebook import rule_text
from lkjip.report.sections import budget, comparisons, performance, satisfaction
from lkjip.report.words import words_in


@pytest.fixture
def dossier(folder: Path) -> Dossier:
    return open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "raw")))


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_first_screen_says_what_is_wrong(dossier: Dossier) -> None:
    text = words_of(sections.masthead(dossier).html)
    assert "Kecamatan Mini Barat 2024" in text
    assert "1 contradiction changes what this report concludes." in text
    assert "Of 10 comparisons that its own numbers allow, 3 fail." in text
    assert text.index("86,65") < text.index("73,89") < text.index("92,54")


def test_text_from_a_pdf_is_escaped_everywhere(site: Path) -> None:
    for page in site.glob("mini-*.html"):
        assert "<Pelayanan>" not in page.read_text(encoding="utf-8")
    assert "&lt;Pelayanan&gt; &amp; Publik" in (site / "mini-barat-2024.html").read_text(encoding="utf-8")


def test_personal_numbers_are_nowhere_in_a_page(site: Path) -> None:
    for page in site.glob("*.html"):
        assert "19720121" not in page.read_text(encoding="utf-8")


def test_a_finding_shows_both_numbers_and_the_calculation(dossier: Dossier) -> None:
    html = sections.findings(dossier).html
    first = words_of(html[html.index('id="finding-f0001"') : html.index('id="finding-f0003"')])
    for part in ("86,65", "115,57", "84,24 / 72,89 x 100", "turned round", "Capaian follows from target", "Page 1"):
        assert part in first


def test_a_finding_that_follows_from_another_stands_below_it(dossier: Dossier) -> None:
    html = sections.findings(dossier).html
    assert html.index('id="finding-f0002"') < html.index('id="finding-f0005"') < html.index('id="finding-f0004"')


def test_a_capaian_is_shown_with_what_follows(dossier: Dossier) -> None:
    text = words_of(sections.achievement(dossier).html)
    assert "86,65 ✗ 115,57" in text


def test_the_share_spent_is_computed_from_the_amounts(dossier: Dossier) -> None:
    text = words_of(sections.spending(dossier).html)
    assert "74.907.830 63.317.198 84.53% ✗ 92,54" in text


def test_one_quantity_is_plotted_in_every_place(dossier: Dossier) -> None:
    html = sections.every_place(dossier).html
    assert "3 places, 2 values" in html
    assert "printed in 3 places with 2 different values" in html


def test_the_seven_comparisons_are_those_that_the_rule_found(dossier: Dossier) -> None:
    html = sections.seven_comparisons(dossier).html
    assert (html.count("✓"), html.count("○")) == (6, 1)
    assert "p. 3: B. Analisis efisiensi penggunaan sumber daya" in html


def test_rules_that_sections_name_exist() -> None:
    known = {rule.id for rule in RULES}
    assert {performance.RULE, budget.RULE, satisfaction.RULE, comparisons.RULE} <= known
    names = (rule_text("capaian-recalculates", words_in(language)).title for language in ("en", "id"))
    assert list(names) == ["Capaian follows from target and realisasi", "Capaian sesuai dengan target dan realisasinya"]


def test_what_was_not_read_is_said(dossier: Dossier) -> None:
    text = words_of(sections.coverage(dossier).html)
    assert "Page 4 : a scanned picture, no text, a picture without text" in text.replace("4:", "4 :")
    assert "4. 603 .119" in text and "digits with a gap" in text


def test_every_fact_can_be_linked_to(dossier: Dossier) -> None:
    html = sections.ledger(dossier).html
    assert html.count('id="fact-') == len(dossier.facts) == 32


def test_a_page_without_its_pdf_is_complete_but_for_pictures(folder: Path) -> None:
    bare = open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "nowhere")))
    assert "There is no picture to show" in sections.whole_pages(bare).html
    assert 'id="finding-f0001"' in sections.findings(bare).html


def test_pages_stay_small(site: Path) -> None:
    assert max(page.stat().st_size for page in site.glob("*.html")) < 300_000


def test_a_unit_is_followed_over_its_years(site: Path) -> None:
    text = words_of((site / "comparison.html").read_text(encoding="utf-8"))
    assert "The same unit over the years" in text
    assert "2 reports of one unit." in text


def test_the_index_names_what_failed_and_what_to_do(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "it begins with &lt;html&gt;" in html and "download it again" in html
