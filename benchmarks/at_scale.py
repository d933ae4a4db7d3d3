"""Run many reports in one process and on a local Dask cluster, and hold every byte of one run to the other.

`python -m benchmarks.at_scale --count 1000 --pdfs FOLDER` takes generated reports and, where a folder is named, its PDFs;
`--stages "read audit"` leaves out the pages. It prints seconds and peak memory of each stage, and what differs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from lkjip import store
from lkjip.documents import sha256

ROOT = Path(__file__).resolve().parents[1]
MEBIBYTE = 2**20
RUNS = {"one process": ["--workers=1"], "cluster": ["--workers=2", "--scheduler=local"]}
DEPTHS = {0: "main process, with the scheduler", 1: "its children", 2: "their children"}


def main() -> int:
    """Make the reports, do both runs, print what they took. Returns 1 where they differ."""
    options = arguments()
    with tempfile.TemporaryDirectory(dir=options.dir) as name:
        folder = Path(name)
        fill(folder / "raw", options)
        print(f"{len(list((folder / 'raw').iterdir()))} PDFs", flush=True)
        for run, more in RUNS.items():
            for stage in options.stages.split():
                print(f"{run:<12} {stage:<7} {staged(folder, run, [stage, *more])}", flush=True)
        here, there = (dict(results(folder / run)) for run in RUNS)
    different = sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))
    print(f"{len(here)} files, {len(different)} differ", *different[:10], sep="\n  ")
    return int(bool(different))


def arguments() -> argparse.Namespace:
    """Return what the caller asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=30, help="generated reports")
    parser.add_argument("--short", action="store_true", help="generate their results alone: a third of the pages")
    parser.add_argument("--pdfs", type=Path, help="a folder of PDFs to add")
    parser.add_argument("--stages", default="read audit report")
    parser.add_argument(
        "--dir", type=Path, help="where to put the temporary folder: 1,000 reports take 10 GB with pages"
    )
    return parser.parse_args()


def fill(raw: Path, options: argparse.Namespace) -> None:
    """Put the PDFs into the raw folder."""
    asked = [f"--count={options.count}", f"--out={raw}", *["--short"] * options.short]
    command = [sys.executable, "-m", "benchmarks.generate", *asked]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    for path in sorted(options.pdfs.glob("*.pdf")) if options.pdfs else []:
        (raw / path.name).write_bytes(path.read_bytes())


@dataclass
class Peaks:
    """The most memory that any process used, by its distance from the main one."""

    main: psutil.Process
    most: dict[int, int] = field(default_factory=dict)

    def watch(self) -> None:
        """Look once a second, until the main process ends."""
        while self.main.is_running() and self.main.status() != psutil.STATUS_ZOMBIE:
            self.look(self.main, 0)
            time.sleep(1)

    def look(self, process: psutil.Process, depth: int) -> None:
        """Note one process and those below it; it may end meanwhile."""
        try:
            self.most[depth] = max(self.most.get(depth, 0), process.memory_info().rss)
            for child in process.children():
                self.look(child, depth + 1)
        except psutil.Error:
            pass


def staged(folder: Path, run: str, arguments_: Sequence[str]) -> str:
    """Do one stage of a run and say what it took."""
    names = {"raw": folder / "raw", **{part: folder / run / part for part in ("processed", "reports", "marks")}}
    options = [f"--{name}={path}" for name, path in names.items()]
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "lkjip", *arguments_, *options], stderr=subprocess.DEVNULL)
    peaks = Peaks(psutil.Process(process.pid))
    watcher = threading.Thread(target=peaks.watch)
    watcher.start()
    _, _, used = os.wait4(process.pid, 0)
    watcher.join()
    memory = ", ".join(f"{DEPTHS.get(at, at)} {most // MEBIBYTE} MiB" for at, most in sorted(peaks.most.items()))
    return f"{time.monotonic() - start:.0f} s, {used.ru_utime + used.ru_stime:.0f} CPU s; {memory}"


def results(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file that a run left, with the hash of its content."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != store.LOCK and "marks" not in path.relative_to(folder).parts:
            yield str(path.relative_to(folder)), sha256(path)


if __name__ == "__main__":
    sys.exit(main())
