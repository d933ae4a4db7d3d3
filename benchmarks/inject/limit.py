"""Stop what takes too long, counted in seconds of the processor so that a busy machine changes no result."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlow(Exception):
    """The limit was reached."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the body of a `with` block that takes longer. Works in the main thread of a process only."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
