"""The read stage: a PDF becomes tidy tables, text and facts."""

from pathlib import Path

from lkjip import freshness
from lkjip.documents import shown
from lkjip.extract import Extraction, extract
from lkjip.pipeline.stage import Job
from lkjip.read import Manual, read


class Clash(Exception):
    """Two files of the raw folder have the same id."""

    def __init__(self, name: str, other: str) -> None:
        self.cause = f"{name} and {other} would both be written to one folder"
        self.hint = "rename one of the two PDFs"
        super().__init__(self.cause)


def work(job: Job) -> None:
    """Read one document into its folder. Raises UnreadablePdf, Clash, and what a wrong correction raises."""
    clash = dict(job.parameters).get("clash")
    if clash:
        raise Clash(shown(job.path), shown(Path(clash)))
    understand(job, extracted(job))


def carefully(job: Job) -> None:
    """Read one document without the pages that end the process which reads them; other limits may leave out others."""
    understand(job, extract(job.path, answers=job.folders.recognitions, careful=True))


def understand(job: Job, extraction: Extraction) -> None:
    """Write what the tables and the text of a document say into its folder."""
    reading = read(job.document, extraction, Manual.load(job.folders.manual))
    reading.save(job.folders.of(job.document))


def extracted(job: Job) -> Extraction:
    """Return what stands in the PDF, from the cache when this content was extracted before by this code."""
    kept = job.folders.extractions / f"{job.sha256[:32]}-{freshness.of_code('extract', 'ocr')[:16]}"
    if (kept / ".complete").exists():
        return Extraction.load(kept)
    extraction = extract(job.path, job.processes, job.folders.recognitions)
    extraction.save(kept)
    (kept / ".complete").touch()
    return extraction
