"""Run each job in a copy of this process: what was imported is there, what another job did is not."""

import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

Job = TypeVar("Job")
Running = dict[Connection, tuple[Job, BaseProcess]]


class Failed(Exception):
    """A job's own words for why it failed."""


def run_each(work: Callable[[Job], None], jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, str]]:
    """Yield each job as it ends, with the reason if it failed, else "". At most `workers` run at a time."""
    running: Running[Job] = {}
    waiting = list(reversed(jobs))
    while waiting or running:
        while waiting and len(running) < workers:
            job = waiting.pop()
            running.update([started(work, job)])
        ended = wait(list(running))
        for receiver in [each for each in running if each in ended]:
            job, process = running.pop(receiver)
            yield job, reason(receiver, process)


def started(work: Callable[[Job], None], job: Job) -> tuple[Connection, tuple[Job, BaseProcess]]:
    """Fork a process for a job; its reason comes through the connection, which closes when it ends."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=report, args=(work, job, sender), daemon=True)
    process.start()
    sender.close()
    return receiver, (job, process)


def report(work: Callable[[Job], None], job: Job, sender: Connection) -> None:
    """Do a job and send why it failed, or "" """
    try:
        work(job)
        sender.send("")
    except Failed as failure:
        sender.send(str(failure))
    except Exception:
        sender.send(traceback.format_exc(limit=-3))
    finally:
        sender.close()
        os._exit(0)  # the parent's exit handlers and buffers are not this copy's


def reason(receiver: Connection, process: BaseProcess) -> str:
    """Return what an ended process said; one that said nothing was killed."""
    try:
        said = str(receiver.recv())
    except EOFError:
        said = ""
        process.join()
        if process.exitcode:
            said = f"its process was ended by signal {-process.exitcode}"
    receiver.close()
    process.join()
    return said
