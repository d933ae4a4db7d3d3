"""Why something was not read or checked, in the reader's language: earlier stages give reasons in English."""

import re
from typing import Final

from lkjip.report.vocabulary import N_
from lkjip.report.words import Words

PARTS: Final = re.compile(r"; |: ")
QUOTED: Final = re.compile(r"'([^']*)'")
COUNT: Final = re.compile(r"^(\d+) ")
# The reasons that occur; one that is missing here stays English.
KNOWN: Final = (
    N_("reading it took a guess"),
    N_("it was not surely recognised on the scanned page"),
    N_("an image of the page without text"),
    N_("images without text"),
    N_("nothing was recognised"),
    N_("the sentence names no subject"),
    N_("it was taken from the text above"),
    N_("one of several values in its cell"),
    N_("dots and commas both separate thousands"),
    N_("could be thousands or decimals"),
    N_("no target beside it"),
    N_("no realisasi beside it"),
    N_("no anggaran beside it"),
    N_("no target of its period"),
    N_("the target is zero"),
    N_("the budget is zero"),
    N_("the table or sentence gives several values to this name"),
    N_("the two tables mostly differ"),
    N_("they may be about different things"),
    N_("no scale with that category could be read"),
    N_("the value lies in a gap of the scale"),
    N_("the class is none of A to D"),
    N_("it follows from other numbers in its own row"),
    N_("nothing else on the page shows that these rows add up"),
    N_("the row holds several numbers to compare"),
    N_("the words could not be read as a number"),
    N_("the two texts have little in common"),
    N_("no number of its items adds up to it"),
    N_("some of its parts may stand elsewhere"),
    N_("no row of the column follows a formula in use"),
    N_("it is no SAKIP predikat"),
    N_("the target is a range"),
    N_("it is not clear that these are all its parts"),
    N_("a band names no end"),
    N_("a column of capaian is too long to try every mean of it"),
    N_("no total is near it"),
    N_("it may be the amount of something else"),
    N_("%(count)s rows hold no number"),
    N_("the report prints nothing that the rule is about"),
    N_("%(count)s characters left out"),
    N_("invisible or outside the page"),
    N_("a row of numbers outside tables, not a sentence"),
    N_("no word near it says what it measures"),
    N_("it is not clear what it is about"),
    N_("no heading stands above it"),
    N_("no rule knows its headings"),
    N_("the heading %(quoted)s is not understood"),
)


def reason_in(reason: str, words: Words) -> str:
    """Return a reason in a language, part by part."""
    marks = [*PARTS.findall(reason), ""]
    parts = (part_in(part, words) for part in PARTS.split(reason))
    return "".join(part + mark for part, mark in zip(parts, marks, strict=True))


def part_in(part: str, words: Words) -> str:
    """Return one clause of a reason; what it quotes and counts stays."""
    quoted, count = QUOTED.search(part), COUNT.match(part)
    general = COUNT.sub("%(count)s ", QUOTED.sub("%(quoted)s", part))
    if general not in KNOWN:
        return part
    return words(general, quoted=quoted[0] if quoted else "", count=count[1] if count else "")
