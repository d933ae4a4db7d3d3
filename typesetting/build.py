"""Typeset every report in this folder as a PDF in data/raw, the same bytes on every run and every machine."""

from collections.abc import Iterator
from pathlib import Path

import typst

SOURCES = Path(__file__).resolve().parent
RAW = SOURCES.parent / "data" / "raw"
SHARED = {"report.typ"}
# A PDF carries the time it was made; the sources alone decide ours.
FIXED_TIMESTAMP = 0


def report_sources(folder: Path) -> Iterator[Path]:
    """Yield the main source of each report: every .typ file of the folder that is not shared by them."""
    yield from (path for path in sorted(folder.glob("*.typ")) if path.name not in SHARED)


def typeset(source: Path, folder: Path) -> Path:
    """Compile one source to `<folder>/<slug>.pdf` with the fonts inside Typst alone; raise TypstError on a mistake."""
    target = folder / f"{source.stem}.pdf"
    typst.compile(source, output=target, root=SOURCES, ignore_system_fonts=True, timestamp=FIXED_TIMESTAMP)
    return target


def main() -> None:
    """Typeset all reports and name the files written."""
    RAW.mkdir(parents=True, exist_ok=True)
    for source in report_sources(SOURCES):
        print(typeset(source, RAW).relative_to(SOURCES.parent))


if __name__ == "__main__":
    main()
