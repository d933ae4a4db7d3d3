"""One run at a time in a folder of results, and only where they can be written."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip.store import LOCK


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run works in `folder`, and keep others waiting meanwhile. Raises OSError.

    The system itself lets go of the lock when the process ends, however it ends; processes that it forked do not hold it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"another run is at work in {folder}; waiting for it", file=sys.stderr)
            fcntl.lockf(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
