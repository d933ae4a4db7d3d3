"""What every stage does around its work: find the stale documents, run them with a bar, remember what came of it."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from lkjip import store
from lkjip.paths import Folders
from lkjip.pipeline.workers import Done, Failure, Limits, run_each

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Job:
    """One document in one stage; `made_from` stands for everything that the result depends on."""

    stage: str
    document: str
    made_from: str
    path: Path  # of the PDF
    sha256: str
    folders: Folders
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def memory(self) -> Path:
        """Return the file that remembers what this job's result was made from, and whether it failed."""
        return memory(self.folders, self.document, self.stage)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of a finished job."""

    made_from: str
    failure: Failure | None


def memory(folders: Folders, document: str, stage: str) -> Path:
    """Return the file that remembers a document's result in a stage."""
    return folders.of(document) / f".{stage}"


def recall(path: Path) -> Memory:
    """Read what is remembered; nothing remembered is stale."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        failure = content["failure"]
        return Memory(content["made_from"], Failure(**failure) if failure else None)
    except (OSError, ValueError, KeyError, TypeError):
        return Memory("", None)


def remember(job: Job, failure: Failure | None, limits: Limits | None = None) -> None:
    """Note what came of a job. Called last: a killed run is never taken for a finished one."""
    made_from = made_within(job, failure, limits) if failure else job.made_from
    known = asdict(failure) if failure else None
    store.save_text(job.memory, json.dumps({"made_from": made_from, "failure": known}))


def made_within(job: Job, failure: Failure, limits: Limits | None) -> str:
    """Return what a failed job's result depends on: its limits too where they ended it, nothing that is known else."""
    match failure.retry:
        case "when changed":
            return job.made_from
        case "with other limits":
            return f"{job.made_from} within {limits}"
        case "next time":
            return ""


def is_fresh(job: Job, limits: Limits) -> bool:
    """Was this job done before, and would it end the same way again?"""
    return recall(job.memory).made_from in (job.made_from, f"{job.made_from} within {limits}")


def run(work: Callable[[Job], object], jobs: Sequence[Job], limits: Limits) -> list[Done[Job, object]]:
    """Do the stale jobs, each on its own, remember what came of each, and return them."""
    stale = [job for job in jobs if not is_fresh(job, limits)]
    for job in stale:
        job.memory.unlink(missing_ok=True)
    stored = bool(stale and stale[0].folders.remotes)
    title = stale[0].stage if stale else ""
    ended = []
    for done in progress(run_each(partial(staged, work) if stored else work, stale, limits), title, len(stale)):
        if stored:
            fetch(done.task)  # another machine may have done it
        remember(done.task, failure_of(done), limits)
        if stored:
            bring(done.task)
        ended.append(done)
    return ended


def staged(work: Callable[[Job], object], job: Job) -> object:
    """Do a job beside copies of its PDF and of its document's results, on any machine that reaches the object store."""
    fetch(job)
    try:
        return work(job)
    finally:
        bring(job)


def fetch(job: Job) -> None:
    """Bring the copies of what a job reads up to date."""
    for remote in job.folders.remotes:
        if remote.local == job.folders.raw:
            remote.pull(job.path.name)
        elif remote.local == job.folders.processed:
            remote.pull(job.document)


def bring(job: Job) -> None:
    """Bring what a job wrote to the store."""
    for remote in job.folders.remotes:
        if remote.local == job.folders.processed:
            remote.push(job.document)


def failure_of(done: Done[Job, object]) -> Failure | None:
    """Return why a job could not be done, or None."""
    return done.value if isinstance(done.value, Failure) else None


def succeeded(jobs: Iterable[Job]) -> list[Job]:
    """Keep the jobs that left a result, each with what that result was really made from."""
    known = [(job, recall(job.memory)) for job in jobs]
    return [replace(job, made_from=it.made_from) for job, it in known if it.made_from and it.failure is None]


def progress(items: Iterable[Item], title: str, total: int) -> Iterable[Item]:
    """Show a bar while the items go by; none where there is nothing to do."""
    return tqdm(items, desc=f"{title:<7}", total=total, unit=" documents", file=sys.stderr, disable=total == 0)
