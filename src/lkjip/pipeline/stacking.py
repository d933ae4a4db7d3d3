"""Stack the files of all documents into one each, with a `document` column, and count what is in them."""

import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from lkjip import records, store
from lkjip.documents import shown
from lkjip.pipeline import parquet
from lkjip.pipeline.stage import Job, recall
from lkjip.pipeline.workers import Failure

LARGER = "raise the limits with MEMORY=... or SECONDS=..., or print the PDF anew to simplify it"
STACKED = (
    records.Attribute,
    records.Page,
    records.Table,
    records.Cell,
    records.Subject,
    records.Fact,
    records.Indicator,
    records.BudgetLine,
    records.Repair,
    records.Unread,
    records.Check,
    records.Finding,
    records.Outcome,
)


def stack(processed: Path, read_jobs: Sequence[Job], audit_jobs: Sequence[Job]) -> None:
    """Write `documents.csv` and the stacked files of the documents that passed both stages."""
    audits = {job.document: job for job in audit_jobs}
    statuses = [status(job, failure(job, audits.get(job.document))) for job in read_jobs]
    good = [row.document for row in statuses if row.outcome == "ok"]
    for kind in STACKED:
        stack_one(processed, good, kind.FILE)
    parquet.write(processed, STACKED, {document: year(processed / document) for document in good})
    store.save(processed, records.Status, statuses)


def failure(*jobs: Job | None) -> tuple[str, Failure] | None:
    """Return the stage in which a document failed and why, or None."""
    known = ((job.stage, recall(job.memory).failure) for job in jobs if job)
    return next(((stage, why) for stage, why in known if why), None)


def year(folder: Path) -> str:
    """Return the year that a document reports on, or an empty text."""
    found = (each.value for each in store.load(folder, records.Attribute) if each.name == "year")
    return next((value for value in found if value.isdigit()), "")


def stack_one(processed: Path, documents: Iterable[str], name: str) -> None:
    """Write the rows of a file of all documents to one CSV whose first column is the document."""
    with store.whole(processed / name) as stream, io.TextIOWrapper(stream, encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for index, document in enumerate(documents):
            rows = with_document(document, rows_of(processed / document / name))
            writer.writerows(rows if index == 0 else itertools.islice(rows, 1, None))


def with_document(document: str, rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Put the document in front of every row, unless the file says it already."""
    header = next(rows)
    known = header[0] == "document"
    yield header if known else ["document", *header]
    yield from (row if known else [document, *row] for row in rows)


def rows_of(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a CSV file, its header first."""
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.reader(stream)


def status(job: Job, failed: tuple[str, Failure] | None) -> records.Status:
    """Count what is in a document's folder, or say why there is nothing."""
    folder = job.folders.of(job.document)
    stage, why = failed or ("", left_out(folder))
    counts = (0, 0, 0, 0, 0, 0) if failed else counted(folder)
    outcome: Literal["ok", "failed"] = "failed" if failed else "ok"
    return records.Status(job.document, shown(job.path), job.sha256, outcome, stage, why.cause, why.hint, *counts)


def left_out(folder: Path) -> Failure:
    """Return why pages of a document that was read were left out, or nothing."""
    pages = [str(page.page) for page in store.load(folder, records.Page) if page.reason == records.BEYOND_LIMITS]
    places = f"page{'s' * (len(pages) > 1)} {', '.join(pages)}"
    cause = f"{places} left out: {records.BEYOND_LIMITS}" if pages else ""
    return Failure(cause, LARGER if pages else "")


def counted(folder: Path) -> tuple[int, int, int, int, int, int]:
    """Count pages, unread pages, tables, facts, findings and findings of severity error."""
    pages = store.load(folder, records.Page)
    findings = store.load(folder, records.Finding)
    return (
        len(pages),
        sum(page.status in ("scan", "unreadable") for page in pages),
        len(store.load(folder, records.Table)),
        sum(1 for _ in rows_of(folder / records.Fact.FILE)) - 1,
        len(findings),
        sum(finding.severity == "error" for finding in findings),
    )
