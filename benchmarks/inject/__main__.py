"""Measure the audit by injection: python -m benchmarks.inject [--quick] [--reports N] [--misprints N] [--all]."""

import argparse
import os
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed

from benchmarks.inject.experiment import Experiment, run
from benchmarks.inject.summary import HISTORY, Summary, append, show

REPORTS, MISPRINTS, SAMPLES = 16, 40, 1
QUICK_REPORTS, QUICK_MISPRINTS = 4, 20


def main() -> None:
    """Run the experiments on all cores, print what they say, and add a row to the history."""
    options = asked().parse_args()
    reports = options.reports or (QUICK_REPORTS if options.quick else REPORTS)
    count = options.misprints if options.misprints is not None else QUICK_MISPRINTS if options.quick else MISPRINTS
    start = time.monotonic()
    seeds = options.seeds or range(options.first, options.first + reports)
    experiments = run_all(seeds, count, options)
    summary = Summary(experiments, time.monotonic() - start)
    show(summary, options.all)
    if not (options.quick or options.no_history):
        append(summary.row(), HISTORY)


def asked() -> argparse.ArgumentParser:
    """Describe the options."""
    parser = argparse.ArgumentParser(prog="benchmarks.inject", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few reports and misprints, nothing kept")
    parser.add_argument("--reports", type=int, default=0, help=f"how many reports ({REPORTS})")
    parser.add_argument("--seeds", type=int, nargs="+", help="these seeds")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--misprints", type=int, help=f"how many misprints in each ({MISPRINTS})")
    parser.add_argument("--samples", type=int, default=SAMPLES, help="how many of them through the PDF as well")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--all", action="store_true", help="print every example")
    parser.add_argument("--no-history", action="store_true", help="add no row to the history")
    return parser


def run_all(seeds: Iterable[int], count: int, options: argparse.Namespace) -> list[Experiment]:
    """Run the experiments side by side; the result does not depend on the order in which they end."""
    with ProcessPoolExecutor(options.workers) as pool:
        waiting = [pool.submit(run, seed, count, options.samples) for seed in seeds]
        for at, done in enumerate(as_completed(waiting), 1):
            done.result()
            print(f"\r{at} of {len(waiting)} reports", end="", flush=True)
    print()
    return sorted((done.result() for done in waiting), key=lambda experiment: experiment.seed)


if __name__ == "__main__":
    main()
