"""Tesseract, run once for many pictures; what it said about the same pictures before is not asked again."""

import csv
import io
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import cv2

from lkjip.extract.geometry import Box
from lkjip.freshness import digest
from lkjip.ocr.installed import version
from lkjip.ocr.picture import Grey
from lkjip.store import save_text

BOTH = "eng+ind"  # the Indonesian model knows no per cent sign
WORD_LEVEL = "5"  # of the rows that Tesseract writes: page, block, paragraph, line, word
SECONDS = 300  # for one call; a page of text takes some five


class RecognitionFailed(Exception):
    """Tesseract did not finish, or ended with an error."""


class Found(NamedTuple):
    """A word found in a picture: its box in pixels, its line, and Tesseract's confidence in per cent."""

    text: str
    box: Box
    line: tuple[int, ...]  # ([cell,] block, paragraph, line)
    confidence: float


@dataclass(frozen=True)
class Question:
    """How pictures are to be read: page segmentation mode, language, and Tesseract's variables."""

    mode: int
    language: str = BOTH
    variables: Mapping[str, str] = field(default_factory=dict)
    dpi: int = 300

    def arguments(self) -> list[str]:
        """Return the arguments for the command line."""
        known = [f"{name}={value}" for name, value in sorted(self.variables.items())]
        options = [part for setting in known for part in ("-c", setting)]
        return ["--dpi", str(self.dpi), "--psm", str(self.mode), "-l", self.language, *options]


@dataclass(frozen=True)
class Tesseract:
    """Tesseract with the folder in which its answers are kept."""

    answers: Path | None

    def words(self, pictures: Sequence[Grey], question: Question) -> list[list[Found]]:
        """Return the words found in each picture. Raises RecognitionFailed."""
        if not pictures:
            return []
        return parsed(self.answer(pictures, [*question.arguments(), "tsv"]), len(pictures))

    def answer(self, pictures: Sequence[Grey], arguments: list[str]) -> str:
        """Return what Tesseract writes about pictures, from the kept answers if it was asked before."""
        shapes = [repr(picture.shape) for picture in pictures]
        key = digest([version(), *arguments, *shapes, *(picture.tobytes() for picture in pictures)])
        kept = self.answers / key[:2] / f"{key}.tsv" if self.answers else None
        if kept and kept.exists():
            return kept.read_text(encoding="utf-8")
        text = run(pictures, arguments)
        if kept:
            save_text(kept, text)
        return text


def run(pictures: Sequence[Grey], arguments: list[str]) -> str:
    """Run Tesseract once on many pictures and return what it writes. Raises RecognitionFailed."""
    with tempfile.TemporaryDirectory(prefix="lkjip-ocr-") as folder:
        names = [str(Path(folder) / f"{number:04d}.pgm") for number in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            cv2.imwrite(name, picture)
        listing = Path(folder) / "list.txt"
        listing.write_text("\n".join(names), encoding="utf-8")
        source = names[0] if len(names) == 1 else str(listing)
        return finished(["tesseract", source, "stdout", *arguments])


def finished(command: list[str]) -> str:
    """Return what a command writes. Raises RecognitionFailed."""
    # One page a process: pages run side by side, and Tesseract's own threads only wait for each other.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=SECONDS, check=True)
    except subprocess.TimeoutExpired as error:
        raise RecognitionFailed(f"recognition took longer than {SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise RecognitionFailed(f"recognition ended with an error: {last}") from error
    return done.stdout.decode("utf-8", "replace")


def parsed(table: str, count: int) -> list[list[Found]]:
    """Return the words of each of `count` pictures from the table that Tesseract wrote about them."""
    found: list[list[Found]] = [[] for _ in range(count)]
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == WORD_LEVEL and row["text"].strip():
            left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
            box = Box(left, top, left + width, top + height)
            found[int(row["page_num"]) - 1].append(Found(row["text"].strip(), box, line, float(row["conf"])))
    return found
