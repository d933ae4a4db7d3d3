"""The data of an audit as files to take along: safe in a spreadsheet, masked, and the same bytes every time."""

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lkjip.masking import masked
from lkjip.records import Fact, Finding, Outcome
from lkjip.report.dossier import Dossier
from lkjip.store import as_csv, defused

EPOCH: Final = datetime(1980, 1, 1)  # the first day that a ZIP file can name
ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WIDEST: Final = 60


def findings_csv(dossier: Dossier) -> str:
    """Return the findings as a data address of a CSV file; the byte order mark makes spreadsheets read UTF-8."""
    text = as_csv(Finding, dossier.findings)
    return address("text/csv;charset=utf-8", ("\ufeff" + shown(dossier)(text)).encode())


def workbook(dossier: Dossier) -> str:
    """Return findings, facts and outcomes as a data address of an XLSX file."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in (("findings", dossier.findings), ("facts", dossier.facts), ("outcomes", dossier.outcomes)):
        kind = {"findings": Finding, "facts": Fact, "outcomes": Outcome}[name]
        fill(book.create_sheet(name), [f.name for f in fields(kind)], [astuple(row) for row in rows], shown(dossier))
    book.properties.created = book.properties.modified = EPOCH
    return address("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fixed(book))


def shown(dossier: Dossier) -> Callable[[str], str]:
    """Return what is done to text before it leaves: masking, unless the reader may see personal numbers."""
    return str if dossier.words.shows_personal_numbers else masked


def fill(sheet: Any, header: list[str], rows: Iterable[tuple[Any, ...]], text: Callable[[str], str]) -> None:
    """Write a table into a sheet: bold header that stays in sight, filters, readable widths."""
    sheet.append(header)
    for row in rows:
        sheet.append([value_of(value, text) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, name in enumerate(header, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, len(name) + 6)


def value_of(value: object, text: Callable[[str], str]) -> object:
    """Return a value as a sheet holds it: numbers as numbers, text that no spreadsheet runs."""
    if isinstance(value, str):
        return defused(ILLEGAL.sub("", text(value)))
    return float(value) if isinstance(value, Decimal) else value


def fixed(book: Workbook) -> bytes:
    """Return a workbook's bytes without the moment at which they were written."""
    written, out = io.BytesIO(), io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"1980-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def address(kind: str, content: bytes) -> str:
    """Return a file's content as a data address."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
