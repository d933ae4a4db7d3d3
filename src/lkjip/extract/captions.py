"""Captions and sections: what stands above (or below) a table and says what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.extract.geometry import Box
from lkjip.extract.text import TextLine

NUMBER = re.compile(
    r"^(?P<number>tab(?:el|le)\.?\s*(?:(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\s?[.\-]\s?(?:\d{1,3}|[a-z]\b))*\.?)?)(?=[\s:.\-]|$)\s*[:.\-–]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
ABOVE = 6  # lines above a table in which its caption may begin
TITLE_LENGTH = 100


@dataclass(frozen=True)
class Caption:
    """A table's number and caption as printed, and the lines that they stand on."""

    number: str = ""
    text: str = ""
    lines: tuple[TextLine, ...] = ()


def caption_above(above: Sequence[TextLine], box: Box) -> Caption:
    """Return the caption in the lines above a table, the nearest last."""
    near = list(above[-ABOVE:])
    for index in range(len(near) - 1, -1, -1):
        match = NUMBER.match(near[index].line.text)
        if match and match["number"].strip().lower().rstrip(".") not in ("tabel", "table"):
            rest = [match["rest"]] + [text.line.text for text in near[index + 1 :]]
            return Caption(match["number"].strip().rstrip(":"), " ".join(" ".join(rest).split()), tuple(near[index:]))
    return title_above(near, box)


def title_above(near: Sequence[TextLine], box: Box) -> Caption:
    """Return a short title line directly above a table without a number."""
    if not near:
        return Caption()
    last = near[-1]
    text = last.line.text
    if (
        len(text) > TITLE_LENGTH
        or text.endswith((".", ":", ";", ","))
        or box.y0 - last.line.box.y1 > 3 * last.line.size
    ):
        return Caption()
    if not (last.line.bold or text.isupper() or text.istitle()):
        return Caption()
    return Caption("", text, (last,))
