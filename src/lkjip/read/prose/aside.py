"""Facts that no other place need repeat: measured against another target, counted apart, in another unit."""

import re
from collections.abc import Sequence
from typing import Final

from lkjip import measures
from lkjip.read.numbers import PERCENT
from lkjip.read.prose.meaning import THINGS
from lkjip.read.prose.mentions import Mention
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.periods import years
from lkjip.read.prose.relations import Meaning
from lkjip.read.prose.scene import Scene
from lkjip.read.prose.subjects import About

SHARE: Final = re.compile(r"^(?:indikator\s+(?:\w+\s+){0,2})?(?:persen|prosen|percent)", re.I)
NUMBER_OF: Final = re.compile(r"^(?:indikator\s+(?:\w+\s+){0,2})?(?:jumlah|banyak)", re.I)
RATED: Final = (measures.TARGET, measures.REALISASI, measures.CAPAIAN)
CAPTION: Final = re.compile(r"^\s*(?:tabel|table|gambar|grafik|bagan)\b", re.I)
OPENING: Final = 160  # characters of a line that can announce a comparison


def opens_part(parsed: Parsed) -> bool:
    """Tell whether a sentence is a heading, or an item that announces what is compared below it."""
    sentence = parsed.sentence
    if CAPTION.match(parsed.text) or not sentence.first or len(parsed.text) > OPENING or parsed.figures:
        return False
    return sentence.kind == "heading" or (bool(sentence.marker) and has_role(parsed, "compares"))


def compares(parsed: Parsed) -> bool:
    """Tell whether a heading announces another measure than the year's own target: "dengan tahun lalu", "Renstra"."""
    basis = has_role(parsed, "basis")
    named = {item.year for item in years(parsed, "")}
    return has_role(parsed, "compares") and (basis or len(named) > 1)


def has_role(parsed: Parsed, role: str, meaning: str = "") -> bool:
    """Tell whether a word of a role stands in a sentence."""
    return any(not meaning or hit.meaning == meaning for hit in parsed.grammar.roles[role].all(parsed.tokens))


def aside(scene: Scene, about: Sequence[About | None], compared: bool) -> set[int]:
    """Return the figures of a sentence that stand aside."""
    found = against_other_target(scene) if compared or has_role(scene.parsed, "basis", "plan") else set()
    found |= counted_apart(scene.meanings, about)
    return found | {at for at, item in enumerate(about) if item and misfits(item.mention, scene.meanings[at])}


def against_other_target(scene: Scene) -> set[int]:
    """Return the capaian; with the target and realisasi where the sentence prints the target itself."""
    printed = any(item and item.measure == measures.TARGET for item in scene.meanings)
    kinds = RATED if printed else (measures.CAPAIAN,)
    return {at for at, item in enumerate(scene.meanings) if item and item.measure in kinds}


def counted_apart(meanings: Sequence[Meaning | None], about: Sequence[About | None]) -> set[int]:
    """Return the counts of things counted more than once: "7 program dengan 20 kegiatan, 4 program dengan 27"."""
    counts = [
        (at, meaning.unit)
        for at, meaning in enumerate(meanings)
        if meaning and about[at] and meaning.measure == measures.JUMLAH and meaning.unit in THINGS
    ]
    units = [unit for _, unit in counts]
    return {at for at, unit in counts if units.count(unit) > 1}


def misfits(mention: Mention, meaning: Meaning | None) -> bool:
    """Tell whether a number is not in the unit that the subject has: 10 documents of a "persentase"."""
    if meaning is None or meaning.measure not in (measures.TARGET, measures.REALISASI):
        return False
    share = bool(SHARE.match(mention.name)) or (mention.known is not None and mention.known.satuan.strip() == "%")
    if share and meaning.unit and meaning.unit != PERCENT:
        return True
    return bool(NUMBER_OF.match(mention.name)) and meaning.unit == PERCENT
