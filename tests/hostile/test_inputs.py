"""A folder of hostile files beside a sound one: each gives the right result or a clear error, and stops no other."""

import re

import pytest

from lkjip.documents import inventory

from .conftest import FORMULA, ODD_NAMES, SCRIPT

NUMBERS = {("80,00", "84,00", "105,00"), ("4", "3", "75,00")}

# What is wrong with each file that cannot be read, and what its reader is told to do.
REFUSED = {
    "empty": ("empty", "download it again"),
    "page-of-html": ("not a PDF", "check what was downloaded"),
    "truncated": ("cut off before its end", "download it again"),
    "noise": ("cut off before its end", "download it again"),
    "locked": ("locked with a password", "save a copy without the password"),
    "no-pages": ("damaged", "download it again"),
    "bomb": ("a page unpacks to more than the 1024 MiB", "MEMORY="),
}
# The files whose table can be read, and the page that it stands on.
READ = {
    "sound": 1,
    "protected": 1,
    "many-pages": 5000,
    "ten-metres": 1,
    "million-paths": 1,
    "recursive-pages": 1,
    "recursive-forms": 1,
    "recursive-length": 1,
    "turned": 1,
    "injected": 1,
    "bomb-among-pages": 1,
}


def printed(run, document):
    """Return the printed target, realisasi and capaian of each indikator, and the pages they stand on."""
    rows = run.rows("indicators.csv", document)
    return {tuple(row[f"printed_{name}"] for name in ("target", "realisasi", "capaian")) for row in rows}, {
        row["page"] for row in rows
    }


@pytest.mark.parametrize("document", REFUSED)
def test_a_file_that_cannot_be_read_is_named_with_cause_and_hint(run, document):
    cause, hint = REFUSED[document]
    status = run.status(document)
    assert (status["outcome"], status["stage"]) == ("failed", "read")
    assert cause in status["cause"]
    assert hint in status["hint"]
    assert f"{status['file']}: {status['cause']}" in run.said["summary"].stdout
    assert status["hint"] in (run.folders["reports"] / f"{document}.html").read_text().replace("&#39;", "'")


@pytest.mark.parametrize("document", READ)
def test_a_table_is_read_whatever_stands_around_it(run, document):
    numbers, pages = printed(run, document)
    assert numbers >= NUMBERS
    assert pages == {str(READ[document])}


def test_the_exit_status_tells_that_some_failed_and_each_stage_went_to_its_end(run):
    assert [run.said[stage].returncode for stage in ("read", "audit", "report", "summary")] == [0, 0, 0, 1]
    assert {row["document"] for row in run.rows("documents.csv") if row["outcome"] == "failed"} >= set(REFUSED)
    assert not any("Traceback" in each.stderr for each in run.said.values())


def test_all_pages_of_a_long_document_are_counted(run):
    assert run.status("many-pages")["pages"] == "5000"


def test_a_page_that_ends_its_process_is_left_out_alone(run):
    pages = run.rows("pages.csv", "bomb-among-pages")
    assert [page["status"] for page in pages] == ["text", "unreadable", *["text"] * 10]
    assert "more memory" in pages[1]["reason"]
    [unread] = run.rows("unread.csv", "bomb-among-pages")
    assert (unread["kind"], unread["page"]) == ("page", "2")


def test_a_document_without_one_of_its_pages_is_named_with_what_to_do(run):
    status = run.status("bomb-among-pages")
    assert (status["outcome"], status["pages"], status["unread_pages"]) == ("ok", "12", "1")
    assert f"{status['file']}: page 2 left out: " in run.said["summary"].stdout
    assert "MEMORY=" in status["hint"]


def test_a_damaged_page_is_listed_and_the_others_are_read(run):
    pages = {row["page"]: row for row in run.rows("pages.csv", "recursive-pages")}
    assert (pages["1"]["status"], pages["2"]["status"]) == ("text", "unreadable")
    [unread] = run.rows("unread.csv", "recursive-pages")
    assert (unread["page"], "damaged" in unread["reason"]) == ("2", True)


def test_strokes_that_were_not_looked_at_are_listed(run):
    [unread] = run.rows("unread.csv", "million-paths")
    assert (unread["kind"], unread["page"]) == ("page", "2")
    assert "many strokes" in unread["reason"]


def test_text_whose_letters_are_unknown_is_not_taken_for_text(run):
    [page] = run.rows("pages.csv", "without-meaning")
    assert page["status"] == "unreadable"
    assert "no meaning" in page["reason"]
    assert run.status("without-meaning")["unread_pages"] == "1"
    assert run.rows("facts.csv", "without-meaning") == []


def test_no_control_character_and_nothing_that_turns_text_around_is_kept(run):
    texts = [row["text"] for row in run.rows("cells.csv", "turned")]
    assert any("\u05d0" in text for text in texts)
    assert not [text for text in texts if re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069]", text)]


def test_markup_in_cells_and_captions_is_shown_and_never_run(run):
    assert SCRIPT in {row["text"] for row in run.rows("cells.csv", "injected")}
    for name in ("injected", "injected.id", "injected.extraction", "comparison", "index"):
        page = (run.folders["reports"] / f"{name}.html").read_text()
        assert "alert(1)</script>" not in page
        assert 'href="http://example.org' not in page
    assert "&lt;script&gt;" in (run.folders["reports"] / "injected.extraction.html").read_text()


def test_a_formula_is_harmless_in_a_spreadsheet(run):
    texts = {row["text"] for row in run.rows("cells.csv", "injected")}
    assert f"'{FORMULA}" in texts
    for path in run.folders["processed"].rglob("*.csv"):
        assert not re.search(r'(?m)(^|,)"?=HYPERLINK', path.read_text(encoding="utf-8")), path.name


def test_odd_names_become_plain_ones_and_are_read(run):
    raw = run.folders["raw"]
    ids = {each.path.name: each.document for each in inventory(raw)}
    for name in ODD_NAMES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", ids[name])
        assert printed(run, ids[name])[0] == NUMBERS
    files = [row["file"] for row in run.rows("documents.csv")]
    assert all(file.isprintable() for file in files)
    assert "\x1b" not in run.said["summary"].stdout


def test_of_two_files_with_one_name_one_is_read_and_the_other_named(run):
    assert run.status("nama-sama")["outcome"] == "ok"
    [other] = [row for row in run.rows("documents.csv") if row["file"] == "nama-sama.pdf"]
    assert other["outcome"] == "failed"
    assert "Nama Sama.pdf" in other["cause"]
    assert "rename" in other["hint"]


def test_nothing_is_written_outside_the_output_folders_and_the_pdfs_are_untouched(run):
    assert list((run.root / "elsewhere").iterdir()) == []
    assert {path.name for path in (run.root / "run").iterdir()} <= {"raw", "processed", "reports", "marks"}
    assert {path.name for path in run.root.iterdir()} == {"run", "elsewhere"}
    assert {path: path.read_bytes() for path in run.folders["raw"].iterdir()} == run.before
