"""The project's own files agree with each other."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


def test_every_declared_package_is_locked_in_an_allowed_version():
    from packaging.requirements import Requirement

    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    for text in declared():
        wanted = Requirement(text)
        assert wanted.name.lower() in locked, f"{wanted.name} is not locked: run make lock"
        assert wanted.specifier.contains(locked[wanted.name.lower()]), text


def test_conda_users_get_the_same_versions():
    text = (ROOT / "environment.yml").read_text()
    assert re.search(r"^ *- python=3\.11$", text, re.MULTILINE)
    assert re.search(r"^ *- -r requirements\.lock$", text, re.MULTILINE)
    assert "==" not in text, "versions stand in the lock file only"


def test_the_lock_file_names_no_address():
    assert "://" not in (ROOT / "requirements.lock").read_text()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs_code_or_figures(path):
    notebook = json.loads(path.read_text())
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            assert not cell["outputs"]
            assert cell["execution_count"] is None
            assert not re.search(r"^\s*(def|class) ", source, re.MULTILINE)
            assert len(source.splitlines()) <= 8
        assert not re.search(r"\d{1,3}([.,]\d{3})+", source), "a figure is typed into the notebook"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_has_one_cell_of_explained_parameters(path):
    cells = json.loads(path.read_text())["cells"]
    [source] = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", [])]
    for line in source.splitlines():
        assert re.match(r"^\w+: \w+ = .+  # \w", line), line


def test_the_readme_names_commands_that_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", re.sub(r"make and", "", (ROOT / "README.md").read_text())))
    assert named
    assert named <= targets
