"""The report stage: what was found becomes HTML, pages per document and language, a comparison and an index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from lkjip import freshness, store
from lkjip.paths import Folders
from lkjip.pipeline.stage import Job, failure_of, memory, recall, run
from lkjip.pipeline.workers import Around, Done, Failure, Limits
from lkjip.records import Status
from lkjip.report import render as rendering
from lkjip.report.links import page_file
from lkjip.settings import Settings

LANGUAGES: Final = ("en", "id")
REPORT, FAILURE, OF_ALL = "report", "failure", ("comparison", "index")  # stages of jobs
# The notebooks that a job runs, and how the page of each is named. Those of a document show the same pictures.
PAGES: Final[Mapping[str, Mapping[str, str]]] = {
    REPORT: {"audit": "{}", "extraction": "{}.extraction"},
    FAILURE: {"failure": "{}"},
    **{name: {name: name} for name in OF_ALL},
}


def report(
    folders: Folders, audit_jobs: Sequence[Job], parameters: Mapping[str, str], limits: Limits
) -> list[Done[Job, object]]:
    """Write the pages of the audited documents, then those of all and of the failed; fresh ones are left alone.

    Returns the jobs that were done. Raises ValueError for a parameter that neither the audit nor its notebook knows.
    """
    refuse_unknown(parameters, folders)
    ended = made([document_job(job, parameters) for job in audit_jobs], limits)
    # The others look at all documents, and those are on this machine.
    here = replace(folders, remotes=())
    others = [*jobs_of_all(here, parameters), *jobs_of_failures(here, parameters)]
    return ended + made(others, replace(limits, scheduler=""))


def made(jobs: Sequence[Job], limits: Limits) -> list[Done[Job, object]]:
    """Do the jobs whose pages are not there or not fresh. One that failed is tried again by the next run."""
    return [tried_again(done) for done in run(work, jobs, limits, Around(rendering.warm_up))]


def tried_again(done: Done[Job, object]) -> Done[Job, object]:
    """Say of a failure that the next run tries again."""
    failure = failure_of(done)
    value = Failure(failure.cause, failure.hint, "next time") if failure else done.value
    return Done(done.task, value, done.seconds)


def work(job: Job) -> None:
    """Make the pages of one job. Raises NotMade."""
    rendering.render(list(pages(job)))


def pages(job: Job) -> Iterator[rendering.Job]:
    """Yield the notebook runs that make the pages of a job."""
    for notebook, name in PAGES[job.stage].items():
        path, typed = job.folders.notebooks / f"{notebook}.ipynb", dict(job.parameters)
        for language in languages(typed):
            given = {
                **chosen(typed),
                "document": job.document,
                "raw": str(job.path.resolve()),
                "processed": str(job.folders.processed.resolve()),
                "language": language,
            }
            known = {key: value for key, value in given.items() if key in rendering.parameters_of(path)}
            yield rendering.Job(path, known, job.folders.reports / page_file(name.format(job.document), language))


def document_job(job: Job, parameters: Mapping[str, str]) -> Job:
    """Make the job of the pages of one audited document."""
    return with_pages(replace(job, stage=REPORT, parameters=tuple(sorted(parameters.items()))), [job.made_from])


def jobs_of_all(folders: Folders, parameters: Mapping[str, str]) -> Iterator[Job]:
    """Make the jobs of the comparison and the index."""
    known = list(findings_of_all(folders))
    for stage in OF_ALL:
        yield with_pages(Job(stage, "", "", folders.raw, "", folders, of_language(parameters)), known)


def jobs_of_failures(folders: Folders, parameters: Mapping[str, str]) -> Iterator[Job]:
    """Make the jobs of the pages that say why a document has no audit, and what to do."""
    for status in store.load(folders.processed, Status):
        if status.outcome == "failed":
            job = Job(FAILURE, status.document, "", folders.raw, status.sha256, folders, of_language(parameters))
            yield with_pages(job, [repr(status)])


def with_pages(job: Job, parts: Iterable[str | bytes]) -> Job:
    """Complete a job by its pages, and by all that they are made from."""
    notebooks = [(job.folders.notebooks / f"{name}.ipynb").read_bytes() for name in PAGES[job.stage]]
    made_from = freshness.digest([*parts, freshness.of_code("report"), *notebooks, repr(job.parameters)])
    return replace(job, made_from=made_from, outputs=tuple(page.output for page in pages(job)))


def languages(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages to write: the one asked for, or all."""
    return (parameters["language"],) if "language" in parameters else LANGUAGES


def of_language(parameters: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Keep the language of what a person typed: all that pages of no single audit depend on."""
    return tuple((name, text) for name, text in parameters.items() if name == "language")


def refuse_unknown(parameters: Mapping[str, str], folders: Folders) -> None:
    """Hold the names that a person typed to those there are. Raises ValueError."""
    ours = {"document", "processed", "raw", "settings"}
    known = {field.name for field in fields(Settings)} | set(rendering.parameters_of(folders.notebooks / "audit.ipynb"))
    unknown = sorted(set(parameters) - (known - ours))
    if unknown:
        raise ValueError(f"there is no parameter {unknown[0]!r}; there are: {', '.join(sorted(known - ours))}")


def chosen(parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return the notebook parameters among those that a person typed; they are true or false."""
    settings = {field.name for field in fields(Settings)}
    return {name: text == "true" for name, text in parameters.items() if name not in settings}


def findings_of_all(folders: Folders) -> Iterator[str]:
    """Yield what stands for all that the pages about all documents tell of: how far each came, and its audit."""
    for status in store.load(folders.processed, Status):
        yield repr(status)
        yield recall(memory(folders, status.document, "audit")).made_from
