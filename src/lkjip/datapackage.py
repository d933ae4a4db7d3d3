"""Describe a document's files as a Frictionless Data Package: every file, column, type, unit and key."""

import inspect
import json
import re
from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from types import UnionType
from typing import Any, get_type_hints

from lkjip import records, store

KINDS = (
    records.Attribute,
    records.Page,
    records.Table,
    records.Region,
    records.Cell,
    records.Line,
    records.Subject,
    records.Fact,
    records.Indicator,
    records.BudgetLine,
    records.Repair,
    records.Unread,
    records.Check,
    records.Finding,
    records.Outcome,
)
TYPES = {str: "string", int: "integer", float: "number", Decimal: "number", bool: "boolean"}
POINTS = re.compile(r"^([xy][01]|width|height)$")
REFERENCES = {"table_id": "tables", "subject_id": "subjects", "page": "pages"}
# In these files every row has a table; elsewhere the column is empty for what stands in prose.
OF_A_TABLE = (records.Region, records.Cell, records.Indicator, records.BudgetLine)


def datapackage(document: str) -> str:
    """Return the descriptor of a document's folder as JSON text."""
    descriptor = {
        "profile": "tabular-data-package",
        "name": document,
        "resources": [resource(kind) for kind in KINDS],
    }
    return json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"


def resource(kind: Any) -> dict[str, Any]:
    """Describe one file."""
    return {
        "profile": "tabular-data-resource",
        "name": kind.FILE.removesuffix(".csv"),
        "path": kind.FILE,
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "encoding": "utf-8",
        "schema": {
            "fields": list(described_fields(kind)),
            "primaryKey": list(kind.KEY),
            "foreignKeys": list(foreign_keys(kind)),
        },
    }


def described_fields(kind: Any) -> Iterable[dict[str, Any]]:
    """Describe the columns of a file: name, type, unit, and whether they may be empty."""
    hints, notes = get_type_hints(kind), comments(kind)
    for field in fields(kind):
        hint = hints[field.name]
        described: dict[str, Any] = {"name": field.name, "type": TYPES[store.plain_type(hint)]}
        if field.name in notes:
            described["description"] = notes[field.name]
        if POINTS.match(field.name):
            described["unit"] = "pt"
        if not isinstance(hint, UnionType) and described["type"] != "string":
            described["constraints"] = {"required": True}
        yield described


def comments(kind: Any) -> dict[str, str]:
    """Return the comments beside the fields of a dataclass."""
    found = re.findall(r"^    (\w+): [^#\n]+#\s*(.+)$", inspect.getsource(kind), re.MULTILINE)
    return {name: text.strip() for name, text in found if name.islower()}


def foreign_keys(kind: Any) -> Iterable[dict[str, Any]]:
    """Describe the columns that always point to a row of another file."""
    for field in fields(kind):
        if field.name not in REFERENCES or (field.name,) == kind.KEY:
            continue
        if field.name == "table_id" and kind not in OF_A_TABLE:
            continue
        yield {"fields": field.name, "reference": {"resource": REFERENCES[field.name], "fields": field.name}}
