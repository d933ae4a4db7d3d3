"""Run one function on many documents on a Dask cluster, each document in a process with limits on a worker.

A worker does with each document what this machine would do with all of them: the cluster decides where and nothing else.
"""
# mypy: disable-error-code="no-untyped-call"

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import dask
from distributed import Client, Future, KilledWorker, LocalCluster

from lkjip import freshness
from lkjip.paths import PROJECT, Folders
from lkjip.pipeline.workers import Around, Done, Failure, Limits, guarded, run_here

Task = TypeVar("Task")
Value = TypeVar("Value")

LOCAL = "local"
TIMEOUT = "10s"  # to find the cluster
DEATHS = 3  # a document whose workers died as often is not tried again
BATCH = 1000  # documents that the scheduler knows of at a time: it spends a millisecond and a kilobyte on each


@dataclass(frozen=True, slots=True)
class Call(Generic[Task, Value]):
    """What a worker is sent."""

    function: Callable[[Task], Value]
    task: Task
    limits: Limits
    around: Around


def run_each(
    function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits, around: Around
) -> Iterator[Done[Task, Value]]:
    """Yield every task as `Done`, in the order of `tasks`.

    Raises OSError where there is no such cluster, ValueError where its workers run other code.
    """
    with dask.config.set({"distributed.scheduler.allowed-failures": DEATHS}), connected(limits) as client:
        refuse_other_code(client)
        for start in range(0, len(tasks), BATCH):
            batch = tasks[start : start + BATCH]
            futures = client.map(do, [Call(function, task, alone(limits), around) for task in batch], pure=False)
            yield from (gathered(task, future) for task, future in zip(batch, futures, strict=True))


@contextmanager
def connected(limits: Limits) -> Iterator[Client]:
    """Connect to the cluster for the time of a `with` block; "local" starts one, with a process for each worker."""
    if limits.scheduler != LOCAL:
        with Client(limits.scheduler, timeout=TIMEOUT) as client:
            yield client
        return
    workers = {"n_workers": limits.workers, "threads_per_worker": 1, "memory_limit": 0}
    with LocalCluster(**workers, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client


def refuse_other_code(client: Client) -> None:
    """Hold the workers' code to ours: others would give other results. Raises ValueError."""
    others = [worker for worker, code in client.run(of_checkout).items() if code != of_checkout()]
    if others:
        raise ValueError(f"{others[0]} runs other code or libraries than this machine; bring its workers up to date")


def of_checkout() -> str:
    """Return the hash of all that decides what a worker makes: code, libraries, notebooks, and what people decided."""
    folders = Folders(PROJECT, PROJECT, PROJECT)
    of_people = freshness.of_folder(folders.manual, "*.csv")
    return freshness.digest([freshness.of_code(""), freshness.of_folder(folders.notebooks, "*.ipynb"), of_people])


def alone(limits: Limits) -> Limits:
    """Return the limits of one document on its worker."""
    return replace(limits, workers=1, scheduler="")


def do(call: Call[Task, Value]) -> Done[Task, Value]:
    """Do one task on the worker that this runs on."""
    # Dask marks its workers as daemons, which may have no children; a child ends with the pipe to its worker.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    done = guarded(forked, call)
    return Done(call.task, done, 0.0) if isinstance(done, Failure) else done


def forked(call: Call[Task, Value]) -> Done[Task, Value]:
    """Do one task in a process of its own, after its inputs came and before its results go."""
    call.around.fetch(call.task)
    [done] = run_here(call.function, [call.task], call.limits, call.around)
    call.around.bring(call.task)
    return done


def gathered(task: Task, future: "Future[Any]") -> Done[Task, Any]:
    """Wait for a task. One whose workers keep dying is a failure of its own."""
    try:
        done: Done[Task, Any] = future.result()
        return done
    except KilledWorker:
        cause = f"{DEATHS + 1} workers of the cluster died over it"
        return Done(task, Failure(cause, "look after the workers and their memory, and run again", "next time"), 0.0)
    finally:
        future.release()
