"""Time the reading and the reporting beside what a user would otherwise do, on the same documents in one go.

Reading: Camelot's default call on all pages (`camelot.read_pdf(pages="all", flavor="lattice")`) against `extract` of
ours on one core and on two, with pdfium reading every character and path of a page as the floor. Reporting: the
commands `papermill` and `jupyter nbconvert` per notebook against ours. Every run is a fresh process; imports are not
counted for the reading, because both sides pay them once. The readers take turns and each one's fastest run counts: what
else a machine does only ever makes a run slower, for minutes at a time.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "real"

READERS = {
    "camelot": """
import camelot
def read(path):
    camelot.read_pdf(path, pages="all", flavor="lattice", suppress_stdout=True)
""",
    "ours, one core": """
from pathlib import Path
from lkjip.extract import extract
def read(path):
    extract(Path(path))
""",
    "ours, two cores": """
from pathlib import Path
from lkjip.extract import extract
def read(path):
    extract(Path(path), workers=2)
""",
    "floor": """
import pypdfium2 as pdfium
def read(path):
    for page in pdfium.PdfDocument(path):
        page.get_textpage().get_text_bounded()
        sum(1 for _ in page.get_objects(max_depth=3))
""",
}
HARNESS = """
import json, resource, sys, time, warnings
warnings.filterwarnings("ignore")
{reader}
start = time.perf_counter()
read(sys.argv[1])
seconds = time.perf_counter() - start
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([seconds, peak / 1024]))
"""


@dataclass(frozen=True)
class Cost:
    """What one reading of one document took."""

    seconds: float
    mebibytes: float


def main() -> None:
    """Run the benchmark and print its tables."""
    options = arguments()
    print_reading(options.pdfs or documents(), options)
    if not options.no_reports:
        print_reporting(options.runs)


def arguments() -> argparse.Namespace:
    """Return what the caller asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pdfs", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="runs of each reader")
    parser.add_argument("--no-reports", action="store_true")
    return parser.parse_args()


def documents() -> list[Path]:
    """List the shipped PDFs and, where they are present, the real ones with labels."""
    return [*sorted((ROOT / "data" / "raw").glob("*.pdf")), *sorted((REAL / "pdf").glob("*.pdf"))]


def print_reading(pdfs: Iterable[Path], options: argparse.Namespace) -> None:
    """Print per document how many times faster than Camelot each reader is, then the medians."""
    print(
        f"{'seconds per page':<28}{'pages':>6}"
        + "".join(f"{name:>18}" for name in READERS)
        + f"{'one':>8}{'two':>8}{'MiB':>7}"
    )
    ratios: dict[str, list[float]] = {"ours, one core": [], "ours, two cores": []}
    for pdf in pdfs:
        pages = page_count(pdf)
        costs = costs_of(pdf, options.runs)
        for name, known in ratios.items():
            known.append(costs["camelot"].seconds / costs[name].seconds)
        shown = "".join(f"{costs[name].seconds / pages:>18.4f}" for name in READERS)
        times = "".join(f"{known[-1]:>7.1f}x" for known in ratios.values())
        print(f"{pdf.stem[:27]:<28}{pages:>6}{shown}{times}{costs['ours, one core'].mebibytes:>7.0f}", flush=True)
    for name, known in ratios.items():
        print(f"{name}: median {statistics.median(known):.1f} times faster than Camelot, least {min(known):.1f}")


def page_count(pdf: Path) -> int:
    """Count the pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def costs_of(pdf: Path, runs: int) -> dict[str, Cost]:
    """Return what each reader takes for a PDF at its best."""
    found: dict[str, list[Cost]] = {name: [] for name in READERS}
    for name in [*READERS] * runs:
        found[name].append(cost(name, pdf))
    return {name: min(costs, key=lambda cost: cost.seconds) for name, costs in found.items()}


def cost(reader: str, pdf: Path) -> Cost:
    """Return the cost of reading a PDF in a fresh process."""
    code = HARNESS.format(reader=READERS[reader])
    seconds, mebibytes = json.loads(output([sys.executable, "-c", code, str(pdf)]).splitlines()[-1])
    return Cost(seconds, mebibytes)


def output(command: Sequence[str]) -> str:
    """Run a command and return what it prints. Raises CalledProcessError."""
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def print_reporting(runs: int) -> None:
    """Print what one more report costs in both languages, by the commands and by ours."""
    with tempfile.TemporaryDirectory() as folder:
        commands = timed(lambda: by_commands(Path(folder)), 1)
        first, all_ = (timed(lambda n=n: ours(Path(folder), n), runs) for n in (1, 5))
    further = (all_ - first) / 4
    print(f"a further report in both languages: commands {commands:.1f} s, ours {further:.2f} s, ", end="")
    print(f"{commands / further:.1f} times cheaper")


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the median seconds of some runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def by_commands(folder: Path) -> None:
    """Make one report in both languages as the commands do."""
    for language in ("en", "id"):
        made = folder / f"{language}.ipynb"
        output([sys.executable, "-m", "papermill", "-p", "language", language, "notebooks/audit.ipynb", str(made)])
        output([sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--no-input", str(made)])


def ours(folder: Path, copies: int) -> None:
    """Make the same report some times, in both languages, in one process on one core."""
    code = f"""
from pathlib import Path
from lkjip.pipeline.workers import Around, Limits, run_each
from lkjip.report.render import Job, render, warm_up
folder, notebook = Path({str(folder)!r}), Path("notebooks/audit.ipynb")
reports = [[Job(notebook, {{"language": language}}, folder / f"{{copy}}-{{language}}.html") for language in ("en", "id")]
           for copy in range({copies})]
assert [done.value for done in run_each(render, reports, Limits(workers=1), Around(warm_up))] == [None] * {copies}
"""
    output([sys.executable, "-c", code])


if __name__ == "__main__":
    main()
