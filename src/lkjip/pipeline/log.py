"""The log of all runs: which document went through which stage, when, by which code, how long it took, what came of it.

It lies beside the marks of make and not among the results, because two runs that give the same results take other times.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Literal

from lkjip import __version__, freshness, store
from lkjip.documents import shown
from lkjip.pipeline.stage import Job, failure_of
from lkjip.pipeline.workers import Done


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a stage of a run."""

    FILE: ClassVar[str] = "runs.csv"
    ended: str  # in UTC
    stage: str
    document: str
    file: str
    sha256: str
    version: str  # of the package
    code: str  # the first digits of the hash of the package's code
    outcome: Literal["ok", "failed"]
    seconds: float
    cause: str


def entries(ended: Sequence[Done[Job, Any]]) -> list[Entry]:
    """Return the entries of jobs that ended."""
    now, code = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), freshness.of_code("")[:12]
    return [entry(done, now, code) for done in ended]


def entry(done: Done[Job, Any], now: str, code: str) -> Entry:
    """Return the entry of a job that ended."""
    job, failure = done.task, failure_of(done)
    outcome: Literal["ok", "failed"] = "failed" if failure else "ok"
    cause = failure.cause if failure else ""
    file = shown(job.path)
    return Entry(now, job.stage, job.document, file, job.sha256, __version__, code, outcome, done.seconds, cause)


def append(folder: Path, rows: Sequence[Entry]) -> None:
    """Add entries to the log in one write, so that two runs never mix their lines."""
    if not rows:
        return
    folder.mkdir(parents=True, exist_ok=True)
    header, _, lines = store.as_csv(Entry, rows).partition("\n")
    handle = os.open(folder / Entry.FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    with os.fdopen(handle, "wb") as stream:
        stream.write((lines if os.fstat(handle).st_size else f"{header}\n{lines}").encode("utf-8"))
