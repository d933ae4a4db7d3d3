"""Find every figure of a generated report in what was extracted from its PDF, and put another text in its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

from benchmarks.generate.model import Cell as Printed
from benchmarks.generate.model import Figure, Paragraph, Pieces, Report, Spot, Table, text_of

from lkjip.extract import Extraction
from lkjip.records import Cell, Line


class Part(NamedTuple):
    """A part of a cell or line by its index, from one sign to another, white space not counted."""

    of: int  # the index of the cell or line
    start: int
    end: int


class Place(NamedTuple):
    """Where a figure stands: in a cell, or in a line or more."""

    kind: Literal["cell", "line"]
    parts: tuple[Part, ...]


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def placed(report: Report, extraction: Extraction) -> dict[Spot, Place]:
    """Return the places of all figures that were extracted as they were printed."""
    return {**in_cells(report, extraction.cells), **in_lines(report, extraction.lines)}


class TableRow(NamedTuple):
    """A row that the generator printed: its block, its number there, and its cells that hold text."""

    block: int
    row: int
    cells: tuple[tuple[int, Printed], ...]


def in_cells(report: Report, cells: Sequence[Cell]) -> dict[Spot, Place]:
    """Match the rows of all tables in order: a row is found where all its cells are as printed."""
    rows = printed_rows(report)
    read = read_rows(cells)
    wanted = [tuple(squeezed(text_of(cell.pieces)) for _, cell in row.cells) for row in rows]
    found = [tuple(squeezed(cells[at].text) for at in row) for row in read]
    places: dict[Spot, Place] = {}
    for match in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks():
        for offset in range(match.size):
            row = rows[match.a + offset]
            for (at, cell), index in zip(row.cells, read[match.b + offset], strict=True):
                places.update(figures_in(cell.pieces, (row.block, row.row, at), index))
    return places


def printed_rows(report: Report) -> list[TableRow]:
    """Return the body rows of all tables, with their cells that hold text."""
    return [
        TableRow(at, row, tuple((i, cell) for i, cell in enumerate(cells) if squeezed(text_of(cell.pieces))))
        for at, block in enumerate(report.blocks)
        if isinstance(block, Table)
        for row, cells in enumerate(block.body)
    ]


def read_rows(cells: Sequence[Cell]) -> list[list[int]]:
    """Return the extracted cells row by row, by their index."""
    rows: dict[tuple[str, int], list[int]] = {}
    for index, cell in enumerate(cells):
        rows.setdefault((cell.table_id, cell.row), []).append(index)
    return [sorted(row, key=lambda index: cells[index].column) for row in rows.values()]


def figures_in(pieces: Pieces, where: tuple[int, int, int], index: int) -> dict[Spot, Place]:
    """Return the places of the figures in one cell."""
    places, start = {}, 0
    for at, piece in enumerate(pieces):
        end = start + len(squeezed(text_of((piece,))))
        if isinstance(piece, Figure):
            places[Spot(*where, at)] = Place("cell", (Part(index, start, end),))
        start = end
    return places


def in_lines(report: Report, lines: Sequence[Line]) -> dict[Spot, Place]:
    """Find the sentences one after the other in the stream of printed lines."""
    stream, starts = streamed(lines)
    places: dict[Spot, Place] = {}
    cursor = 0
    for at, block in enumerate(report.blocks):
        if not isinstance(block, Paragraph):
            continue
        text = squeezed(text_of(block.pieces))
        found = stream.find(text, cursor)
        if found >= 0:
            places.update(figures_along(block.pieces, at, (found, starts)))
            cursor = found + len(text)
    return places


def streamed(lines: Sequence[Line]) -> tuple[str, list[tuple[int, int]]]:
    """Return all text outside tables without white space, and where each line starts in it."""
    parts, starts, length = [], [], 0
    for index, line in enumerate(lines):
        if line.kind not in ("running", "caption", "contents"):
            text = squeezed(line.text)
            starts.append((length, index))
            parts.append(text)
            length += len(text)
    return "".join(parts), [*starts, (length, len(lines))]


def figures_along(pieces: Pieces, block: int, stream: tuple[int, list[tuple[int, int]]]) -> dict[Spot, Place]:
    """Return the places of a paragraph's figures in the stream, where it starts."""
    start, starts = stream
    places = {}
    for at, piece in enumerate(pieces):
        end = start + len(squeezed(text_of((piece,))))
        if isinstance(piece, Figure):
            places[Spot(block, -1, -1, at)] = Place("line", tuple(parts_of(start, end, starts)))
        start = end
    return places


def parts_of(start: int, end: int, starts: list[tuple[int, int]]) -> Iterable[Part]:
    """Yield the parts of lines that lie between two signs of the stream."""
    for (first, index), (after, _) in pairwise(starts):
        if first < end and start < after:
            yield Part(index, max(start, first) - first, min(end, after) - first)


@dataclass(frozen=True)
class Edit:
    """A new text between two signs of a text, white space not counted."""

    start: int
    end: int
    text: str

    def applied(self, text: str) -> str:
        """Return a text with the edit made."""
        if not text:
            return text
        solid = [at for at, sign in enumerate(text) if not sign.isspace()]
        return text[: solid[self.start]] + self.text + text[solid[self.end - 1] + 1 :]


def injected(extraction: Extraction, edits: Iterable[tuple[Place, str]]) -> Extraction:
    """Return what would have been extracted if other texts had been printed."""
    cells, lines = list(extraction.cells), list(extraction.lines)
    for place, text in edits:
        for at, part in enumerate(place.parts):
            edit = Edit(part.start, part.end, "" if at else text)
            if place.kind == "cell":
                cell = cells[part.of]
                cells[part.of] = replace(cell, text=edit.applied(cell.text), lines=edit.applied(cell.lines))
            else:
                lines[part.of] = line_with(lines[part.of], edit)
    return replace(extraction, cells=tuple(cells), lines=tuple(lines))


def line_with(line: Line, edit: Edit) -> Line:
    """Return a line with a new text; words that became more or fewer share their place evenly."""
    text = edit.applied(line.text)
    old, new = line.text.split(), text.split()
    if len(old) == len(new):
        return replace(line, text=text)
    same_start = alike(old, new)
    same_end = alike(old[same_start:][::-1], new[same_start:][::-1])
    edges = line.word_edges.split(";")
    changed = edges[same_start : len(edges) - same_end]
    count = len(new) - same_start - same_end
    shared = [*edges[:same_start], *spread(changed, count), *edges[len(edges) - same_end :]]
    return replace(line, text=text, word_edges=";".join(shared))


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two lists have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def spread(edges: Sequence[str], count: int) -> list[str]:
    """Return so many word edges of equal width over the place of others."""
    if not edges:
        return ["0 0"] * count
    left, right = float(edges[0].split()[0]), float(edges[-1].split()[1])
    width = (right - left) / max(count, 1)
    return [f"{left + at * width:.2f} {left + (at + 1) * width:.2f}" for at in range(count)]
