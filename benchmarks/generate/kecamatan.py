"""An invented kecamatan: its place, what it wants to achieve, and what it spends money on."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.generate import names, scales
from benchmarks.generate.relations import Band
from benchmarks.generate.style import Style, drawn

SHORT_NAMES = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub Kegiatan"}


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indikator of a sasaran; `subject` names it among the quantities."""

    subject: str
    name: str
    unit: str
    kind: names.Kind
    sasaran: str
    program: str  # code of the program that serves it

    @property
    def lower(self) -> bool:
        """Tell whether lower is better."""
        return self.kind == "lower"


@dataclass(frozen=True, slots=True)
class Line:
    """A program, kegiatan or sub kegiatan; its code names it among the quantities."""

    code: str
    name: str
    level: str
    children: tuple["Line", ...] = ()

    def all(self) -> Iterator["Line"]:
        """Yield it and everything below it, in the order of a table."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """What a report is about."""

    name: str
    kabupaten: str
    provinsi: str
    camat: str
    nip: str
    year: int
    style: Style
    indicators: tuple[Indicator, ...]
    programs: tuple[Line, ...]
    villages: tuple[str, ...]
    kelurahan: tuple[str, ...]
    scale: tuple[Band, ...]

    @property
    def period(self) -> str:
        """Return the year of the report as a period."""
        return str(self.year)

    @property
    def sasaran(self) -> tuple[str, ...]:
        """Return the sasaran, in order."""
        return tuple(dict.fromkeys(indicator.sasaran for indicator in self.indicators))

    def lines(self) -> list[Line]:
        """Return all programs, kegiatan and sub kegiatan, in the order of a table."""
        return [line for program in self.programs for line in program.all()]


def invented(chance: random.Random) -> Kecamatan:
    """Draw a kecamatan."""
    programs = tuple(program(chance, *known) for known in chosen_programs(chance))
    return Kecamatan(
        name=chance.choice(names.KECAMATAN),
        kabupaten=chance.choice(names.KABUPATEN),
        provinsi=chance.choice(names.PROVINSI),
        camat=chance.choice(names.PEOPLE),
        nip=nip(chance),
        year=chance.randint(2018, 2024),
        style=drawn(chance),
        indicators=indicators(chance, programs),
        programs=programs,
        villages=tuple(chance.sample(names.VILLAGES, chance.randint(4, 10))),
        kelurahan=tuple(chance.sample(names.KELURAHAN, chance.choice((0, 0, 2, 3)))),
        scale=chance.choice(scales.CAPAIAN),
    )


def chosen_programs(chance: random.Random) -> list[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]]]:
    """Draw programs: the first is in every budget."""
    picked = sorted(chance.sample(range(1, len(names.PROGRAMS)), chance.randint(1, 4)))
    return [names.PROGRAMS[0], *(names.PROGRAMS[at] for at in picked)]


def program(chance: random.Random, code: str, name: str, known: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Line:
    """Draw some of a program's kegiatan, and some of their sub kegiatan."""
    picked = sorted(chance.sample(range(len(known)), chance.randint(1, len(known))))
    children = tuple(kegiatan(chance, code, known[at]) for at in picked)
    return Line(code, name, "program", children)


def kegiatan(chance: random.Random, parent: str, known: tuple[str, str, tuple[str, ...]]) -> Line:
    """Draw some of the sub kegiatan of a kegiatan."""
    part, name, names_below = known
    code = f"{parent}.{part}"
    picked = sorted(chance.sample(range(len(names_below)), chance.randint(1, len(names_below))))
    return Line(
        code, name, "kegiatan", tuple(Line(f"{code}.{at + 1:04d}", names_below[at], "sub_kegiatan") for at in picked)
    )


def indicators(chance: random.Random, programs: tuple[Line, ...]) -> tuple[Indicator, ...]:
    """Draw one to four sasaran with one or two indikator each; the first is about service."""
    picked = [0, *sorted(chance.sample(range(1, len(names.SASARAN)), chance.randint(0, 3)))]
    found: list[Indicator] = []
    for order, at in enumerate(picked):
        sasaran, known = names.SASARAN[at]
        count = chance.randint(1, len(known))
        for name in known[:count]:
            serving = programs[order % len(programs)].code
            found.append(Indicator(f"i{len(found) + 1}", name.name, name.unit, name.kind, sasaran, serving))
    return tuple(found)


def nip(chance: random.Random) -> str:
    """Draw a number of a civil servant in the form of Perka BKN 22/2007."""
    born, entered = chance.randint(1965, 1985), chance.randint(2005, 2012)
    day = f"{born}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    return f"{day} {entered}{chance.randint(1, 12):02d} {chance.randint(1, 2)} {chance.randint(1, 20):03d}"
