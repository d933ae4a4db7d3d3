"""Write generated reports as PDFs: python -m benchmarks.generate --count 1000 --out DIR."""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.generate import generate, pdf


def write(folder: Path, short: bool, seed: int) -> int:
    """Write the PDF of one seed and return its size in bytes."""
    report = generate(seed, short)
    content = pdf(report)
    (folder / f"{report.name}.pdf").write_bytes(content)
    return len(content)


def main() -> None:
    """Write as many PDFs as asked, two at a time."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=10, help="how many reports")
    asked.add_argument("--first", type=int, default=0, help="the first seed")
    asked.add_argument("--out", type=Path, required=True, help="the folder to write to")
    asked.add_argument("--short", action="store_true", help="their results alone")
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = asked.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    seeds = range(options.first, options.first + options.count)
    with ProcessPoolExecutor(options.workers) as pool:
        sizes = list(pool.map(partial(write, options.out, options.short), seeds, chunksize=8))
    print(f"{len(sizes)} reports, {sum(sizes) / 1e6:.1f} MB in {options.out}")


if __name__ == "__main__":
    main()
