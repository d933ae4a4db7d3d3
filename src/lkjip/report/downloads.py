"""The data of an audit as files to take along: safe in a spreadsheet, masked, and the same bytes every time."""

import base64
import io
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from lkjip.masking import masked
from lkjip.records import Fact, Finding, Outcome
from lkjip.report.dossier import Dossier
from lkjip.store import as_csv, defused

EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the first day that a ZIP file can name
WIDTH: Final = 16  # characters of a column


def findings_csv(dossier: Dossier) -> str:
    """Return the findings as a data address of a CSV file; the byte order mark makes spreadsheets read UTF-8."""
    text = as_csv(Finding, dossier.findings)
    return address("text/csv;charset=utf-8", ("\ufeff" + shown(dossier.words.shows_personal_numbers)(text)).encode())


def workbook(dossier: Dossier) -> str:
    """Return findings, facts and outcomes as a data address of an XLSX file."""
    rows = tuple((kind, tuple(rows)) for kind, rows in sheets(dossier))
    content = packed(rows, dossier.words.shows_personal_numbers)
    return address("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content)


def sheets(dossier: Dossier) -> tuple[tuple[type, Sequence[Any]], ...]:
    """Return the kinds of rows that the workbook holds, with the rows."""
    return (Finding, dossier.findings), (Fact, dossier.facts), (Outcome, dossier.outcomes)


@lru_cache(maxsize=2)
def packed(rows: tuple[tuple[type, tuple[Any, ...]], ...], personal: bool) -> bytes:
    """Return an XLSX file with a sheet for each kind of rows; all languages of a report have the same."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": EPOCH})
        for kind, of_kind in rows:
            fill(book, kind, of_kind, shown(personal))
    return out.getvalue()


def shown(personal: bool) -> Callable[[str], str]:
    """Return what is done to text before it leaves: masking, unless the reader may see personal numbers."""
    return str if personal else masked


def fill(book: xlsxwriter.Workbook, kind: type, rows: Sequence[Any], text: Callable[[str], str]) -> None:
    """Write rows of a kind into a sheet of their own: a bold header that stays in sight, filters, readable widths."""
    names = [field.name for field in fields(kind)]
    sheet = book.add_worksheet(Path(kind.FILE).stem)  # type: ignore[attr-defined]
    sheet.write_row(0, 0, names, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, [value_of(getattr(row, name), text) for name in names])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(names) - 1)
    sheet.set_column(0, len(names) - 1, WIDTH)


def value_of(value: object, text: Callable[[str], str]) -> object:
    """Return a value as a sheet holds it: numbers as numbers, text that no spreadsheet runs."""
    if isinstance(value, str):
        return defused(text(value))
    return float(value) if isinstance(value, Decimal) else value


def address(kind: str, content: bytes) -> str:
    """Return a file's content as a data address."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
