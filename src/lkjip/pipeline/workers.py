"""Run one function on many documents, each in a process with limits, so that one failure stops nothing else."""

import errno
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final, Generic, Literal, TypeVar

from pebble import ProcessExpired, ProcessPool

from lkjip import deadline

Task = TypeVar("Task")
Value = TypeVar("Value")
Retry = Literal["when changed", "with other limits", "next time"]

# What the machine is to blame for: no document, and the same document may do well next time.
MACHINE: Final = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space, or ask for a larger quota",
    errno.EFBIG: "raise the limit on the size of files (ulimit -f)",
    errno.EROFS: "make the folder writable, or name another",
    errno.EACCES: "make the folder writable, or name another",
    errno.EPERM: "make the folder writable, or name another",
    errno.EIO: "look after the disk",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
    errno.ENFILE: "end other programs",
    errno.EHOSTUNREACH: "check the address, the network and the keys",
    errno.EAGAIN: "end other programs, or use fewer WORKERS=",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use, how many are done at a time, and the address of the cluster that does them, if any.

    The seconds count anew from each recognised page: a long scan is no document that hangs.
    """

    seconds: float = 1800.0
    memory_mib: int = 3072
    workers: int = os.cpu_count() or 1
    scheduler: str = ""

    def __str__(self) -> str:
        return f"{self.seconds:g} s, {self.memory_mib} MiB"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be done, what to do next, and when it is worth another try."""

    cause: str
    hint: str
    retry: Retry = "when changed"


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Value]):
    """A task, what became of it, and the seconds that it took."""

    task: Task
    value: Value | Failure
    seconds: float


def run_each(function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits) -> Iterator[Done[Task, Value]]:
    """Yield every task as `Done`, in the order of `tasks`; whatever the function raises becomes a `Failure`.

    They are done on this machine, or on the cluster that the limits name: there too, each in a process with limits.
    """
    if limits.scheduler and tasks:
        from lkjip.pipeline.cluster import run_each as run_there

        return run_there(function, tasks, limits)
    return run_here(function, tasks, limits)


def run_here(function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits) -> Iterator[Done[Task, Value]]:
    """Do the tasks in processes of this machine."""
    if not tasks:
        return
    # Forked workers have the libraries loaded already: their import is paid once.
    with ProcessPool(
        max_workers=min(limits.workers, len(tasks)),
        initializer=limit_memory,
        initargs=[limits.memory_mib],
        context=get_context("fork"),
    ) as pool:
        futures = [pool.schedule(timed, args=[function, task, limits.seconds]) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            value, seconds = outcome(future.result, limits)
            yield Done(task, value, seconds)


def limit_memory(mebibytes: int) -> None:
    """Let this process allocate no more than that: a hostile document fails alone."""
    size = mebibytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def timed(function: Callable[[Task], Value], task: Task, most: float) -> tuple[Value | Failure, float]:
    """Do a task within so many seconds and return with its result the seconds that it took."""
    start = time.monotonic()
    deadline.begin(most)
    try:
        value = guarded(function, task)
    finally:
        deadline.end()
    return value, time.monotonic() - start


def guarded(function: Callable[[Task], Value], task: Task) -> Value | Failure:
    """Do a task inside its process and return its error as a failure; errors of ours bring a cause and a hint."""
    try:
        return function(task)
    except MemoryError:
        raise
    except OSError as error:
        return of_machine(error) or of_program(error)
    except Exception as error:
        return of_program(error)


def of_machine(error: OSError) -> Failure | None:
    """Return the failure where the machine is to blame, such as a full disk, or None."""
    hint = MACHINE.get(error.errno or 0)
    where = f"{error.filename}: " if error.filename else ""
    return Failure(f"{where}{error.strerror}", f"{hint}, and run again", "next time") if hint else None


def of_program(error: Exception) -> Failure:
    """Return the failure that an error stands for."""
    hint = getattr(error, "hint", "this is a fault of the program: please report it with the file")
    return Failure(getattr(error, "cause", f"{type(error).__name__}: {error}"), hint)


def outcome(result: Callable[[], tuple[Value | Failure, float]], limits: Limits) -> tuple[Value | Failure, float]:
    """Return what a task gave and its seconds, or why its process had to be ended."""
    try:
        return result()
    except (MemoryError, ProcessExpired) as error:
        if getattr(error, "exitcode", 0) == deadline.EXIT_CODE:
            cause = f"not finished after {limits.seconds:.0f} seconds"
            hint = "raise the limit with SECONDS=..., or split the PDF"
            return Failure(cause, hint, "with other limits"), limits.seconds
        cause = f"its process died ({error or 'out of memory'}); the limit is {limits.memory_mib} MiB"
        hint = "raise the limit with MEMORY=..., or print the PDF anew to simplify it"
        return Failure(cause, hint, "with other limits"), 0.0
