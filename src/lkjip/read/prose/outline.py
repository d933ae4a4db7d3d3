"""What a sentence stands under: the list item that leads in, the bare name above it, the heading."""

import re
from dataclasses import dataclass, field
from typing import Final

from lkjip.read.prose.aside import compares, opens_part
from lkjip.read.prose.mentions import INSTANSI, Mention, is_bare_name
from lkjip.read.prose.parsed import Parsed
from lkjip.read.words import fold, key

NEAR: Final = 14  # passages below a bare name that it is still about
LABEL_WORDS: Final = 10
INDENT: Final = 3.0  # points
SCOPE: Final = re.compile(r"^(?:kelurahan|desa|kecamatan|upt|uptd|puskesmas)\s+\w+(?:[\s-]+\w+){0,3}$")


@dataclass(frozen=True, slots=True)
class Step:
    """A list item, a heading or a bare name that later passages stand under."""

    passage: int
    indent: float
    mention: Mention | None
    scope: str


@dataclass
class Outline:
    """The steps above the passage that is being read."""

    own: str  # the instansi, folded: it is no scope
    heading: Step | None = None
    topic: Step | None = None
    label: Step | None = None  # a short list item that names what the lines right below it are about
    steps: list[Step] = field(default_factory=list)
    compared: bool = False  # with another year, or against another target than that of the year

    def enter(self, parsed: Parsed, found: list[Mention], indent: float) -> None:
        """Take a sentence into the outline before its figures are read."""
        sentence = parsed.sentence
        named = next((m for m in reversed(found) if m.level != INSTANSI and m.key), None)
        self.label = label_of(parsed) or self.label
        self.compared = compares(parsed) if opens_part(parsed) else self.compared
        step = Step(sentence.passage, indent, named, scope_of(parsed, self.own))
        if sentence.kind == "heading" and not is_bare_name(parsed, found):
            self.heading, self.topic, self.steps = step, None, []
        elif is_bare_name(parsed, found):
            self.topic = step
            self.steps = [item for item in self.steps if item.indent < indent - INDENT]
        elif sentence.first and sentence.marker and self.topic and indent <= self.topic.indent + INDENT:
            self.topic = None
        if sentence.first and (sentence.marker or step.scope):
            self.steps = [item for item in self.steps if item.indent < indent - INDENT]
            self.steps.append(step)

    def above(self, passage: int, indent: float) -> Mention | None:
        """Return the subject that a passage stands under: of its list item, the bare name, the heading."""
        for step in reversed(self.steps):
            if step.passage != passage and step.indent < indent - INDENT and step.mention:
                return step.mention
        if (
            self.label
            and passage - self.label.passage <= 1
            and self.label.passage >= (self.topic or self.label).passage
        ):
            return self.label.mention
        if self.topic and passage - self.topic.passage <= NEAR:
            return self.topic.mention
        return self.heading.mention if self.heading else None

    def scope(self, indent: float) -> str:
        """Return the part of the instansi that a passage is about, or an empty text."""
        return next((s.scope for s in reversed(self.steps) if s.scope and s.indent <= indent + INDENT), "")


def label_of(parsed: Parsed) -> Step | None:
    """Return a short list item without a number as a name for what follows it."""
    sentence, words = parsed.sentence, parsed.text.split()
    whole = sentence.first and sentence.kind == "item" and bool(sentence.marker)
    if not whole or parsed.figures or len(words) > LABEL_WORDS or parsed.text.endswith((":", ";")):
        return None
    name = parsed.text.rstrip(" .")
    return Step(sentence.passage, 0.0, Mention(-1, -1, name, key(name), "lain"), "")


def scope_of(parsed: Parsed, own: str) -> str:
    """Return the kelurahan or desa that a line consists of: "b. Kelurahan Wolomarang :"."""
    line = fold(parsed.text)
    return line if not parsed.figures and SCOPE.match(line) and line != own else ""
