"""Which subject every figure of a sentence is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lkjip import measures
from lkjip.read.prose.meaning import PLACES, THINGS, is_link
from lkjip.read.prose.mentions import INSTANSI, Mention
from lkjip.read.prose.nouns import noun_before, noun_behind
from lkjip.read.prose.relations import Meaning
from lkjip.read.prose.scene import Scene
from lkjip.read.prose.several import handed_out, receiver, spread
from lkjip.read.words import key

BY_VALUE: Final = "the sentence names no subject: it was taken from the table that prints this number"
INHERITED: Final = "the sentence names no subject: it was taken from the text above"
DOERS: Final = frozenset({"sub_kegiatan", "kegiatan", "program"})
NAMED_BEFORE: Final = frozenset({"kegiatan", "subkegiatan", "program", "indikator", "sasaran"})
FOLLOWS: Final = ("ratio", "same", "after", "whole", "compared")
INTRODUCED_IN: Final = 4  # words between a number and the subject behind it
SAKIP: Final = "Nilai SAKIP"
SURVEY: Final = re.compile(r"nilai\s+(?:skm|ikm|survei\s+kepuasan\s+masyarakat)", re.I)
WHOLE: Final = frozenset({"total", "keseluruhan", "seluruh"})
ONE_MORE: Final = re.compile(
    r"\b(?:satu|dua|tiga|sebuah|beberapa)\s+(?:program|kegiatan)\b(?:\s+(?!dengan\b)\w+)?", re.I
)
DURATION: Final = "Jangka waktu"
DURATIONS: Final = frozenset({"tahun", "bulan", "hari", "triwulan"})


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about: a mention, and why that may be wrong."""

    mention: Mention
    guess: str = ""
    loose: bool = False  # it stands for several subjects


def subjects(scene: Scene) -> list[About | None]:
    """Return what every figure of a sentence is about, None where nothing says so."""
    found: list[About | None] = []
    for index, meaning in enumerate(scene.meanings):
        found.append(subject(scene, index, found) if meaning else None)
    named = {item.mention.name for item in found if item}
    alone = len(named) == 1 and handed_out(scene) is None
    only = next((item for item in found if item), None) if alone else None
    return [item or (only if meaning else None) for item, meaning in zip(found, scene.meanings, strict=True)]


def subject(scene: Scene, index: int, found: Sequence[About | None]) -> About | None:
    """Return what one figure is about, given those before it."""
    meaning = scene.meanings[index]
    assert meaning
    if index and meaning.how in FOLLOWS and found[index - 1]:
        return found[index - 1]
    if meaning.measure == measures.SELISIH and index and not names_another(scene, index) and found[index - 1]:
        return found[index - 1]
    if meaning.measure == measures.JUMLAH and meaning.how in ("count", "list"):
        return counted(scene, index)
    if meaning.measure == measures.NILAI_SAKIP:
        return score_subject(scene, index)
    first = handed_out(scene)
    if first is not None and index >= first:
        mention = receiver(scene, index, first) or introduced(scene, index)
        return About(mention) if mention else None
    several = spread(scene, index)
    if several:
        return About(several, loose=True)
    return named(scene, index, meaning) or surveyed(scene, index, meaning) or carried(scene, index, meaning, found)


def names_another(scene: Scene, index: int) -> bool:
    """Tell whether a sentence names something between a figure and the one before it."""
    return bool(between(scene, index)) or noun_before(scene, index) is not None


def between(scene: Scene, index: int) -> list[Mention]:
    """Return what a sentence names between a figure and the one before it."""
    start, end = scene.parsed.gap_start(index), scene.parsed.figures[index].start
    return [mention for mention in scene.mentions if start <= mention.start and mention.end <= end]


def words_before(scene: Scene, index: int) -> list[str]:
    """Return the words of a sentence before a figure."""
    return [token.word for token in scene.parsed.between(0, scene.parsed.figures[index].start)]


def score_subject(scene: Scene, index: int) -> About:
    """Return what a score of the evaluation is about: the table's row for it, or the evaluation itself."""
    end = scene.parsed.figures[index].start
    named = [m for m in scene.mentions if "sakip" in m.key and m.end <= end]
    if named:
        return About(named[-1])
    known = scene.tables.sakip
    name = known.uraian if known else SAKIP
    return About(Mention(-1, -1, name, known.key if known else key(SAKIP), "sakip", known))


def surveyed(scene: Scene, index: int, meaning: Meaning) -> About | None:
    """Return the survey that "nilai SKM" speaks of: the table's row for it; None where the sentence has an indikator."""
    words = scene.parsed.text[max(meaning.cue_start, 0) : max(meaning.cue_end, 0)]
    end = scene.parsed.figures[index].start
    if not SURVEY.fullmatch(words) or any(m.level == "indikator" and m.end <= end for m in scene.mentions):
        return None
    known = scene.tables.survey
    return About(Mention(-1, -1, known.uraian, known.key, known.level, known)) if known else None


def named(scene: Scene, index: int, meaning: Meaning) -> About | None:
    """Return the subject that stands next to a figure: before it, in a list, or introduced behind it."""
    near = governing(scene, [m for m in between(scene, index) if m.level != INSTANSI])
    if near:
        return near
    if meaning.how == "list" or meaning.measure == measures.NILAI_UNSUR:
        noun = noun_before(scene, index)
        if noun:
            return thing(noun)
    behind = introduced(scene, index)
    return About(behind) if behind else None


def governing(scene: Scene, inside: Sequence[Mention]) -> About | None:
    """Return the last subject named; a kegiatan outweighs the indikator it "has", and two joined are both meant."""
    inside = [m for m in inside if not is_source(scene, m)]
    if not inside:
        return None
    last = inside[-1]
    if len(inside) == 1:
        return whole(last)
    other = inside[-2]
    between = scene.parsed.text[other.end : last.start].casefold()
    if last.level == "indikator" and other.level in DOERS and re.search(r"\b(?:memiliki|mempunyai|dengan)\b", between):
        return About(other)
    if re.match(r"^[\s,]*(?:dan|serta|,)[\s,]*$", between):
        name = scene.parsed.text[other.start : last.end]
        return About(Mention(other.start, last.end, name, "", last.level), loose=True)
    return whole(last)


def whole(mention: Mention) -> About:
    """Return a mention as what a figure is about; a bidang that no table knows can stand for any of its parts."""
    return About(mention, loose=mention.level == "lain" and mention.known is None)


def is_source(scene: Scene, mention: Mention) -> bool:
    """Tell whether a belanja is named as the source of money: "dari sumber Belanja Langsung"."""
    before = scene.parsed.text[: mention.start].casefold().rstrip()
    return mention.level == "belanja" and before.endswith((" dari", " sumber", " melalui"))


def introduced(scene: Scene, index: int) -> Mention | None:
    """Return the subject behind a figure: "96,44% pada indikator X", "90,73% untuk Belanja Langsung"."""
    figures = scene.parsed.figures
    gap = scene.parsed.gap(index)
    if index and not follows(scene, index) and not any(token.word in ("dan", "serta", "sedangkan") for token in gap):
        return None
    last = index
    while last + 1 < len(figures) and follows(scene, last + 1):
        last += 1
    start = max(figures[last].end, figures[last].unit_end)
    end = figures[last + 1].start if last + 1 < len(figures) else len(scene.parsed.text)
    behind = (m for m in scene.mentions if start <= m.start and m.end <= end and m.level != INSTANSI)
    mention = next(behind, None)
    return mention if mention and leads_to(scene, start, mention) else None


def leads_to(scene: Scene, start: int, mention: Mention) -> bool:
    """Tell whether few words, the first one like "untuk", lead from a number to a subject."""
    parsed = scene.parsed
    between = parsed.between(start, mention.start)
    if not between or len(between) > INTRODUCED_IN or re.search(r"[,;:.]", parsed.text[start : mention.start]):
        return False
    return parsed.grammar.plays("introduces", between[0].word)


def follows(scene: Scene, index: int) -> bool:
    """Tell whether a figure says the same as the one before in another way."""
    meaning = scene.meanings[index]
    return meaning is not None and meaning.how in FOLLOWS


def carried(scene: Scene, index: int, meaning: Meaning, found: Sequence[About | None]) -> About | None:
    """Return the subject that a figure takes over: of the sentence so far, the text above, the instansi."""
    before = [m for m in scene.mentions if m.end <= scene.parsed.figures[index].start]
    last = scene.meanings[index - 1] if index else None
    if last and is_whole(scene, index - 1, last) and not any(m.start >= scene.parsed.gap_start(index) for m in before):
        return found[index - 1]
    sofar = governing(scene, [m for m in before if m.level != INSTANSI])
    if sofar and not is_whole(scene, index, meaning):
        return sofar
    own = next((m for m in reversed(before) if m.level == INSTANSI), None)
    noun = noun_before(scene, index)
    if own is None and noun and meaning.measure not in measures.BUDGET:
        return thing(noun)
    earlier = next((item for item in reversed(found) if item), None)
    if own is None and earlier and not is_whole(scene, index, meaning):
        return earlier
    return About(funded(scene, index, own)) if own else inherited(scene, index, noun)


def thing(noun: Mention) -> About:
    """Return a noun as what a figure is about; one word alone ("sasaran", "nasional") can mean many things."""
    return About(noun, loose=" " not in noun.name)


def funded(scene: Scene, index: int, own: Mention) -> Mention:
    """Return the instansi, with the source of the money where the sentence parts sources: APBN, dekonsentrasi, PAD."""
    grammar = scene.parsed.grammar
    sources = (
        word
        for word in reversed(words_before(scene, index))
        if grammar.plays("source", word) or grammar.plays("revenue", word)
    )
    source = next(sources, "")
    return Mention(own.start, own.end, own.name, f"{own.key} {source}".strip(), own.level) if source else own


def is_whole(scene: Scene, index: int, meaning: Meaning) -> bool:
    """Tell whether an amount is that of everything: "total anggaran sebesar", not "realisasi dari total anggaran"."""
    gap = scene.parsed.gap(index)
    words = [token.word for token in gap]
    at = next((at for at, word in enumerate(words) if word in WHOLE), None)
    if meaning.measure not in measures.BUDGET or at is None or refers_back(words[at:]):
        return False
    if words[at - 1 : at] != ["dari"]:
        return True
    return at > 1 and not any(
        hit.end <= gap[at].start for hit in scene.parsed.cues_between(gap[0].start, gap[at].start)
    )


def refers_back(words: Sequence[str]) -> bool:
    """Tell whether words speak of something named before: "total anggaran untuk program ini"."""
    return any(one in NAMED_BEFORE and other in ("ini", "tersebut") for one, other in pairwise(words))


def inherited(scene: Scene, index: int, noun: Mention | None) -> About | None:
    """Return the subject of the sentence before, the table that prints the number, the text above, or the noun."""
    meaning = scene.meanings[index]
    assert meaning
    if is_whole(scene, index, meaning):
        return (
            About(Mention(-1, -1, scene.instansi, key(scene.instansi), INSTANSI), INHERITED) if scene.instansi else None
        )
    unnamed = introduced_here(scene, index)
    if unnamed:
        return About(unnamed, loose=True)
    if scene.last:
        return About(scene.last, INHERITED)
    printed = scene.tables.printing(meaning.measure, scene.parsed.figures[index])
    if printed:
        return About(Mention(-1, -1, printed.uraian, printed.key, printed.level, printed), BY_VALUE)
    if scene.above:
        return About(scene.above, INHERITED)
    if noun:
        return thing(noun)
    known = scene.instansi and meaning.measure in measures.BUDGET + measures.PERFORMANCE
    if known and not refers_back(words_before(scene, index)):
        return About(Mention(-1, -1, scene.instansi, "", INSTANSI), INHERITED)
    return None


def introduced_here(scene: Scene, index: int) -> Mention | None:
    """Return what a sentence brings in without a name: "terdapat satu program dukungan dengan anggaran" is no other."""
    start, end = scene.parsed.gap_start(index), scene.parsed.figures[index].start
    found = list(ONE_MORE.finditer(scene.parsed.text, start, end))
    if not found:
        return None
    return Mention(found[-1].start(), found[-1].end(), found[-1].group(), "", "lain")


def counted(scene: Scene, index: int) -> About | None:
    """Return what a count counts: the noun behind it, or the noun before it where only a unit follows."""
    figure = scene.parsed.figures[index]
    before, behind = noun_before(scene, index), noun_behind(scene, index)
    if figure.unit in DURATIONS:
        return About(duration(before))
    if behind and figure.unit in THINGS | PLACES:
        return About(within(scene, index, behind))
    if before and (ends_with_link(scene, index) or not behind or len(behind.name.split()) == 1):
        return About(before)
    if behind:
        return About(behind)
    mention = scene.last or scene.above
    return About(mention, INHERITED) if mention else None


def duration(before: Mention | None) -> Mention:
    """Return the length of time that something takes as a subject."""
    name = f"{DURATION} {before.name}" if before else DURATION
    return Mention(-1, -1, name, key(name), "lain")


def ends_with_link(scene: Scene, index: int) -> bool:
    """Tell whether a word like "sebanyak" leads to a figure."""
    gap = scene.parsed.gap(index)
    return bool(gap) and is_link(scene.parsed, gap[-1])


def within(scene: Scene, index: int, noun: Mention) -> Mention:
    """Say what counted kegiatan belong to: "kegiatan dalam Program X"."""
    figure = scene.parsed.figures[index]
    holders = [m for m in scene.mentions if m.end <= figure.start and m.level != INSTANSI and m.key]
    text = scene.parsed.text[: figure.start].rstrip()
    if not holders or not text.endswith("dengan"):
        return noun
    name = f"{noun.name} dalam {holders[-1].name}"
    return Mention(noun.start, noun.end, name, key(name), noun.level)
