"""Decisions of people apply where they say, and fail loudly where they no longer do."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_tables import MANUAL, extraction, lines, table

from lkjip import measures
from lkjip.read import Manual, ManualError, read
from lkjip.read.columns import LABELS
from lkjip.read.manual import Correction, Override
from lkjip.read.words import fold

MADE = table([["Program", "Anggaran"]], [["Program A", "5.00O"]])
COVER = lines("LAPORAN KINERJA KECAMATAN MAWAR PUTIH TAHUN 2023", "KABUPATEN CONTOH", "JAWA BARAT")
MEANINGS = {*measures.ALL, *LABELS, "persen", "sisa", "target_akhir", "nilai", ""}


def corrected(*rows: Correction) -> Manual:
    return replace(MANUAL, corrections=rows)


def test_a_correction_changes_one_cell() -> None:
    row = Correction("contoh", "t01", "1", "1", "5.00O", "5.000", "a letter O was drawn for a zero")
    result = read("contoh", extraction(MADE, text=COVER), corrected(row))
    assert [fact.printed for fact in result.facts] == ["5.000"]
    assert [cell.text for cell in result.cells][-1] == "5.000"
    other = read("lain", extraction(MADE, text=COVER), corrected(row))
    assert [cell.text for cell in other.cells][-1] == "5.00O"


@pytest.mark.parametrize(
    ("was", "row", "why"), [("5.0", "1", "holds"), ("5.00O", "9", "no such cell"), ("5", "x", "count from 0")]
)
def test_a_correction_that_no_longer_applies_is_refused(was: str, row: str, why: str) -> None:
    wrong = Correction("contoh", "t01", row, "1", was, "5.000", "reason")
    with pytest.raises(ManualError, match=why):
        read("contoh", extraction(MADE, text=COVER), corrected(wrong))


def test_what_the_document_says_of_itself() -> None:
    result = read("contoh", extraction(MADE, text=COVER), MANUAL)
    said = {row.name: row.value for row in result.attributes}
    assert (said["kind"], said["instansi"], said["kecamatan"]) == ("kecamatan", "Kecamatan Mawar Putih", "Mawar Putih")
    assert (said["kabupaten"], said["provinsi"], said["year"]) == ("Kabupaten Contoh", "Jawa Barat", "2023")
    assert all(row.reason for row in result.attributes)


def test_people_can_overrule_it_until_it_says_the_same() -> None:
    manual = replace(MANUAL, overrides=(Override("contoh", "year", "2022", "the cover is that of the year before"),))
    assert read("contoh", extraction(MADE, text=COVER), manual).attribute("year") == "2022"
    late = lines("LAPORAN KINERJA KECAMATAN MAWAR TAHUN 2022")
    with pytest.raises(ManualError, match="remove the row"):
        read("contoh", extraction(MADE, text=late), manual)
    unknown = replace(MANUAL, overrides=(Override("contoh", "warna", "biru", "reason"),))
    with pytest.raises(ManualError, match="the names are"):
        read("contoh", extraction(MADE, text=COVER), unknown)


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    for row in Path(__file__).parents[2].glob("data/manual/*.csv"):
        (tmp_path / row.name).write_bytes(row.read_bytes())
    (tmp_path / "units.csv").write_text("spelling,unit\nOrg,orang\n", encoding="utf-8")
    with pytest.raises(ManualError, match="columns should be"):
        Manual.load(tmp_path)
    (tmp_path / "units.csv").write_text("spelling,unit,reason\nOrg,orang,\n", encoding="utf-8")
    with pytest.raises(ManualError, match="say why"):
        Manual.load(tmp_path)
    (tmp_path / "units.csv").unlink()
    with pytest.raises(ManualError, match="no such file"):
        Manual.load(tmp_path)


def test_every_listed_heading_means_something_known_once() -> None:
    assert {row.meaning for row in MANUAL.headings} <= MEANINGS
    assert {row.group for row in MANUAL.headings} <= {"", "anggaran", "kinerja"}
    assert {row.match for row in MANUAL.headings} <= {"whole", "part", "overrules"}
    spelled = [(fold(row.spelling), row.match) for row in MANUAL.headings]
    assert len(spelled) == len(set(spelled))
    assert all(spelling for spelling, _ in spelled)


def test_every_parent_in_the_nomenclature_is_in_it() -> None:
    names = {fold(row.name) for row in MANUAL.names}
    assert {fold(row.parent) for row in MANUAL.names if row.parent} <= names


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("LAPORAN KINERJA", "DINAS PETERNAKAN PROVINSI JAWA BARAT", "TAHUN 2016", "BANDUNG 2017"),
            ("dinas", "Dinas Peternakan", "", "Jawa Barat", "2016"),
        ),
        (
            ("LAKIP 2024", "KECAMATAN MAWAR - PUTIH", "Kecamatan Mawar Putih Kabupaten Contoh"),
            ("kecamatan", "Kecamatan Mawar-Putih", "Kabupaten Contoh", "", "2024"),
        ),
        (
            ("Sesuai Peraturan Nomor 8 Tahun 2006 disusun Laporan Kinerja Badan Kepegawaian Daerah Tahun 2021",),
            ("badan", "Badan Kepegawaian Daerah", "", "", "2021"),
        ),
        (("Undang-Undang Dasar 1945",), ("", "", "", "", "")),
    ],
)
def test_units_places_and_years(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    result = read("contoh", extraction(text=lines(*texts)), MANUAL)
    said = {row.name: row.value for row in result.attributes}
    assert tuple(said[name] for name in ("kind", "instansi", "kabupaten", "provinsi", "year")) == expected
