"""What a generated report is: headings, sentences and tables in which every number is a figure that knows its truth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from benchmarks.generate.relations import Relation
    from benchmarks.generate.style import Style

Unit = Literal["rupiah", "persen", "indeks", "jumlah", "kategori", "terbilang"]


class Key(NamedTuple):
    """A quantity: figures with one key say the same thing. Measures are those of `lkjip.measures`."""

    measure: str
    subject: str
    period: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number or category, without currency or per cent sign."""

    key: Key
    text: str
    unit: Unit
    value: Decimal | None  # what is printed, not what it was rounded from; None for a category
    decimals: int = 0
    exact: bool = True  # a count or an amount: not rounded from anything


Piece = str | Figure
Pieces = tuple[Piece, ...]
Alignment = Literal["left", "center", "right"]


def text_of(pieces: Pieces) -> str:
    """Return pieces as one text."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; cells that a merged one covers are left out."""

    pieces: Pieces
    columns: int = 1
    rows: int = 1
    align: Alignment = "left"
    bold: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; widths are Typst's: "auto", "1fr", "25mm"."""

    caption: tuple[str, ...]  # the printed lines
    widths: tuple[str, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    landscape: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (chapter) to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; an item of a list is set with a hanging indent, a centred one is a formula."""

    pieces: Pieces
    kind: Literal["plain", "item", "formula"] = "plain"


Block = Heading | Paragraph | Table


class Spot(NamedTuple):
    """Where a figure stands; row and cell are -1 in a paragraph."""

    block: int
    row: int
    cell: int
    piece: int


@dataclass(frozen=True)
class Report:
    """A consistent report, with the relations among the quantities that it prints."""

    seed: int
    name: str  # slug
    title: str
    kecamatan: str
    place: str  # under the title
    year: int
    style: "Style"
    blocks: tuple[Block, ...]
    relations: tuple["Relation", ...]

    def figures(self) -> dict[Spot, Figure]:
        """Return every printed figure with its place, in reading order."""
        return {
            Spot(at, row, cell, index): piece
            for at, block in enumerate(self.blocks)
            for row, cell, pieces in parts(block)
            for index, piece in enumerate(pieces)
            if isinstance(piece, Figure)
        }

    def replaced(self, texts: dict[Spot, str]) -> "Report":
        """Return the report with other texts at some figures; their values stay those of the consistent report."""
        blocks = list(self.blocks)
        for spot, text in texts.items():
            blocks[spot.block] = with_text(blocks[spot.block], spot, text)
        return replace(self, blocks=tuple(blocks))


def parts(block: Block) -> Iterator[tuple[int, int, Pieces]]:
    """Yield the row, cell and pieces of every part of a block that can hold figures."""
    if isinstance(block, Paragraph):
        yield -1, -1, block.pieces
    elif isinstance(block, Table):
        for row, cells in enumerate(block.body):
            for at, cell in enumerate(cells):
                yield row, at, cell.pieces


def with_text(block: Block, spot: Spot, text: str) -> Block:
    """Return a block with another text at one figure."""
    if isinstance(block, Paragraph):
        return replace(block, pieces=with_piece(block.pieces, spot.piece, text))
    assert isinstance(block, Table)
    cells = list(block.body[spot.row])
    cells[spot.cell] = replace(cells[spot.cell], pieces=with_piece(cells[spot.cell].pieces, spot.piece, text))
    return replace(block, body=(*block.body[: spot.row], tuple(cells), *block.body[spot.row + 1 :]))


def with_piece(pieces: Pieces, at: int, text: str) -> Pieces:
    """Return pieces with another text at one figure."""
    figure = pieces[at]
    assert isinstance(figure, Figure)
    return (*pieces[:at], replace(figure, text=text), *pieces[at + 1 :])
