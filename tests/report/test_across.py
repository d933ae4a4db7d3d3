"""Pages about many documents: the scales of law, the middle and the ends, and what is comparable."""

import base64
import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip import store
from lkjip.masking import masked
from lkjip.records import Status
from lkjip.report import across, open_audit, open_library
from lkjip.report.across.money import share_spent
from lkjip.report.across.scales import predikat
from lkjip.report.across.spread import ENDS, FEW, spread
from lkjip.report.downloads import findings_csv, value_of, workbook
from lkjip.report.sections.comparisons import SEVEN
from lkjip.report.sections.satisfaction import class_of

from .conftest import status
from .mini import mini


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90", "A"),
        ("80.00", "BB"),
        ("70.88", "BB"),
        ("60", "CC"),
        ("30", "D"),
        ("101", ""),
    ],
)
def test_a_predikat_begins_above_its_bound(score: str, name: str) -> None:
    assert predikat(Decimal(score)) == name


@pytest.mark.parametrize(
    ("index", "name"),
    [
        ("100", "A"),
        ("88.31", "A"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.60", "C"),
        ("65", "C"),
        ("64.99", "D"),
        ("24", ""),
    ],
)
def test_the_classes_of_satisfaction(index: str, name: str) -> None:
    assert class_of(Decimal(index)) == name


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        (1, "Perbandingan antara Target dan Realisasi Tahun 2024"),
        (2, "Perbandingan Realisasi dan Capaian dengan Tahun Sebelumnya"),
        (2, "Perbandingan Realisasi Kinerja Tahun 2024 dengan Tahun 2023"),
        (3, "Realisasi Kinerja sampai dengan Tahun 2024 dengan Target Jangka Menengah"),
        (4, "Capaian Indikator Kinerja, Target Provinsi dan Nasional"),
        (5, "Analisis penyebab keberhasilan / kegagalan serta alternative solusi"),
        (6, "Analisis atas Efisiensi Penggunaan Sumber Daya"),
        (7, "Analisis program/kegiatan yang menunjang keberhasilan"),
    ],
)
def test_headings_announce_the_seven_comparisons(number: int, heading: str) -> None:
    assert next(each for each in SEVEN if each.number == number).announced.search(heading)


@pytest.mark.parametrize("heading", ["Daftar Isi", "Struktur Organisasi", "Kata Pengantar", "Visi dan Misi"])
def test_other_headings_announce_none(heading: str) -> None:
    assert not any(each.announced.search(heading) for each in SEVEN)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    names = [f"mini-{number:02}" for number in range(FEW + 8)]
    for name in names:
        mini(name, f"Mini {name[-2:]}").save(folder, folder / "raw")
    store.save(folder, Status, [status(name) for name in names])
    return folder


def test_many_reports_are_told_by_their_middle_and_ends(many: Path) -> None:
    library = open_library(str(many))
    found = spread(library.profiles, share_spent)
    assert len(found.entries) == FEW + 8 and not found.few
    assert len(found.named) == 2 * ENDS
    assert round(found.middle, 2) == Decimal("96.70")
    html = across.money(library).html
    assert "The reports at both ends" in html
    assert html.count("<tr>") == 2 * ENDS + 1


def test_every_section_reads_with_many(many: Path) -> None:
    library = open_library(str(many), "id")
    for section in (
        across.opening,
        across.performance,
        across.soundness,
        across.scales,
        across.comparable,
        across.overview,
    ):
        assert len(section(library).html) > 200


def test_every_section_reads_with_none(tmp_path: Path) -> None:
    store.save(tmp_path, Status, [])
    library = open_library(str(tmp_path))
    for section in (across.opening, across.index, across.performance, across.money, across.soundness, across.scales):
        assert section(library).html
    assert "No report was processed yet" in across.overview(library).html


def test_a_folder_without_results_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run `make all`"):
        open_library(str(tmp_path))


def content(address: str) -> bytes:
    return base64.b64decode(address.partition(",")[2])


def test_the_downloads_hold_the_findings(folder: Path) -> None:
    dossier = open_audit("mini-barat-2024", (str(folder / "processed"), str(folder / "raw")))
    rows = list(csv.DictReader(io.StringIO(content(findings_csv(dossier)).decode("utf-8-sig"))))
    assert [row["finding_id"] for row in rows] == [finding.finding_id for finding in dossier.findings]
    book = zipfile.ZipFile(io.BytesIO(content(workbook(dossier))))
    assert b'name="findings"' in book.read("xl/workbook.xml")
    assert workbook(dossier) == workbook(dossier)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("NIP 19720121 199903 1 007", "NIP ******** ****** * ***"),
        (Decimal("2.50"), 2.5),
        (None, None),
    ],
)
def test_a_spreadsheet_runs_nothing_and_shows_no_personal_number(value: object, written: object) -> None:
    assert value_of(value, masked) == written
