"""All stages on a folder of good and bad PDFs, as `make all` runs them."""

import csv

import pytest

STAGES = ("read", "audit", "report")


def fill(folder, pdf):
    """Put a good report, the same report under a clashing name, and three broken files into the raw folder."""
    raw = folder / "raw"
    raw.mkdir(parents=True)
    (raw / "Laporan Uji 2023.pdf").write_bytes(pdf)
    (raw / "laporan-uji-2023.pdf").write_bytes(pdf)
    (raw / "kosong.pdf").write_bytes(b"")
    (raw / "bukan.pdf").write_bytes(b"<html>404</html>")
    (raw / "terpotong.pdf").write_bytes(pdf[: len(pdf) // 2])


@pytest.fixture(scope="module")
def finished(tmp_path_factory, small_pdf, lkjip):
    """A folder in which every stage ran once, and what the summary said."""
    folder = tmp_path_factory.mktemp("run")
    fill(folder, small_pdf)
    for stage in STAGES:
        done = lkjip(stage, folder)
        assert done.returncode == 0, done.stderr
    return folder, lkjip("summary", folder)


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_good_report_is_read_audited_and_written(finished):
    folder, _ = finished
    findings = rows(folder / "processed" / "laporan-uji-2023" / "findings.csv")
    assert [(row["printed"], row["expected"]) for row in findings if row["severity"] == "error"] == [("57,00", "75,00")]
    for name in ("laporan-uji-2023", "laporan-uji-2023.id", "comparison", "index"):
        assert "<html" in (folder / "reports" / f"{name}.html").read_text()


def test_each_bad_file_is_named_with_cause_and_hint_and_the_exit_status_tells(finished):
    folder, summary = finished
    assert summary.returncode == 1
    failed = {row["file"]: row for row in rows(folder / "processed" / "documents.csv") if row["outcome"] == "failed"}
    assert set(failed) == {"laporan-uji-2023.pdf", "kosong.pdf", "bukan.pdf", "terpotong.pdf"}
    assert all(row["cause"] and row["hint"] for row in failed.values())
    assert "empty" in failed["kosong.pdf"]["cause"]
    assert "not a PDF" in failed["bukan.pdf"]["cause"]
    assert "rename" in failed["laporan-uji-2023.pdf"]["hint"]
    for name in failed:
        assert name in summary.stdout


def test_each_bad_file_has_a_page_that_says_what_to_do(finished):
    folder, _ = finished
    for row in rows(folder / "processed" / "documents.csv"):
        if row["outcome"] == "failed":
            page = (folder / "reports" / f"{row['document']}.html").read_text()
            assert row["hint"] in page


def test_a_second_run_writes_nothing(finished, lkjip):
    folder, _ = finished
    before = {path: path.stat().st_mtime_ns for path in (folder / "reports").iterdir()}
    for stage in STAGES:
        lkjip(stage, folder)
    assert {path: path.stat().st_mtime_ns for path in (folder / "reports").iterdir()} == before


def test_another_folder_gives_the_same_bytes(finished, tmp_path, small_pdf, lkjip):
    folder, _ = finished
    fill(tmp_path, small_pdf)
    for stage in STAGES:
        lkjip(stage, tmp_path)
    for part in ("processed", "reports"):
        names = sorted(path.relative_to(folder) for path in (folder / part).rglob("[!.]*.*") if path.is_file())
        assert len(names) > 3
        for name in names:
            assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_an_unknown_parameter_is_refused_with_what_is_allowed(finished, lkjip):
    folder, _ = finished
    done = lkjip("report", folder, "--document", "laporan-uji-2023", "--set", "toleranse=0.05")
    assert done.returncode == 2
    assert "tolerance" in done.stderr


def test_an_unknown_document_is_refused_with_those_there_are(finished, lkjip):
    folder, _ = finished
    done = lkjip("audit", folder, "--document", "nowhere")
    assert done.returncode == 2
    assert "laporan-uji-2023" in done.stderr


def test_the_data_package_describes_every_file(finished):
    import json

    folder, _ = finished
    document = folder / "processed" / "laporan-uji-2023"
    package = json.loads((document / "datapackage.json").read_text())
    described = {resource["path"]: resource["schema"] for resource in package["resources"]}
    assert set(described) == {path.name for path in document.glob("*.csv")}
    for name, schema in described.items():
        content = rows(document / name)
        assert [field["name"] for field in schema["fields"]] == list(content[0] if content else header(document / name))
        keys = [tuple(row[key] for key in schema["primaryKey"]) for row in content]
        assert len(keys) == len(set(keys)), name


def header(path):
    return path.read_text(encoding="utf-8").splitlines()[0].split(",")
