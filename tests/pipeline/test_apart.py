import os
import resource
import signal
import time

import pytest
from misbehaviour import misbehave

from lkjip import deadline
from lkjip.apart import Died, apart, beside


def test_a_value_and_an_error_come_back():
    assert apart(lambda: (os.getpid(), "x" * 1_000_000)) != (os.getpid(), "x" * 1_000_000)
    with pytest.raises(ValueError, match="bad page"):
        apart(lambda: misbehave("raise"))


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


def greedy():
    resource.setrlimit(resource.RLIMIT_DATA, (900_000_000, 900_000_000))
    return misbehave("eat")


@pytest.mark.parametrize("end", [lambda: misbehave("die"), killed, greedy])
def test_this_process_outlives_one_that_dies(end):
    with pytest.raises(Died):
        apart(end)


def test_what_hangs_has_a_part_of_the_time():
    start = time.monotonic()
    deadline.begin(20)
    try:
        with pytest.raises(Died):
            apart(lambda: misbehave("hang"))
    finally:
        deadline.end()
    assert time.monotonic() - start < 10


def test_a_fork_works_beside_this_process():
    reader, writer = os.pipe()
    with beside(lambda: os.read(reader, 4)) as value:
        os.write(writer, b"hand")  # before the value is asked for
        assert value() == b"hand"


def test_a_fork_ends_where_this_process_gives_up():
    reader, writer = os.pipe()
    with pytest.raises(ValueError, match="enough"), beside(lambda: [os.close(reader), misbehave("hang")]):
        os.close(writer)
        raise ValueError("enough")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # none is left
