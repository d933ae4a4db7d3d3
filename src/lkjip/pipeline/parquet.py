"""Write the stacked datasets as Parquet too, a file for each table and year, for engines that query thousands of reports."""

import itertools
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, Final, get_type_hints

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from lkjip import store

FOLDER: Final = "parquet"
UNKNOWN: Final = "__HIVE_DEFAULT_PARTITION__"  # how readers of partitions know that there is no year
DIGITS, PLACES = 38, 10  # of an exact number; what has more is rounded, and stands printed beside it
TYPES: Final = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), Decimal: pa.decimal128(DIGITS, PLACES)}
PARSING: Final = pyarrow.csv.ParseOptions(newlines_in_values=True)
AT_ONCE: Final = 200  # documents in a row group


def write(processed: Path, kinds: Iterable[type[Any]], years: Mapping[str, str]) -> None:
    """Write the tables of the documents in `years` (document to year, empty where unknown) below `processed/parquet`.

    Text stands as in the CSV files, harmless in a spreadsheet. What is there of other years is removed.
    """
    by_year = sorted((year or UNKNOWN, document) for document, year in years.items())
    for kind in kinds:
        folder = processed / FOLDER / Path(kind.FILE).stem
        parts = {f"year={year}": [document for _, document in found] for year, found in grouped(by_year)}
        for name, documents in parts.items():
            write_part(folder / name / "part-0.parquet", kind, [(processed / each, each) for each in documents])
        for old in folder.glob("year=*"):
            if old.name not in parts:
                shutil.rmtree(old)


def grouped(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Iterable[tuple[str, str]]]]:
    """Group pairs by the first of each."""
    return itertools.groupby(pairs, key=lambda pair: pair[0])


def write_part(path: Path, kind: type[Any], documents: list[tuple[Path, str]]) -> None:
    """Write one table of the documents of a year, some documents at a time, so that memory stays small."""
    with store.whole(path) as stream, pyarrow.parquet.ParquetWriter(stream, schema_of(kind), compression="zstd") as out:
        for start in range(0, len(documents), AT_ONCE):
            some = [
                table_of(folder / kind.FILE, document, kind) for folder, document in documents[start : start + AT_ONCE]
            ]
            out.write_table(pa.concat_tables(some))


def schema_of(kind: type[Any]) -> pa.Schema:
    """Return the columns of a table, the document first."""
    hints = get_type_hints(kind)
    own = [(field.name, type_of(hints[field.name])) for field in fields(kind) if field.name != "document"]
    return pa.schema([("document", pa.string()), *own])


def type_of(hint: Any) -> pa.DataType:
    """Return the type of a column."""
    return TYPES.get(store.plain_type(hint), pa.string())


def table_of(path: Path, document: str, kind: type[Any]) -> pa.Table:
    """Read a document's CSV file; an empty cell is null unless the column holds text."""
    schema = schema_of(kind)
    exact = [field.name for field in schema if pa.types.is_decimal(field.type)]
    types = {field.name: pa.string() if field.name in exact else field.type for field in schema}
    options = pyarrow.csv.ConvertOptions(
        column_types=types, null_values=[""], true_values=["true"], false_values=["false"]
    )
    read = pyarrow.csv.read_csv(path, parse_options=PARSING, convert_options=options)
    columns = {name: numbers(read[name]) if name in exact else read[name] for name in read.column_names}
    columns["document"] = pa.array([document] * read.num_rows, pa.string())
    return pa.table([columns[field.name] for field in schema], schema=schema)


def numbers(texts: pa.ChunkedArray) -> pa.Array:
    """Return plain decimals as exact numbers; null where there is none, or one too large."""
    return pa.array([number(text) for text in texts.to_pylist()], TYPES[Decimal])


def number(text: str | None) -> Decimal | None:
    """Return one plain decimal as an exact number."""
    if not text or Decimal(text).adjusted() >= DIGITS - PLACES:
        return None
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    few = isinstance(exponent, int) and exponent >= -PLACES
    return value if few else value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_EVEN)
