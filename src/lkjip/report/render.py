"""Run parameterised notebooks with papermill and export them with nbconvert; libraries and templates load once."""
# mypy: disable-error-code="no-untyped-call"

import difflib
import logging
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import nbformat
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from papermill import execute_notebook, inspect_notebook
from papermill.engines import Engine, papermill_engines
from papermill.exceptions import PapermillExecutionError

from lkjip import store
from lkjip.report import kernel, page

ENGINE = "in-process"
TEMPLATES = Path(__file__).parent / "nbconvert"
WARMING = "from lkjip.report.warming import warm_up\nwarm_up()"
TYPES: Final[dict[str, tuple[type, ...]]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
    "list": (list,),
    "dict": (dict,),
}

logging.getLogger("papermill").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Job:
    """A notebook to run with these parameters, and the HTML file that it becomes."""

    notebook: Path
    parameters: Mapping[str, Any]
    output: Path


class NotMade(Exception):
    """Pages that could not be made, and why."""

    hint = "see what its notebook does in JupyterLab (make lab), and run again"

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self.cause = "; ".join(f"{name}: {reason}" for name, reason in reasons.items())
        super().__init__(self.cause)


class InProcess(Engine):  # type: ignore[misc]
    """A papermill engine that runs the cells in the calling process, which must be one of its own."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run the cells in order up to the first that fails."""
        shell = kernel.start()
        for index, cell in enumerate(nb_man.nb.cells):
            if cell.cell_type == "code" and not run_cell(nb_man, shell, (index, cell)):
                return


def run_cell(nb_man: Any, shell: kernel.Shell, numbered: tuple[int, NotebookNode]) -> bool:
    """Run one cell between papermill's own marks; tell whether it went well."""
    index, cell = numbered
    nb_man.cell_start(cell, index)
    good = kernel.run(shell, cell)
    if not good:
        nb_man.cell_exception(cell, index)
    nb_man.cell_complete(cell, index)
    return good


papermill_engines.register(ENGINE, InProcess)


def render(jobs: Sequence[Job]) -> None:
    """Make the HTML of every job, one after the other in the calling process, which must be one of its own.

    Raises ValueError before anything runs where a notebook has no such parameter, or one of another type, and NotMade
    when all were tried and some left no HTML.
    """
    for job in jobs:
        check(job)
    tried = {job.output.name: reason(job) for job in jobs}
    failed = {name: why for name, why in tried.items() if why}
    if failed:
        raise NotMade(failed)


def reason(job: Job) -> str:
    """Run one notebook and write its HTML; return why that failed, or nothing.

    Raises MemoryError and OSError: no notebook is to blame for these.
    """
    try:
        store.save_text(job.output, exported(executed(job)))
    except PapermillExecutionError as error:
        if error.ename == MemoryError.__name__:
            raise MemoryError from error
        return f"{error.ename}: {error.evalue}"
    except (MemoryError, OSError):
        raise
    except Exception:
        return traceback.format_exc(limit=-3)
    return ""


@cache
def warm_up() -> None:
    """Load what every job needs, so that copies of this process have it: libraries load much when they are first used."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(WARMING)])
    kernel.run(kernel.start(), notebook.cells[0])
    exported(notebook)


def executed(job: Job, engine: str = ENGINE) -> NotebookNode:
    """Return the notebook of a job with its outputs. Raises PapermillExecutionError."""
    notebook = nbformat.read(job.notebook, as_version=4)
    run: NotebookNode = execute_notebook(notebook, None, dict(job.parameters), engine_name=engine, progress_bar=False)
    return run


def exported(notebook: NotebookNode) -> str:
    """Return an executed notebook as one self-contained HTML page; nothing of the run itself is in it."""
    html, _ = exporter().from_notebook_node(notebook)
    return str(html)


class PageExporter(TemplateExporter):
    """Our own template and nothing else: no code, no preprocessors, no second parse of what is finished."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def _init_preprocessors(self) -> None:
        self._preprocessors: list[object] = []


@lru_cache(maxsize=1)
def exporter() -> PageExporter:
    """Return the exporter; its templates are compiled once."""
    made = PageExporter(template_name="lkjip", extra_template_basedirs=[str(TEMPLATES)], exclude_input=True)
    made.register_filter("page", page.frame)
    return made


def check(job: Job) -> None:
    """Hold a job's parameters to the notebook's own. Raises ValueError that says what is allowed."""
    known = parameters_of(job.notebook)
    for name, value in job.parameters.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise ValueError(f"{job.notebook.name} has no parameter {name!r}{hint}; it has: {', '.join(known)}")
        kind = known[name]["inferred_type_name"]
        if not isinstance(value, TYPES[kind]) or (kind == "int" and isinstance(value, bool)):
            raise ValueError(f"{job.notebook.name}: {name}={value!r} is not of type {kind}: {known[name]['help']}")


@lru_cache
def parameters_of(notebook: Path) -> dict[str, dict[str, str]]:
    """Return what papermill finds in a notebook's parameters cell: name, type, default and explanation of each."""
    braces_kept = str(notebook).replace("{", "{{").replace("}", "}}")  # papermill fills in paths as formats
    return dict(inspect_notebook(braces_kept))
