"""The time that a task may take, kept by the system, which ends the process when it is over."""

import signal
from typing import Final

EXIT_CODE: Final = -signal.SIGALRM  # of a process that was ended so


def begin(seconds: float) -> None:
    """Let the system end this process after so many seconds, also in the midst of foreign code."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)


def given() -> float:
    """Return the seconds that were set, or 0 where none were."""
    return signal.getitimer(signal.ITIMER_REAL)[1]


def renew() -> None:
    """Count anew from now, because a part of a long task is done; does nothing where no time was set."""
    if seconds := given():
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)


def end() -> None:
    """Set no time any more."""
    signal.setitimer(signal.ITIMER_REAL, 0)
