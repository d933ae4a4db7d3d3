from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

import pytest

from lkjip import store


@dataclass(frozen=True)
class Sample:
    FILE: ClassVar[str] = "samples.csv"
    text: str
    count: int | None
    amount: Decimal | None
    width: float
    sure: bool


ROWS = [
    Sample("Rp. 4. 603.119.714", 3, Decimal("1783957490"), 12.5, True),
    Sample('satu "kutip", koma\ndan baris', None, None, 0.0, False),
]


def test_rows_come_back_as_they_were(tmp_path):
    store.save(tmp_path, Sample, ROWS)
    assert store.load(tmp_path, Sample) == ROWS


def test_numbers_are_written_plainly():
    assert store.as_csv(Sample, [Sample("x", 1, Decimal("1E+3"), 2.0, True)]).splitlines()[1] == "x,1,1000,2.00,true"


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","klik")', "+62 812", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "\t=1", "-SUM(1)"]
)
def test_a_spreadsheet_runs_nothing(text):
    assert store.defused(text) == "'" + text
    assert store.restored(store.defused(text)) == text


@pytest.mark.parametrize("text", ["-", "- Laporan Pelayanan PATEN", "-1 Laporan", "-12,5", "(1.234)", "'kutip", "Rp 5"])
def test_ordinary_text_stays_as_printed(text):
    assert store.defused(text) == text
    assert store.restored(text) == text


def test_a_file_of_another_shape_is_refused(tmp_path):
    (tmp_path / "samples.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ValueError, match="header"):
        store.load(tmp_path, Sample)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "a.txt"
    store.save_text(target, "old")

    def broken(self, other):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", broken)
    with pytest.raises(OSError, match="disk full"):
        store.save_text(target, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text() == "old"


def test_an_unchanged_text_is_not_written_again(tmp_path):
    target = tmp_path / "a.txt"
    store.keep_text(target, "same")
    before = target.stat().st_mtime_ns
    store.keep_text(target, "same")
    assert target.stat().st_mtime_ns == before
