"""From the lines outside tables to subjects, facts, and the numbers that could not be tied."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lkjip import measures
from lkjip.read.numbers import RUPIAH
from lkjip.read.prose.aside import aside
from lkjip.read.prose.figures import DIGITS
from lkjip.read.prose.grades import RATED, classes, grade_words, grades
from lkjip.read.prose.grammar import Grammar
from lkjip.read.prose.listed import Listed
from lkjip.read.prose.meaning import meanings
from lkjip.read.prose.mentions import INSTANSI, Mention, Names, mentions
from lkjip.read.prose.outline import Outline
from lkjip.read.prose.parsed import Parsed, parse
from lkjip.read.prose.passages import READ, passages
from lkjip.read.prose.periods import periods
from lkjip.read.prose.relations import Meaning
from lkjip.read.prose.scene import Scene, Tables
from lkjip.read.prose.sentences import Sentence, sentences_of
from lkjip.read.prose.subjects import About, subjects
from lkjip.read.words import fold
from lkjip.records import Fact, Line, Subject, Unread

NO_MEASURE: Final = "no word near it says what it measures"
NO_SUBJECT: Final = "it is not clear what it is about"
A_ROW: Final = "a row of numbers outside tables, not a sentence"
KINDS: Final = {measures.NILAI_SAKIP: "sakip", measures.NILAI_UNSUR: "unsur", measures.JUMLAH: "jumlah"}
REMEMBERED: Final = 6  # sentences of a passage that may name the subject of a later one
SHORT_LINE: Final = 120  # characters
SPARSE: Final = 2  # words for each number, below which a line is no sentence


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a document before its sentences are read."""

    document: str
    year: str
    instansi: str


@dataclass(frozen=True)
class ProseReading:
    """The facts of sentences, and how many of their numbers were tied, left untied, or are no quantity."""

    subjects: tuple[Subject, ...] = ()
    facts: tuple[Fact, ...] = ()
    unread: tuple[Unread, ...] = ()
    irrelevant: int = 0

    @property
    def tied(self) -> int:
        """Return how many numbers became facts."""
        return sum(fact.value is not None for fact in self.facts)

    @property
    def untied(self) -> int:
        """Return how many quantities could not be tied; each is a row of `unread`."""
        return len(self.unread)


def facts_from_prose(report: Report, lines: Sequence[Line], tables: Tables, grammar: Grammar) -> ProseReading:
    """Read the sentences of a document. Every number in its lines becomes a fact, an unread row, or is counted."""
    reader = Reader(report, grammar, tables)
    for at, passage in enumerate(passages(lines)):
        for sentence in sentences_of(passage, at):
            reader.take(sentence, passage.indent)
    aside = sum(len(DIGITS.findall(line.text)) for line in lines if line.kind not in READ)
    return reader.result(aside)


@dataclass
class Reader:
    """Reads sentences in order and collects what they say."""

    report: Report
    grammar: Grammar
    tables: Tables
    facts: list[Fact] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    irrelevant: int = 0
    before: deque[Parsed] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    listed: Listed = field(default_factory=Listed)

    def __post_init__(self) -> None:
        """Start with an empty outline."""
        self.names = Names.of(self.tables.subjects, self.report.instansi)
        self.outline = Outline(fold(self.report.instansi))
        self.grades = grade_words(self.grammar.manual.categories, self.tables.subjects)

    def take(self, sentence: Sentence, indent: float) -> None:
        """Read one sentence."""
        parsed = parse(sentence, self.grammar)
        self.irrelevant += parsed.irrelevant + any(char.isdigit() for char in sentence.marker)
        if parsed.figures or may_lead(sentence):
            found = mentions(parsed, self.names)
            self.outline.enter(parsed, found, indent)
            if parsed.figures:
                self.tie(parsed, found, indent)
            else:
                self.listed.enter(parsed, ())
        self.before.append(parsed)

    def last_named(self, passage: int) -> Mention | None:
        """Return the last subject that the sentences before name, in the same passage."""
        for parsed in reversed(self.before):
            if parsed.sentence.passage != passage:
                return None
            named = [m for m in mentions(parsed, self.names) if m.level != INSTANSI and m.key]
            if named:
                return named[-1]
        return None

    def tie(self, parsed: Parsed, found: list[Mention], indent: float) -> None:
        """Tie the figures of a sentence to measures and subjects."""
        if is_row(parsed):
            self.unread += [self.untied(parsed, index, A_ROW) for index in range(len(parsed.figures))]
            return
        passage = parsed.sentence.passage
        known = self.listed.named(parsed, meanings(parsed))
        self.listed.enter(parsed, known)
        scene = Scene(
            parsed=parsed,
            meanings=known,
            mentions=found,
            above=self.outline.above(passage, indent),
            last=self.last_named(passage),
            instansi=self.report.instansi,
            tables=self.tables,
        )
        rows: dict[str, Subject] = {}
        about = subjects(scene)
        years = periods(parsed, self.report.year)
        apart = aside(scene, about, self.outline.compared)
        for index, meaning in enumerate(scene.meanings):
            item = about[index]
            if meaning is None or item is None:
                reason = NO_SUBJECT if meaning else NO_MEASURE
                self.unread.append(self.untied(parsed, index, reason))
                continue
            item = replace(item, loose=item.loose or meaning.loose or index in apart)
            row = self.row(parsed, item, meaning, (rows, self.outline.scope(indent)))
            self.facts.append(self.fact(parsed, index, (row, meaning, years[index], item.guess)))
            if meaning.measure in RATED:
                self.add_grades(grades(parsed, index, self.grades), parsed)
            elif meaning.measure == measures.REALISASI:
                self.add_grades(classes(parsed, index, self.grades), parsed)

    def row(self, parsed: Parsed, item: About, meaning: Meaning, memory: tuple[dict[str, Subject], str]) -> Subject:
        """Return the subject of a sentence; its facts share one row."""
        rows, scope = memory
        mention = item.mention
        name = f"{mention.key or mention.name}{' ~' if item.loose else ''}"
        if name not in rows:
            known = mention.known
            rows[name] = Subject(
                subject_id=f"p{len(self.subjects) + 1:04d}",
                source="prose",
                page=parsed.sentence.page,
                table_id="",
                row=None,
                block_id=parsed.sentence.block_id,
                kind=kind_of(mention, meaning),  # type: ignore[arg-type]
                level=mention.level,
                parent_id="",
                number=parsed.sentence.marker,
                uraian=mention.name,
                key="" if item.loose else mention.key,
                satuan=known.satuan if known else "",
                arah=known.arah if known else "",
                sasaran=known.sasaran if known else "",
                scope=scope,
            )
            self.subjects.append(rows[name])
        return rows[name]

    def fact(self, parsed: Parsed, index: int, tie: tuple[Subject, Meaning, str, str]) -> Fact:
        """Return one figure as a fact."""
        figure, (subject, meaning, year, guess) = parsed.figures[index], tie
        page, x0, y0, x1, y1 = parsed.sentence.boxes(figure.core, figure.core + 1)[0]
        boxes = [box for box in parsed.sentence.boxes(figure.start, figure.end) if box[0] == page and box[2] == y0]
        x0, x1 = (boxes[0][1], boxes[0][3]) if boxes else (x0, x1)
        return Fact(
            document=self.report.document,
            fact_id=f"pf{len(self.facts) + 1:05d}",
            subject_id=subject.subject_id,
            subject=subject.uraian,
            measure=meaning.measure,
            period=year,
            unit=meaning.unit or subject.satuan,
            value=figure.value,
            decimals=figure.decimals,
            printed=figure.printed,
            guess="; ".join(filter(None, (figure.guess, meaning.guess, guess))),
            source="prose",
            page=page,
            table_id="",
            row=None,
            column=None,
            x0=x0,
            y0=y0,
            x1=x1,
            y1=y1,
        )

    def add_grades(self, spans: Iterable[tuple[int, int]], parsed: Parsed) -> None:
        """Add the grades that a sentence gives the figure of the last fact; they stand behind it among the facts."""
        rated = self.facts[-1]
        for start, end in spans:
            page, x0, y0, x1, y1 = parsed.sentence.boxes(start, end)[0]
            grade = replace(
                rated,
                fact_id=f"pf{len(self.facts) + 1:05d}",
                measure=measures.KATEGORI,
                unit="kategori",
                value=None,
                decimals=0,
                printed=parsed.text[start:end],
                guess="",
                page=page,
                x0=x0,
                y0=y0,
                x1=x1,
                y1=y1,
            )
            self.facts.append(grade)

    def untied(self, parsed: Parsed, index: int, reason: str) -> Unread:
        """Return one figure as a row of what could not be read."""
        figure = parsed.figures[index]
        page, x0, y0, x1, y1 = parsed.sentence.boxes(figure.core, figure.core + 1)[0]
        return Unread(
            unread_id=f"pn{len(self.unread) + index + 1:05d}",
            kind="number",
            page=page,
            table_id="",
            row=None,
            column=None,
            text=figure.printed,
            reason=reason,
            x0=x0,
            y0=y0,
            x1=x1,
            y1=y1,
        )

    def result(self, aside: int) -> ProseReading:
        """Return everything collected, with the numbers of headers, captions and contents counted as no quantities."""
        return ProseReading(tuple(self.subjects), tuple(self.facts), tuple(self.unread), self.irrelevant + aside)


def may_lead(sentence: Sentence) -> bool:
    """Tell whether what follows may stand under a sentence without numbers: a heading, an item, a short line."""
    return sentence.kind == "heading" or bool(sentence.marker) or len(sentence.text) <= SHORT_LINE


def is_row(parsed: Parsed) -> bool:
    """Tell whether a text is what is left of a table without lines: many numbers, hardly a word.

    A number in brackets behind another says it once more, as sentences do.
    """
    plain = sum(not figure.bracketed for figure in parsed.figures)
    return plain > 1 and len(parsed.tokens) < SPARSE * plain


def kind_of(mention: Mention, meaning: Meaning) -> str:
    """Return the kind of a subject by the first thing said of it."""
    if meaning.measure in KINDS:
        return KINDS[meaning.measure]
    if meaning.measure in measures.BUDGET or meaning.unit == RUPIAH:
        return "anggaran"
    return "indikator" if meaning.measure in measures.PERFORMANCE else "lain"


def rows_of(reading: ProseReading) -> Iterator[tuple[Fact, Subject]]:
    """Yield every fact with its subject."""
    by_id = {subject.subject_id: subject for subject in reading.subjects}
    for fact in reading.facts:
        yield fact, by_id[fact.subject_id]
