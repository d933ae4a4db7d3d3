import errno
import time
from dataclasses import replace
from pathlib import Path

import pytest

from lkjip.paths import Folders
from lkjip.pipeline.stage import Job, recall, run, succeeded, with_processes
from lkjip.pipeline.workers import Around, Failure, Limits


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path / "raw", tmp_path / "processed", tmp_path / "reports")


def job(folders, document="a", made_from="1"):
    return Job("read", document, made_from, Path("x.pdf"), "", folders)


def note(each):
    """Leave a trace of every time that it was done."""
    with (each.folders.of(each.document) / "trace").open("a") as stream:
        stream.write("x")


def note_or_fail(each):
    if each.document == "bad":
        raise ValueError("broken")
    note(each)


def traces(folders, document="a"):
    path = folders.of(document) / "trace"
    return len(path.read_text()) if path.exists() else 0


def test_a_fresh_document_is_not_done_again(folders):
    folders.of("a").mkdir(parents=True)
    for _ in range(2):
        run(note, [job(folders)], Limits(workers=1))
    assert traces(folders) == 1


def test_a_changed_input_is_done_again(folders):
    folders.of("a").mkdir(parents=True)
    run(note, [job(folders)], Limits(workers=1))
    run(note, [job(folders, made_from="2")], Limits(workers=1))
    assert traces(folders) == 2


def test_a_failure_is_remembered_with_its_cause_and_the_others_go_on(folders):
    jobs = [job(folders, name) for name in ("a", "bad")]
    for each in jobs:
        folders.of(each.document).mkdir(parents=True)
    run(note_or_fail, jobs, Limits(workers=2))
    assert [each.document for each in succeeded(jobs)] == ["a"]
    known = recall(jobs[1].memory)
    assert isinstance(known.failure, Failure)
    assert "broken" in known.failure.cause


def test_a_killed_run_is_not_taken_for_a_finished_one(folders):
    folders.of("a").mkdir(parents=True)
    first = job(folders)
    run(note, [first], Limits(workers=1))
    first.memory.write_text('{"made_from": "1"')
    run(note, [first], Limits(workers=1))
    assert traces(folders) == 2


def beyond(each):
    """Do it only where more than a second is allowed."""
    time.sleep(1.5)


def test_what_took_too_long_is_tried_again_with_other_limits_only(folders):
    folders.of("a").mkdir(parents=True)
    known = [len(run(beyond, [job(folders)], Limits(seconds=seconds, workers=1))) for seconds in (1, 1, 9, 9)]
    assert known == [1, 0, 1, 0]
    assert succeeded([job(folders)])


def test_what_more_care_could_do_is_done_again_with_other_limits_only(folders):
    folders.of("a").mkdir(parents=True)
    known = [run(beyond, [job(folders)], Limits(seconds, workers=1), Around(careful=note)) for seconds in (1, 1, 9, 9)]
    assert [[done.careful for done in each] for each in known] == [[True], [], [False], []]
    assert traces(folders) == 1
    assert succeeded([job(folders)])


def test_a_page_that_is_gone_or_was_never_made_is_made_again(folders, tmp_path):
    folders.of("a").mkdir(parents=True)
    page = tmp_path / "a.html"
    known = [len(run(refuse, [paged(folders, page)], Limits(workers=1))) for _ in range(2)]
    page.touch()
    known += [len(run(note, [paged(folders, page)], Limits(workers=1))) for _ in range(2)]
    page.unlink()
    assert [*known, len(run(note, [paged(folders, page)], Limits(workers=1)))] == [1, 1, 1, 0, 1]


def paged(folders, page):
    return replace(job(folders), outputs=(page,))


def refuse(each):
    raise ValueError("no such template")


def full_disk(each):
    raise OSError(errno.ENOSPC, "No space left on device", "x.csv")


def test_what_the_machine_is_to_blame_for_is_tried_again_by_the_next_run(folders):
    folders.of("a").mkdir(parents=True)
    [done] = run(full_disk, [job(folders)], Limits(workers=1))
    assert (done.value.cause, done.value.retry) == ("x.csv: No space left on device", "next time")
    assert succeeded([job(folders)]) == []
    assert len(run(note, [job(folders)], Limits(workers=1))) == 1
    assert succeeded([job(folders)])


def test_few_documents_share_the_processes_of_this_machine(folders):
    shared = {n: with_processes([job(folders)] * n, Limits(workers=8))[0].processes for n in (1, 3, 8, 100)}
    assert shared == {1: 8, 3: 2, 8: 1, 100: 1}
    [there] = with_processes([job(folders)], Limits(workers=8, scheduler="tcp://host:8786"))
    assert there.processes == 1
