"""The audit stage: facts become checks, findings and outcomes."""

from lkjip import store
from lkjip.audit import audit
from lkjip.datapackage import datapackage
from lkjip.pipeline.stage import Job
from lkjip.read import Reading
from lkjip.settings import Settings


def work(job: Job) -> None:
    """Audit one document into its folder."""
    folder = job.folders.of(job.document)
    audit(Reading.load(folder), Settings.parse(dict(job.parameters))).save(folder)
    store.save_text(folder / "datapackage.json", datapackage(job.document))
