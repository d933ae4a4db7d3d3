"""References of the text to tables."""

import pytest
from small_ledgers import Page, run

from lkjip.audit.rules import references_lead_somewhere
from lkjip.audit.rules.references_fit_their_items import RULE

TITLES = ("Perbandingan target dan realisasi", "Penyebab kegagalan kinerja layanan", "Efisiensi penggunaan sumber daya")
ITEMS = (
    "Perbandingan target dan realisasi, yang dapat dilihat pada tabel 3.1",
    "Penyebab kegagalan kinerja layanan, yang dapat dilihat pada tabel 3.2",
    "Efisiensi penggunaan sumber daya, yang dapat dilihat pada tabel 3.3",
    "Program kegiatan penunjang layanan, yang dapat dilihat pada tabel 3.4",
)


def problems(*items: str) -> list[str]:
    page = Page()
    for at, title in enumerate(TITLES, start=1):
        page.table(f"Tabel 3.{at}", "realisasi", "Loket | 1", caption=title)
    for at, text in enumerate(items, start=1):
        page.line(f"{at}. {text}", kind="item")
    return [line for line in run(RULE, page) if line.startswith("problem")]


def test_right():
    assert problems(*ITEMS) == []


def test_the_table_of_another_item():
    found = problems(*ITEMS[:3], ITEMS[3].replace("3.4", "3.2"))
    assert found == []  # both name it: the table may serve both
    assert problems(ITEMS[0], ITEMS[1].replace("3.2", "3.5"), ITEMS[2], ITEMS[3].replace("3.4", "3.2")) == [
        "problem | tabel 3.2"
    ]


@pytest.mark.parametrize(
    ("item", "found"),
    [("Efisiensi penggunaan sumber daya", ["problem | Tabel 3.3"]), ("Hal lain yang perlu disampaikan", [])],
)
def test_an_item_that_names_no_table(item, found):
    assert problems(*ITEMS[:2], item, ITEMS[3]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rinciannya seperti pada tabel 3.2 berikut :", ["tabel 3.2 berikut"]),
        ("Rinciannya seperti pada tabel 3.3 berikut :", []),
        ("Rinciannya seperti pada tabel 3.4 di bawah ini.", []),  # two tables follow
        ("Lihat tabel 3.2. Berikut rinciannya.", []),
    ],
)
def test_the_table_that_a_sentence_announces_follows(text, found):
    page = Page()
    for number in ("3.2", "3.3", "3.4"):
        page.table(f"Tabel {number}", "target", "Loket | 1")
    page.line("Tabel 3.2 Target", kind="caption").line(text)
    page.line("Tabel 3.3 Realisasi", kind="caption").line("Tabel 3.4 Capaian", kind="caption")
    told = [line.split(" | ")[1] for line in run(references_lead_somewhere.RULE, page) if line.startswith("problem")]
    assert told == found
