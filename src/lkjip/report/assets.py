"""The style sheet and script of the pages."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from markupsafe import Markup

FOLDER: Final = Path(__file__).parent / "nbconvert" / "lkjip"


@lru_cache
def asset(name: str) -> str:
    """Return the text of a style sheet or script."""
    return (FOLDER / name).read_text(encoding="utf-8").strip()


def scoped_style() -> Markup:
    """Return the style sheet for JupyterLab: it touches our sections only."""
    style = asset("style.css").replace(":root", ":scope")
    return Markup("<style>@scope (.lkjip) {\n" + style + "\n}</style>")
