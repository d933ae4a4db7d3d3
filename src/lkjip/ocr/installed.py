"""Whether Tesseract is installed, with its Indonesian model; no other library is needed to ask."""

import shutil
import subprocess
from functools import cache

LANGUAGE = "ind"
INSTALL = "to have it recognised: apt-get install tesseract-ocr tesseract-ocr-ind, and run again"


@cache
def languages() -> frozenset[str]:
    """Return the languages that Tesseract has a model of; none where it is not installed."""
    return frozenset(said("--list-langs").split("\n")[1:]) - {""}


@cache
def version() -> str:
    """Return the version of Tesseract with its models, or an empty text where pages cannot be recognised."""
    return "" if missing() else " ".join([said("--version").split("\n")[0], *sorted(languages())])


def missing() -> str:
    """Say what has to be done before pages can be recognised, or nothing when that was done."""
    return "" if {LANGUAGE, "eng"} <= languages() else INSTALL


def said(option: str) -> str:
    """Return what Tesseract answers to an option, or an empty text where it is not installed."""
    if shutil.which("tesseract") is None:
        return ""
    done = subprocess.run(["tesseract", option], capture_output=True, text=True, check=False)
    return done.stdout or done.stderr
