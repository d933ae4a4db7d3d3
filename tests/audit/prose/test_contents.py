"""The table of contents, the outline in the introduction, and the body of a report."""

from small_ledgers import Page, run

from lkjip.audit.rules import contents_give_the_right_page, contents_match_the_headings, outlines_agree

CHAPTERS = ("BAB I PENDAHULUAN", "BAB II PERENCANAAN", "BAB III AKUNTABILITAS", "BAB IV PENUTUP")


def problems(rule, page: Page) -> list[str]:
    return [line for line in run(rule, page) if line.startswith("problem")]


def report(*given: int, section: str = "A. Capaian Kinerja Kecamatan") -> Page:
    """Return a report of four chapters on pages 11 to 14, numbered 1 to 4, and its contents."""
    page = Page()
    for name, number in zip(CHAPTERS, given, strict=True):
        page.line(f"{name} .......... {number}", kind="contents")
        if name.startswith("BAB III"):
            page.line(f"{section} ...... {number}", kind="contents")
    for at, name in enumerate(CHAPTERS, start=1):
        page.line(name, kind="heading", page=10 + at)
        page.line(f"Laporan Kinerja {at}", kind="running", page=10 + at)
        if name.startswith("BAB III"):
            page.line("A. Capaian Kinerja Organisasi", kind="heading", page=13)
            page.line("Pencapaian kinerja kecamatan tahun ini dapat dinyatakan baik.", page=13)
    return page


def outline(*lines: str) -> Page:
    """Return a report whose introduction announces some lines, and whose body has three parts and a last chapter."""
    page = Page()
    for text in ("Kata Pengantar", "Daftar Isi", "Ringkasan Eksekutif"):
        page.line(text, kind="heading")
    for text in lines:
        page.line(text, kind="heading" if text.startswith("BAB") else "item", page=5)
    page.line("BAB IV PENUTUP", kind="heading", page=40)
    return page.line("A. Kesimpulan", kind="heading", page=40).line("B. Saran", kind="heading", page=40)


class TestPages:
    def test_right(self):
        assert problems(contents_give_the_right_page.RULE, report(1, 2, 3, 4)) == []

    def test_the_entry_that_is_farthest_off(self):
        found = problems(contents_give_the_right_page.RULE, report(1, 2, 5, 9))
        assert found == ["problem | 9 | 4"]

    def test_one_page_off_misleads_nobody(self):
        assert problems(contents_give_the_right_page.RULE, report(1, 2, 4, 5)) == []


class TestTitles:
    def test_a_sentence_is_no_heading(self):
        found = problems(contents_match_the_headings.RULE, report(1, 2, 3, 4))
        assert found == ["problem | A. Capaian Kinerja Kecamatan | Capaian Kinerja Organisasi"]

    def test_right(self):
        page = report(1, 2, 3, 4, section="A. Capaian Kinerja Organisasi")
        assert problems(contents_match_the_headings.RULE, page) == []


class TestOutline:
    def test_right(self):
        page = outline("Kata Pengantar", "Daftar Isi", "Ringkasan Eksekutif", *CHAPTERS, "A. Kesimpulan", "B. Saran")
        assert problems(outlines_agree.RULE, page) == []

    def test_another_order(self):
        page = outline("Kata Pengantar", "Ringkasan Eksekutif", "Daftar Isi", *CHAPTERS)
        found = problems(outlines_agree.RULE, page)
        assert found == ["problem | Kata Pengantar, Ringkasan Eksekutif, Daftar Isi"]

    def test_digits_for_letters(self):
        found = problems(outlines_agree.RULE, outline(*CHAPTERS, "1. Kesimpulan", "2. Saran"))
        assert found == ["problem | 1. Kesimpulan", "problem | 2. Saran"]

    def test_a_chapter_left_out(self):
        found = problems(outlines_agree.RULE, outline(*CHAPTERS[:3], "BAB VI PENUTUP"))
        assert found == ["problem | BAB VI PENUTUP"]
