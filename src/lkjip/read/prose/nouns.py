"""Names of things that no table knows: the noun before a figure or behind it."""

import re
from collections.abc import Sequence
from typing import Final

from lkjip.read.prose.content import is_content, is_verb
from lkjip.read.prose.mentions import Mention
from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.scene import Scene
from lkjip.read.prose.tokens import Token
from lkjip.read.words import key

MOST_WORDS: Final = 12


def noun_before(scene: Scene, index: int) -> Mention | None:
    """Return the words before a figure that name something no table knows, or None.

    Words that still belong to the figure before ("12 laporan surat masuk, realisasi 12") name nothing.
    """
    parsed = scene.parsed
    kept = last_name(parsed, near_cue(scene, index))
    if index and kept and kept[0] is parsed.gap(index)[0] and not parsed.grammar.plays("joint", kept[0].word):
        between = parsed.text[parsed.gap_start(index) : kept[0].start]
        if not re.search(r"[,;:]", between):
            return None
    return noun(parsed, kept)


def last_name(parsed: Parsed, words: Sequence[Token]) -> list[Token]:
    """Return the last run of words that can be a name."""
    kept: list[Token] = []
    for token in reversed(words):
        inner = parsed.grammar.plays("joint", token.word) and bool(kept)
        if inner or is_content(parsed, token):
            if kept and parted(parsed, token, kept[-1]):
                break
            kept.append(token)
        elif kept:
            break
    return kept[::-1]


def near_cue(scene: Scene, index: int) -> Sequence[Token]:
    """Return the words from the piece of a figure's cue on: what stands before that piece is about something else."""
    meaning, gap = scene.meanings[index], scene.parsed.gap(index)
    if meaning is None or meaning.cue_start < 0:
        return gap
    tokens, pieces = scene.parsed.tokens, scene.parsed.pieces
    piece = next(pieces[at] for at, token in enumerate(tokens) if token.start >= meaning.cue_start)
    return [token for token in gap if pieces[tokens.index(token)] >= piece]


def parted(parsed: Parsed, token: Token, following: Token) -> bool:
    """Tell whether a mark or a number stands between two words."""
    return bool(re.search(r"[,;:()]|\d", parsed.text[token.end : following.start]))


def noun_behind(scene: Scene, index: int) -> Mention | None:
    """Return the words behind a figure, its unit included, that name what is counted."""
    parsed, figure = scene.parsed, scene.parsed.figures[index]
    end = parsed.figures[index + 1].start if index + 1 < len(parsed.figures) else len(parsed.text)
    kept: list[Token] = []
    at = figure.end
    for token in parsed.between(figure.end, end):
        if re.search(r"[,;:.()]|\d", parsed.text[at : token.start]) or ends_name(parsed, token, not kept):
            break
        kept.append(token)
        at = token.end
    while kept and leads(parsed, kept[-1]):
        kept.pop()
    return noun(parsed, kept)


def ends_name(parsed: Parsed, token: Token, first: bool) -> bool:
    """Tell whether a word behind a number closes the name of what is counted."""
    boundary = parsed.grammar.roles["boundary"].at(parsed.tokens, parsed.tokens.index(token)) is not None
    verb = is_verb(parsed, token) and parsed.text[token.start].islower()
    return boundary or verb or (first and parsed.grammar.plays("preposition", token.word))


def leads(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word can neither start nor end a name."""
    return parsed.grammar.plays("joint", token.word) or parsed.grammar.plays("preposition", token.word)


def noun(parsed: Parsed, words: Sequence[Token]) -> Mention | None:
    """Return words as a subject that no table knows."""
    words = list(words[:MOST_WORDS])
    while words and (leads(parsed, words[0]) or parsed.grammar.plays("empty", words[0].word)):
        words = words[1:]
    if not words or all(len(token.word) < 3 for token in words):
        return None
    name = parsed.text[words[0].start : words[-1].end]
    return Mention(words[0].start, words[-1].end, name, key(name), "lain")
