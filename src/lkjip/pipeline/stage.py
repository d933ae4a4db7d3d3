"""What every stage does around its work: find the stale documents, run them with a bar, remember what came of it."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from lkjip import store
from lkjip.paths import Folders
from lkjip.pipeline.workers import Failure, Limits, run_each

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


def remember(job: Job, failure: Failure | None) -> None:
    """Note what came of a job. Called last: a killed run is never taken for a finished one."""
    known = {"cause": failure.cause, "hint": failure.hint} if failure else None
    store.save_text(job.memory, json.dumps({"made_from": job.made_from, "failure": known}))


def run(work: Callable[[Job], object], jobs: Sequence[Job], limits: Limits) -> None:
    """Do the stale jobs, each on its own, and remember what came of each."""
    stale = [job for job in jobs if recall(job.memory).made_from != job.made_from]
    for job in stale:
        job.memory.unlink(missing_ok=True)
    title = stale[0].stage if stale else ""
    for done in progress(run_each(work, stale, limits), title, len(stale)):
        failure = done.value if isinstance(done.value, Failure) else None
        remember(done.task, failure)


def succeeded(jobs: Iterable[Job]) -> list[Job]:
    """Keep the jobs that left a result, each with what that result was really made from."""
    known = [(job, recall(job.memory)) for job in jobs]
    return [replace(job, made_from=it.made_from) for job, it in known if it.made_from and it.failure is None]


def progress(items: Iterable[Item], title: str, total: int) -> Iterable[Item]:
    """Show a bar while the items go by; none where there is nothing to do."""
    return tqdm(items, desc=f"{title:<7}", total=total, unit=" documents", file=sys.stderr, disable=total == 0)
