"""Do something in a process of its own: where foreign code ends that process, this one goes on."""

import os
import pickle
from collections.abc import Callable
from typing import Final, NoReturn, TypeVar

from lkjip import deadline

Value = TypeVar("Value")

SHARE: Final = 0.1  # of the time of this process, so that several may hang and the rest be done


class Died(Exception):
    """The process got no memory, took too long, or was brought down by a library."""


def apart(function: Callable[[], Value]) -> Value:
    """Return what a function returns in a fork of this process, or raise what it raises. Raises Died."""
    reader, writer = os.pipe()
    seconds = deadline.given() * SHARE
    child = os.fork()
    if child == 0:
        deadline.begin(seconds)
        answer(function, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        content = stream.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise Died(f"exit status {os.waitstatus_to_exitcode(status)}")
    value, error = pickle.loads(content)
    if error is not None:
        raise error
    result: Value = value
    return result


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
