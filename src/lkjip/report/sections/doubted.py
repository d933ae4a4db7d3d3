"""The cells of recognised pages that a person should look at, each beside its print, with the row that settles it."""

from collections.abc import Sequence

from lkjip.read.doubt import SURE
from lkjip.records import Cell
from lkjip.report.clips import Clip, clips
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.personal import spans_of
from lkjip.report.templating import filled


def doubted_cells(dossier: Dossier) -> Fragment:
    """Return the doubtful cells, those with digits first: a number in doubt keeps a finding from being an error."""
    doubtful = [cell for cell in dossier.cells if cell.confidence < SURE]
    numbers = [cell for cell in doubtful if has_digit(cell)]
    words = [cell for cell in doubtful if not has_digit(cell)]
    return Fragment(
        filled(
            "extraction/doubted.html.j2",
            dossier.words,
            dossier=dossier,
            numbers=numbers,
            others=words,
            clips=shown(dossier, numbers),
        )
    )


def has_digit(cell: Cell) -> bool:
    """Tell whether a cell holds a digit."""
    return any(char.isdigit() for char in cell.text)


def shown(dossier: Dossier, cells: Sequence[Cell]) -> dict[Cell, Clip]:
    """Return the pictures of cells; none of personal numbers, unless the reader may see them."""
    if dossier.pdf is None:
        return {}
    may_see = dossier.words.shows_personal_numbers
    return clips(dossier.pdf, [cell for cell in cells if may_see or not spans_of(cell.text)])
