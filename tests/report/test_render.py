"""Notebooks become pages: parameters are checked, runs share nothing, and the same input gives the same bytes."""

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from lkjip.paths import PROJECT
from lkjip.pipeline.workers import Around, Limits, run_each
from lkjip.report import render as rendering
from lkjip.report.render import Job, render, warm_up

from .conftest import NOTEBOOKS, jobs_of, rendered

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def notebook(path: Path, *sources: str, parameters: str = "name: str = 'a'  # any text") -> Path:
    cells = [new_code_cell(parameters, metadata={"tags": ["parameters"]}), *(new_code_cell(text) for text in sources)]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), path)
    return path


def test_a_document_sees_nothing_of_the_one_before(tmp_path: Path) -> None:
    set_it = "import builtins, lkjip\nbuiltins.left = lkjip.left = left = 'from another document'"
    look = "import lkjip\nprint('left' in dir() or hasattr(__builtins__, 'left') or hasattr(lkjip, 'left'))"
    first, second = notebook(tmp_path / "1.ipynb", set_it, look), notebook(tmp_path / "2.ipynb", look)
    tasks = [[Job(first, {}, tmp_path / "1.html")], [Job(second, {}, tmp_path / "2.html")]]
    assert [each.value for each in run_each(render, tasks, Limits(workers=1), Around(warm_up))] == [None, None]
    assert "<pre>True" in (tmp_path / "1.html").read_text()
    assert "<pre>False" in (tmp_path / "2.html").read_text()


def test_a_notebook_that_fails_is_named_and_the_other_pages_and_documents_go_on(tmp_path: Path) -> None:
    good = Job(notebook(tmp_path / "good.ipynb", "print(name)"), {"name": "<b>"}, tmp_path / "good.html")
    bad = Job(notebook(tmp_path / "bad.ipynb", "1 / 0"), {}, tmp_path / "bad.html")
    dead = Job(notebook(tmp_path / "dead.ipynb", "import os\nos.kill(os.getpid(), 9)"), {}, tmp_path / "dead.html")
    same = Job(good.notebook, good.parameters, tmp_path / "same.html")
    broken, died = rendered([bad, good], [dead], [same])
    assert broken == "bad.html: ZeroDivisionError: division by zero"
    assert "its process died" in died
    assert "&lt;b&gt;" in good.output.read_text()
    assert same.output.read_bytes() == good.output.read_bytes()
    assert not bad.output.exists()


def test_a_notebook_that_takes_too_much_memory_says_so(tmp_path: Path) -> None:
    job = Job(notebook(tmp_path / "n.ipynb", "len(bytearray(3_000_000_000))"), {}, tmp_path / "n.html")
    (cause,) = rendered([job])
    assert "more memory than the 1024 MiB" in cause


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"nam": "x"}, "no parameter 'nam' (did you mean name?); it has: name"),
        ({"name": 3}, "name=3 is not of type str: any text"),
    ],
)
def test_a_wrong_parameter_says_what_is_allowed(tmp_path: Path, given: dict[str, Any], words: str) -> None:
    job = Job(notebook(tmp_path / "n.ipynb"), given, tmp_path / "n.html")
    with pytest.raises(ValueError) as caught:
        render([job])
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"document": "mini-barat-2042"}, "has no document 'mini-barat-2042'; did you mean mini-barat-2024?"),
        ({"language": "fr"}, "language='fr' is not known: use en or id"),
        ({"settings": {"tolerance": "9"}}, "tolerance=9 is out of range: use a number from 0 to 5"),
    ],
)
def test_a_wrong_value_says_what_is_allowed(folder: Path, tmp_path: Path, given: dict[str, Any], words: str) -> None:
    right = next(job for job in jobs_of(folder, ["mini-barat-2024"], "en") if job.notebook.stem == "audit")
    job = Job(right.notebook, {**right.parameters, **given}, tmp_path / "n.html")
    (cause,) = rendered([job])
    assert words in cause


def test_the_same_input_gives_the_same_bytes(site: Path, folder: Path, tmp_path: Path) -> None:
    jobs = jobs_of(folder, ["mini-barat-2024"], "en")
    again = [Job(job.notebook, job.parameters, tmp_path / job.output.name) for job in jobs]
    assert rendered(again) == []
    for job in again:
        assert job.output.read_bytes() == (site / job.output.name).read_bytes(), job.output.name


def test_a_kernel_of_its_own_gives_the_same_page(site: Path, folder: Path) -> None:
    job = next(job for job in jobs_of(folder, ["mini-barat-2024"], "en") if job.notebook.stem == "audit")
    os.environ.setdefault("PYTHONPATH", str(PROJECT / "src"))
    html = rendering.exported(rendering.executed(job, engine="nbclient"))
    assert html == (site / "mini-barat-2024.html").read_text(encoding="utf-8")


def test_pages_tell_nothing_of_the_machine(site: Path, folder: Path) -> None:
    for page in site.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for word in (str(PROJECT), str(folder), "papermill", "execution_count", "ipykernel"):
            assert word not in text, (page.name, word)


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_are_committed_as_stories(path: Path) -> None:
    told = nbformat.read(path, as_version=4)
    nbformat.validate(told)
    assert told.metadata.kernelspec.name == "python3"
    code = [cell for cell in told.cells if cell.cell_type == "code"]
    assert [cell.metadata.get("tags") for cell in code].count(["parameters"]) == 1
    for cell in code:
        assert cell.outputs == [] and cell.execution_count is None
        assert "def " not in cell.source and "open(" not in cell.source.replace("library(", "")
        if cell.metadata.get("tags") != ["parameters"]:
            assert 1 <= len(cell.source.splitlines()) <= 5


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_every_parameter_has_a_type_and_an_explanation(path: Path) -> None:
    for name, known in rendering.parameters_of(path).items():
        assert known["inferred_type_name"] in rendering.TYPES, name
        assert len(known["help"]) > 10, name
