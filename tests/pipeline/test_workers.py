import mmap
import signal
import time

from misbehaviour import misbehave

from lkjip import deadline
from lkjip.pipeline.workers import Around, Failure, Limits, run_each


def double(number):
    return number * 2


def test_results_come_in_the_order_of_the_tasks():
    done = run_each(double, [3, 1, 2], Limits(workers=2))
    assert [(each.task, each.value) for each in done] == [(3, 6), (1, 2), (2, 4)]


def test_one_failure_stops_nothing_else():
    limits = Limits(seconds=2, memory_mib=900, workers=2)
    tasks = ["raise", "die", "hang", "eat", "fine"]
    done = {each.task: each.value for each in run_each(misbehave, tasks, limits)}
    assert done["fine"] == "fine"
    causes = {task: value.cause for task, value in done.items() if isinstance(value, Failure)}
    assert set(causes) == {"raise", "die", "hang", "eat"}
    assert "bad page" in causes["raise"]
    assert "not finished after 2 seconds" in causes["hang"]
    assert "900 MiB" in causes["eat"]
    assert "died" in causes["die"]


def test_memory_that_was_reserved_and_never_touched_does_not_count():
    """Libraries reserve so for every core."""
    with mmap.mmap(-1, 2 * 1024**3, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS):
        done = {each.task: each.value for each in run_each(misbehave, ["fine", "eat"], Limits(memory_mib=900))}
    assert done["fine"] == "fine"
    assert "more memory than the 900 MiB" in done["eat"].cause


class Unreadable(Exception):
    def __init__(self, name, other):
        self.cause, self.hint = "the file is empty", "download it again"
        super().__init__(f"{name} {other}")


def refuse(_):
    raise Unreadable("two", "arguments")


def test_an_error_of_ours_brings_its_cause_and_hint():
    [done] = run_each(refuse, [1], Limits(workers=1))
    assert done.value == Failure("the file is empty", "download it again")


def test_what_dies_is_tried_with_more_care_and_its_first_failure_stays_where_that_fails_too():
    limits = Limits(seconds=5, memory_mib=900, workers=2)
    tasks = ["die", "raise", "fine"]
    gentle = [each.value for each in run_each(misbehave, tasks, limits, Around(careful=str.upper))]
    assert gentle == ["DIE", Failure("ValueError: bad page", gentle[1].hint), "fine"]
    harsh = [each.value for each in run_each(misbehave, tasks, limits, Around(careful=refuse))]
    assert ("died" in harsh[0].cause, harsh[2]) == (True, "fine")


def test_no_task_starts_no_process():
    assert list(run_each(double, [], Limits())) == []


def work_in_steps(renews):
    for _ in range(4):
        time.sleep(0.5)
        if renews:
            deadline.renew()
    return renews


def test_each_step_that_is_done_gives_a_long_task_its_time_again():
    with_steps, without = run_each(work_in_steps, [True, False], Limits(seconds=1.2, workers=2))
    assert with_steps.value is True
    assert "not finished after 1 seconds" in without.value.cause


def test_time_is_counted_for_tasks_with_limits_only():
    deadline.renew()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
