"""Words that can stand in the name of something."""

import re
from typing import Final

from lkjip.read.prose.parsed import Parsed
from lkjip.read.prose.tokens import Token

VERB: Final = re.compile(r"^(?:me(?:n|m|l|r|w|y)\w{3,}|di\w{3,}(?:kan|i|t|p)|ber\w{5,}|ter\w{5,})$")
GRADED: Final = re.compile(r"\b(?:kategori|katagori|predikat|kriteria)\w*\W+(?:\w+\W+)?$", re.I)
GRADE_REACH: Final = 30  # characters


def is_content(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word can stand in a name: no cue, no verb, no grade, no word of grammar."""
    grammar = parsed.grammar
    if grammar.plays("empty", token.word) or token.word.isdigit() or is_verb(parsed, token):
        return False
    return not in_cue(parsed, token) and not closed(parsed, token) and not in_grade(parsed, token)


def is_verb(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word looks like a verb: "menunjukkan", "diperoleh"."""
    return bool(VERB.match(token.word)) and not parsed.grammar.plays("noun", token.word)


def in_grade(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word is part of a grade: "kategori Cukup Berhasil"."""
    before = parsed.text[max(token.start - GRADE_REACH, 0) : token.start]
    return bool(GRADED.search(before)) or parsed.grammar.plays("grade", token.word)


def in_cue(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word is part of a cue."""
    return any(hit.start <= token.start < hit.end and any(row.measure for row in hit.meaning) for hit in parsed.cues)


def closed(parsed: Parsed, token: Token) -> bool:
    """Tell whether a word stands in no name."""
    at = parsed.tokens.index(token)
    return any(parsed.grammar.roles[role].at(parsed.tokens, at) for role in ("boundary", "break", "link"))
