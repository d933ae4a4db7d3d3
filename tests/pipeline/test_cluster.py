"""The same tasks on a Dask cluster: the same results, whatever happens to its workers."""

import os
import signal
import threading
import time

import pytest
from distributed import Client, LocalCluster
from misbehaviour import misbehave

from lkjip.paths import Folders
from lkjip.pipeline import everything
from lkjip.pipeline.workers import Around, Failure, Limits, run_each


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers on this machine, known by their address as any other cluster."""
    with LocalCluster(n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address=None) as made:
        yield made


def double(number):
    time.sleep(0.05)
    return number * 2


def values(function, tasks, limits):
    return [(each.task, each.value) for each in run_each(function, tasks, limits)]


def test_a_cluster_gives_what_this_machine_gives(cluster):
    tasks = list(range(40))
    there = values(double, tasks, Limits(scheduler=cluster.scheduler_address))
    assert there == values(double, tasks, Limits(workers=2))


def test_one_failure_stops_nothing_else_there_either(cluster):
    limits = Limits(seconds=2, memory_mib=1500, scheduler=cluster.scheduler_address)
    tasks = ["raise", "die", "hang", "eat", "fine"]
    there = values(misbehave, tasks, limits)
    assert there == values(misbehave, tasks, Limits(2, 1500, 2))
    assert [isinstance(value, Failure) for _, value in there] == [True, True, True, True, False]


def test_what_dies_is_tried_with_more_care_there_too(cluster):
    limits = Limits(seconds=5, memory_mib=1500, scheduler=cluster.scheduler_address)
    tasks = ["die", "raise", "fine"]
    there = list(run_each(misbehave, tasks, limits, Around(careful=str.upper)))
    assert [(each.value, each.careful) for each in there if each.task != "raise"] == [("DIE", True), ("fine", False)]
    assert isinstance(there[1].value, Failure)


def test_a_worker_killed_in_the_middle_changes_nothing(cluster):
    tasks = list(range(60))
    with Client(cluster.scheduler_address) as client:
        victim = next(iter(client.run(os.getpid).values()))
    results = run_each(double, tasks, Limits(scheduler=cluster.scheduler_address))
    first = [next(results) for _ in range(5)]
    os.kill(victim, signal.SIGKILL)
    done = first + list(results)
    assert [(each.task, each.value) for each in done] == [(task, 2 * task) for task in tasks]


def test_an_address_without_a_cluster_is_an_error(monkeypatch):
    monkeypatch.setattr("lkjip.pipeline.cluster.TIMEOUT", "1s")
    with pytest.raises(OSError):
        list(run_each(double, [1], Limits(scheduler="tcp://127.0.0.1:9")))


def test_workers_with_other_code_are_refused(cluster, monkeypatch):
    monkeypatch.setattr("lkjip.pipeline.cluster.freshness.of_code", of_other_code)
    with pytest.raises(ValueError, match="other code"):
        list(run_each(double, [1], Limits(scheduler=cluster.scheduler_address)))


def of_other_code(_):
    """Say something else in every process."""
    return str(os.getpid())


def processed(root, pdf, limits):
    """Read and audit eight reports and a broken file, and return the resulting files."""
    (root / "raw").mkdir(parents=True)
    for number in range(8):
        (root / "raw" / f"laporan-{number}.pdf").write_bytes(pdf + b"\n%% %d\n" % number)
    (root / "raw" / "kosong.pdf").write_bytes(b"")
    run = everything.Run(Folders(root / "raw", root / "processed", root / "reports"), {}, limits)
    everything.read(run)
    everything.audit(run)
    paths = [path for path in (root / "processed").rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(root): path.read_bytes() for path in paths}


def test_reports_read_on_a_cluster_give_the_same_bytes_while_a_worker_dies(cluster, tmp_path, small_pdf):
    with Client(cluster.scheduler_address) as client:
        victim = next(iter(client.run(os.getpid).values()))
    killer = threading.Timer(2, os.kill, [victim, signal.SIGKILL])
    killer.start()
    there = processed(tmp_path / "there", small_pdf, Limits(scheduler=cluster.scheduler_address))
    killer.cancel()
    here = processed(tmp_path / "here", small_pdf, Limits(workers=1))
    assert len(there) > 100
    assert there == here
