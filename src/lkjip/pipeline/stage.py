"""What every stage does around its work: find the stale documents, run them with a bar, remember what came of it."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from lkjip import store
from lkjip.paths import Folders
from lkjip.pipeline.workers import NOTHING, Around, Done, Failure, Limits, run_each
from lkjip.storage import Remote

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
    outputs: tuple[Path, ...] = ()  # the pages that it makes
    processes: int = 1  # it may use; the result does not depend on them

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


def remember(done: Done[Job, object], limits: Limits) -> None:
    """Note what came of a job. Called last: a killed run is never taken for a finished one."""
    failure = failure_of(done)
    known = asdict(failure) if failure else None
    store.save_text(done.task.memory, json.dumps({"made_from": made_within(done, limits), "failure": known}))


def made_within(done: Done[Job, object], limits: Limits) -> str:
    """Return what a result depends on: its limits too where they ended a process, nothing that is known else."""
    failure = failure_of(done)
    if failure and failure.retry == "next time":
        return ""
    limited = done.careful or (failure and failure.retry == "with other limits")
    return f"{done.task.made_from} within {limits}" if limited else done.task.made_from


def is_fresh(job: Job, limits: Limits) -> bool:
    """Was this job done before, is what it made still there, and would it end the same way again?

    Pages that could not be made are always tried again: nobody would miss a page that nothing speaks of.
    """
    known = recall(job.memory)
    there = all(page.exists() for page in job.outputs) and not (job.outputs and known.failure)
    return there and known.made_from in (job.made_from, f"{job.made_from} within {limits}")


def run(
    work: Callable[[Job], object], jobs: Sequence[Job], limits: Limits, around: Around = NOTHING
) -> list[Done[Job, object]]:
    """Do the stale jobs, each on its own, remember what came of each, and return them."""
    stale = with_processes([job for job in jobs if not is_fresh(job, limits)], limits)
    for job in stale:
        job.memory.unlink(missing_ok=True)
    title = stale[0].stage if stale else ""
    ended = []
    results = run_each(work, stale, limits, replace(around, fetch=fetch, bring=bring))
    for done in progress(results, title, len(stale)):
        if limits.scheduler:
            collect(done.task)
        remember(done, limits)
        bring(done.task)
        ended.append(done)
    return ended


def with_processes(jobs: Sequence[Job], limits: Limits) -> list[Job]:
    """Share the processes of this machine out among fewer jobs; a worker of a cluster has one for each."""
    share = 1 if limits.scheduler or not jobs else max(1, limits.workers // len(jobs))
    return [replace(job, processes=share) for job in jobs]


def fetch(job: Job) -> None:
    """Bring the copies of what a job reads up to date."""
    for remote, names in belongings(job):
        if remote.local != job.folders.reports:
            each(remote.pull, names)


def collect(job: Job) -> None:
    """Bring the copies of what a job wrote on another machine up to date."""
    for remote, names in belongings(job):
        if remote.local != job.folders.raw:
            each(remote.pull, names)


def bring(job: Job) -> None:
    """Bring what a job wrote to the store."""
    for remote, names in belongings(job):
        if remote.local != job.folders.raw:
            each(remote.push, names)


def belongings(job: Job) -> Iterator[tuple[Remote, list[str]]]:
    """Yield what belongs to a job in each folder of its run that lies in a store."""
    of_folder = {job.folders.raw: [job.path.name], job.folders.reports: [path.name for path in job.outputs]}
    for remote in job.folders.remotes:
        yield remote, of_folder.get(remote.local, [job.document])


def each(move: Callable[[str], None], names: Iterable[str]) -> None:
    """Move each of some files or folders."""
    for name in names:
        move(name)


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
