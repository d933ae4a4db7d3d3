"""Which subjects a sentence names: those of the tables, and names behind words like "Kegiatan" or "indikator"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz, process

from lkjip import measures
from lkjip.read.prose.content import is_content
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.rows import Cue
from lkjip.read.prose.tokens import Hit, Phrases, Token
from lkjip.read.words import fold, key
from lkjip.records import Subject

INSTANSI: Final = "instansi"
TOTAL: Final = "total"
SCALE: Final = "skala"
STOPS: Final = re.compile(r"[;:()“”\"]")
PLACE_WORDS: Final = frozenset({"kecamatan", "kabupaten", "kota", "provinsi", "kantor", "camat", "prov", "kab", "kec"})
MEASURED: Final = frozenset({"persentase", "prosentase", "prosentasi", "jumlah", "tingkat", "nilai"})
SAME: Final = 95.0  # names differ in a letter or two by typing, in a word by meaning
LONG_ENOUGH: Final = 12  # letters of a name that can be matched with a letter wrong
SHORTEST: Final = 2  # words of a table's name that a sentence can mention


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject named in a sentence, from `start` to `end`."""

    start: int
    end: int
    name: str  # as printed
    key: str
    level: str
    known: Subject | None = None


@dataclass(frozen=True)
class Names:
    """The subjects that the tables of a document name, and the instansi itself."""

    subjects: Phrases[Subject]
    by_key: dict[str, Subject]
    instansi: Phrases[str]

    @classmethod
    def of(cls, known: Iterable[Subject], instansi: str) -> "Names":
        """Index the subjects of the tables; neither a total nor a band of a scale is what a sentence is about."""
        by_key: dict[str, Subject] = {}
        for subject in known:
            if subject.key and subject.level != TOTAL and subject.kind != SCALE and subject.key != key(instansi):
                by_key.setdefault(subject.key, subject)
        phrases = {tuple(name.split()): subject for name, subject in by_key.items()}
        long = {words: subject for words, subject in phrases.items() if len(words) >= SHORTEST}
        own = tuple(key(instansi).split())
        return cls(Phrases(long), by_key, Phrases({own: instansi} if own else {}))

    def is_instansi(self, name: str) -> bool:
        """Tell whether a name is that of the instansi itself."""
        return tuple(key(name).split()) in self.instansi.meanings

    def nearest(self, name: str) -> Subject | None:
        """Return the table's subject whose key is `name`, a letter or two aside."""
        if name in self.by_key or len(name) < LONG_ENOUGH:
            return self.by_key.get(name)
        found = process.extractOne(name, self.by_key.keys(), scorer=fuzz.ratio, score_cutoff=SAME)
        same = found is not None and re.findall(r"\d+", found[0]) == re.findall(r"\d+", name)
        return self.by_key[found[0]] if found and same else None


def mentions(parsed: Parsed, names: Names) -> list[Mention]:
    """Return the subjects that a sentence names, from left to right; of two that overlap the longer."""
    found = keyed(parsed.tokens)
    known = [
        Mention(hit.start, hit.end, parsed.text[hit.start : hit.end], hit.meaning.key, hit.meaning.level, hit.meaning)
        for hit in names.subjects.all(found)
        if not is_measure(parsed, hit)
    ]
    own = [
        Mention(hit.start, hit.end, parsed.text[hit.start : hit.end], key(hit.meaning), INSTANSI)
        for hit in names.instansi.all(found)
    ]
    known = [mention if is_whole_name(parsed, mention) else part_of_name(mention) for mention in known]
    typed = [mention for mention in typed_mentions(parsed, names) if mention]
    return [mention for mention in merged([*known, *typed, *own]) if not in_unit(parsed, mention)]


def is_measure(parsed: Parsed, hit: Hit[Subject]) -> bool:
    """Tell whether what a table calls a row is here what a number measures: "memperoleh capaian kinerja sebesar"."""
    cues = (cue for cue in parsed.cues if any(row.measure in measures.PERFORMANCE for row in cue.meaning))
    return any(cue.start <= hit.start and hit.end <= cue.end for cue in cues)


def is_whole_name(parsed: Parsed, mention: Mention) -> bool:
    """Tell whether a name that a table knows ends where the name in the sentence ends: "Sapi Perah di ..." does not."""
    before = next((token for token in reversed(parsed.tokens) if token.end <= mention.start), None)
    behind = next((token for token in parsed.tokens if token.start >= mention.end), None)
    return not (before and adjoins(parsed, before, mention)) and not (behind and adjoins(parsed, behind, mention))


def adjoins(parsed: Parsed, token: Token, mention: Mention) -> bool:
    """Tell whether a word next to a name is part of a longer name."""
    start, end = (token.end, mention.start) if token.end <= mention.start else (mention.end, token.start)
    level = parsed.grammar.roles["level"].at([token], 0) is not None or token.word in PLACE_WORDS
    return not parsed.text[start:end].strip() and not level and is_content(parsed, token)


def part_of_name(mention: Mention) -> Mention:
    """Return a name that only begins or ends like one of a table: no table knows it."""
    return Mention(mention.start, mention.end, mention.name, "", "lain")


def in_unit(parsed: Parsed, mention: Mention) -> bool:
    """Tell whether a name is only the unit of a number: "5 jenis laporan"."""
    return any(item.start < mention.end and mention.start < item.unit_end for item in parsed.figures)


def keyed(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a sentence as the words of keys: "dan" falls out, "kab" is kabupaten."""
    return [
        Token(word, token.start, token.end)
        for token in tokens
        for word in (key(token.word).split() if token.word.isalpha() else [token.word])
    ]


def merged(found: Iterable[Mention]) -> list[Mention]:
    """Join mentions that overlap: a name that a table knows lends its key and its end to the typed name around it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda item: (item.start, -(item.end - item.start), item.known is None)):
        last = kept[-1] if kept else None
        if last is None or mention.start >= last.end:
            kept.append(mention)
        elif last.known is None and mention.known and last.level != INSTANSI:
            kept[-1] = joined(last, mention)
    return kept


def joined(typed: Mention, known: Mention) -> Mention:
    """Return a typed name with what a table knows of it."""
    name = typed.name if known.end <= typed.end else typed.name[: known.start - typed.start] + known.name
    return Mention(typed.start, max(typed.end, known.end), name, known.key, typed.level, known.known)


def typed_mentions(parsed: Parsed, names: Names) -> list[Mention | None]:
    """Return the names behind words that open one: "Sub Kegiatan", "indikator", "belanja"."""
    cues = [hit for hit in parsed.cues if any(row.measure for row in hit.meaning)]
    hits = parsed.grammar.roles["level"].all(parsed.tokens)
    return [typed(parsed, hit, names) for hit in hits if not any(inside(parsed, hit, cue) for cue in cues)]


def inside(parsed: Parsed, hit: Hit[str], cue: Hit[tuple[Cue, ...]]) -> bool:
    """Tell whether a word that could open a name is part of a longer cue: "nilai unsur pelayanan".

    It opens one all the same where a name follows: "Realisasi Belanja Modal".
    """
    if hit.meaning == "belanja" and cue.first < hit.first and hit.after == cue.after < len(parsed.tokens):
        behind = parsed.tokens[cue.after]
        return parsed.text[behind.start].islower() or behind.word in PLACE_WORDS
    return cue.first <= hit.first < cue.after and (cue.first < hit.first or cue.after > hit.after)


def typed(parsed: Parsed, hit: Hit[str], names: Names) -> Mention | None:
    """Return the name behind one such word, or None where it opens none."""
    hit = opened(parsed, hit)
    end = name_end(parsed, hit)
    first = parsed.tokens[hit.after] if hit.after < len(parsed.tokens) else None
    opening = parsed.text[hit.start : hit.end]
    if first is None or end <= hit.end or parsed.grammar.plays("closed", first.word):
        return bare(parsed, hit)
    name = parsed.text[hit.end : end].strip(" ,.-:“”\"'")
    capital = name[:1].isupper() or opening[:1].isupper() or hit.meaning in ("indikator", "belanja", "unsur")
    if not capital or not name:
        return None
    full = parsed.text[hit.start : end].strip(" ,.-:")
    if names.is_instansi(name):
        return Mention(hit.end + 1, end, name, key(name), INSTANSI)
    subject = names.nearest(key(full)) or names.nearest(key(name))
    own = subject.key if subject else key(full if hit.meaning == "belanja" else name)
    return Mention(hit.start, end, full, own, hit.meaning, subject)


def opened(parsed: Parsed, hit: Hit[str]) -> Hit[str]:
    """Take a number and "yaitu" to the word that opens a name: "indikator (3) yaitu Jumlah inovasi"."""
    after = hit.after
    numbered = re.match(r"\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]*\s", parsed.text[hit.end :])
    end = hit.end + (numbered.end() if numbered else 0)
    while after < len(parsed.tokens) and parsed.tokens[after].start < end:
        after += 1
    if after < len(parsed.tokens) and parsed.grammar.plays("opens", parsed.tokens[after].word):
        end, after = parsed.tokens[after].end, after + 1
    named = after < len(parsed.tokens) and parsed.grammar.roles["level"].at(parsed.tokens, after) is None
    return replace(hit, after=after, end=end) if named and after > hit.after else hit


def bare(parsed: Parsed, hit: Hit[str]) -> Mention | None:
    """Return a mention without a name: "pagu anggaran Program sebesar"."""
    printed = parsed.text[hit.start : hit.end]
    after_cue = any(cue.after == hit.first for cue in parsed.cues)
    return Mention(hit.start, hit.end, printed, "", hit.meaning) if after_cue and printed[:1].isupper() else None


def name_end(parsed: Parsed, hit: Hit[str]) -> int:
    """Return where a name ends: before a cue, a number, "dengan" and the like, or a mark."""
    end = hit.end
    for at in range(hit.after, len(parsed.tokens)):
        token = parsed.tokens[at]
        between = parsed.text[end : token.start]
        if STOPS.search(between.lstrip(" :") if end == hit.end else between):
            break
        if token.word.isdigit() or any(char.isdigit() for char in between):
            break
        inner = at == hit.after + 1 and parsed.tokens[hit.after].word in MEASURED
        if (closes(parsed, at) and not inner) or (hit.meaning != "indikator" and token.word == "indikator"):
            break
        if "," in between and (closes(parsed, at) or parsed.grammar.roles["level"].at(parsed.tokens, at)):
            break
        end = token.end
    return end


def closes(parsed: Parsed, at: int) -> bool:
    """Tell whether a word cannot stand in a name."""
    boundary = parsed.grammar.roles["boundary"].at(parsed.tokens, at) is not None
    cue = any(hit.first == at and any(row.measure for row in hit.meaning) for hit in parsed.cues)
    capital = parsed.text[parsed.tokens[at].start].isupper()
    return (boundary and not capital) or (cue and not capital)


def is_bare_name(parsed: Parsed, found: Sequence[Mention]) -> bool:
    """Tell whether a sentence is hardly more than the name of a subject: a heading of what follows."""
    if parsed.figures or not found:
        return False
    named = sum(len(fold(mention.name)) for mention in found if mention.level != INSTANSI)
    return named * 10 >= len(fold(parsed.text)) * 6
