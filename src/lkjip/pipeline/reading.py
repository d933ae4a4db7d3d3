"""The read stage: a PDF becomes tidy tables, text and facts."""

from collections.abc import Iterable

from lkjip import freshness
from lkjip.documents import Document, sha256
from lkjip.extract import Extraction, extract
from lkjip.paths import Folders
from lkjip.pipeline.stage import Job
from lkjip.read import Manual, read


class Clash(Exception):
    """Two files of the raw folder have the same id."""

    def __init__(self, name: str, other: str) -> None:
        self.cause = f"{name} and {other} would both be written to one folder"
        self.hint = "rename one of the two PDFs"
        super().__init__(self.cause)


def jobs(documents: Iterable[Document], folders: Folders) -> list[Job]:
    """Make the read job of every document."""
    recipe = freshness.digest([freshness.of_code("extract", "read"), freshness.of_folder(folders.manual, "*.csv")])
    return [job(document, recipe, folders) for document in documents]


def job(document: Document, recipe: str, folders: Folders) -> Job:
    """Make the read job of one document: its result depends on its content, the code and what people decided."""
    content = sha256(document.path)
    made_from = freshness.digest([content, recipe, document.clash])
    parameters = (("clash", document.clash),) if document.clash else ()
    return Job("read", document.document, made_from, document.path, content, folders, parameters)


def work(job: Job) -> None:
    """Read one document into its folder. Raises UnreadablePdf, Clash, and what a wrong correction raises."""
    clash = dict(job.parameters).get("clash")
    if clash:
        raise Clash(job.path.name, clash)
    reading = read(job.document, extracted(job), Manual.load(job.folders.manual))
    reading.save(job.folders.of(job.document))


def extracted(job: Job) -> Extraction:
    """Return what stands in the PDF, from the cache when this content was extracted before by this code."""
    kept = job.folders.extractions / f"{job.sha256[:32]}-{freshness.of_code('extract')[:16]}"
    if (kept / ".complete").exists():
        return Extraction.load(kept)
    extraction = extract(job.path)
    extraction.save(kept)
    (kept / ".complete").touch()
    return extraction
