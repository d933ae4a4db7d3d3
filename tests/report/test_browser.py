"""The pages as a reader meets them: in a real browser, on a phone, in the dark, on paper and without scripts."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

pytestmark = pytest.mark.browser

WIDTHS = (390, 768, 1280)
PAGES = ("mini-barat-2024", "mini-barat-2024.extraction", "comparison", "index", "broken")
FILES = [f"{name}{suffix}.html" for name in PAGES for suffix in ("", ".id")]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNRESOLVED = """() => [...document.querySelectorAll('a[href^="#"], use')]
    .map(link => link.getAttribute('href') ?? link.getAttribute('xlink:href'))
    .filter(href => href !== '#' && !document.getElementById(href.slice(1)))"""
INJECT = "() => document.body.append(Object.assign(document.createElement('script'), {text: 'window.bad = 1'}))"
LOCAL = """() => [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))
    .filter(href => !href.startsWith('#') && !href.startsWith('data:'))"""


class Visit:
    """An opened page, with all that went wrong on it."""

    def __init__(self, browser: Any, path: Path, **options: Any) -> None:
        self.wrong: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self.note(request.url, path))
        self.page.goto(path.as_uri())

    def note(self, url: str, path: Path) -> None:
        if not url.startswith("data:") and url.partition("#")[0] != path.as_uri():
            self.wrong.append(f"requested {url}")

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()


@pytest.mark.parametrize("file", FILES)
def test_it_fits_every_width_and_asks_the_network_for_nothing(site: Path, browser: Any, file: str) -> None:
    for width in WIDTHS:
        with Visit(browser, site / file, viewport={"width": width, "height": 800}) as visit:
            assert visit.page.evaluate(OVERFLOW) == 0, width
            assert visit.wrong == []


@pytest.mark.parametrize("file", FILES)
def test_links_and_anchors_lead_somewhere(site: Path, browser: Any, file: str) -> None:
    with Visit(browser, site / file) as visit:
        assert visit.page.evaluate(UNRESOLVED) == []
        for href in visit.page.evaluate(LOCAL):
            name, _, anchor = href.partition("#")
            text = (site / name).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in text, href


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", FILES[::2])
def test_axe_finds_no_violation(site: Path, browser: Any, file: str, scheme: str) -> None:
    # axe is injected from outside of the page, whose own policy lets no other script run.
    with Visit(browser, site / file, color_scheme=scheme, bypass_csp=True) as visit:
        visit.page.evaluate("() => document.querySelectorAll('details').forEach(box => box.open = true)")
        found = Axe().run(visit.page)
        assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found.response["violations"]] == []


def test_the_policy_stops_a_foreign_script(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0]) as visit:
        visit.page.evaluate(INJECT)

        assert visit.page.evaluate("window.bad") is None
        assert any("Content Security Policy" in text for text in visit.wrong)


def test_findings_are_filtered_and_sorted(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0]) as visit:
        page, rows = visit.page, visit.page.locator("#register-table tbody tr:visible")
        assert rows.count() == 5
        page.select_option("select[name=severity]", "warning")
        assert rows.count() == 1
        assert page.locator(".tools output").inner_text() == "1 of 5 findings"
        page.select_option("select[name=severity]", "")
        page.fill(".tools input", "PRASARANA sarana")
        assert rows.count() == 1
        page.fill(".tools input", "")
        page.click("#register-table th:nth-child(2) button")
        pages = [int(text) for text in rows.locator("td:nth-child(2)").all_inner_texts()]
        assert pages == sorted(pages)
        assert page.get_attribute("#register-table th:nth-child(2)", "aria-sort") == "ascending"


def test_the_language_switch_leads_to_the_same_page_and_back(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0]) as visit:
        assert visit.page.get_attribute("html", "lang") == "en"
        visit.page.click("text=Bahasa Indonesia")
        visit.page.wait_for_url("**/mini-barat-2024.id.html")
        assert visit.page.get_attribute("html", "lang") == "id"
        assert visit.page.locator("h2", has_text="Temuan").count()
        visit.page.click("text=English")
        visit.page.wait_for_url("**/mini-barat-2024.html")


def test_a_link_to_a_fact_opens_the_ledger(site: Path, browser: Any) -> None:
    with Visit(browser, site / "comparison.html") as visit:
        visit.page.locator("#money a.num").first.click()
        visit.page.wait_for_url("**#fact-*")
        # The browser unfolds the ledger for the anchor only when the page is laid out; past the limit this fails.
        visit.page.locator("tr:target").wait_for(state="visible")


def test_everything_but_the_filter_works_without_scripts(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0], java_script_enabled=False) as visit:
        assert not visit.page.locator(".tools").is_visible()
        assert visit.page.locator("#register-table tbody tr:visible").count() == 5
        visit.page.locator(".followers summary").first.click()
        assert visit.page.locator(".followers li").first.is_visible()


def test_it_prints(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0]) as visit:
        printed = pypdfium2.PdfDocument(visit.page.pdf(format="A4"))
        texts = [page.get_textpage().get_text_range() for page in printed]
        assert 3 <= len(texts) <= 20
        assert "Kecamatan Mini Barat 2024" in texts[0]
        assert not any("On this page" in text for text in texts)


def test_pictures_of_pages_are_really_drawn(site: Path, browser: Any) -> None:
    with Visit(browser, site / FILES[0]) as visit:
        crop = visit.page.locator(".crop svg").first
        crop.scroll_into_view_if_needed()
        shot = visit.page.locator(".crop").first.screenshot()
        colours = Image.open(io.BytesIO(shot)).convert("L").histogram()
        assert sum(colours[:90]) > 200  # there is dark print on the white paper
