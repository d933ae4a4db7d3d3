"""What chance makes: mutated reports, tables of any text, and any text in HTML, CSV and the number reader."""

import random
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lkjip import store
from lkjip.extract import Extraction, extract
from lkjip.paths import PROJECT, Folders
from lkjip.pipeline import everything
from lkjip.pipeline.stage import recall
from lkjip.pipeline.workers import Limits
from lkjip.read.numbers import parse
from lkjip.report.templating import environment
from lkjip.report.words import words_in

from . import pdfs

SHIPPED = sorted((PROJECT / "data" / "raw").glob("*.pdf"))
CHANGES = 15  # of a mutated file


def mutated(content, seed):
    """Change bytes here and there, cut a piece out, or double one."""
    chance, out = random.Random(seed), bytearray(content)
    for _ in range(CHANGES):
        out[chance.randrange(len(out))] = chance.randrange(256)
    start = chance.randrange(len(out))
    piece = out[start : start + chance.randrange(400)]
    match seed % 3:
        case 0:
            del out[start : start + len(piece)]
        case 1:
            out[start:start] = piece
    return bytes(out)


@pytest.fixture(scope="module")
def wreckage(tmp_path_factory):
    """A folder of mutated reports, read and audited."""
    root = tmp_path_factory.mktemp("wreckage")
    (root / "raw").mkdir()
    made = pdfs.written(pdfs.paged([pdfs.drawn(), pdfs.drawn(caption="Lanjutan")]))
    for seed in range(40):
        (root / "raw" / f"made-{seed:02}.pdf").write_bytes(mutated(made, seed))
    for path in SHIPPED:
        (root / "raw" / path.name).write_bytes(mutated(path.read_bytes(), 4))
    run = everything.Run(Folders(root / "raw", root / "processed", root / "reports"), {}, Limits(60, 1500))
    return run, everything.read(run), everything.audit(run)


def test_a_mutated_report_is_read_or_refused_and_is_no_fault_of_the_program(wreckage):
    run, read, audited = wreckage
    assert len(read) == 40 + len(SHIPPED)
    failures = [failure for done in [*read, *audited] if (failure := recall(done.task.memory).failure)]
    assert [each for each in failures if "fault of the program" in each.hint] == []
    assert 10 < len(audited) < len(read), "some of both kinds, or this shows nothing"
    assert (run.folders.processed / "documents.csv").read_text().count("\n") == len(read) + 1


TEXT = st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)
WIDE = st.integers(min_value=2, max_value=5)
TABLES = WIDE.flatmap(
    lambda wide: st.lists(st.lists(TEXT, min_size=wide, max_size=wide).map(tuple), min_size=2, max_size=6)
)


def extracted(content) -> Extraction:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        path.write_bytes(content)
        return extract(path)


@given(first=TABLES, second=TABLES)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_tables_on_two_pages_keep_every_character_merged_or_not(first, second):
    found = extracted(pdfs.written(pdfs.paged([pdfs.drawn(first, "Tabel 1"), pdfs.drawn(second, "Lanjutan")])))
    cells = [cell.text for cell in found.cells]
    kept = sorted("".join(cells + [line.text for line in found.lines]).replace(" ", ""))
    printed = sorted("".join(text for row in first + second for text in row) + "Tabel1Lanjutan")
    repeated = any("repeated header" in table.note or "numbering" in table.note for table in found.tables)
    assert kept == printed or repeated
    keys = [(cell.table_id, cell.row, cell.column) for cell in found.cells]
    assert len(keys) == len(set(keys))


class Shown(HTMLParser):
    """Collects what a browser would show, and the tags that it would obey."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data):
        self.text += data


MARKUP = st.lists(st.sampled_from(["<", ">", '"', "'", "&", "<script>", "</td>", "{{ 7 }}", "&lt;", "x", " ", "é"]))


@given(MARKUP.map("".join) | st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
@settings(deadline=None, derandomize=True)
def test_any_text_is_shown_in_a_page_and_never_obeyed(text):
    environment_ = environment(words_in("en"))
    made = environment_.from_string('<td title="{{ text }}">{{ text }}</td>').render(text=text)
    shown = Shown()
    shown.feed(made)
    shown.close()
    assert [tag for tag, _ in shown.tags] == ["td"]
    if not re.search(r"\d", text):  # personal numbers are masked
        assert shown.text == text
        assert dict(shown.tags[0][1])["title"] == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@settings(deadline=None, derandomize=True)
def test_any_text_comes_back_from_a_csv_cell_that_no_spreadsheet_runs(text):
    written = store.defused(text)
    assert store.restored(written) == text
    assert written[:1] not in ("=", "+", "@", "\t", "\r")


@given(st.text(alphabet="0123456789.,-–() %Rp\u2028", max_size=30))
@settings(deadline=None, derandomize=True)
def test_numbers_lie_in_their_text_one_after_the_other(text):
    end = 0
    for number in parse(text):
        assert end <= number.start < number.end <= len(text)
        assert number.value.is_finite()
        end = number.end
