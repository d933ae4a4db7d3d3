"""The report stage: what was found becomes HTML, pages per document and language, a comparison and an index."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from tqdm import tqdm

from lkjip import freshness, store
from lkjip.paths import Folders
from lkjip.pipeline.stage import Job, recall, remember
from lkjip.pipeline.workers import Done, Failure
from lkjip.records import Status
from lkjip.report import render as rendering
from lkjip.report.links import page_file
from lkjip.settings import Settings

LANGUAGES: Final = ("en", "id")
# Each notebook's page is named for the document, and for the notebook where it is not the main one.
OF_A_DOCUMENT: Final = {"audit": "{}", "extraction": "{}.extraction"}
OF_ALL: Final = ("comparison", "index")
OF_A_FAILURE: Final = "failure"


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page to make: the notebook run that makes it, and the job that remembers it."""

    run: rendering.Job
    job: Job

    @property
    def is_fresh(self) -> bool:
        """Is the page there, and was it made from the same?"""
        return self.run.output.exists() and recall(self.job.memory).made_from == self.job.made_from


def report(folders: Folders, audit_jobs: Sequence[Job], parameters: Mapping[str, str]) -> list[Done[Job, object]]:
    """Write the pages of the audited documents, then those of all and of the failed; fresh ones are left alone.

    Returns the jobs of the pages that were made.

    Raises ValueError for a parameter that neither the audit nor its notebook knows.
    """
    refuse_unknown(parameters, folders)
    ended = make([page for job in audit_jobs for page in document_pages(job, parameters)])
    return ended + make([*pages_of_all(folders, parameters), *pages_of_failures(folders, parameters)])


def make(pages: Iterable[Page]) -> list[Done[Job, object]]:
    """Render the stale pages with a bar, remember what came of each, and return their jobs."""
    stale = [page for page in pages if not page.is_fresh]
    for page in stale:
        page.job.memory.unlink(missing_ok=True)
    with tqdm(total=len(stale), desc="report ", unit=" pages", disable=not stale) as bar:

        def advance(_: rendering.Job) -> None:
            bar.update()

        failures = rendering.render([page.run for page in stale], advance)
    causes = {failure.job.output: failure.cause for failure in failures}
    return [concluded(page.job, causes.get(page.run.output)) for page in stale]


def concluded(job: Job, cause: str | None) -> Done[Job, object]:
    """Remember what came of a page. One that could not be made is tried again by the next run."""
    hint = "see what its notebook does in JupyterLab (make lab), and run again"
    failure = Failure(cause, hint, "next time") if cause else None
    remember(job, failure)
    return Done(job, failure, 0.0)


def document_pages(job: Job, parameters: Mapping[str, str]) -> Iterable[Page]:
    """Make the pages of one document."""
    for notebook, name in OF_A_DOCUMENT.items():
        for language in languages(parameters):
            given = {"document": job.document, "raw": str(job.folders.raw.resolve()), **chosen(notebook, parameters)}
            recipe = freshness.digest([job.made_from, notebook_recipe(job.folders, notebook), repr(parameters)])
            yield page(
                Job(f"{notebook}.{language}", job.document, recipe, job.path, job.sha256, job.folders),
                name.format(job.document),
                given,
            )


def pages_of_all(folders: Folders, parameters: Mapping[str, str]) -> Iterable[Page]:
    """Make the comparison and the index."""
    known = store.as_csv(Status, store.load(folders.processed, Status))
    for notebook in OF_ALL:
        recipe = freshness.digest([known, findings_of_all(folders), notebook_recipe(folders, notebook)])
        for language in languages(parameters):
            yield page(Job(f"{notebook}.{language}", "", recipe, folders.raw, "", folders), notebook, {})


def pages_of_failures(folders: Folders, parameters: Mapping[str, str]) -> Iterable[Page]:
    """Make the pages that say why a document has no audit, and what to do."""
    for status in store.load(folders.processed, Status):
        if status.outcome == "failed":
            recipe = freshness.digest([repr(status), notebook_recipe(folders, OF_A_FAILURE)])
            for language in languages(parameters):
                job = Job(f"{OF_A_FAILURE}.{language}", status.document, recipe, folders.raw, status.sha256, folders)
                yield page(job, status.document, {"document": status.document})


def page(job: Job, name: str, given: Mapping[str, Any]) -> Page:
    """Make a page from its job, whose stage names the notebook and the language."""
    notebook, _, language = job.stage.partition(".")
    processed = str(job.folders.processed.resolve())
    run = rendering.Job(
        job.folders.notebooks / f"{notebook}.ipynb",
        {"language": language, "processed": processed, **given},
        job.folders.reports / page_file(name, language),
    )
    return Page(run, job)


def languages(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages to write: the one asked for, or all."""
    return (parameters["language"],) if "language" in parameters else LANGUAGES


def refuse_unknown(parameters: Mapping[str, str], folders: Folders) -> None:
    """Hold the names that a person typed to those there are. Raises ValueError."""
    ours = {"document", "processed", "raw", "settings"}
    known = {field.name for field in fields(Settings)} | set(rendering.parameters_of(folders.notebooks / "audit.ipynb"))
    unknown = sorted(set(parameters) - (known - ours))
    if unknown:
        raise ValueError(f"there is no parameter {unknown[0]!r}; there are: {', '.join(sorted(known - ours))}")


def chosen(notebook: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return the notebook parameters among those that a person typed; settings of the audit are one of them."""
    if notebook != "audit":
        return {}
    settings = {field.name for field in fields(Settings)}
    return {name: text == "true" for name, text in parameters.items() if name not in settings}


def findings_of_all(folders: Folders) -> bytes:
    """Return what the pages about all documents tell of."""
    return b"".join(path.read_bytes() for path in sorted(folders.processed.glob("*.csv")))


def notebook_recipe(folders: Folders, notebook: str) -> str:
    """Return the hash of the code and the notebook that make a page."""
    return freshness.digest([freshness.of_code("report"), (folders.notebooks / f"{notebook}.ipynb").read_bytes()])
