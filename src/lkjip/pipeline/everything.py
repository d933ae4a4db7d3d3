"""The three stages over all documents, or over one; each imports only what it needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lkjip.documents import inventory
from lkjip.paths import Folders
from lkjip.pipeline import plans, stacking
from lkjip.pipeline.stage import Job, run, succeeded
from lkjip.pipeline.workers import Around, Done, Limits

Ended = list[Done[Job, object]]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run is asked to do; an empty `document` means all of them."""

    folders: Folders
    parameters: Mapping[str, str]
    limits: Limits
    document: str = ""


def chosen(run_: Run, jobs: Sequence[Job]) -> list[Job]:
    """Keep the jobs of the document asked for. Raises FileNotFoundError if there is no such document."""
    kept = [job for job in jobs if run_.document in ("", job.document)]
    if run_.document and not kept:
        known = ", ".join(job.document for job in jobs)
        raise FileNotFoundError(f"DOC={run_.document}: no such document; there are: {known}")
    return kept


def read_jobs(run_: Run) -> list[Job]:
    """Make the read jobs of all documents."""
    return plans.read_jobs(inventory(run_.folders.raw), run_.folders)


def audit_jobs(run_: Run) -> list[Job]:
    """Make the audit jobs of all documents that were read."""
    return plans.audit_jobs(succeeded(read_jobs(run_)), run_.parameters)


def read(run_: Run) -> Ended:
    """Read every PDF that changed."""
    from lkjip.pipeline import reading

    return run(reading.work, chosen(run_, read_jobs(run_)), run_.limits, Around(careful=reading.carefully))


def audit(run_: Run) -> Ended:
    """Audit every reading that changed, and stack the tables of all."""
    from lkjip.pipeline import auditing

    jobs = audit_jobs(run_)
    ended = run(auditing.work, chosen(run_, jobs), run_.limits)
    stacking.stack(run_.folders.processed, read_jobs(run_), jobs)
    return ended


def report(run_: Run) -> Ended:
    """Write the HTML of everything that changed."""
    from lkjip.pipeline import reporting

    jobs = succeeded(chosen(run_, audit_jobs(run_)))
    return reporting.report(run_.folders, jobs, run_.parameters, run_.limits)


STAGES: Final[Mapping[str, Callable[[Run], Ended]]] = {"read": read, "audit": audit, "report": report}
