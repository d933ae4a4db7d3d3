"""Run one function on many documents, each in a process with limits, so that one failure stops nothing else."""

import os
import resource
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as TaskTimeout
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

Task = TypeVar("Task")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use."""

    seconds: float = 1800.0
    memory_mib: int = 3072
    workers: int = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be done, and what to do next."""

    cause: str
    hint: str


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Value]):
    """A task and what became of it."""

    task: Task
    value: Value | Failure


def run_each(function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits) -> Iterator[Done[Task, Value]]:
    """Yield every task as `Done`, in the order of `tasks`; whatever the function raises becomes a `Failure`."""
    if not tasks:
        return
    # Forked workers have the libraries loaded already: their import is paid once.
    with ProcessPool(
        max_workers=min(limits.workers, len(tasks)),
        initializer=limit_memory,
        initargs=[limits.memory_mib],
        context=get_context("fork"),
    ) as pool:
        futures = [pool.schedule(guarded, args=[function, task], timeout=limits.seconds) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            yield Done(task, outcome(future.result, limits))


def limit_memory(mebibytes: int) -> None:
    """Let this process allocate no more than that: a hostile document fails alone."""
    size = mebibytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def guarded(function: Callable[[Task], Value], task: Task) -> Value | Failure:
    """Do a task inside its process and return its error as a failure; errors of ours bring a cause and a hint."""
    try:
        return function(task)
    except MemoryError:
        raise
    except Exception as error:
        hint = getattr(error, "hint", "this is a fault of the program: please report it with the file")
        return Failure(getattr(error, "cause", f"{type(error).__name__}: {error}"), hint)


def outcome(result: Callable[[], Value | Failure], limits: Limits) -> Value | Failure:
    """Return what a task gave, or why its process had to be ended."""
    try:
        return result()
    except TaskTimeout:
        return Failure(
            f"not finished after {limits.seconds:.0f} seconds", "raise the limit with SECONDS=..., or split the PDF"
        )
    except (MemoryError, ProcessExpired) as error:
        return Failure(
            f"its process died ({error or 'out of memory'}); the limit is {limits.memory_mib} MiB",
            "raise the limit with MEMORY=..., or print the PDF anew to simplify it",
        )
