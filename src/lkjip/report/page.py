"""What surrounds the sections of a page: title, language, style, script and the policy that allows nothing else."""

import base64
import hashlib
from typing import Any

from nbformat import NotebookNode

from lkjip.report.assets import asset
from lkjip.report.words import words_in


def frame(notebook: NotebookNode) -> dict[str, Any]:
    """Return what the page template needs beside the outputs: the first section that opens a page says it."""
    said = opening(notebook)
    words = words_in(said.get("language", "en"))
    return {
        "title": said.get("title") or "LKjIP",
        "language": words.language,
        "brand": words("LKjIP audit"),
        "site": words("Site"),
        "skip": words("Skip to the content"),
        "links": said.get("links", []),
        "style": asset("style.css"),
        "script": asset("script.js"),
        "policy": policy(),
    }


def opening(notebook: NotebookNode) -> dict[str, Any]:
    """Return the page that the first output to describe one describes."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    pages = (output.get("metadata", {}).get("page") for output in outputs)
    return next((dict(page) for page in pages if page), {})


def policy() -> str:
    """Return a content security policy: no network, no script but ours; charts need styles of their own."""
    digest = base64.b64encode(hashlib.sha256(asset("script.js").encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
