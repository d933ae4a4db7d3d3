"""A small site rendered once, and a browser to look at it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lkjip import store
from lkjip.paths import PROJECT
from lkjip.pipeline.workers import Around, Failure, Limits, run_each
from lkjip.records import Status
from lkjip.report.links import page_file
from lkjip.report.render import Job, render, warm_up

from .mini import mini

CHROMIUM = Path("/usr/bin/chromium")
# Without these, Chromium as root does not start, or calls home.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NOTEBOOKS = PROJECT / "notebooks"


def status(document: str, outcome: str = "ok", cause: str = "", hint: str = "") -> Status:
    stage = "" if outcome == "ok" else "read"
    return Status(document, f"{document}.pdf", "0" * 64, outcome, stage, cause, hint, 4, 1, 2, 32, 5, 3)


def jobs_of(folder: Path, documents: list[str], language: str) -> list[Job]:
    processed, raw = str(folder / "processed"), str(folder / "raw")
    of_all = {"language": language, "processed": processed}
    pages = [("comparison", "comparison", of_all), ("index", "index", of_all)]
    pages.append(("failure", "broken", {**of_all, "document": "broken"}))
    for document in documents:
        given = {**of_all, "document": document, "raw": raw}
        pages += [("audit", document, given), ("extraction", f"{document}.extraction", given)]
    return [
        Job(NOTEBOOKS / f"{notebook}.ipynb", given, folder / "reports" / page_file(name, language))
        for notebook, name, given in pages
    ]


def rendered(*tasks: list[Job]) -> list[str]:
    """Render tasks as the report stage does, each in a process of its own, and return why some failed."""
    done = [each.value for each in run_each(render, tasks, Limits(), Around(warm_up))]
    return [value.cause for value in done if isinstance(value, Failure)]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two processed documents of one unit and one that failed, not yet rendered."""
    made = tmp_path_factory.mktemp("site")
    for document, year in (("mini-barat-2024", 2024), ("mini-barat-2023", 2023)):
        mini(document, year=year).save(made / "processed", made / "raw")
    failed = status("broken", "failed", "it is no PDF: it begins with <html>", "download it again")
    store.save(made / "processed", Status, [status("mini-barat-2023"), status("mini-barat-2024"), failed])
    return made


@pytest.fixture(scope="session")
def site(folder: Path) -> Path:
    """The folder of all pages in both languages."""
    jobs = [
        job for language in ("en", "id") for job in jobs_of(folder, ["mini-barat-2024", "mini-barat-2023"], language)
    ]
    assert rendered(*([job] for job in jobs)) == []
    return folder / "reports"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium, or a skip that says what is missing."""
    if not CHROMIUM.exists():
        missing = f"no browser at {CHROMIUM}: install Debian's package chromium to run this test"
        pytest.fail(missing) if os.environ.get("LKJIP_REQUIRE_BROWSER") else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield opened
        opened.close()
