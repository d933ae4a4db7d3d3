"""What the tables of a report share: captions with running numbers, column numbers, widths, total rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.generate.model import Cell, Row, Table
from benchmarks.generate.printer import Printer, head

Rows = tuple[tuple[Row, ...], Sequence[Row]]  # header and body


@dataclass
class Captions:
    """Counts the tables of each chapter."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, chapter: int, title: str, form: str) -> tuple[str, ...]:
        """Return the lines of the next caption in the form that a report uses."""
        self.counts[chapter] = self.counts.get(chapter, 0) + 1
        number = f"{chapter}.{self.counts[chapter]}"
        if form == "one line":
            return (f"Tabel {number} {title}",)
        if form == "capitals":
            return (f"TABEL {number}", title.upper())
        return (f"Tabel {number}", title)


@dataclass(frozen=True)
class Tables:
    """Makes the tables of one report."""

    printer: Printer
    captions: Captions = field(default_factory=Captions)

    def made(self, chapter: int, title: str, widths: tuple[str, ...], rows: Rows) -> Table:
        """Return a table of header and body rows; wide ones may lie on their side, and chapter 0 numbers none."""
        style = self.printer.kecamatan.style
        header, body = rows
        numbers = column_numbers(len(widths), style.numbering)
        caption = self.captions.next(chapter, title, style.caption) if chapter else (title,)
        return Table(caption, widths, (*header, *numbers), tuple(body), style.landscape and len(widths) >= 7)

    def closed(self, rows: Sequence[Row], closing: Row) -> list[Row]:
        """Return rows with their total where the report puts it: last, or first."""
        return [closing, *rows] if self.printer.kecamatan.style.total_first else [*rows, closing]

    def total_label(self, columns: int) -> Cell:
        """Return the words of a total row over so many columns."""
        return Cell((self.printer.kecamatan.style.total_word,), columns, align="center", bold=True)


def column_numbers(count: int, form: str) -> tuple[Row, ...]:
    """Return the row that numbers the columns, if the report has one."""
    if not form:
        return ()
    return (tuple(Cell((form.replace("1", str(at)),), align="center") for at in range(1, count + 1)),)


def heads(*texts: str) -> Row:
    """Return a row of headings."""
    return tuple(head(text) for text in texts)


def numbered(at: int) -> Cell:
    """Return the cell of a list number."""
    return Cell((f"{at}.",), align="center")
