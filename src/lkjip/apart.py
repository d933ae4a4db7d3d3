"""Do something in a process of its own: where foreign code ends that process, this one goes on."""

import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final, NoReturn, TypeVar

from lkjip import deadline

Value = TypeVar("Value")

SHARE: Final = 0.1  # of the time of this process, so that several may hang and the rest be done


class Died(Exception):
    """The process got no memory, took too long, or was brought down by a library."""


def apart(function: Callable[[], Value]) -> Value:
    """Return what a function returns in a fork of this process, or raise what it raises. Raises Died."""
    with beside(function, SHARE) as value:
        return value()


@contextmanager
def beside(function: Callable[[], Value], share: float = 1.0) -> Iterator[Callable[[], Value]]:
    """Begin a function in a fork of this process, with a share of its time; yield what waits for the value.

    That raises what the function raises, and Died. The fork ends with the `with` block at the latest.
    """
    reader, writer = os.pipe()
    seconds = deadline.given() * share
    child = os.fork()
    if child == 0:
        deadline.begin(seconds)
        answer(function, writer)
    os.close(writer)
    try:
        yield partial(value_of, child, reader)
    finally:
        os.kill(child, signal.SIGKILL)  # does nothing to one that has ended
        os.waitpid(child, 0)
        os.close(reader)


def value_of(child: int, reader: int) -> Any:
    """Wait for what a fork writes. Raises Died, and what it raised."""
    with os.fdopen(reader, "rb", closefd=False) as stream:
        content = stream.read()
    ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    if ended is None or ended.si_status != 0:
        raise Died(f"exit status {ended and ended.si_status}")
    value, error = pickle.loads(content)
    if error is not None:
        raise error
    return value


def answer(function: Callable[[], object], writer: int) -> NoReturn:
    """Write what a function returns or raises, and end this process."""
    status = 1
    try:
        with os.fdopen(writer, "wb") as stream:
            pickle.dump(returned(function), stream)
        status = 0
    finally:
        os._exit(status)


def returned(function: Callable[[], object]) -> tuple[object, Exception | None]:
    """Return what a function returns, or its error. Raises MemoryError."""
    try:
        return function(), None
    except MemoryError:
        raise
    except Exception as error:
        return None, error
