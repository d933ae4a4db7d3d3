import pytest

from lkjip.documents import inventory, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Laporan 2023.pdf", "laporan-2023"),
        ("LKjIP_Kec. Aluh-Aluh (2022).PDF", "lkjip-kec-aluh-aluh-2022"),
        ("-rf.pdf", "rf"),
        ("a\nb'c\".pdf", "a-b-c"),
        ("Kecamatan Décor.pdf", "kecamatan-decor"),
        ("報告.pdf", "document"),
        ("../x.pdf", "x"),
    ],
)
def test_a_name_becomes_a_safe_id(name, expected):
    assert slug(name) == expected


def test_the_inventory_is_sorted_and_holds_pdfs_only(tmp_path):
    for name in ("b.pdf", "a.PDF", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.pdf").mkdir()
    assert [document.document for document in inventory(tmp_path)] == ["a", "b"]


def test_two_files_of_one_id_are_both_listed_and_the_second_says_so(tmp_path):
    for name in ("Laporan 2023.pdf", "laporan-2023.pdf"):
        (tmp_path / name).write_bytes(b"x")
    first, second = inventory(tmp_path)
    assert (first.document, first.clash) == ("laporan-2023", "")
    assert second.document.startswith("laporan-2023-")
    assert second.clash == "Laporan 2023.pdf"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such folder"):
        inventory(tmp_path / "nowhere")
