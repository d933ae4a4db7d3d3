"""How often Python looks for cycles of garbage while a PDF is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 100_000  # new objects between two looks; Python's own 700 takes a tenth of the time


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for cycles seldom: reading makes very many rows, and hardly a cycle among them."""
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
