"""Whatever ends a run, a full disk and a second run beside it: the next run completes with the same bytes."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

CHAIN = "import sys; from lkjip.cli import main; sys.exit(max(main([stage, *sys.argv[2:]]) for stage in sys.argv[1].split()))"
ALL, DATA = "read audit report", "read audit"  # the pages take the longest, and are written like all else


def filled(folder, pdf):
    """Put two reports and a broken file into the raw folder."""
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "a.pdf").write_bytes(pdf)
    (folder / "raw" / "b.pdf").write_bytes(pdf + b"\n% another\n")
    (folder / "raw" / "kosong.pdf").write_bytes(b"")
    return folder


def started(folder, stages=DATA, **more):
    """Start stages, one after the other, in a group of processes of their own."""
    options = [f"--{name}={folder / name}" for name in ("raw", "processed", "reports", "marks")]
    return subprocess.Popen(
        [sys.executable, "-c", CHAIN, stages, *options],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def finished(folder, stages=DATA, **more):
    """Run stages to their end and return their exit status and what they said."""
    process = started(folder, stages, **more)
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def results(folder, parts=("processed",)):
    """Return every file that a reader sees, and the half-written ones."""
    return {
        path.relative_to(folder): path.read_bytes()
        for part in parts
        for path in (folder / part).rglob("*")
        if path.is_file() and (path.name[0] != "." or path.name.endswith(".part"))
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, small_pdf):
    """The results of a run that nothing disturbed, and the seconds that it took."""
    folder = filled(tmp_path_factory.mktemp("undisturbed"), small_pdf)
    start = time.monotonic()
    status, said = finished(folder, ALL)
    assert status == 0, said
    return folder, time.monotonic() - start


def test_a_run_killed_at_any_moment_is_completed_with_the_same_bytes(undisturbed, tmp_path, small_pdf):
    expected, seconds = undisturbed
    parts = ("processed", "reports")
    folder = filled(tmp_path, small_pdf)
    chance = random.Random(2023)
    killed = 0
    for _ in range(4):
        process = started(folder, ALL)
        time.sleep(chance.uniform(0.1, 0.7) * seconds)
        killed += process.poll() is None
        with suppress(ProcessLookupError):  # it was faster than chance
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert killed
    assert finished(folder, ALL)[0] == 0
    assert results(folder, parts) == results(expected, parts)


def test_two_runs_at_once_do_not_harm_each_other(undisturbed, tmp_path, small_pdf):
    folder = filled(tmp_path, small_pdf)
    both = [started(folder), started(folder)]
    said = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert any("another run is at work" in each for each in said)
    assert results(folder) == results(undisturbed[0])


def small_files_only():
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))


def test_a_full_disk_is_named_and_the_next_run_completes(undisturbed, tmp_path, small_pdf):
    folder = filled(tmp_path, small_pdf)
    status, said = finished(folder, preexec_fn=small_files_only)
    assert status != 0
    assert "File too large" in said
    assert "To do: " in said
    assert "Traceback" not in said
    assert finished(folder)[0] == 0
    assert results(folder) == results(undisturbed[0])


def test_a_folder_that_cannot_be_written_is_named(tmp_path, small_pdf):
    folder = filled(tmp_path, small_pdf)
    # Permissions do not hold back the superuser; the kernel's own folders do.
    target = Path("/sys/lkjip") if os.geteuid() == 0 else tmp_path / "closed" / "processed"
    (tmp_path / "closed").mkdir(mode=0o555)
    (folder / "processed").symlink_to(target)
    status, said = finished(folder)
    assert status == 2
    assert str(folder / "processed") in said
    assert "Traceback" not in said
