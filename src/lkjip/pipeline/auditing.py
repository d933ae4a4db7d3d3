"""The audit stage: facts become checks, findings and outcomes."""

from collections.abc import Iterable, Mapping

from lkjip import freshness, store
from lkjip.audit import audit
from lkjip.datapackage import datapackage
from lkjip.pipeline.stage import Job
from lkjip.read import Reading
from lkjip.settings import Settings


def jobs(read_jobs: Iterable[Job], settings: Mapping[str, str]) -> list[Job]:
    """Make the audit job of every document that was read."""
    parameters = tuple(sorted(settings.items()))
    recipe = freshness.digest([freshness.of_code("audit", "settings.py"), repr(parameters)])
    return [
        Job(
            "audit",
            job.document,
            freshness.digest([job.made_from, recipe]),
            job.path,
            job.sha256,
            job.folders,
            parameters,
        )
        for job in read_jobs
    ]


def work(job: Job) -> None:
    """Audit one document into its folder."""
    folder = job.folders.of(job.document)
    audit(Reading.load(folder), Settings.parse(dict(job.parameters))).save(folder)
    store.save_text(folder / "datapackage.json", datapackage(job.document))
