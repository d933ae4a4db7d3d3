"""Run one function on many documents, each in a process with limits, so that one failure stops nothing else."""

import errno
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, Generic, Literal, TypeVar

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

STATUS: Final = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use, how many are done at a time, and the address of the cluster that does them, if any.

    The seconds count anew from each recognised page: a long scan is no document that hangs.
    """

    seconds: float = 1800.0
    memory_mib: int = 1024
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
    careful: bool = False  # it was done again with more care: its process had died


def nothing(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is done before and after a task, and where its process dies."""

    warm_up: Callable[[], object] = nothing  # loads what all tasks share; called before each, it must do so only once
    careful: Callable[[Any], Any] | None = None  # does a task again whose process died
    fetch: Callable[[Any], object] = nothing  # on a cluster: bring what a task reads to the worker
    bring: Callable[[Any], object] = nothing  # on a cluster: bring away what it wrote


NOTHING: Final = Around()


def run_each(
    function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits, around: Around = NOTHING
) -> Iterator[Done[Task, Value]]:
    """Yield every task as `Done`, in the order of `tasks`; whatever the function raises becomes a `Failure`.

    They are done on this machine, or on the cluster that the limits name: there too, each in a process with limits.
    """
    if limits.scheduler and tasks:
        from lkjip.pipeline.cluster import run_each as run_there

        return run_there(function, tasks, limits, around)
    return run_here(function, tasks, limits, around)


def run_here(
    function: Callable[[Task], Value], tasks: Sequence[Task], limits: Limits, around: Around
) -> Iterator[Done[Task, Value]]:
    """Do each task in a process of its own on this machine: it finds what was loaded, and nothing of another task."""
    if not tasks:
        return
    around.warm_up()
    with ProcessPool(
        max_workers=min(limits.workers, len(tasks)),
        max_tasks=1,
        initializer=limit_memory,
        initargs=[limits.memory_mib],
        context=get_context("fork"),
    ) as pool:
        futures = [pool.schedule(timed, args=[function, task, limits.seconds]) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            value, seconds = outcome(future.result, limits)
            if around.careful and isinstance(value, Failure) and value.retry == "with other limits":
                again = pool.schedule(timed, args=[around.careful, task, limits.seconds])
                second, more = outcome(again.result, limits)
                careful = not isinstance(second, Failure)
                yield Done(task, second if careful else value, seconds + more, careful)
            else:
                yield Done(task, value, seconds)


def limit_memory(mebibytes: int) -> None:
    """Let this process use no more than that: a hostile document fails alone."""
    size = mebibytes * 1024 * 1024 + untouched()
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def untouched() -> int:
    """Return the bytes that this process reserved and never used, where the system tells: libraries do so for each core."""
    if not STATUS.exists():
        return 0
    known = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return max(0, kibibytes(known["VmData"]) - kibibytes(known["RssAnon"])) * 1024


def kibibytes(text: str) -> int:
    """Return the number of an entry such as "  1234 kB"."""
    return int(text.split()[0])


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
    except MemoryError:
        cause = f"it needs more memory than the {limits.memory_mib} MiB that one document may use"
    except ProcessExpired as error:
        if error.exitcode == deadline.EXIT_CODE:
            cause = f"not finished after {limits.seconds:.0f} seconds"
            hint = "raise the limit with SECONDS=..., or split the PDF"
            return Failure(cause, hint, "with other limits"), limits.seconds
        cause = f"its process died ({death(error.exitcode, limits)})"
    return Failure(
        cause, "raise the limit with MEMORY=..., or print the PDF anew to simplify it", "with other limits"
    ), 0.0


def death(status: int | None, limits: Limits) -> str:
    """Return how a process ended: libraries abort where they get no memory, and a system without any kills."""
    if status in (-signal.SIGABRT, -signal.SIGKILL):
        name = signal.Signals(-status).name
        return f"{name}, as where a page unpacks to more than the {limits.memory_mib} MiB that one document may use"
    return f"exit status {status}"
