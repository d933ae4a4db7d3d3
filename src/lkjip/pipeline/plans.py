"""Which jobs a run consists of, and what the result of each depends on."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from lkjip import freshness
from lkjip.documents import Document, sha256
from lkjip.paths import Folders
from lkjip.pipeline.stage import Job
from lkjip.settings import Settings


def read_jobs(documents: Iterable[Document], folders: Folders) -> list[Job]:
    """Make the read job of every document."""
    recipe = freshness.digest(
        [freshness.of_code("extract", "ocr", "read"), freshness.of_folder(folders.manual, "*.csv")]
    )
    return [read_job(document, recipe, folders) for document in documents]


def read_job(document: Document, recipe: str, folders: Folders) -> Job:
    """Make the read job of one document: its result depends on its content, the code and what people decided."""
    content = content_of(document)
    made_from = freshness.digest([content, recipe, document.clash.encode("utf-8", "surrogateescape")])
    parameters = (("clash", document.clash),) if document.clash else ()
    return Job("read", document.document, made_from, document.path, content, folders, parameters)


def content_of(document: Document) -> str:
    """Return the hash of a PDF, or nothing for one that cannot be opened: reading it says why."""
    try:
        return sha256(document.path)
    except OSError:
        return ""


def audit_jobs(read_jobs: Iterable[Job], typed: Mapping[str, str]) -> list[Job]:
    """Make the audit job of every document that was read; what a person typed for the pages only is left out."""
    settings = {field.name for field in fields(Settings)} - {"language"}
    parameters = tuple(sorted((name, text) for name, text in typed.items() if name in settings))
    recipe = freshness.digest([freshness.of_code("audit", "settings.py"), repr(parameters)])
    return [audit_job(job, recipe, parameters) for job in read_jobs]


def audit_job(job: Job, recipe: str, parameters: tuple[tuple[str, str], ...]) -> Job:
    """Make the audit job of one document: its result depends on the reading, the rules and the settings."""
    made_from = freshness.digest([job.made_from, recipe])
    return Job("audit", job.document, made_from, job.path, job.sha256, job.folders, parameters)
