"""Words that make one number stand for several subjects, or hand several numbers out: "rata-rata", "masing-masing"."""

from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.read.numbers import PERCENT
from lkjip.read.prose.meaning import THINGS
from lkjip.read.prose.mentions import INSTANSI, Mention
from lkjip.read.prose.scene import Scene

EACH: Final = "masing"
MEAN: Final = "rata"
ALL: Final = frozenset({"semua", "seluruh", "setiap", "tiap", EACH})
RATED: Final = frozenset((*measures.PERFORMANCE, measures.PERSEN_SERAPAN))
LED_BY: Final = 2  # words between "masing-masing" and the first number it hands out
NAME_WORDS: Final = 5


def handed_out(scene: Scene) -> int | None:
    """Return the first of several figures that "masing-masing sebesar" hands out to several subjects, or None."""
    parsed = scene.parsed
    for one, other in pairwise(parsed.tokens):
        if one.word == other.word == EACH:
            later = [at for at, figure in enumerate(parsed.figures) if figure.start >= other.end]
            led = later and len(parsed.between(other.end, parsed.figures[later[0]].start)) <= LED_BY
            if led and (len(later) > 1 or later[0] == 0):
                return later[0]
    return None


def receiver(scene: Scene, index: int, first: int) -> Mention | None:
    """Return the subject that a handed-out figure belongs to: "A dan B masing-masing 3 dan 4" gives B the 4."""
    figures = scene.parsed.figures
    start = figures[first - 1].end if first else 0
    named = [m for m in scene.mentions if start <= m.start and m.end <= figures[first].start and m.level != INSTANSI]
    same = [at for at in range(first, len(figures)) if figures[at].sort == figures[first].sort]
    if len(named) < 2 or len(named) != len(same) or index not in same:
        return None
    return named[same.index(index)]


def spread(scene: Scene, index: int) -> Mention | None:
    """Return "semua indikator" or "rata-rata capaian" as what a percentage is about: no single subject of a table."""
    meaning, figure = scene.meanings[index], scene.parsed.figures[index]
    if meaning is None or meaning.measure not in RATED or figure.sort not in (PERCENT, "number"):
        return None
    gap = scene.parsed.gap(index)
    named = [m for m in scene.mentions if m.end <= figure.start and m.level != INSTANSI]
    for at, token in enumerate(gap):
        behind = gap[at + 1] if at + 1 < len(gap) else token
        whole = token.word in ALL and behind.word in THINGS and not any(m.start > behind.end for m in named)
        mean = token.word == behind.word == MEAN and is_mean(scene, index, behind.end)
        mean = mean and not any(m.end <= token.start for m in named)
        if whole or mean:
            words = gap[at : at + NAME_WORDS]
            return Mention(token.start, words[-1].end, scene.parsed.text[token.start : words[-1].end], "", "lain")
    return None


def is_mean(scene: Scene, index: int, end: int) -> bool:
    """Tell whether "rata-rata" says what a figure is, and does not stand in a name: "produksi rata-rata komoditas"."""
    parsed = scene.parsed
    behind = parsed.between(end, parsed.figures[index].start)
    if not behind:
        return True
    cue = any(hit.start == behind[0].start and any(row.measure for row in hit.meaning) for hit in parsed.cues)
    return cue or any(parsed.grammar.plays(role, behind[0].word) for role in ("link", "bound", "boundary"))
