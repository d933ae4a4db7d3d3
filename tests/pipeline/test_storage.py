"""Folders in an S3 store, served by moto on this machine: the same results as with folders here."""

import os
import signal
import subprocess
import sys
import threading
import time

import fsspec
import pytest
from distributed import Client, LocalCluster
from moto.server import ThreadedMotoServer

from lkjip.storage import Remote

ACCESS = {"AWS_ACCESS_KEY_ID": "kunci", "AWS_SECRET_ACCESS_KEY": "rahasia", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def bucket():
    """An empty bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**ACCESS, "AWS_ENDPOINT_URL": f"http://{host}:{port}"}.items():
            patch.setenv(name, value)
        fsspec.filesystem("s3").mkdir("laporan")
        yield "s3://laporan"
    server.stop()


def objects(url):
    files, root = fsspec.url_to_fs(url)
    files.invalidate_cache()
    return {path[len(root) + 1 :]: files.cat_file(path) for path in files.find(root)}


def lkjip(command, **folders):
    options = [f"--{name}={folder}" for name, folder in folders.items()]
    done = subprocess.run(
        [sys.executable, "-m", "lkjip", command, *options], capture_output=True, text=True, check=False, env=os.environ
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_files_go_there_and_back_and_equal_ones_stay(bucket, tmp_path):
    here, there = Remote(f"{bucket}/a", tmp_path / "here"), Remote(f"{bucket}/a", tmp_path / "there")
    (here.local / "x").mkdir(parents=True)
    (here.local / "x" / "nama aneh é.csv").write_bytes(b"1")
    (here.local / "x" / ".read").write_bytes(b"2")
    (here.local / ".lock").write_bytes(b"")
    here.push()
    assert objects(f"{bucket}/a") == {"x/nama aneh é.csv": b"1", "x/.read": b"2"}
    there.pull()
    copy = there.local / "x" / "nama aneh é.csv"
    before = copy.stat().st_mtime_ns
    there.pull()
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == (b"1", before)
    copy.unlink()
    there.push("x")
    here.pull()
    assert [path.name for path in (here.local / "x").iterdir()] == [".read"]


def test_an_object_cannot_be_written_outside_its_folder(bucket, tmp_path):
    fsspec.filesystem("s3").pipe_file("laporan/b/../../jahat.csv", b"x")
    with pytest.raises(ValueError, match="rename"):
        Remote(f"{bucket}/b", tmp_path / "b").pull()
    assert list(tmp_path.rglob("*")) == []


def test_a_run_on_a_store_gives_the_same_bytes_as_on_folders(bucket, tmp_path, small_pdf):
    (tmp_path / "raw").mkdir()
    for name, content in {"Laporan A.pdf": small_pdf, "kosong.pdf": b""}.items():
        (tmp_path / "raw" / name).write_bytes(content)
        fsspec.filesystem("s3").pipe_file(f"laporan/raw/{name}", content)
    here = {name: tmp_path / name for name in ("raw", "processed", "reports", "marks")}
    there = {name: f"{bucket}/{name}" for name in ("raw", "processed", "reports")} | {"marks": tmp_path / "other"}
    for command in ("read", "audit"):
        for folders in (here, there):
            assert lkjip(command, **folders).returncode == 0
    assert objects(f"{bucket}/processed") == files_of(tmp_path / "processed")
    summary = lkjip("summary", **there)
    assert "kosong.pdf" in summary.stdout
    assert f"{bucket}/reports/index.html" in summary.stdout


@pytest.fixture(scope="module")
def cluster(bucket):
    """A scheduler and two workers on this machine that reach the store."""
    with LocalCluster(n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address=None) as made:
        yield made


def kill_a_worker_once(found, cluster):
    """Wait for a file that the run makes, then kill one of its workers."""
    with Client(cluster.scheduler_address) as client:
        victim = next(iter(client.run(os.getpid).values()))
    while not found():
        time.sleep(0.02)
    os.kill(victim, signal.SIGKILL)


def test_a_cluster_on_a_store_gives_the_same_bytes_while_a_worker_dies(bucket, cluster, tmp_path, small_pdf):
    (tmp_path / "raw").mkdir()
    for name in ("a.pdf", "Laporan B.pdf", "c.pdf", "kosong.pdf"):
        content = b"" if name == "kosong.pdf" else small_pdf + b"\n%% %s\n" % name.encode()
        (tmp_path / "raw" / name).write_bytes(content)
        fsspec.filesystem("s3").pipe_file(f"laporan/cluster/raw/{name}", content)
    parts = ("raw", "processed", "reports")
    here = {name: tmp_path / name for name in parts} | {"marks": tmp_path / "marks"}
    there = {name: f"{bucket}/cluster/{name}" for name in parts} | {"marks": tmp_path / "there"}
    copies = tmp_path / "there" / "storage" / "reports"
    killer = threading.Thread(target=kill_a_worker_once, args=[lambda: any(copies.glob("*.html")), cluster])
    for command in ("read", "audit", "report"):
        assert lkjip(command, **here).returncode == 0
        if command == "report":
            killer.start()
        assert lkjip(command, **there, scheduler=cluster.scheduler_address).returncode == 0
    killer.join(timeout=1)
    assert not killer.is_alive()
    for part in ("processed", "reports"):
        assert objects(f"{bucket}/cluster/{part}") == files_of(tmp_path / part)
    assert {"a.html", "laporan-b.id.html", "c.extraction.html", "kosong.html", "index.html"} <= files_of(
        tmp_path / "reports"
    ).keys()


def files_of(folder):
    """Return every file of a folder but its lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_a_store_that_is_not_there_is_an_error_of_one_line(tmp_path, monkeypatch):
    for name, value in {**ACCESS, "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}.items():
        monkeypatch.setenv(name, value)
    done = lkjip("read", raw="s3://laporan/raw", processed=tmp_path / "p", reports=tmp_path / "r", marks=tmp_path / "m")
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
