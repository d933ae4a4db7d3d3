"""Run batches of jobs in copies of this process: what was imported is there, what another batch did is not."""

import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Job = TypeVar("Job")


class Failed(Exception):
    """A job's own words for why it failed."""


@dataclass
class Batch(Generic[Job]):
    """A process at work, and its jobs that have not ended, in order."""

    left: list[Job]
    process: BaseProcess


def run_each(work: Callable[[Job], None], batches: Sequence[Sequence[Job]], workers: int) -> Iterator[tuple[Job, str]]:
    """Yield each job as it ends, with the reason if it failed, else "". At most `workers` batches run at a time."""
    running: dict[Connection, Batch[Job]] = {}
    waiting = [list(batch) for batch in reversed(batches)]
    while waiting or running:
        while waiting and len(running) < workers:
            receiver, batch = started(work, waiting.pop())
            running[receiver] = batch
        ready = wait(list(running))
        for receiver in [each for each in running if each in ready]:
            batch = running[receiver]
            said = heard(receiver)
            ended = said is None or len(batch.left) == 1
            if ended:
                batch.process.join()
                receiver.close()
                del running[receiver]
            yield batch.left.pop(0), f"its process was ended by signal {died(batch)}" if said is None else said
            if ended and batch.left:  # a process that died does not cost the jobs after the one that killed it
                waiting.append(batch.left)


def started(work: Callable[[Job], None], jobs: list[Job]) -> tuple[Connection, Batch[Job]]:
    """Fork a process for a batch; what came of each job comes through the connection."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=report, args=(work, jobs, sender), daemon=True)
    process.start()
    sender.close()
    return receiver, Batch(jobs, process)


def report(work: Callable[[Job], None], jobs: Sequence[Job], sender: Connection) -> None:
    """Do the jobs and send for each why it failed, or "" """
    try:
        for job in jobs:
            sender.send(reason(work, job))
    finally:
        sender.close()
        os._exit(0)  # the parent's exit handlers and buffers are not this copy's


def reason(work: Callable[[Job], None], job: Job) -> str:
    """Do a job; return why it failed, or "" """
    try:
        work(job)
    except Failed as failure:
        return str(failure)
    except Exception:
        return traceback.format_exc(limit=-3)
    return ""


def heard(receiver: Connection) -> str | None:
    """Return what a process said of its next job; None if it ended without a word."""
    try:
        return str(receiver.recv())
    except EOFError:
        return None


def died(batch: Batch[Job]) -> int:
    """Return the signal that ended a process."""
    return -(batch.process.exitcode or 0)
