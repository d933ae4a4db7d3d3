"""The stacked datasets as Parquet: the same rows as in CSV, by year, in the same bytes; and the notebook that asks them."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import duckdb
import papermill
import pytest

from lkjip import store
from lkjip.paths import PROJECT, Folders
from lkjip.pipeline import everything, parquet
from lkjip.pipeline.workers import Limits


@dataclass
class Row:
    FILE: ClassVar[str] = "rows.csv"
    name: str
    value: Decimal | None
    count: int | None
    sure: bool


ROWS = [
    Row("baris\nbaru", Decimal("1783957490.25"), 3, True),
    Row("", None, None, False),
    Row("=1+1", Decimal("0.123456789012"), -1, True),
    Row("terlalu besar", Decimal(10) ** 40, 0, True),
]


@pytest.fixture
def written(tmp_path):
    """Two documents of two years and one of none, as Parquet."""
    for document in ("a", "b", "c"):
        store.save(tmp_path / document, Row, ROWS)
    parquet.write(tmp_path, [Row], {"a": "2022", "b": "2023", "c": ""})
    return tmp_path


def ask(folder, query):
    return duckdb.sql(query.format(f"read_parquet('{folder}/parquet/rows/*/*.parquet')")).fetchall()


def test_values_keep_their_type_and_what_is_empty_is_null_but_for_text(written):
    found = ask(written, "SELECT name, value, count, sure FROM {} WHERE document = 'a'")
    assert found == [
        ("baris\nbaru", Decimal("1783957490.25"), 3, True),
        ("", None, None, False),
        ("'=1+1", Decimal("0.1234567890"), -1, True),
        ("terlalu besar", None, 0, True),
    ]


def test_documents_lie_with_their_year(written):
    found = ask(written, "SELECT DISTINCT document, year FROM {} ORDER BY document")
    assert found == [("a", 2022), ("b", 2023), ("c", None)]


def test_the_same_rows_are_the_same_bytes_and_old_years_go(written):
    part = written / "parquet" / "rows" / "year=2023" / "part-0.parquet"
    before = part.read_bytes()
    parquet.write(written, [Row], {"b": "2023"})
    assert part.read_bytes() == before
    assert ask(written, "SELECT DISTINCT document FROM {}") == [("b",)]


def test_the_notebook_answers_from_the_datasets_of_a_run(tmp_path, small_pdf):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "laporan.pdf").write_bytes(small_pdf)
    run = everything.Run(Folders(tmp_path / "raw", tmp_path / "processed", tmp_path / "reports"), {}, Limits(workers=1))
    everything.read(run)
    everything.audit(run)
    given = {"datasets": str(tmp_path / "processed" / "parquet"), "year": "2023"}
    source = Path(PROJECT / "notebooks" / "datasets.ipynb")
    done = papermill.execute_notebook(str(source), None, given, progress_bar=False)
    tables = [output["data"]["text/html"] for cell in done.cells for output in cell.get("outputs", [])]
    assert len(tables) == 4
    assert "capaian-recalculates" in tables[1]
    assert "1500000" in tables[2]
    assert "jumlah inovasi" in tables[3]
